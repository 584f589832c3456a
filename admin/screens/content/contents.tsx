import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { type ContentStanding, contentStandings } from '../../../shared/content/standing.ts';
import { contentWriters, translatable } from '../../../shared/content/version.ts';
import { languages, nameOf } from '../../../shared/language/languages.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Select } from '../../components/select.tsx';
import { State } from '../../components/state.tsx';
import { Table } from '../../components/table.tsx';
import { t } from '../../i18n/words.ts';
import { chosenLanguage } from './chosen-language.ts';
import './content.css';
import { useValue } from '../../app/use-value.ts';
import type { Me } from '../../store/session.ts';
import { ContentBadge } from './content-badge.tsx';
import { PoDialog } from './po-dialog.tsx';

type Row = ReplyOf<'GET /api/content'>['pages'][number];
const views = ['to-do', 'waiting', 'all'] as const;
type View = (typeof views)[number];
type Standing = Row['languages'][number];

const belongs: Record<View, (one: Standing) => boolean> = {
  'to-do': ({ standing }) => standing !== 'reviewed',
  waiting: ({ waiting }) => waiting !== null,
  all: () => true,
};

/** How many pages stand how, in the order in which a translator takes them up. */
function Counts({ all }: { readonly all: readonly Standing[] }) {
  const count = (standing: ContentStanding) => all.filter(one => one.standing === standing).length;
  return (
    <ul class="p-content__counts">
      {contentStandings.map(standing => (
        <li key={standing}>
          <ContentBadge standing={standing} /> <strong>{count(standing)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** What is to do in one language: every page that is missing, older than its source, or that nobody reviewed. */
export function Contents({ me }: { readonly me: Me }) {
  const load = useLoad('contents', signal => call('GET /api/content', { signal }));
  const language = useValue(chosenLanguage);
  const [view, setView] = useState<View>('to-do');
  const [exchanging, setExchanging] = useState(false);
  const titleOf = (page: string) => load.value?.pages.find(row => row.page === page)?.title ?? page;
  return (
    <Page
      title={t('nav.content')}
      tools={
        translatable(language) ? (
          <Button icon="file-text" onClick={() => setExchanging(true)}>
            {t('content.po')}
          </Button>
        ) : null
      }
    >
      <p class="p-lead">{t('content.lead')}</p>
      <Loaded load={load}>
        {({ pages }) => {
          const rows = pages.flatMap(row => {
            const own = row.languages.find(one => one.language === language);
            return own ? [{ ...row, own }] : [];
          });
          const shown = rows.filter(({ own }) => belongs[view](own));
          return (
            <div class="p-stack">
              <div class="p-content__choice">
                <Select
                  label={t('content.language')}
                  value={language}
                  choices={languages.map(code => [code, nameOf(code)])}
                  onChoose={code => chosenLanguage.set(languages.find(one => one === code) ?? language)}
                />
                <Select
                  label={t('content.view')}
                  value={view}
                  choices={views.map(one => [
                    one,
                    t(`content.view-${one}`, { count: rows.filter(({ own }) => belongs[one](own)).length }),
                  ])}
                  onChoose={chosen => setView(views.find(one => one === chosen) ?? 'all')}
                />
              </div>
              <Counts all={rows.map(({ own }) => own)} />
              {shown.length === 0 ? (
                <State kind="empty" picture="state-settled" title={t('content.nothing')} />
              ) : (
                <Table
                  label={t('nav.content')}
                  head={
                    <>
                      <th scope="col">{t('content.page')}</th>
                      <th scope="col">{t('content.group')}</th>
                      <th scope="col">{t('content.standing')}</th>
                      <th scope="col">{t('content.waits')}</th>
                    </>
                  }
                >
                  {shown.map(({ page, group, title, own }) => (
                    <tr key={page}>
                      <th scope="row">
                        <a href={addressOfPlace({ page: 'text', id: page, code: language })}>{title}</a>
                      </th>
                      <td>{t(`content.groups.${group}`)}</td>
                      <td>
                        <ContentBadge standing={own.standing} />
                      </td>
                      <td>{own.waiting ? t(`content.waits-${own.waiting}`) : t('content.waits-nothing')}</td>
                    </tr>
                  ))}
                </Table>
              )}
            </div>
          );
        }}
      </Loaded>
      {exchanging ? (
        <PoDialog
          language={language}
          mayWrite={contentWriters.some(role => role === me.role)}
          titleOf={titleOf}
          onClose={() => {
            setExchanging(false);
            void load.reload();
          }}
        />
      ) : null}
    </Page>
  );
}
