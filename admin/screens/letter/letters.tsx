import { useState } from 'preact/hooks';
import type { LetterStanding } from '../../../shared/letter/schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { fileName, saveFile } from '../../app/save-file.ts';
import { useAct } from '../../app/use-act.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Select } from '../../components/select.tsx';
import { shortDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import { serverNow } from '../../store/time.ts';
import { BringDialog } from './bring-dialog.tsx';
import { Openers } from './openers.tsx';

interface PartProps {
  readonly letters: LetterStanding;
}

/** Whether the Commissioner has allowed sealed letters; until then no kiosk shows them. */
function Direction({ letters: { direction }, me }: PartProps & { readonly me: Me }) {
  return direction === null ? (
    <Notice kind="attention" icon="lock">
      {t('letter.no-direction')}{' '}
      {me.role === 'commissioner' ? (
        <a href={addressOfPlace({ page: 'rulebook' })}>{t('letter.to-rulebook')}</a>
      ) : null}
    </Notice>
  ) : (
    <Notice kind="good" icon="scroll-text">
      {t('letter.direction', { number: direction })}
    </Notice>
  );
}

function Facts({ letters: { prison, trays, lastTrayOn, sheets } }: PartProps) {
  const nextVisit = sheets.at(-1)?.nextVisit;
  return (
    <section class="p-card">
      <dl class="p-facts">
        <dt>{t('letter.next-visit')}</dt>
        <dd>{nextVisit ? shortDay(nextVisit) : t('letter.unknown')}</dd>
        <dt>{t('letter.trays')}</dt>
        <dd>{trays}</dd>
        <dt>{t('letter.last-tray')}</dt>
        <dd>{lastTrayOn ? shortDay(lastTrayOn) : '–'}</dd>
        <dt>{t('letter.prison')}</dt>
        <dd class="p-letter__id">{prison.id}</dd>
      </dl>
      <p class="p-card__note">{t('letter.trays-note')}</p>
    </section>
  );
}

const spans = { weeks: 35, months: 92, all: null } as const;
type Span = keyof typeof spans;
const spanNames: readonly Span[] = ['weeks', 'months', 'all'];

async function savePack(prison: LetterStanding['prison'], span: Span): Promise<void> {
  const days = spans[span];
  const query =
    days === null
      ? {}
      : {
          since: serverNow()
            .subtract({ hours: 24 * days })
            .toString(),
        };
  const pack = await call('GET /api/letters/pack', { query });
  const name = `sauti-letters-${fileName(prison.name)}-${todayInPrison()}.json`;
  saveFile([JSON.stringify(pack)], 'application/json', name);
}

/** What a justice carries to his reader. */
function Pack({ letters: { prison } }: PartProps) {
  const [span, setSpan] = useState<Span>('weeks');
  const act = useAct();
  return (
    <section class="p-card p-stack">
      <h2 class="p-card__title">{t('letter.pack')}</h2>
      <p>{t('letter.pack-note')}</p>
      <Select
        label={t('letter.since')}
        value={span}
        choices={spanNames.map(name => [name, t(`letter.since-${name}`)] as const)}
        onChoose={value => setSpan(spanNames.find(name => name === value) ?? 'weeks')}
      />
      <div class="c-buttons">
        <Button
          kind="primary"
          icon="archive"
          busy={act.busy}
          onClick={() => void act.run(() => savePack(prison, span))}
        >
          {t('letter.take')}
        </Button>
      </div>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
    </section>
  );
}

interface OneProps extends PartProps {
  readonly me: Me;
  /** Several prisons on one page. */
  readonly named: boolean;
  readonly onChange: () => void;
}

function OnePrison({ letters, me, named, onChange }: OneProps) {
  const [bringing, setBringing] = useState(false);
  const justice = me.role === 'visiting-justice';
  return (
    <article class="p-stack p-letter">
      {named ? <h2>{letters.prison.name}</h2> : null}
      <Direction letters={letters} me={me} />
      <Openers letters={letters} />
      {justice ? (
        <div class="c-buttons">
          <Button icon="key-round" onClick={() => setBringing(true)}>
            {t('letter.bring')}
          </Button>
        </div>
      ) : null}
      <div class="p-cards p-cards--backups">
        {justice && letters.register.length > 0 ? <Pack letters={letters} /> : null}
        <Facts letters={letters} />
      </div>
      {bringing ? (
        <BringDialog
          letters={letters}
          onDone={() => {
            setBringing(false);
            onChange();
          }}
          onClose={() => setBringing(false)}
        />
      ) : null}
    </article>
  );
}

/** Sealed letters: whose keys open them, the pack to carry away, and what is brought back from the reader. */
export function LettersScreen({ me }: { readonly me: Me }) {
  const load = useLoad('letters', signal => call('GET /api/letters', { signal }));
  return (
    <Page title={t('nav.letters')}>
      <p class="p-lead">{t('letter.lead')}</p>
      <Loaded load={load}>
        {({ prisons }) =>
          prisons.map(letters => (
            <OnePrison
              key={letters.prison.id}
              letters={letters}
              me={me}
              named={prisons.length > 1}
              onChange={() => void load.reload()}
            />
          ))
        }
      </Loaded>
    </Page>
  );
}
