import { sections } from '../../../shared/offer/kinds.ts';
import type { Rounds } from '../../../shared/offer/schema.ts';
import { shortDay } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

type Day = Rounds['days'][number];
type Cell = Day['sections'][number];

/** How a day stands: everyone reached, some, none; nobody was there to be reached; or it is not over yet. */
function standingOf({ held, reached }: Cell, over: boolean): 'none' | 'some' | 'all' | 'nobody' | 'going-on' {
  if (held === 0) return 'nobody';
  if (!over && reached < held) return 'going-on';
  if (reached === 0) return 'none';
  return reached < held ? 'some' : 'all';
}

function cellWords(on: string, cell: Cell): string {
  const { held, reached, used, notWanted, notAsked } = cell;
  const place = t(`rounds.section-${cell.section}`);
  if (held === 0) return t('rounds.cell-nobody', { day: shortDay(on), place });
  return t('rounds.cell', { day: shortDay(on), place, reached, held, used, notWanted, notAsked });
}

/** A fortnight at a glance: a row for each place, a square for each day, filled as far as people were reached. */
export function DayGrid({ days, today }: { readonly days: readonly Day[]; readonly today: string }) {
  const inOrder = days.toReversed();
  return (
    <section class="p-rounds">
      <h2 class="p-rounds__title">{t('rounds.grid')}</h2>
      <p class="p-lead">{t('rounds.grid-lead')}</p>
      <section class="p-table-frame" aria-label={t('rounds.grid')}>
        <table class="p-days">
          <thead>
            <tr>
              <td />
              {inOrder.map(({ on }) => (
                <th key={on} scope="col">
                  {shortDay(on)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map(section => (
              <tr key={section}>
                <th scope="row">{t(`rounds.section-${section}`)}</th>
                {inOrder.map(({ on, sections: cells }) => {
                  const cell = cells.find(one => one.section === section);
                  if (!cell) return null;
                  const words = cellWords(on, cell);
                  return (
                    <td key={on} data-standing={standingOf(cell, on < today)} title={words}>
                      <span class="c-visually-hidden">{words}</span>
                      <span aria-hidden="true">{cell.held === 0 ? '–' : `${cell.reached}/${cell.held}`}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
