import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { columnsOf, type ImportNoun, importNouns } from '../../../shared/import/columns.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { FileField } from '../../components/file-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { Select } from '../../components/select.tsx';
import { t } from '../../i18n/words.ts';
import { ImportChanges, ImportErrors } from './tables.tsx';

export type Imported = ReplyOf<'POST /api/imports'>;

interface Chosen {
  readonly noun: ImportNoun;
  readonly text: string;
}

/** A file from elsewhere: first what it would change and what is wrong with it, then all of it or nothing. */
export function ImportScreen() {
  const [noun, setNoun] = useState<ImportNoun>('work');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [found, setFound] = useState<Imported | null>(null);
  const act = useAct();
  const ask = (file: Chosen, apply: boolean, after = 0) =>
    void act.run(async () => {
      setFound(await call('POST /api/imports', { body: { ...file, apply, after } }));
    });
  const choose = async (file: File | undefined) => {
    setFound(null);
    setChosen(null);
    if (!file) return;
    const next = { noun, text: (await file.text()) || ' ' };
    setChosen(next);
    ask(next, false);
  };
  return (
    <Page title={t('nav.import')} note={t('import.note')}>
      <div class="p-stack p-import">
        <Select
          label={t('import.what')}
          value={noun}
          choices={importNouns.map(one => [one, t(`import.noun.${one}`)] as const)}
          onChoose={one => {
            setNoun(importNouns.find(known => known === one) ?? 'work');
            setFound(null);
            setChosen(null);
          }}
        />
        <p class="p-field__hint">
          {t('import.columns', { columns: Object.keys(columnsOf(noun)).join(', ') })}
        </p>
        <FileField
          key={noun}
          label={t('import.file')}
          hint={t('import.file-hint')}
          accept=".csv,text/csv"
          onChoose={file => void choose(file)}
        />
        {act.failure ? (
          <p class="p-field__error" role="alert">
            {failureWords(act.failure)}
          </p>
        ) : null}
        {found && chosen ? (
          <Result
            found={found}
            busy={act.busy}
            onTake={() => ask(chosen, true)}
            onMore={after => ask(chosen, false, after)}
          />
        ) : null}
      </div>
    </Page>
  );
}

interface ResultProps {
  readonly found: Imported;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onMore: (after: number) => void;
}

function Result({ found, busy, onTake, onMore }: ResultProps) {
  const { counts, errors, rows, changes, next, taken } = found;
  if (taken)
    return (
      <Notice kind="good" icon="circle-check">
        {t('import.taken', { count: rows })}
      </Notice>
    );
  const ready = errors.length === 0 && rows > 0;
  return (
    <>
      <Notice kind={ready ? 'good' : 'attention'} icon={ready ? 'circle-check' : 'circle-alert'}>
        {ready ? t('import.ready', { ...counts }) : t('import.wrong', { count: errors.length })}
      </Notice>
      {ready ? (
        <div class="c-buttons">
          <Button kind="primary" icon="check" busy={busy} onClick={onTake}>
            {t('import.take', { count: rows })}
          </Button>
        </div>
      ) : null}
      {errors.length > 0 ? <ImportErrors errors={errors} /> : null}
      {changes.length > 0 ? <ImportChanges changes={changes} /> : null}
      {next ? <Button onClick={() => onMore(next)}>{t('prisoners.more')}</Button> : null}
    </>
  );
}
