import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
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
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [kinds, setKinds] = useState<ReadonlyMap<string, PinKind>>(new Map());
  const people = list.without.map(one => ({ ...one, kind: kinds.get(one.id) ?? one.kind }));
  const chosen = people.filter(({ id }) => !left.has(id));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const all = chosen.length === list.without.length;
  return (
    <section class="p-pins" aria-label={t('pin.without')}>
      <div class="p-pins__head">
        <div>
          <h2 class="p-title">{t('pin.without')}</h2>
          <p class="p-cell__note">
            {t('pin.without-count', { count: list.count })} · {t('pin.unused', { count: list.unused })}
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
                    aria-label={t('pin.all')}
                    checked={all}
                    onChange={() => setLeft(new Set(all ? list.without.map(({ id }) => id) : []))}
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
                    checked={!left.has(id)}
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
