import type { ComponentChildren } from 'preact';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { t } from '../i18n/words.ts';
import { Page } from './page.tsx';
import './sheets.css';

/** Of A4, upright. */
export const stripsASheet = 3;

interface SheetsProps<T> {
  readonly title: string;
  /** Why it is printed now and not later. */
  readonly once: string;
  readonly strips: readonly T[];
  readonly keyOf: (strip: T) => string | number;
  readonly onDone: () => void;
  /** Draws one strip: an element of its own, over the whole width. */
  readonly children: (strip: T) => ComponentChildren;
}

/** What is cut into strips and handed to people, ready for the printer. Shown this once. */
export function Sheets<T>({ title, once, strips, keyOf, onDone, children }: SheetsProps<T>) {
  const sheets = Array.from({ length: Math.ceil(strips.length / stripsASheet) }, (_, at) =>
    strips.slice(at * stripsASheet, (at + 1) * stripsASheet),
  );
  return (
    <Page
      title={title}
      tools={
        <>
          <Button icon="printer" onClick={() => print()}>
            {t('case.print')}
          </Button>
          <Button kind="primary" onClick={onDone}>
            {t('common.done')}
          </Button>
        </>
      }
    >
      <div class="p-no-print">
        <Notice kind="attention" icon="printer">
          {once}
        </Notice>
      </div>
      <div class="p-sheets">
        {sheets.map(sheet => (
          <section key={sheet.map(keyOf).join()} class="p-sheets__sheet">
            {sheet.map(children)}
          </section>
        ))}
      </div>
    </Page>
  );
}
