import { type Kind, kindNames, rule43Kinds } from '../../../shared/submission/kinds.ts';
import { addressOfPlace, allOpen, type Place } from '../../app/place.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import type { Counts } from '../../store/submission.ts';

interface BarProps {
  readonly to: Place | null;
  readonly words: string;
  readonly open: number;
  readonly overdue: number;
  readonly most: number;
  readonly current: boolean;
}

/** One bar; the number stands beside it, and says how many of them are late. */
function Bar({ to, words, open, overdue, most, current }: BarProps) {
  return (
    <tr class="p-bar" data-silent={open === 0 ? '' : undefined}>
      <th scope="row">
        {to ? (
          <a href={addressOfPlace(to)} aria-current={current ? 'true' : undefined}>
            {words}
          </a>
        ) : (
          words
        )}
      </th>
      <td>
        <meter class="p-bar__meter" min={0} max={Math.max(most, 1)} value={open} aria-hidden="true" />
      </td>
      <td class="p-bar__figure">
        {open}
        {overdue > 0 ? <span class="p-bar__late">{t('list.bar-late', { count: overdue })}</span> : null}
      </td>
    </tr>
  );
}

/** Every wing, also one with nothing: silence is shown too. */
function wingRows(me: Me, now: Counts) {
  const counted = new Map(now.byWing.map(row => [row.wing, row]));
  const listed = me.wings.map(({ id, name }) => ({
    id,
    name,
    ...(counted.get(name) ?? { open: 0, overdue: 0 }),
  }));
  const names = new Set(me.wings.map(({ name }) => name));
  const others = now.byWing
    .filter(({ wing }) => !names.has(wing))
    .map(({ wing, open, overdue }) => ({ id: null, name: wing, open, overdue }));
  return [...listed, ...others];
}

/** Rule 43's kinds, also with nothing; of the others those that something is open of, and the one that is chosen. */
const kindsShown = (now: Counts, chosen: Kind | null): readonly Kind[] =>
  kindNames.filter(
    name =>
      name === chosen ||
      rule43Kinds.some(known => known === name) ||
      now.byKind.some(({ kind, open }) => kind === name && open > 0),
  );

interface WingBarsProps {
  readonly me: Me;
  readonly now: Counts | null;
  readonly kind: Kind | null;
  readonly wing: string | null;
}

/** Open and overdue by wing and by kind, beside the list where there is room; each is a filter. */
export function WingBars({ me, now, kind, wing }: WingBarsProps) {
  if (!now) return null;
  const wings = wingRows(me, now);
  const mostInWing = Math.max(...wings.map(({ open }) => open), 0);
  const kinds = new Map(now.byKind.map(row => [row.kind, row]));
  const mostOfKind = Math.max(...now.byKind.map(({ open }) => open), 0);
  return (
    <aside class="p-board__side p-no-print" aria-label={t('list.numbers')}>
      {wings.length > 0 ? (
        <table class="p-bars">
          <caption>{t('list.by-wing')}</caption>
          <tbody>
            {wings.map(({ id, name, open, overdue }) => (
              <Bar
                key={name}
                to={id ? { ...allOpen, kind, wing: id === wing ? null : id } : null}
                words={name}
                open={open}
                overdue={overdue}
                most={mostInWing}
                current={id !== null && id === wing}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      <table class="p-bars">
        <caption>{t('list.by-kind')}</caption>
        <tbody>
          {kindsShown(now, kind).map(name => (
            <Bar
              key={name}
              to={{ ...allOpen, wing, kind: name === kind ? null : name }}
              words={t(`kind.${name}`)}
              open={kinds.get(name)?.open ?? 0}
              overdue={kinds.get(name)?.overdue ?? 0}
              most={mostOfKind}
              current={name === kind}
            />
          ))}
        </tbody>
      </table>
    </aside>
  );
}
