import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnSubmission } from '../../../shared/submission/schema.ts';
import { useLive } from '../../app/live.ts';
import { changeSession, session } from '../../app/session.ts';
import { useHere } from '../../app/use-here.ts';
import { problemWords } from '../../i18n/problems.ts';
import { useWords } from '../../i18n/words.ts';
import { openReply, type Result, settle } from '../../store/index.ts';
import { sayMatter } from './say-problem.ts';
import { SubmissionView, type Verdicts } from './submission-view.tsx';
import { useReceiptState } from './use-receipt-state.ts';

/** Puts what the server answered in the place of what was shown. */
function keep(fresh: OwnSubmission): void {
  const { submissions } = session.get();
  if (submissions)
    changeSession({ submissions: submissions.map(one => (one.id === fresh.id ? fresh : one)) });
}

/** One of somebody's own submissions. Showing a reply is its delivery, and the server is told. */
export function SubmissionPage({ id }: { id: string }) {
  const { language, say } = useWords();
  const { who, submissions } = useLive(session);
  const here = useHere();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Verdicts['said']>(null);
  const submission = submissions?.find(one => one.id === id);
  const person = who !== null && who !== 'nameless' && who.kind === 'person' ? who : null;
  const unread = submission?.state === 'answered';
  const told = useRef(false);
  const witnessed = useReceiptState(id) === 'witnessed';
  useEffect(() => {
    if (!unread || !person || told.current) return;
    told.current = true;
    void openReply(person, id).then(
      answer => session.get().who === person && answer.ok && keep(answer.value),
    );
  }, [unread, person, id]);
  if (!submission || !person) return null;

  const onVerdict = async (settled: boolean) => {
    if (busy) return;
    setBusy(true);
    const answer: Result<OwnSubmission> = await settle(person, id, settled);
    if (!here.current) return;
    setBusy(false);
    if (answer.ok) keep(answer.value);
    setSaid(
      answer.ok ? (settled ? 'settled' : 'not-settled') : { problem: problemWords(answer.problem, language) },
    );
  };
  return (
    <SubmissionView
      title={sayMatter(say, submission.kind, submission.problem)}
      told={{ ...submission, witnessed }}
      text={submission.text}
      verdicts={{ ...submission, busy, said, onVerdict: settled => void onVerdict(settled) }}
    />
  );
}
