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
import type { Me } from '../../store/session.ts';
import { caseList, lastCase } from '../../store/submission.ts';
import { CaseContent } from './case-content.tsx';

interface CaseScreenProps {
  readonly me: Me;
  readonly number: number;
}

/** Back to the list as it was left, with its filters. */
function backToList(me: Me, number: number): void {
  const { list, kind, wing } = caseList.get().query;
  lastCase.set(number);
  if (list) go({ page: 'cases', list, kind: kind ?? null, wing: wing ?? null });
  else go(homeOf(me.role));
}

/** The case before or after this one in the list that was left. */
function goBeside(number: number, by: 1 | -1): void {
  const rows = (caseList.get().rows ?? []).filter(({ gone }) => !gone).map(({ row }) => row.number);
  const here = rows.indexOf(number);
  const next = here === -1 ? undefined : rows[here + by];
  if (next === undefined) return;
  lastCase.set(next);
  go({ page: 'case', number: next }, 'replace');
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
export function CaseScreen({ me, number }: CaseScreenProps) {
  const load = useLoad(`case ${number}`, signal =>
    call('GET /api/cases/:number', { params: { number }, signal }),
  );
  useLive(() => void load.reload());
  const back = () => backToList(me, number);
  useKeys({ Escape: back, j: () => goBeside(number, 1), k: () => goBeside(number, -1) });

  // What the reader may no longer see leaves the screen, whatever was read before.
  const hidden = load.failure === 'not-yours-to-see';
  const page = hidden ? null : load.value;
  return (
    <Page
      title={t('case.title', { number })}
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
