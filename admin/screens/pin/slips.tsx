import { kindOfPin } from '../../../shared/prisoner/pin.ts';
import { type PinKind, pictureOf } from '../../../shared/prisoner/pin-pictures.ts';
import type { PinSlip } from '../../../shared/prisoner/pin-schema.ts';
import { useLeaveGuard } from '../../app/leave-guard.ts';
import { Sheets } from '../../app/sheets.tsx';
import { Picture } from '../../components/icon.tsx';
import { languages, t, tIn, type WordKey } from '../../i18n/words.ts';

const said = {
  sealed: 'pin.slip-sealed',
  open: 'pin.slip-open',
  yours: 'pin.slip-yours',
} as const satisfies Record<string, WordKey>;

const saidOf = {
  digits: 'pin.slip-own',
  pictures: 'pin.slip-own-pictures',
} as const satisfies Record<PinKind, WordKey>;

/** The same in both languages, under one another: a slip is handed to a person, not to a language. */
function Twice({ words, strong = false }: { readonly words: WordKey; readonly strong?: boolean }) {
  return (
    <>
      {languages.map(language => (
        <p key={language} lang={language} class={strong ? 'p-pin-slip__strong' : undefined}>
          {tIn(language, words)}
        </p>
      ))}
    </>
  );
}

/** Five pictures, to be touched from left to right. A picture may stand twice. */
function Pictures({ letters }: { readonly letters: string }) {
  return (
    <>
      {Array.from(letters, (letter, at) => (
        <Picture key={`${String(at)} ${letter}`} name={`pin-${pictureOf(letter)}`} />
      ))}
    </>
  );
}

/**
 * Three parts side by side: whose it is stays in sight, the last part is folded over the PIN and closed. On the
 * screen the PIN is not drawn: who prints need not read it, and nobody behind him can.
 */
function Slip({ slip, prison }: { readonly slip: PinSlip; readonly prison: string }) {
  const kind = kindOfPin(slip.pin);
  return (
    <article class="p-pin-slip" aria-label={`${slip.name} · ${slip.number}`}>
      <div class="p-pin-slip__part">
        <p class="p-pin-slip__prison">{prison}</p>
        <p class="p-pin-slip__name">{slip.name}</p>
        <p>
          {slip.number} · {slip.wing}
        </p>
        <Twice words={said.sealed} strong />
        <Twice words={said.open} />
      </div>
      <div class="p-pin-slip__part p-pin-slip__inside">
        <Twice words={said.yours} strong />
        <p class="p-pin-slip__pin" data-kind={kind}>
          <span class="p-pin-slip__secret">
            {kind === 'digits' ? slip.pin : <Pictures letters={slip.pin} />}
          </span>
        </p>
        <Twice words={saidOf[kind]} />
      </div>
      <div class="p-pin-slip__part p-pin-slip__flap">
        <p>{t('pin.slip-flap')}</p>
      </div>
    </article>
  );
}

interface SlipsProps {
  readonly slips: readonly PinSlip[];
  readonly prison: string;
  readonly onDone: () => void;
}

/** Slips, ready for the printer; who leaves them unprinted leaves people without a PIN that works. */
export function PinSlips({ slips, prison, onDone }: SlipsProps) {
  useLeaveGuard(t('pin.leave'));
  return (
    <Sheets
      title={t('pin.slips-ready')}
      once={t('pin.once')}
      strips={slips}
      keyOf={slip => slip.id}
      onDone={onDone}
    >
      {slip => <Slip key={slip.id} slip={slip} prison={prison} />}
    </Sheets>
  );
}
