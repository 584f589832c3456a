import { useState } from 'preact/hooks';
import { isWhole, type Language, nameOf } from '../../../shared/language/languages.ts';
import type { LanguageText } from '../../../shared/language/schema.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useLoad } from '../../app/use-load.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Select } from '../../components/select.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { shortDay } from '../../i18n/days.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import './language.css';

const views = ['dangerous', 'missing', 'draft', 'reviewed', 'pages', 'all'] as const;
type View = (typeof views)[number];

const belongs: Record<View, (text: LanguageText) => boolean> = {
  dangerous: text => text.dangerous,
  missing: text => text.coverage === 'missing',
  draft: text => text.coverage === 'draft',
  reviewed: text => text.coverage === 'reviewed',
  pages: text => text.id.startsWith('page:'),
  all: () => true,
};

const badges = { missing: 'plain', draft: 'today', reviewed: 'accent' } as const;

/** Draft or reviewed, and by whom and when; never claimed, always read from the record of reviews. */
function Standing({ text }: { readonly text: LanguageText }) {
  return (
    <td>
      <span class={`c-badge c-badge--${badges[text.coverage]}`}>{t(`languages.is-${text.coverage}`)}</span>
      {(['reviewed', 'recorded'] as const).map(what => {
        const entry = text[what];
        return entry ? (
          <span key={what} class="p-cell__note">
            {t(`languages.${what}-by`, { by: entry.by, day: shortDay(entry.on) })}
          </span>
        ) : null;
      })}
    </td>
  );
}

interface TextTableProps {
  readonly code: Language;
  readonly texts: readonly LanguageText[];
}

function TextTable({ code, texts }: TextTableProps) {
  const whole = isWhole(code);
  return (
    <Table
      label={nameOf(code)}
      head={
        <>
          <th scope="col">{languageWords('en')}</th>
          <th scope="col">{languageWords('sw')}</th>
          {whole ? null : <th scope="col">{nameOf(code)}</th>}
          <th scope="col">{t('languages.standing')}</th>
        </>
      }
    >
      {texts.map(text => (
        <tr key={text.id}>
          <td>
            <span lang="en">{text.english}</span>
            <span class="p-cell__note p-languages__id">{text.id}</span>
          </td>
          <td lang="sw">{text.kiswahili}</td>
          {whole ? null : <td lang={code}>{text.own ?? t('languages.none-own')}</td>}
          <Standing text={text} />
        </tr>
      ))}
    </Table>
  );
}

/** One language, text by text, beside English and Kiswahili: what is missing, what is a draft, what was reviewed. */
export function LanguageScreen({ code }: { readonly code: Language }) {
  const load = useLoad(`language ${code}`, signal =>
    call('GET /api/languages/:code', { signal, params: { code } }),
  );
  const [view, setView] = useState<View>('dangerous');
  return (
    <Page title={nameOf(code)} note={languageWords(code) === nameOf(code) ? null : languageWords(code)}>
      <p class="p-lead">
        <a href={addressOfPlace({ page: 'languages' })}>{t('languages.back')}</a>
      </p>
      <Loaded load={load}>
        {({ texts }) => {
          const shown = texts.filter(belongs[view]);
          return (
            <div class="p-stack">
              <div class="p-form--small">
                <Select
                  label={t('languages.view')}
                  value={view}
                  choices={views.map(one => [
                    one,
                    t(`languages.view-${one}`, { count: texts.filter(belongs[one]).length }),
                  ])}
                  onChoose={chosen => setView(views.find(one => one === chosen) ?? 'all')}
                />
              </div>
              {shown.length === 0 ? (
                <State kind="empty" picture="state-settled" title={t('languages.nothing')} />
              ) : (
                <TextTable code={code} texts={shown} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
