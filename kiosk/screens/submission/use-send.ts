import { useState } from 'preact/hooks';
import { useLive } from '../../app/live.ts';
import { restart } from '../../app/navigator.ts';
import { changeSession, leave, session, type Who } from '../../app/session.ts';
import { type ComplaintForm, send as keepAndSend, type SendResult } from '../../store/index.ts';

export type SendProblem = 'storage-full' | 'database-closed' | 'unexpected';

type Refusal = Extract<SendResult, { ok: false }>['problem'];

function shownAs(problem: Refusal): SendProblem {
  return problem === 'storage-full' || problem === 'database-closed' ? problem : 'unexpected';
}

/**
 * Sends once. Busy at once, in the same moment as the tap, so that a double tap is one. Once it is kept, the answers
 * leave memory and only the receipt stays.
 */
export function useSend() {
  const { sending } = useLive(session);
  const [problem, setProblem] = useState<SendProblem | null>(null);

  const run = async (form: ComplaintForm, who: Who) => {
    const result = await keepAndSend(form, who);
    // It may have timed out meanwhile: kept it is, but its code must not show to whoever stands there now.
    if (session.get().draft?.id !== form.id) return;
    changeSession({ sending: false });
    if (result.ok) {
      changeSession({ draft: null, receipt: { ...result.receipt, id: form.id } });
      restart({ at: 'receipt' });
    } else if (result.problem === 'signed-out') {
      leave('not-sent');
    } else {
      setProblem(shownAs(result.problem));
    }
  };

  return {
    busy: sending,
    problem,
    send(form: ComplaintForm, who: Who) {
      if (session.get().sending) return;
      changeSession({ sending: true });
      setProblem(null);
      void run(form, who);
    },
  };
}
