import { useState } from 'preact/hooks';
import { spacedCode } from '../../../shared/submission/code.ts';
import { useLive } from '../../app/live.ts';
import { changeSession, session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { settleByCode } from '../../store/index.ts';
import { SubmissionView, type Verdicts } from './submission-view.tsx';

/** Where a submission is, found by its code. A nameless one shows its replies: the code is all its writer has. */
export function CodeResult() {
  const { language, say } = useWords();
  const { looked } = useLive(session);
  const here = useHere();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Verdicts['said']>(null);
  if (!looked) return null;
  const { code, state } = looked;
  const onVerdict = async (settled: boolean) => {
    if (busy) return;
    setBusy(true);
    const answer = await settleByCode(code, settled);
    if (!here.current) return;
    setBusy(false);
    if (answer.ok) changeSession({ looked: { code, state: answer.value } });
    setSaid(
      answer.ok ? (settled ? 'settled' : 'not-settled') : { problem: problemWords(answer.problem, language) },
    );
  };
  return (
    <SubmissionView
      title={`${say('submission.code')} ${spacedCode(code)}`}
      told={{ ...state, receivedOn: null }}
      text={null}
      withheld={state.nameless ? undefined : say('submission.namedByCode')}
      verdicts={{ ...state, busy, said, onVerdict: settled => void onVerdict(settled) }}
    />
  );
}
