import type { CodeState } from '../../../shared/submission/schema.ts';
import { todayIn, useKiosk, zoneOf } from '../../app/kiosk-state.ts';
import { Icon } from '../../components/picture.tsx';
import { sayDay } from '../../i18n/days.ts';
import { type Say, useWords } from '../../i18n/words.ts';

type ReplyTold = CodeState['replies'][number];

const icons: Readonly<Record<ReplyTold['outcome'], string>> = {
  done: 'circle-check',
  'will-be-done': 'calendar-days',
  'not-done': 'circle-x',
  'passed-on': 'forward',
};

type OfficeKey = keyof typeof import('../../../locales/en/kiosk.json')['offices'];

/** An office by its name; never the person in it. */
function sayOffice(say: Say, office: string): string {
  return say(`offices.${office as OfficeKey}`, { defaultValue: office });
}

function sayOutcome(say: Say, reply: ReplyTold, today: string): string {
  const { outcome } = reply;
  if (outcome === 'done' || outcome === 'will-be-done')
    return say(`submission.${outcome}`, { day: reply.on === null ? '' : sayDay(say, reply.on, today) });
  return say(`submission.${outcome}`, { next: reply.next ?? '' });
}

/** A reply: from which office, what comes of it, and its words in the language they were written in. */
export function Reply({ reply }: { reply: ReplyTold }) {
  const { say } = useWords();
  const today = todayIn(zoneOf(useKiosk().settings));
  return (
    <>
      <p class="k-reply__from">
        {say('submission.from', {
          office: sayOffice(say, reply.office),
          day: sayDay(say, reply.sentOn, today),
        })}
      </p>
      <p class="k-reply__outcome" data-outcome={reply.outcome}>
        <Icon name={icons[reply.outcome]} />
        {sayOutcome(say, reply, today)}
      </p>
      <p class="k-reply__text" lang={reply.language}>
        {reply.text}
      </p>
    </>
  );
}
