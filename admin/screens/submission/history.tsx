import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/pictures.ts';
import { moment } from '../../i18n/days.ts';
import { actorWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { CasePage } from '../../store/submission.ts';
import { eventWords, noteOf } from './event-words.ts';

type Event = CasePage['history'][number];

const icons: Readonly<Record<string, IconName>> = {
  receive: 'inbox',
  pass: 'eye',
  route: 'forward',
  return: 'corner-up-left',
  answer: 'pencil',
  'call-back': 'undo-2',
  send: 'send',
  'open-reply': 'eye',
  settle: 'circle-check',
  'not-settle': 'circle-x',
  close: 'archive',
  note: 'message-square',
  'name-added': 'user-round',
};

function EventItem({ event }: { readonly event: Event }) {
  const note = noteOf(event);
  return (
    <li class="p-event">
      <Icon name={icons[event.action] ?? 'chevron-right'} />
      <p class="p-event__what">{eventWords(event)}</p>
      <p class="p-event__when">
        <time dateTime={event.at}>{moment(event.at)}</time> · {actorWords(event.by)}
      </p>
      {note ? <blockquote class="p-event__words">{note}</blockquote> : null}
    </li>
  );
}

/** What happened, the oldest first, in plain words; it can be neither changed nor removed. */
export function History({ events }: { readonly events: readonly Event[] }) {
  return (
    <section aria-labelledby="history">
      <h3 class="p-title" id="history">
        {t('history.title')}
      </h3>
      <ol class="p-history">
        {events.map((event, index) => (
          <EventItem key={`${event.at} ${index}`} event={event} />
        ))}
      </ol>
    </section>
  );
}
