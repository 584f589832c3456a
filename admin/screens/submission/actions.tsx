import { useEffect, useState } from 'preact/hooks';
import type { Action } from '../../../shared/submission/life.ts';
import { useKeys } from '../../app/keys.ts';
import { useValue } from '../../app/use-value.ts';
import { Button } from '../../components/button.tsx';
import { t } from '../../i18n/words.ts';
import { type CaseName, caseNameOf } from '../../store/case-name.ts';
import { placeToOpen, readDraft } from '../../store/draft.ts';
import type { Me } from '../../store/session.ts';
import { CallBackNow } from './call-back-now.tsx';
import type { CaseContentProps } from './case-content.tsx';
import { draftPlace, type FormAction, type FormProps, formActions } from './form-props.ts';
import { NoteForm } from './note-form.tsx';
import { PassForm } from './pass-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { RouteForm } from './route-form.tsx';

function FormOf(props: FormProps) {
  switch (props.action) {
    case 'pass':
      return <PassForm {...props} />;
    case 'answer':
      return <ReplyForm {...props} />;
    case 'route':
      return <RouteForm {...props} />;
    default:
      return <NoteForm {...props} />;
  }
}

/** The form that was left with something in it, so that it is open again when one comes back. */
function leftOpen(name: CaseName, actions: readonly Action[]): FormAction | null {
  const kept = formActions.find(
    ({ action }) => actions.includes(action) && readDraft(draftPlace(action, name)) !== null,
  );
  return kept?.action ?? null;
}

/** Which form is open; a reply that was called back opens its own. */
function useChosen({ page, reload }: CaseContentProps) {
  const name = caseNameOf(page);
  const place = draftPlace('answer', name);
  const [chosen, setChosen] = useState<FormAction | null>(() => leftOpen(name, page.actions));
  const wanted = useValue(placeToOpen);
  useEffect(() => {
    if (wanted !== place) return;
    placeToOpen.set(null);
    setChosen('answer');
    void reload();
  }, [wanted, place, reload]);
  return [chosen, setChosen] as const;
}

interface ButtonsProps {
  readonly me: Me;
  readonly possible: readonly (typeof formActions)[number][];
  readonly corrects: boolean;
  readonly onChoose: (action: FormAction) => void;
}

function ActionButtons({ me, possible, corrects, onChoose }: ButtonsProps) {
  if (possible.length === 0)
    return (
      <p class="p-acts__none">{t(me.role === 'visiting-justice' ? 'action.reads-only' : 'action.none')}</p>
    );
  return (
    <div class="c-buttons">
      {possible.map(({ action, key, icon }, index) => (
        <Button
          key={action}
          kind={index === 0 && action !== 'note' && !corrects ? 'primary' : 'secondary'}
          icon={icon}
          hint={key.toUpperCase()}
          onClick={() => onChoose(action)}
        >
          {action === 'answer' && corrects ? t('action.correct') : t(`action.${action}`)}
        </Button>
      ))}
    </div>
  );
}

/** What can be done with the case now: exactly what the server says, as buttons and as keys. */
export function Actions(props: CaseContentProps) {
  const { me, page, reload, onBack } = props;
  const [chosen, setChosen] = useChosen(props);
  const possible = formActions.filter(({ action }) => page.actions.includes(action));
  const close = () => setChosen(null);
  useKeys({
    ...Object.fromEntries(possible.map(({ action, key }) => [key, () => setChosen(action)])),
    ...(chosen ? { Escape: close } : {}),
  });
  return (
    <section class="p-acts p-no-print" aria-label={t('action.title')}>
      {page.actions.includes('call-back') ? <CallBackNow page={page} reload={reload} /> : null}
      {chosen ? (
        <FormOf
          key={chosen}
          me={me}
          page={page}
          reload={reload}
          action={chosen}
          possible={page.actions.includes(chosen)}
          onCancel={close}
          onDone={close}
          onBack={onBack}
        />
      ) : (
        <ActionButtons
          me={me}
          possible={possible}
          corrects={page.state === 'answered' || page.state === 'delivered'}
          onChoose={setChosen}
        />
      )}
    </section>
  );
}
