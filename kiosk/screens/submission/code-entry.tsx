import { useState } from 'preact/hooks';
import { useKiosk } from '../../app/kiosk-state.ts';
import { go } from '../../app/navigator.ts';
import { changeSession } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { findLetterAnswer, lookUpCode } from '../../store/index.ts';
import { CodePad } from './code-pad.tsx';

/** "I have a code": what a receipt code alone shows. */
export function CodeEntry() {
  const { language, say } = useWords();
  const here = useHere();
  const { letters } = useKiosk();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const look = async (code: string) => {
    setBusy(true);
    // First among what lies here: the server need not know that somebody asks for a letter's answer.
    const phrase = letters ? await findLetterAnswer(code) : null;
    const answer = phrase ? null : await lookUpCode(code);
    if (!here.current) return;
    setBusy(false);
    if (phrase) return go({ at: 'letter-answer', phrase });
    if (!answer) return;
    if (answer.ok) {
      changeSession({ looked: { code, state: answer.value } });
      go({ at: 'code-state' });
    } else {
      const words = problemWords(answer.problem, language);
      setProblem(letters ? `${words} ${say('letter.noAnswerYet')}` : words);
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
