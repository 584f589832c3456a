import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { longDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';

/** The day at whose end a record is looked at; null: as it stands now. */
export interface AsOf {
  readonly on: string | null;
  readonly choose: (on: string | null) => void;
}

export function useAsOf(): AsOf {
  const [on, choose] = useState<string | null>(null);
  return { on, choose };
}

/** What is asked of the server for it. */
export function queryOf({ on }: AsOf): { on?: string } {
  return on === null ? {} : { on };
}

/** Looks back to how the record stood, and to what its owner was shown then. */
export function AsOfChoice({ on, choose }: AsOf) {
  const yesterday = () => Temporal.PlainDate.from(todayInPrison()).subtract({ days: 1 }).toString();
  if (on === null)
    return (
      <p class="p-no-print p-as-of">
        <Button kind="quiet" icon="calendar-days" onClick={() => choose(yesterday())}>
          {t('record.look-back')}
        </Button>
      </p>
    );
  return (
    <div class="p-stack p-as-of">
      <div class="p-no-print">
        <DateField
          label={t('record.as-on')}
          value={on}
          onChange={day => day && day < todayInPrison() && choose(day)}
        />
        <Button kind="quiet" icon="rotate-ccw" onClick={() => choose(null)}>
          {t('record.as-now')}
        </Button>
      </div>
      <Notice kind="attention" icon="calendar-days">
        {t('record.as-it-stood', { day: longDay(on) })}
      </Notice>
    </div>
  );
}
