import { kindNow } from '../../../shared/submission/kind-rules.ts';
import type { Figures } from '../../../shared/submission/schema.ts';
import { kioskNow } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { go } from '../../app/navigator.ts';
import { changeSession, session } from '../../app/session.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { useWords } from '../../i18n/words.ts';
import { newForm } from '../../store/index.ts';
import { completeForm } from '../submission/complete.ts';
import { emptyDraft, withKind } from '../submission/draft.ts';
import { readerOf } from '../submission/route.ts';
import { sayProblem } from '../submission/say-problem.ts';
import { useSend } from '../submission/use-send.ts';

export type Problem = 'release-date' | 'forfeiture' | 'stage' | 'earnings' | 'court-day' | 'punishment';

/** "I think this is wrong": begins a request that carries the line as it stands on the screen now. */
export function ask(problem: Problem, figures: Figures): void {
  const asked = kindNow(kioskNow().settings?.kinds, 'record');
  const draft = { ...withKind(emptyDraft(newForm()), asked), problem, moreAsked: true, figures };
  changeSession({ draft });
  go({ at: 'query' });
}

/** The line, who will read this, and sending it: one screen, since the line says all. */
export function Query() {
  const { language, say } = useWords();
  const { draft, who } = useLive(session);
  const { busy, problem, send } = useSend();
  const form = draft && completeForm(draft, language);
  if (!form || !draft.figures || who === null) return null;
  const reader = readerOf(form, { nameless: false, asked: draft.asked }, say);
  const { words } = draft.figures.shown;
  return (
    <section class="k-query">
      <h1 class="k-title">{say('query.title')}</h1>
      <blockquote class="k-query__line">
        <p>{typeof words === 'string' ? words : sayProblem(say, form.kind, form.problem)}</p>
      </blockquote>
      <p class="k-lead">{say('query.lead')}</p>
      {problem ? (
        <Banner kind="danger" picture="state-not-settled" strong={say('failure.unexpected')}>
          {say('failure.unexpectedLead')}
        </Banner>
      ) : (
        <div class="k-reader">
          <Picture id={reader.picture} />
          <p class="k-reader__text">{reader.sentence}</p>
        </div>
      )}
      <div class="k-actions">
        <Button
          kind="primary"
          large
          icon="send"
          label={busy ? say('complaint.sending') : say('complaint.send')}
          busy={busy}
          onTap={() => send(form, who)}
        />
      </div>
    </section>
  );
}
