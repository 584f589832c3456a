import { useState } from 'preact/hooks';
import { useLive } from '../../app/live.ts';
import { session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { answerClaim } from '../../store/index.ts';
import { CodePad } from '../submission/code-pad.tsx';
import { noteAnswered, Thanks } from './claim.tsx';

/** *Yes, it was me*: the receipt code proves it, and then the name goes on it. */
export function ClaimCode({ id }: { id: string }) {
  const { language, say } = useWords();
  const { who } = useLive(session);
  const here = useHere();
  const [busy, setBusy] = useState(false);
  const [mine, setMine] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (who === null || who === 'nameless' || who.kind !== 'person') return null;
  if (mine) return <Thanks lead={say('session.claimMine')} />;
  const claim = async (code: string) => {
    setBusy(true);
    const answer = await answerClaim(who, id, { mine: true, code });
    if (!here.current) return;
    setBusy(false);
    if (!answer.ok) {
      setProblem(problemWords(answer.problem, language));
      return;
    }
    noteAnswered(id);
    setMine(true);
  };
  return (
    <CodePad
      title={say('session.claimCode')}
      busy={busy}
      problem={problem}
      onChange={() => setProblem(null)}
      onCode={code => void claim(code)}
    />
  );
}
