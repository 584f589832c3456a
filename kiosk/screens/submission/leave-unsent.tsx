import { back } from '../../app/navigator.ts';
import { leave } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { State } from '../../components/state.tsx';
import { useWords } from '../../i18n/words.ts';

/** *Home* with a complaint begun: asked once. A screen like any other, so that *Rules* stays where it is. */
export function LeaveUnsent() {
  const { say } = useWords();
  return (
    <State
      kind="error"
      picture="tile-complaint"
      title={say('complaint.leaveTitle')}
      lead={say('complaint.leaveLead')}
    >
      <Button kind="secondary" large label={say('complaint.leaveGo')} onTap={() => leave()} />
      <Button kind="primary" large label={say('complaint.leaveStay')} onTap={back} />
    </State>
  );
}
