import { useEffect, useState } from 'preact/hooks';
import { waitForCard } from '../../app/hardware-keys.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { Keypad } from '../../components/keypad.tsx';
import { useWords } from '../../i18n/words.ts';

/** Longer than any prison number, and as long as the contract allows. */
const maxLength = 30;

interface NumberPadProps {
  readonly title: string;
  /** `example`: how a number looks here. */
  readonly lead: (example: string, hasReader: boolean) => string;
  readonly onNumber: (number: string) => void;
}

/** A prison number, on a pad that has only the keys such a number needs, or from a card. */
export function NumberPad({ title, lead, onNumber }: NumberPadProps) {
  const { say } = useWords();
  const { settings } = useKiosk();
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  const [card, setCard] = useState<string | null>(null);
  useEffect(() => {
    const prefix = settings?.cardPrefix;
    return prefix ? waitForCard(prefix, setCard) : undefined;
  }, [settings?.cardPrefix]);
  useEffect(() => {
    if (card === null || !settings) return;
    setCard(null);
    if (fits(settings.number.pattern, card)) onNumber(card);
    else setWrong(true);
  }, [card]);
  if (!settings) return null;
  const { keys, pattern, example } = settings.number;
  const change = (next: string) => {
    setNumber(next.slice(0, maxLength));
    setWrong(false);
  };
  const enter = () => {
    if (fits(pattern, number)) onNumber(number);
    else setWrong(true);
  };
  return (
    <section class="k-signin">
      <div class="k-signin__ask">
        <h1 class="k-title">{title}</h1>
        <p class="k-lead">{lead(example, settings.cardPrefix !== null)}</p>
        <output
          class="k-entry"
          aria-label={number ? say('signIn.numberSoFar', { number }) : say('signIn.numberEmpty')}
        >
          <span class="k-entry__text">{number}</span>
        </output>
        <p class="k-problem" role="alert">
          {wrong ? say('signIn.numberWrong') : null}
        </p>
      </div>
      <Keypad
        keys={keys}
        enterLabel={say('signIn.ok')}
        canEnter={number !== ''}
        onKey={key => change(number + key)}
        onErase={() => change(number.slice(0, -1))}
        onEnter={enter}
      />
    </section>
  );
}

/** Whether a number looks as the prison's numbers do. A pattern that is no pattern keeps nobody out. */
function fits(pattern: string, number: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(number);
  } catch {
    return number !== '';
  }
}
