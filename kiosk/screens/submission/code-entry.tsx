import { useState } from 'preact/hooks';
import { go } from '../../app/navigator.ts';
import { changeSession } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { lookUpCode } from '../../store/index.ts';
import { CodePad } from './code-pad.tsx';

/** "I have a code": what a receipt code alone shows. */
export function CodeEntry() {
  const { language, say } = useWords();
  const here = useHere();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const look = async (code: string) => {
    setBusy(true);
    const answer = await lookUpCode(code);
    if (!here.current) return;
    setBusy(false);
    if (answer.ok) {
      changeSession({ looked: { code, state: answer.value } });
      go({ at: 'code-state' });
    } else {
      setProblem(problemWords(answer.problem, language));
    }
  };
  return (
    <CodePad
      title={say('code.title')}
      busy={busy}
      problem={problem}
      onChange={() => setProblem(null)}
      onCode={code => void look(code)}
    />
  );
}
