import { t, wordsFor } from '../../i18n/words.ts';
import type { CasePage } from '../../store/submission.ts';

type Event = CasePage['history'][number];

function textOf(event: Event, key: string): string | null {
  const value = event.detail[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What officers wrote with an event, in their own words. */
export function noteOf(event: Event): string | null {
  return textOf(event, 'note');
}

/** What happened, in one sentence. An event without words of its own shows its name: nothing may be hidden. */
export function eventWords(event: Event): string {
  const unit = textOf(event, 'unit');
  const outcome = textOf(event, 'outcome');
  const named = event.detail.named;
  if (event.action === 'route' && unit)
    return t(event.detail.personNeeded === true ? 'event.route-with-name' : 'event.route', {
      unit: wordsFor(`unit.${unit}`) ?? unit,
    });
  if (event.action === 'pass' && typeof named === 'number')
    return named === 0 ? t('event.pass-nobody') : t('event.pass-named', { count: named });
  if ((event.action === 'answer' || event.action === 'send') && outcome)
    return t(`event.${event.action}-outcome`, { outcome: wordsFor(`outcome.${outcome}`) ?? outcome });
  if (event.action === 'forward' && event.detail.comment === false) return t('event.forward-late');
  const office = textOf(event, 'to');
  if (event.action === 'rise' && office)
    return t(event.detail.why === 'stand-in' ? 'event.rise-stand-in' : 'event.rise-to', {
      office: wordsFor(`kinds.ladder.${office}`) ?? office,
    });
  return wordsFor(`event.${event.action}`) ?? t('event.other', { action: event.action });
}
