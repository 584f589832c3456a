import type { Page } from '../../shared/content/page.ts';

const files = import.meta.glob<Page>('../../locales/en/pages/*.json', { eager: true, import: 'default' });

export const pages: Readonly<Record<string, Page>> = Object.fromEntries(
  Object.values(files).map(page => [page.id, page]),
);

export { default as law } from '../../locales/en/law.json';
