import { useEffect, useState } from 'preact/hooks';
import type { Role } from '../../../shared/staff/roles.ts';
import { useKeys } from '../../app/keys.ts';
import { useValue } from '../../app/use-value.ts';
import { Button } from '../../components/button.tsx';
import { t } from '../../i18n/words.ts';
import { chooseNone, chooseShown, chosen, chosenRows } from '../../store/chosen.ts';
import { placeToOpen } from '../../store/draft.ts';
import { togetherPlace } from '../../store/reply-draft.ts';
import type { Me } from '../../store/session.ts';
import { caseList } from '../../store/submission.ts';
import { TogetherReply } from './together-reply.tsx';
import { TogetherRoute } from './together-route.tsx';

type Act = 'answer' | 'route';

const acts: Partial<Record<Role, readonly Act[]>> = {
  'officer-in-charge': ['answer', 'route'],
  deputy: ['answer', 'route'],
  'unit-officer': ['answer'],
  'first-reader': ['route'],
};

/** What a role can do with several cases at once; the server decides of each. */
export const actsOf = (role: Role): readonly Act[] => acts[role] ?? [];

const keyOf = { answer: 'r', route: 'o' } as const;
const iconOf = { answer: 'pencil', route: 'forward' } as const;

/** Which dialog is open; an answer that was called back opens its own. */
function useOpen() {
  const [open, setOpen] = useState<Act | null>(null);
  const wanted = useValue(placeToOpen);
  useEffect(() => {
    if (wanted !== togetherPlace) return;
    placeToOpen.set(null);
    setOpen('answer');
  }, [wanted]);
  return [open, setOpen] as const;
}

/** What is done with the cases that are chosen in the list, in a bar below it. */
export function Together({ me }: { readonly me: Me }) {
  const rows = chosenRows(useValue(caseList), useValue(chosen));
  const [open, setOpen] = useOpen();
  const possible = rows.length > 0 ? actsOf(me.role) : [];
  useKeys({
    ...(actsOf(me.role).length > 0 ? { a: chooseShown } : {}),
    ...Object.fromEntries(possible.map(act => [keyOf[act], () => setOpen(act)])),
    ...(possible.length > 0 ? { Escape: chooseNone } : {}),
  });
  if (possible.length === 0) return null;
  const close = () => setOpen(null);
  const done = () => {
    close();
    chooseNone();
  };
  return (
    <section class="p-together p-no-print" aria-label={t('together.title')}>
      <strong class="p-together__count" role="status">
        {t('together.count', { count: rows.length })}
      </strong>
      {possible.map((act, index) => (
        <Button
          key={act}
          kind={index === 0 ? 'primary' : 'secondary'}
          icon={iconOf[act]}
          hint={keyOf[act].toUpperCase()}
          onClick={() => setOpen(act)}
        >
          {t(`action.${act}`)}
        </Button>
      ))}
      <Button kind="quiet" hint="A" onClick={chooseShown}>
        {t('together.all')}
      </Button>
      <Button kind="quiet" hint="Esc" onClick={chooseNone}>
        {t('together.none')}
      </Button>
      {open === 'answer' ? <TogetherReply rows={rows} onCancel={close} onDone={done} /> : null}
      {open === 'route' ? <TogetherRoute rows={rows} onCancel={close} onDone={done} /> : null}
    </section>
  );
}
