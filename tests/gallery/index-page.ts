/** One picture of the gallery, told by its file's name. */
interface Picture {
  readonly file: string;
  readonly language: string;
  readonly screen: string;
  readonly size: string;
}

/** What `keepPicture` made of `kiosk Kiswahili the receipt at 1024×600`; null for a picture of anything else. */
export function readName(file: string): Picture | null {
  const [, language, screen, width, height] =
    /^kiosk-(Afaan-Oromoo|[^-]+)-(.+)-at-(\d+)-(\d+)\.png$/u.exec(file) ?? [];
  if (!language || !screen || !width || !height) return null;
  return {
    file,
    language: language.replace('-', ' '),
    screen: screen.replaceAll('-', ' '),
    size: `${width}×${height}`,
  };
}

const style = `
body { margin: 2rem; font: 16px/1.4 "Noto Sans", sans-serif; background: #f7f1e3; color: #1d1a12; }
nav a { margin-inline-end: 1rem; }
section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
figure { margin: 0; inline-size: 20rem; }
img { inline-size: 100%; border: 1px solid #b9ad93; border-radius: 6px; }`;

function figureOf({ file, screen, size }: Picture): string {
  const name = `${screen}, ${size}`;
  return `<figure><a href="${encodeURIComponent(file)}"><img src="${encodeURIComponent(file)}" alt="${name}" loading="lazy"></a><figcaption>${name}</figcaption></figure>`;
}

/** A page with every picture, language by language, in the order in which they were taken. */
export function indexPage(files: readonly string[]): string {
  const pictures = files.flatMap(file => readName(file) ?? []);
  const parts = [...Map.groupBy(pictures, ({ language }) => language)];
  const links = parts.map(([language]) => `<a href="#${encodeURIComponent(language)}">${language}</a>`);
  const sections = parts.map(
    ([language, shown]) =>
      `<section id="${language}"><h2>${language}</h2><div>${shown.map(figureOf).join('\n')}</div></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sauti: the kiosk’s screens</title><style>${style}</style>
<h1>The kiosk’s screens</h1><nav>${links.join('')}</nav>
${sections.join('\n')}</html>
`;
}
