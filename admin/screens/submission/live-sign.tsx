import { useValue } from '../../app/use-value.ts';
import { t } from '../../i18n/words.ts';
import { live } from '../../store/live.ts';

/** Whether the list follows the server by itself. */
export function LiveSign() {
  const state = useValue(live);
  if (state === 'opening') return null;
  return (
    <p class="p-live p-no-print" data-state={state} title={t(`list.${state}-note`)}>
      <span>{t(`list.${state}`)}</span>
    </p>
  );
}
