import { call } from '../../api/client.ts';
import { useKeys } from '../../app/keys.ts';
import { Page } from '../../app/page.tsx';
import { homeOf } from '../../app/place.ts';
import { go } from '../../app/router.ts';
import { useLive, useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Notice } from '../../components/notice.tsx';
import { Failed, State, Waiting } from '../../components/state.tsx';
import { t } from '../../i18n/words.ts';
import { askOf, type CaseName, caseKey, caseNameOf } from '../../store/case-name.ts';
import type { Me } from '../../store/session.ts';
import { caseList, lastCase } from '../../store/submission.ts';
import { takeCaseAhead } from '../../store/submission-ahead.ts';
import { CaseContent } from './case-content.tsx';

interface CaseScreenProps extends CaseName {
  readonly me: Me;
}

/** Back to the list as it was left, with its filters. */
function backToList(me: Me, name: CaseName): void {
  const { list, kind, wing, alike } = caseList.get().query;
  lastCase.set(name);
  if (list) go({ page: 'cases', list, kind: kind ?? null, wing: wing ?? null, alike: alike ?? null });
  else go(homeOf(me.role));
}

/** The case before or after this one in the list that was left. */
function goBeside(name: CaseName, by: 1 | -1): void {
  const rows = (caseList.get().rows ?? []).filter(({ gone }) => !gone).map(({ row }) => caseNameOf(row));
  const here = rows.findIndex(row => caseKey(row) === caseKey(name));
  const next = here === -1 ? undefined : rows[here + by];
  if (next === undefined) return;
  lastCase.set(next);
  go({ page: 'case', ...next }, 'replace');
}

function Gone({ onBack }: { readonly onBack: () => void }) {
  return (
    <State kind="empty" picture="state-with-officer" title={t('case.gone')}>
      <p>{t('case.gone-note')}</p>
      <div class="c-buttons">
        <Button kind="primary" onClick={onBack}>
          {t('case.back')}
        </Button>
      </div>
    </State>
  );
}

/** One case on one page: what was said, who has it, its clock, its history, and what can be done. */
export function CaseScreen({ me, number, prison }: CaseScreenProps) {
  const name = { number, prison };
  const load = useLoad(
    `case ${caseKey(name)}`,
    signal => call('GET /api/cases/:number', { ...askOf(name), signal }),
    () => takeCaseAhead(name),
  );
  useLive(() => void load.reload());
  const back = () => backToList(me, name);
  useKeys({ Escape: back, j: () => goBeside(name, 1), k: () => goBeside(name, -1) });

  // What the reader may no longer see leaves the screen, whatever was read before.
  const hidden = load.failure === 'not-yours-to-see';
  const page = hidden ? null : load.value;
  return (
    <Page
      title={[t('case.title', { number }), page?.prison?.name].filter(Boolean).join(' · ')}
      tools={
        <>
          <Button kind="quiet" icon="arrow-left" hint="Esc" onClick={back}>
            {t('case.back')}
          </Button>
          <Button icon="printer" onClick={() => print()}>
            {t('case.print')}
          </Button>
        </>
      }
    >
      {page && load.failure ? (
        <Notice kind="attention" icon="wifi-off">
          {t('list.stale', { reason: failureWords(load.failure) })}
        </Notice>
      ) : null}
      {page ? <CaseContent me={me} page={page} reload={load.reload} onBack={back} /> : null}
      {hidden ? <Gone onBack={back} /> : null}
      {!page && !hidden && load.failure ? (
        <Failed failure={load.failure} onRetry={() => void load.reload()} />
      ) : null}
      {!page && !hidden && !load.failure ? <Waiting rows={4} /> : null}
    </Page>
  );
}
