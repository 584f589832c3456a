import { addressOfPlace, allOpen } from '../../app/place.ts';
import { Icon, Picture } from '../../components/icon.tsx';
import { matterPicture } from '../../components/pictures.ts';
import { moment, todayInPrison } from '../../i18n/days.ts';
import { matterWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import type { CasePage } from '../../store/submission.ts';
import { serverNow } from '../../store/time.ts';
import { Actions } from './actions.tsx';
import { History } from './history.tsx';
import { Replies } from './replies.tsx';
import { DueBadge, Flags } from './row.tsx';
import { Said } from './said.tsx';
import { ClockCard, HolderCard, NamedCard, PersonCard } from './side-cards.tsx';

export interface CaseContentProps {
  readonly me: Me;
  readonly page: CasePage;
  readonly reload: () => Promise<void>;
  readonly onBack: () => void;
}

/** On paper: of which prison, when and by whom it was printed. */
function PaperHead({ me }: { readonly me: Me }) {
  const place = me.prison?.name ?? t('app.headquarters');
  return (
    <p class="p-print-only">
      {t('case.printed', { place, name: me.name, at: moment(serverNow().toString()) })}
    </p>
  );
}

/** Other open cases that say the same: looked at together they are answered better. */
function Alike({ page }: { readonly page: CasePage }) {
  if (page.similar === 0) return null;
  const count = page.similar;
  const words = page.wing ? t('case.similar-wing', { count, wing: page.wing }) : t('case.similar', { count });
  // Headquarters reads several prisons, whose numbers repeat: it looks them up one by one.
  if (page.prison)
    return (
      <p class="p-alike">
        <Icon name="files" />
        <span>{words}</span>
      </p>
    );
  return (
    <a class="p-alike" href={addressOfPlace({ ...allOpen, alike: page.number })}>
      <Icon name="files" />
      <span>{words}</span>
      <Icon name="chevron-right" />
    </a>
  );
}

/** The content of a case page, already redacted by the server for whoever reads it. */
export function CaseContent({ me, page, reload, onBack }: CaseContentProps) {
  const today = todayInPrison();
  return (
    <div class="p-case">
      <PaperHead me={me} />
      <div class="p-case__main">
        <header class="p-case__head">
          <Picture name={matterPicture(page.kind, page.problem)} />
          <h2 class="p-case__title">{matterWords(page.kind, page.problem)}</h2>
          <p class="p-case__facts">
            <DueBadge row={page} today={today} />
            {page.wing ? <span class="c-badge c-badge--plain">{page.wing}</span> : null}
            <Flags row={page} />
          </p>
        </header>
        <Said me={me} page={page} />
        <Alike page={page} />
        <Replies page={page} />
        <Actions me={me} page={page} reload={reload} onBack={onBack} />
        <History events={page.history} />
      </div>
      <aside class="p-case__side" aria-label={t('case.side')}>
        <ClockCard page={page} today={today} />
        <HolderCard page={page} today={today} />
        <PersonCard me={me} page={page} />
        <NamedCard page={page} />
      </aside>
    </div>
  );
}
