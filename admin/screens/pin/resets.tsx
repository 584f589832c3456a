import { useState } from 'preact/hooks';
import type { PinReset } from '../../../shared/prisoner/pin-schema.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { moment } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { KindChoice } from './kind-choice.tsx';
import type { ToPrint } from './print-slips.tsx';

interface ResetsProps {
  readonly rows: readonly PinReset[];
  /** Whether whoever looks prints slips. */
  readonly prints: boolean;
  readonly onPrint: (people: readonly ToPrint[]) => void;
  readonly onDecided: () => void;
}

/** New PINs that were asked for: who must still say yes, and which slips can be printed. */
export function Resets({ rows, ...rest }: ResetsProps) {
  if (rows.length === 0) return null;
  return (
    <section class="p-proposals" aria-label={t('pin.resets')}>
      <h2 class="p-title">{t('pin.resets')}</h2>
      {rows.map(row => (
        <Reset key={row.id} row={row} {...rest} />
      ))}
    </section>
  );
}

function Reset({ row, prints, onPrint, onDecided }: Omit<ResetsProps, 'rows'> & { readonly row: PinReset }) {
  const act = useAct();
  const [kind, setKind] = useState(row.kind);
  const decide = (accept: boolean) =>
    void act
      .run(async () => {
        await call('POST /api/pins/resets/:id/decide', { params: { id: row.id }, body: { accept } });
      })
      .then(was => was && onDecided());
  return (
    <article class="p-card" data-kind="today">
      <h3>
        {row.name} · {row.number} · {row.wing}
      </h3>
      <p>{row.reason}</p>
      <p class="p-cell__note">{t('pin.asked', { name: row.askedBy, at: moment(row.askedAt) })}</p>
      {row.secondBy ? <p class="p-cell__note">{t('pin.let-through', { name: row.secondBy })}</p> : null}
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {row.state === 'waiting' && row.mayDecide ? (
        <div class="c-buttons">
          <Button kind="primary" icon="check" busy={act.busy} onClick={() => decide(true)}>
            {t('pin.accept')}
          </Button>
          <Button kind="secondary" busy={act.busy} onClick={() => decide(false)}>
            {t('rule.refuse')}
          </Button>
        </div>
      ) : null}
      {row.state === 'waiting' && !row.mayDecide ? <p>{t('pin.waits')}</p> : null}
      {row.state === 'ready' && prints ? (
        <div class="c-buttons">
          <KindChoice name={row.name} kind={kind} onKind={setKind} />
          <Button
            kind="primary"
            icon="printer"
            onClick={() => onPrint([{ id: row.prisoner, name: row.name, number: row.number, kind }])}
          >
            {t('pin.print', { count: 1 })}
          </Button>
        </div>
      ) : null}
      {row.state === 'ready' && !prints ? <p>{t('pin.waits-print')}</p> : null}
    </article>
  );
}
