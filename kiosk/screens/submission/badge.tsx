import { openStates, type State } from '../../../shared/submission/life.ts';
import { Icon } from '../../components/picture.tsx';
import { sayDay } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';

export interface BadgeProps {
  readonly state: State;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly today: string;
}

/** What matters of a submission in a list: a reply to read, or by when one is due. */
export function StateBadge({ state, dueOn, overdue, today }: BadgeProps) {
  const { say } = useWords();
  if (!(openStates as readonly State[]).includes(state)) {
    const isNew = state === 'answered';
    return (
      <span class={`c-badge c-badge--${isNew ? 'accent' : 'done'}`}>
        <Icon name={isNew ? 'message-square' : 'check'} />
        {isNew ? say('submissions.reply') : say(`state.${state}`)}
      </span>
    );
  }
  const day = sayDay(say, dueOn, today);
  if (overdue)
    return (
      <span class="c-badge c-badge--overdue">
        <Icon name="clock" />
        {say('submissions.late', { day })}
      </span>
    );
  return (
    <span class={`c-badge c-badge--${dueOn === today ? 'today' : 'later'}`}>
      {dueOn === today ? say('submissions.today') : say('submissions.due', { day })}
    </span>
  );
}
