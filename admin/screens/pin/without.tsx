import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { slipsAtOnce } from '../../../shared/prisoner/pin.ts';
import type { PinKind } from '../../../shared/prisoner/pin-pictures.ts';
import type { PinList } from '../../../shared/prisoner/pin-schema.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';
import { KindChoice } from './kind-choice.tsx';
import type { ToPrint } from './print-slips.tsx';

interface WithoutProps {
  readonly list: PinList;
  readonly filter: ComponentChildren;
  readonly prints: boolean;
  readonly onPrint: (people: readonly ToPrint[]) => void;
}

/** Who has no PIN yet; the office ticks whose slips it prints now. */
export function Without({ list, filter, prints, onPrint }: WithoutProps) {
  const [kinds, setKinds] = useState<ReadonlyMap<string, PinKind>>(new Map());
  const people = list.without.map(one => ({ ...one, kind: kinds.get(one.id) ?? one.kind }));
  const first = new Set(people.slice(0, slipsAtOnce).map(({ id }) => id));
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const chosen = people.filter(({ id }) => (ticked ?? first).has(id));
  const full = chosen.length === slipsAtOnce;
  const toggle = (id: string) => {
    const next = new Set(chosen.map(person => person.id));
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <section class="p-pins" aria-label={t('pin.without')}>
      <div class="p-pins__head">
        <div>
          <h2 class="p-title">{t('pin.without')}</h2>
          <p class="p-cell__note">
            {t('pin.without-count', { count: list.count })} · {t('pin.unused', { count: list.unused })} ·{' '}
            {t('pin.at-once', { count: slipsAtOnce })}
          </p>
        </div>
        <div class="c-buttons">
          {filter}
          {prints && list.without.length > 0 ? (
            <Button
              kind="primary"
              icon="printer"
              disabled={chosen.length === 0}
              onClick={() => onPrint(chosen)}
            >
              {t('pin.print', { count: chosen.length })}
            </Button>
          ) : null}
        </div>
      </div>
      {list.without.length === 0 ? (
        <State kind="empty" picture="state-settled" title={t('pin.none')} />
      ) : (
        <Table
          label={t('pin.without')}
          head={
            <>
              {prints ? (
                <th scope="col" class="p-pins__tick">
                  <input
                    type="checkbox"
                    aria-label={t('pin.first', { count: first.size })}
                    checked={chosen.length > 0}
                    onChange={() => setTicked(chosen.length > 0 ? new Set() : first)}
                  />
                </th>
              ) : null}
              <th scope="col">{t('prisoners.number')}</th>
              <th scope="col">{t('prisoners.name')}</th>
              <th scope="col">{t('staff.wing')}</th>
              {prints ? <th scope="col">{t('pin.made-head')}</th> : null}
            </>
          }
        >
          {people.map(({ id, number, name, wing, kind }) => (
            <tr key={id}>
              {prints ? (
                <td class="p-pins__tick">
                  <input
                    type="checkbox"
                    aria-label={t('pin.choose', { name, number })}
                    checked={chosen.some(person => person.id === id)}
                    disabled={full && !chosen.some(person => person.id === id)}
                    onChange={() => toggle(id)}
                  />
                </td>
              ) : null}
              <td>{number}</td>
              <th scope="row">{name}</th>
              <td>{wing}</td>
              {prints ? (
                <td>
                  <KindChoice name={name} kind={kind} onKind={own => setKinds(new Map(kinds).set(id, own))} />
                </td>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
