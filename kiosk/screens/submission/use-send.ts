import { useEffect, useState } from 'preact/hooks';
import { useLive } from '../../app/live.ts';
import { restart } from '../../app/navigator.ts';
import { changeSession, leave, session, type Who } from '../../app/session.ts';
import {
  type ComplaintForm,
  send as keepAndSend,
  prepareToSend,
  type SendResult,
} from '../../store/index.ts';

export type SendProblem = 'storage-full' | 'database-closed' | 'unexpected';

type Refusal = Extract<SendResult, { ok: false }>['problem'];

export function shownAs(problem: Refusal): SendProblem {
  return problem === 'storage-full' || problem === 'database-closed' ? problem : 'unexpected';
}

/** Most receipts are there sooner; a button that changes for a moment would only hold them up. */
const busyShownMs = 150;

/** Whether sending has lasted so long that the button should say so. */
function useLasts(sending: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!sending) return setLasts(false);
    const timer = setTimeout(() => setLasts(true), busyShownMs);
    return () => clearTimeout(timer);
  }, [sending]);
  return sending && lasts;
}

/** Seals what is read back, while it is read; once more if it or whoever reads it changes. */
export function usePrepared(form: ComplaintForm | null, who: Who | null, key: unknown): void {
  useEffect(() => {
    if (form && who !== null) prepareToSend(form, who);
  }, [key, who]);
}

/**
 * Sends once. Taken at once, in the same moment as the tap, so that a double tap is one. Once it is kept, the answers
 * leave memory and only the receipt stays.
 */
export function useSend() {
  const { sending } = useLive(session);
  const [problem, setProblem] = useState<SendProblem | null>(null);
  const busy = useLasts(sending);

  const run = async (form: ComplaintForm, who: Who) => {
    const result = await keepAndSend(form, who);
    // It may have timed out meanwhile: kept it is, but its code must not show to whoever stands there now.
    if (session.get().draft?.id !== form.id) return;
    if (result.ok) {
      changeSession({ sending: false, draft: null, receipt: { ...result.receipt, id: form.id } });
      restart({ at: 'receipt' });
      return;
    }
    changeSession({ sending: false });
    if (result.problem === 'signed-out') {
      leave('not-sent');
    } else {
      setProblem(shownAs(result.problem));
    }
  };

  return {
    busy,
    problem,
    send(form: ComplaintForm, who: Who) {
      if (session.get().sending) return;
      changeSession({ sending: true });
      setProblem(null);
      void run(form, who);
    },
  };
}
