import type { PaperBlock, PaperForm } from '../../../shared/paper/schema.ts';
import { paperNumber } from '../../../shared/paper/series.ts';
import { spacedCode } from '../../../shared/submission/code.ts';
import { Sheets } from '../../app/sheets.tsx';
import { Picture } from '../../components/icon.tsx';
import { languages, t, tIn, type WordKey } from '../../i18n/words.ts';

/** Written by hand, and more on the back. */
const linesAForm = 4;

/** A question in both languages on one line: the room is for the answer. */
function Ask({ words }: { readonly words: WordKey }) {
  return <p class="p-slip__ask">{languages.map(language => tIn(language, words)).join(' / ')}</p>;
}

/** The same in both languages, under one another: a form is handed to people, not to a language. */
function Twice({ words, strong = false }: { readonly words: WordKey; readonly strong?: boolean }) {
  return (
    <>
      {languages.map(language => (
        <p key={language} lang={language} class={strong ? 'p-slip__ask' : 'p-slip__small'}>
          {tIn(language, words)}
        </p>
      ))}
    </>
  );
}

/** What is handed in, and the counterfoil that its writer keeps: the code stands on that alone. */
function Slip({ form, prison }: { readonly form: PaperForm; readonly prison: string }) {
  return (
    <article class="p-slip">
      <div class="p-slip__form">
        <header class="p-slip__head">
          <strong>{prison}</strong>
          <span>{t('paper.number', { number: paperNumber(form.number) })}</span>
        </header>
        <Ask words="paper.slip-about" />
        <p class="p-slip__kinds">
          {(['food', 'clothing', 'bedding', 'necessaries', 'other'] as const).map(kind => (
            <span key={kind} class="p-slip__kind">
              {kind === 'other' ? null : <Picture name={`subject-${kind}`} />}
              {languages.map(language => tIn(language, `paper.slip-${kind}`)).join(' / ')}
            </span>
          ))}
        </p>
        <Ask words="paper.slip-what" />
        <div class="p-slip__lines">
          {Array.from({ length: linesAForm }, (_, at) => (
            <div key={at} class="p-slip__line" />
          ))}
        </div>
        <div class="p-slip__number">
          <div>
            <Twice words="paper.slip-number" />
          </div>
          <div class="p-slip__line" />
        </div>
        <div>
          <Twice words="paper.slip-box" />
        </div>
      </div>
      <div class="p-slip__counterfoil">
        <header class="p-slip__head">
          <strong>{t('paper.number', { number: paperNumber(form.number) })}</strong>
        </header>
        <Twice words="paper.slip-keep" strong />
        <p class="p-slip__code c-code">{spacedCode(form.code)}</p>
        <Twice words="paper.slip-look" />
      </div>
    </article>
  );
}

interface SlipsProps {
  readonly block: PaperBlock;
  readonly prison: string;
  readonly onDone: () => void;
}

/** A block, ready for the printer. */
export function Slips({ block, prison, onDone }: SlipsProps) {
  return (
    <Sheets
      title={t('paper.ready')}
      once={t('paper.once')}
      strips={block.forms}
      keyOf={form => form.number}
      onDone={onDone}
    >
      {form => <Slip key={form.number} form={form} prison={prison} />}
    </Sheets>
  );
}
