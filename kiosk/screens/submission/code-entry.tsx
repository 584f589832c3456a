import { useState } from 'preact/hooks';
import { go, placeOf, way } from '../../app/navigator.ts';
import { changeSession } from '../../app/session.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { lookUpCode } from '../../store/index.ts';
import { CodePad } from './code-pad.tsx';

/** "I have a code": what a receipt code alone shows. */
export function CodeEntry() {
  const { language, say } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const look = async (code: string) => {
    setBusy(true);
    const answer = await lookUpCode(code);
    // An answer that comes after its screen is gone must not open on whoever stands there now.
    if (placeOf(way.get()).at !== 'code') return;
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
