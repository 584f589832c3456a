import { useState } from 'preact/hooks';
import {
  type KindFault,
  ladderOffices,
  longestLadder,
  questions,
} from '../../../shared/submission/kind-rules.ts';
import { unitKeys } from '../../../shared/submission/kinds.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Option } from '../../components/field.tsx';
import { Picture } from '../../components/icon.tsx';
import { matterPicture } from '../../components/pictures.ts';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { problemWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import { draftFault, draftOf, isSame, type KindDraft, problemsOf, rulesFrom, toggled } from './kind-draft.ts';
import type { KindRow } from './kinds.tsx';

interface ChangeProps {
  readonly row: KindRow;
  readonly longestDays: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface PartProps {
  readonly row: KindRow;
  readonly draft: KindDraft;
  readonly change: (part: Partial<KindDraft>) => void;
  readonly fault: KindFault | null;
}

/** Proposes how a kind is asked, answered and timed; a second person decides. */
export function KindChangeDialog({ row, longestDays, onDone, onCancel }: ChangeProps) {
  const [draft, setDraft] = useState(draftOf(row.rules));
  const [tried, setTried] = useState(false);
  const act = useAct();
  const change = (part: Partial<KindDraft>) => setDraft({ ...draft, ...part });
  const fault = tried ? draftFault(row.kind, draft, longestDays) : null;
  const same = isSame(draft, row.rules);
  const send = () => {
    setTried(true);
    const reason = draft.reason.trim();
    if (same || reason === '' || draftFault(row.kind, draft, longestDays) !== null) return;
    void act
      .run(async () => {
        await call('POST /api/kinds', { body: { kind: row.kind, rules: rulesFrom(draft), reason } });
        say({ kind: 'done', words: t('rule.proposed') });
      })
      .then(was => was && onDone());
  };
  const part = { row, draft, change, fault };
  return (
    <Dialog title={t(`kind.${row.kind}`)} onCancel={onCancel}>
      <Pictures {...part} />
      <Answering {...part} longestDays={longestDays} />
      <Rising {...part} />
      <Allowing {...part} />
      <TextField
        label={t('rule.reason')}
        error={tried && draft.reason.trim() === '' ? t('common.needed') : null}
        max={500}
        value={draft.reason}
        onType={reason => change({ reason })}
      />
      <p class="p-field__hint">{t('rule.second-person')}</p>
      {tried && same ? <p class="p-field__error">{t('kinds.nothing-changed')}</p> : null}
      <DialogEnd act={act} action={t('rule.propose')} onCancel={onCancel} onConfirm={send} />
    </Dialog>
  );
}

function Pictures({ row, draft, change }: PartProps) {
  const all = problemsOf(row.kind);
  return (
    <fieldset class="p-options">
      <legend class="p-field__label">{t('kinds.asks')}</legend>
      {all.includes('other') ? <p class="p-field__hint">{t('kinds.pictures-hint')}</p> : null}
      <div class="p-kind__choices">
        {all.map(problem => (
          <label key={problem} class="p-option p-kind__choice">
            <input
              type="checkbox"
              checked={draft.problems.includes(problem)}
              disabled={problem === 'other'}
              onChange={() => change({ problems: toggled(all, draft.problems, problem) })}
            />
            <Picture name={matterPicture(row.kind, problem)} />
            <span>{problemWords(row.kind, problem)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Answering({ draft, change, fault, longestDays }: PartProps & { readonly longestDays: number }) {
  return (
    <div class="p-form__row">
      <Select
        label={t('kinds.unit')}
        value={draft.unit}
        choices={unitKeys.map(unit => [unit, t(`unit.${unit}`)] as const)}
        onChoose={chosen => change({ unit: unitKeys.find(unit => unit === chosen) ?? draft.unit })}
      />
      <TextField
        label={t('kinds.days')}
        hint={t('kinds.days-hint', { most: longestDays })}
        error={fault === 'days' ? t('problems.out-of-bounds') : null}
        numeric
        max={3}
        value={draft.days}
        onType={days => change({ days })}
      />
    </div>
  );
}

function Rising({ draft, change, fault }: PartProps) {
  return (
    <fieldset class="p-options">
      <legend class="p-field__label">{t('kinds.rises')}</legend>
      <p class="p-field__hint">{t('kinds.ladder-hint', { most: longestLadder })}</p>
      <div class="p-kind__ladder">
        {ladderOffices.map(office => (
          <TextField
            key={office}
            label={t(`kinds.ladder.${office}`)}
            numeric
            max={2}
            value={draft.ladder[office]}
            onType={typed => change({ ladder: { ...draft.ladder, [office]: typed } })}
          />
        ))}
      </div>
      {fault === 'ladder' ? <p class="p-field__error">{t('problems.out-of-bounds')}</p> : null}
    </fieldset>
  );
}

const switches = ['offered', 'words', 'voice', 'nameless'] as const;

function Allowing({ draft, change, fault }: PartProps) {
  return (
    <fieldset class="p-options">
      <legend class="p-field__label">{t('kinds.asks-more')}</legend>
      <div class="p-kind__choices">
        {questions.map(question => (
          <Option
            key={question}
            type="checkbox"
            name={question}
            label={t(`kinds.question.${question}`)}
            checked={draft.questions.includes(question)}
            onPick={() => change({ questions: toggled(questions, draft.questions, question) })}
          />
        ))}
        {switches.map(name => (
          <Option
            key={name}
            type="checkbox"
            name={name}
            label={t(`kinds.${name}`)}
            checked={draft[name]}
            onPick={yes => change({ [name]: yes })}
          />
        ))}
      </div>
      {fault === 'protected' ? <p class="p-field__error">{t('problems.out-of-bounds')}</p> : null}
    </fieldset>
  );
}
