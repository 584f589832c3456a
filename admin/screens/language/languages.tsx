import { useState } from 'preact/hooks';
import { isLanguage } from '../../../shared/language/languages.ts';
import type { LanguageRow, Languages as LanguagesReply } from '../../../shared/language/schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { moment } from '../../i18n/days.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import './language.css';

/** How much of a whole there is, as a bar and as figures; a reviewed part is said beneath it. */
function Share({ part, all, note }: { readonly part: number; readonly all: number; readonly note: string }) {
  return (
    <td class="p-languages__share">
      {t('languages.of', { part, all })}
      <meter class="p-bar__meter" min={0} max={all} value={part} aria-hidden="true" />
      <span class="p-cell__note">{note}</span>
    </td>
  );
}

/** Whether kiosks offer it, and if not, why not. */
function Offer({ row }: { readonly row: LanguageRow }) {
  if (row.standing === null) return <span class="c-badge c-badge--plain">{t('languages.waiting')}</span>;
  if (row.always) return <span class="c-badge c-badge--accent">{t('languages.always')}</span>;
  if (row.offered) return <span class="c-badge c-badge--accent">{t('languages.offered')}</span>;
  return (
    <span class="c-badge c-badge--plain">
      {t(row.chosen ? 'languages.not-ready' : 'languages.not-chosen')}
    </span>
  );
}

function Row({ row }: { readonly row: LanguageRow }) {
  const { code, name, standing } = row;
  return (
    <tr data-off={standing ? undefined : ''}>
      <th scope="row">
        {isLanguage(code) ? <a href={addressOfPlace({ page: 'language', code })}>{name}</a> : name}
        {languageWords(code) === name ? null : <span class="p-cell__note">{languageWords(code)}</span>}
      </th>
      {standing ? (
        <>
          {(['words', 'pages'] as const).map(part => (
            <Share
              key={part}
              part={standing[part].written}
              all={standing[part].all}
              note={t('languages.reviewed', { count: standing[part].reviewed })}
            />
          ))}
          <Share
            part={standing.dangerous.reviewed}
            all={standing.dangerous.all}
            note={t('languages.recorded', { count: standing.dangerous.recorded })}
          />
        </>
      ) : (
        <td colSpan={3}>{t('languages.waiting-note')}</td>
      )}
      <td>
        <Offer row={row} />
      </td>
    </tr>
  );
}

function Choices({ choices }: { readonly choices: LanguagesReply['choices'] }) {
  if (choices.length === 0) return null;
  return (
    <section class="p-part" aria-labelledby="language-choices">
      <h2 class="p-title" id="language-choices">
        {t('languages.choices')}
      </h2>
      <ul class="p-carried">
        {choices.map(({ at, by, chosen }) => (
          <li key={at}>
            {t('languages.choice', { at: moment(at), by, languages: chosen.map(languageWords).join(', ') })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every language: what is written and who vouches for it, counted from the texts, and what the kiosks offer. */
export function Languages() {
  const load = useLoad('languages', signal => call('GET /api/languages', { signal }));
  const [choosing, setChoosing] = useState(false);
  const rows = load.value?.languages ?? [];
  return (
    <Page
      title={t('nav.languages')}
      tools={
        load.value?.mayChoose ? (
          <Button kind="primary" onClick={() => setChoosing(true)}>
            {t('languages.choose')}
          </Button>
        ) : null
      }
    >
      <p class="p-lead">{t('languages.lead')}</p>
      <Loaded load={load}>
        {({ languages, demonstration, choices }) => (
          <div class="p-stack">
            <Notice kind="attention" icon="languages">
              {t(demonstration ? 'languages.rule-demonstration' : 'languages.rule')}
            </Notice>
            <Table
              label={t('nav.languages')}
              head={
                <>
                  <th scope="col">{t('languages.language')}</th>
                  <th scope="col">{t('languages.words')}</th>
                  <th scope="col">{t('languages.pages')}</th>
                  <th scope="col">{t('languages.dangerous')}</th>
                  <th scope="col">{t('languages.kiosks')}</th>
                </>
              }
            >
              {languages.map(row => (
                <Row key={row.code} row={row} />
              ))}
            </Table>
            <Choices choices={choices} />
          </div>
        )}
      </Loaded>
      {choosing ? (
        <ChooseDialog
          rows={rows}
          onClose={changed => {
            setChoosing(false);
            if (changed) void load.reload();
          }}
        />
      ) : null}
    </Page>
  );
}
