import { useState } from 'preact/hooks';
import type { ContentText, ContentVersion } from '../../../shared/content/schema.ts';
import type { ContentAction } from '../../../shared/content/version.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/date-field.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Field } from '../../components/field.tsx';
import { Table } from '../../components/table.tsx';
import { moment, shortDay, todayInPrison } from '../../i18n/days.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';

interface StepProps {
  readonly version: ContentVersion & { readonly id: string };
  readonly action: ContentAction;
  readonly onDone: (changed: boolean) => void;
}

/** Reviewing, publishing from a day on, or refusing with a reason. */
function StepDialog({ version, action, onDone }: StepProps) {
  const [day, setDay] = useState<string | null>(todayInPrison());
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const isMissing =
    (action === 'refuse' && reason.trim() === '') ||
    (action === 'publish' && (day === null || day < todayInPrison()));
  const send = async () => {
    setTried(true);
    if (isMissing) return;
    const done = await act.run(async () => {
      await call('POST /api/content/versions/:id/step', {
        params: { id: version.id },
        body: {
          action,
          validFrom: action === 'publish' ? day : null,
          reason: action === 'refuse' ? reason.trim() : null,
        },
      });
    });
    if (!done) return;
    say({ kind: 'done', words: t(`content.${action}-done`) });
    onDone(true);
  };
  return (
    <Dialog title={t(`content.${action}-title`, { version: version.version })} onCancel={() => onDone(false)}>
      <p>{t(`content.${action}-note`)}</p>
      {action === 'publish' ? (
        <DateField
          label={t('content.valid-from')}
          hint={t('content.valid-from-hint')}
          error={tried && isMissing ? t('content.day-over') : null}
          value={day}
          onChange={setDay}
        />
      ) : null}
      {action === 'refuse' ? (
        <Field label={t('content.reason')} error={tried && isMissing ? t('common.needed') : null}>
          {input => (
            <textarea
              {...input}
              class="p-input"
              maxLength={500}
              rows={3}
              value={reason}
              onInput={event => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : null}
      <DialogEnd
        act={act}
        action={t(`content.${action}`)}
        danger={action === 'refuse'}
        onConfirm={() => void send()}
        onCancel={() => onDone(false)}
      />
    </Dialog>
  );
}

/** Who had a hand in a version and when, one line each. */
function Hands({ version }: { readonly version: ContentVersion }) {
  if (version.id === null) return <>{t('content.came-with')}</>;
  const decided = version.state === 'refused' ? 'refused' : 'published';
  const lines = [
    ['written', version.written],
    ['reviewed', version.reviewed],
    [decided, version.decided],
  ] as const;
  return (
    <>
      {lines.map(([what, who]) =>
        who ? (
          <span key={what} class="p-content__hand">
            {t(`content.${what}-by`, { by: who.by, at: moment(who.at) })}
          </span>
        ) : null,
      )}
      {version.reason ? <span class="p-cell__note">{version.reason}</span> : null}
    </>
  );
}

interface VersionsProps {
  readonly text: ContentText;
  readonly onPreview: (words: ContentVersion['words']) => void;
  readonly onChanged: () => void;
}

/** Every version that there ever was, newest first: none is lost, and each can be looked at. */
export function Versions({ text, onPreview, onChanged }: VersionsProps) {
  const [step, setStep] = useState<Omit<StepProps, 'onDone'> | null>(null);
  return (
    <section class="p-part" aria-labelledby="content-versions">
      <h2 class="p-title" id="content-versions">
        {t('content.versions')}
      </h2>
      <Table
        label={t('content.versions')}
        head={
          <>
            <th scope="col">{t('content.version')}</th>
            <th scope="col">{t('content.state')}</th>
            <th scope="col">{t('content.hands')}</th>
            <th scope="col">{t('content.do')}</th>
          </>
        }
      >
        {text.versions.map(version => (
          <tr key={`${version.id ?? ''} ${version.version}`}>
            <th scope="row">
              {version.version}
              <span class="p-cell__note">{t(version.everywhere ? 'content.everywhere' : 'content.own')}</span>
            </th>
            <td>
              <span class={`c-badge c-badge--${version.inForce ? 'accent' : 'plain'}`}>
                {t(version.inForce ? 'content.in-force' : `content.state-${version.state}`)}
              </span>
              {version.validFrom ? (
                <span class="p-cell__note">{t('content.from', { day: shortDay(version.validFrom) })}</span>
              ) : null}
              {version.readers.length > 0 ? (
                <span class="p-cell__note">
                  {version.readers.map(reader => t(`content.reader.${reader}`)).join(', ')}
                </span>
              ) : null}
            </td>
            <td>
              <Hands version={version} />
            </td>
            <td>
              <div class="c-buttons">
                {version.mayDo.map(action => (
                  <Button
                    key={action}
                    kind={action === 'refuse' ? 'quiet' : 'primary'}
                    onClick={() => version.id && setStep({ version: { ...version, id: version.id }, action })}
                  >
                    {t(`content.${action}`)}
                  </Button>
                ))}
                <Button kind="quiet" icon="eye" onClick={() => onPreview(version.words)}>
                  {t('content.preview')}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </Table>
      {step ? (
        <StepDialog
          {...step}
          onDone={changed => {
            setStep(null);
            if (changed) onChanged();
          }}
        />
      ) : null}
    </section>
  );
}
