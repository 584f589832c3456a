import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useEvery, useLoad } from '../../app/use-load.ts';
import { Icon } from '../../components/icon.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { moment } from '../../i18n/days.ts';
import { t, wordsFor } from '../../i18n/words.ts';

type Irregularity = ReplyOf<'GET /api/irregularities'>['irregularities'][number];

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A fact as one reads it: an instant as a day and a time, a reason in words, anything else as it is. */
function valueWords(value: string | number): string {
  const text = String(value);
  if (instant.test(text)) return moment(text);
  return wordsFor(`irregularity.reason-${text}`) ?? text;
}

/** Small facts about it, for those who look into it; a fact without words of its own shows its name. */
function factsOf({ detail }: Irregularity): string {
  return Object.entries(detail)
    .flatMap(([key, value]) =>
      value === null || value === ''
        ? []
        : `${wordsFor(`irregularity.fact-${key}`) ?? key}: ${valueWords(value)}`,
    )
    .join(' · ');
}

function Item({ item }: { readonly item: Irregularity }) {
  const facts = factsOf(item);
  return (
    <li class="p-event">
      <Icon name="shield-alert" />
      <p class="p-event__what">{t(`irregularity.${item.kind}`)}</p>
      <p class="p-event__when">{[moment(item.at), item.kiosk, facts].filter(Boolean).join(' · ')}</p>
      <p class="p-event__meaning">{t(`irregularity.${item.kind}-note`)}</p>
    </li>
  );
}

/** What somebody must look at, the newest first: each says what it can mean and that nothing was lost by it. */
export function Irregularities() {
  const load = useLoad('irregularities', signal => call('GET /api/irregularities', { signal }));
  useEvery(60, () => void load.reload());
  return (
    <Page title={t('nav.irregularities')} narrow>
      <p class="p-lead">{t('irregularity.lead')}</p>
      <Loaded load={load}>
        {({ irregularities }) =>
          irregularities.length === 0 ? (
            <State kind="empty" picture="state-settled" title={t('irregularity.none')}>
              <p>{t('irregularity.none-note')}</p>
            </State>
          ) : (
            <ol class="p-history p-history--wide">
              {irregularities.map(item => (
                <Item key={item.id} item={item} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
}
