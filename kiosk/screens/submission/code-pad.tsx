import { useState } from 'preact/hooks';
import { codeKeys, readCode, spacedCode } from '../../../shared/submission/code.ts';
import { Keypad } from '../../components/keypad.tsx';
import { useWords } from '../../i18n/words.ts';
import './submission.css';

/** Characters of a receipt code, its check character included. */
const length = 11;

export interface CodePadProps {
  readonly title: string;
  readonly busy: boolean;
  /** A sentence when the code was refused. */
  readonly problem: string | null;
  /** Something was typed: what was said of the last try no longer holds. */
  readonly onChange: () => void;
  /** A code whose check character fits. */
  readonly onCode: (code: string) => void;
}

/** Types a receipt code. A mistyped character is caught here, before anybody is asked. */
export function CodePad({ title, busy, problem, onChange, onCode }: CodePadProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const change = (next: string) => {
    setTyped(next.slice(0, length));
    setWrong(false);
    onChange();
  };
  const enter = () => {
    const code = readCode(typed);
    if (code === null) setWrong(true);
    else onCode(code);
  };
  return (
    <section class="k-code-pad">
      <div class="k-code-pad__ask">
        <h1 class="k-title">{title}</h1>
        <output
          class="k-entry"
          aria-label={typed ? say('code.soFar', { code: spacedCode(typed) }) : say('code.empty')}
        >
          <span class="k-entry__text">{spacedCode(typed).trim()}</span>
        </output>
        <p class="k-problem" role="alert">
          {wrong ? say('code.wrong') : problem}
        </p>
      </div>
      <Keypad
        keys={codeKeys}
        enterLabel={say('signIn.ok')}
        canEnter={typed.length === length && !busy}
        onKey={key => change(typed + key)}
        onErase={() => change(typed.slice(0, -1))}
        onEnter={enter}
      />
    </section>
  );
}
