import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../i18n/words.ts';

/** What is wrong with a field that was left empty: nothing before the first try to send. */
export type Needed = (value: string | null) => string | null;

interface EntryDialogProps<K extends string, B> {
  readonly title: string;
  /** The kinds of line that can be entered, each with its word. */
  readonly kinds: readonly (readonly [kind: K, word: string])[];
  readonly kind: K;
  readonly onKind: (kind: K) => void;
  readonly reasonHint: string;
  /** What is sent, made with the reason; null while something is missing. */
  readonly bodyOf: (reason: string) => B | null;
  readonly send: (body: B) => Promise<unknown>;
  /** It takes something away from somebody at once. */
  readonly danger?: boolean;
  /** The fields of the kind, between the kind and the reason. */
  readonly children: (needed: Needed, tried: boolean) => ComponentChildren;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds a line to somebody's record: which kind first, then its fields, then why. */
export function EntryDialog<K extends string, B>(props: EntryDialogProps<K, B>) {
  const { title, kinds, kind, bodyOf, danger = false, onDone, onCancel } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const needed: Needed = value => (tried && !value?.trim() ? t('common.needed') : null);
  const send = () => {
    setTried(true);
    const body = reason.trim() === '' ? null : bodyOf(reason.trim());
    if (body === null) return;
    void act
      .run(async () => {
        await props.send(body);
      })
      .then(was => was && onDone());
  };
  return (
    <Dialog title={title} onCancel={onCancel}>
      <Select
        label={t('sentence.what')}
        value={kind}
        choices={kinds}
        onChoose={chosen => {
          const found = kinds.find(([one]) => one === chosen);
          if (!found) return;
          setTried(false);
          props.onKind(found[0]);
        }}
      />
      {props.children(needed, tried)}
      <TextField
        label={t('sentence.reason')}
        hint={props.reasonHint}
        error={needed(reason)}
        max={300}
        value={reason}
        onType={setReason}
      />
      <DialogEnd act={act} action={title} danger={danger} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}
