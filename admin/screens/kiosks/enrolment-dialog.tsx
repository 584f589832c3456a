import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Field } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { clockTime } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { serverNow } from '../../store/time.ts';
import { useCountdown } from '../session/use-countdown.ts';
import { DevicePin } from './pin-dialog.tsx';

type Code = ReplyOf<'POST /api/kiosks/codes'>;
type Wing = ReplyOf<'GET /api/kiosks'>['wings'][number];

interface CodeShownProps {
  readonly code: Code;
  readonly wing: string;
  readonly name: string;
  readonly place: string;
  readonly onClose: () => void;
}

/** In groups that can be read out and typed without losing one's place. */
function groupsOf(code: string): string[] {
  return code.split(/[\s-]+/).length > 1 ? code.split(/[\s-]+/) : (code.match(/.{1,4}/g) ?? [code]);
}

/** `14:59`. */
function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The code, large, with the time it is still good for; on paper it stands alone. */
function CodeShown({ code, wing, name, place, onClose }: CodeShownProps) {
  const seconds =
    (Temporal.Instant.from(code.expiresAt).epochMilliseconds - serverNow().epochMilliseconds) / 1000;
  const [total] = useState(Math.max(1, Math.round(seconds)));
  const left = useCountdown(total);
  return (
    <div class="p-code-page p-form">
      <p>{t('kiosk.code-for', { name, wing, place })}</p>
      <p class="p-code-page__code" data-over={left === 0 ? '' : undefined}>
        <span class="c-code">
          {groupsOf(code.code).map((group, index) => (
            <span key={`${index} ${group}`}>{group}</span>
          ))}
        </span>
      </p>
      <p class="p-code-page__left p-no-print" role="timer">
        {left > 0 ? t('kiosk.code-left', { time: minutes(left) }) : t('kiosk.code-over')}
      </p>
      <p class="p-print-only">{t('kiosk.code-until', { time: clockTime(code.expiresAt) })}</p>
      <p>{t('kiosk.code-how')}</p>
      <p class="p-code-page__pin-title">{t('kiosk.pin-label')}</p>
      <DevicePin pin={code.devicePin} />
      <p>{t('kiosk.pin-how')}</p>
      <div class="c-buttons c-buttons--end">
        <Button icon="printer" disabled={left === 0} onClick={() => print()}>
          {t('case.print')}
        </Button>
        <Button kind="primary" onClick={onClose}>
          {t('common.done')}
        </Button>
      </div>
    </div>
  );
}

/** For which kiosk a code was made. */
interface Made {
  readonly code: Code;
  readonly wing: string;
  readonly name: string;
}

const kinds = ['wall', 'round'] as const;
type Kind = (typeof kinds)[number];

/** No reader, or up to eight visible characters (shared/kiosk/schema.ts). */
function isPrefix(typed: string): boolean {
  return /^[!-~]{0,8}$/.test(typed);
}

interface CodeFormProps {
  readonly wings: readonly Wing[];
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}

/** Wing and name of a new kiosk. */
function CodeForm({ wings, onMade, onClose }: CodeFormProps) {
  const [wing, setWing] = useState(wings[0]?.id ?? '');
  const [kind, setKind] = useState<Kind>('wall');
  const [prefix, setPrefix] = useState('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const name = typed.trim();
  const make = async () => {
    setTried(true);
    if (name === '' || wing === '' || !isPrefix(prefix)) return;
    await act.run(async () => {
      const body = { wing, name, kind, cardPrefix: prefix === '' ? null : prefix };
      const code = await call('POST /api/kiosks/codes', { body });
      onMade({ code, wing: wings.find(({ id }) => id === wing)?.name ?? '', name });
    });
  };
  return (
    <form
      class="p-form"
      onSubmit={event => {
        event.preventDefault();
        void make();
      }}
    >
      <Select
        label={t('kiosk.wing')}
        value={wing}
        choices={wings.map(one => [one.id, one.name] as const)}
        onChoose={chosen => setWing(chosen ?? '')}
      />
      <Select
        label={t('kiosk.kind')}
        hint={t(`kiosk.kind-${kind}-hint`)}
        value={kind}
        choices={kinds.map(one => [one, t(`kiosk.kind-${one}`)] as const)}
        onChoose={chosen => setKind(kinds.find(one => one === chosen) ?? kind)}
      />
      <Field
        label={t('kiosk.name')}
        hint={t('kiosk.name-hint')}
        error={tried && name === '' ? t('common.needed') : null}
      >
        {input => (
          <input
            {...input}
            class="p-input"
            maxLength={40}
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={t('kiosk.card-prefix')}
        hint={t('kiosk.card-prefix-hint')}
        error={tried && !isPrefix(prefix) ? t('kiosk.card-prefix-wrong') : null}
      >
        {input => (
          <input
            {...input}
            class="p-input p-input--short"
            maxLength={8}
            value={prefix}
            onInput={event => setPrefix(event.currentTarget.value)}
          />
        )}
      </Field>
      <DialogEnd act={act} action={t('kiosk.make-code')} onCancel={onClose} />
    </form>
  );
}

interface EnrolmentDialogProps {
  readonly wings: readonly Wing[];
  readonly place: string;
  readonly onClose: () => void;
}

/** A new kiosk: its wing and its name, then a code that is good once and for fifteen minutes. */
export function EnrolmentDialog({ wings, place, onClose }: EnrolmentDialogProps) {
  const [made, setMade] = useState<Made | null>(null);
  return made ? (
    <Dialog key="code" toRead title={t('kiosk.code-title')} onCancel={onClose}>
      <CodeShown {...made} place={place} onClose={onClose} />
    </Dialog>
  ) : (
    <Dialog key="new" title={t('kiosk.new')} onCancel={onClose}>
      <CodeForm wings={wings} onMade={setMade} onClose={onClose} />
    </Dialog>
  );
}
