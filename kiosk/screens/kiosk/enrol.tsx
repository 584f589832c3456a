import { useState } from 'preact/hooks';
import { codeKeys } from '../../../shared/submission/code.ts';
import { Keypad } from '../../components/keypad.tsx';
import { onTap } from '../../components/tap.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { enrol } from '../../store/index.ts';
import '../submission/submission.css';

const modes = ['handset', 'speaker'] as const;
type Mode = (typeof modes)[number];

/** As short and as long as the contract takes an enrolment code. */
const length = { least: 6, most: 20 } as const;

/** The one-time code from the panel, and how this machine is heard. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const { language, say } = useWords();
  const [code, setCode] = useState('');
  const [mode, setMode] = useState<Mode | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (next: string) => {
    setCode(next.slice(0, length.most));
    setProblem(null);
  };
  const submit = async () => {
    if (mode === null) return;
    setBusy(true);
    const answer = await enrol(code, mode);
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(problemWords(answer.problem, language));
  };
  return (
    <section class="k-code-pad">
      <div class="k-code-pad__ask k-enrol">
        <h1 class="k-title">{say('setUp.codeTitle')}</h1>
        <output class="k-entry" aria-label={say('setUp.codeTitle')}>
          <span class="k-entry__text">{code}</span>
        </output>
        <p class={problem ? 'k-problem' : 'k-enrol__lead'} role="status">
          {busy ? say('setUp.enrolling') : (problem ?? say('setUp.codeLead'))}
        </p>
        <Modes mode={mode} onMode={setMode} />
      </div>
      <Keypad
        keys={codeKeys}
        enterLabel={say('setUp.enrol')}
        canEnter={code.length >= length.least && mode !== null && !busy}
        onKey={key => change(code + key)}
        onErase={() => change(code.slice(0, -1))}
        onEnter={() => void submit()}
      />
    </section>
  );
}

/**
 * A handset is heard by one; a speaker by the wing, and then the machine plays nothing private unasked. Neither is
 * chosen beforehand: the wrong one would read a man's sentence to forty others.
 */
function Modes({ mode, onMode }: { mode: Mode | null; onMode: (mode: Mode) => void }) {
  const { say } = useWords();
  return (
    <fieldset class="k-tabs" aria-label={say('setUp.modeTitle')}>
      {modes.map(one => (
        <button
          key={one}
          type="button"
          class="k-tab"
          aria-pressed={mode === one}
          {...onTap(() => onMode(one))}
        >
          {say(`setUp.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
