import { useState } from 'preact/hooks';
import { readers } from '../../../shared/content/audience.ts';
import { textKinds } from '../../../shared/content/page.ts';
import type { ContentText } from '../../../shared/content/schema.ts';
import { call } from '../../api/client.ts';
import { useLeaveGuard } from '../../app/leave-guard.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { DialogEnd } from '../../components/dialog-end.tsx';
import { Field, Option } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { Select } from '../../components/select.tsx';
import { t, wordsFor } from '../../i18n/words.ts';
import { say } from '../../store/toast.ts';
import {
  type BlockKind,
  type ContentDraft,
  faultAt,
  faultsOf,
  pageFrom,
  type Words,
} from './content-draft.ts';
import { places, SideGrid } from './side-by-side.tsx';

const kinds: readonly BlockKind[] = [...textKinds, 'list'];
const faultWords = (fault: string | null) =>
  fault === null ? null : (wordsFor(`content.fault.${fault}`) ?? t('content.fault.other', { fault }));

interface PlaceProps {
  readonly place: string;
  readonly draft: ContentDraft;
  readonly language: string;
  readonly fault: string | null;
  readonly onChange: (draft: ContentDraft) => void;
}

/** The index of a block in a place, null for title and summary. */
const blockAt = (place: string): number | null =>
  place.startsWith('blocks.') ? Number(place.slice('blocks.'.length)) : null;

const rowsFor = (text: string) =>
  Math.min(8, Math.max(1, Math.ceil(text.length / 42) + text.split('\n').length - 1));

function withBlock(draft: ContentDraft, at: number, change: Partial<ContentDraft['blocks'][number]>) {
  return {
    ...draft,
    blocks: draft.blocks.map((block, index) => (index === at ? { ...block, ...change } : block)),
  };
}

/** One place of the page to type into. */
function PlaceField({ place, draft, language, fault, onChange }: PlaceProps) {
  const at = blockAt(place);
  const block = at === null ? null : draft.blocks[at];
  const value = block ? block.text : place === 'title' ? draft.title : draft.summary;
  const label = block
    ? t(`content.kind.${block.kind}`)
    : t(place === 'title' ? 'content.title' : 'content.summary');
  const type = (text: string) => {
    if (at !== null) return onChange(withBlock(draft, at, { text }));
    onChange(place === 'title' ? { ...draft, title: text } : { ...draft, summary: text });
  };
  return (
    <Field
      label={label}
      hint={block?.kind === 'list' ? t('content.list-hint') : undefined}
      error={faultWords(fault)}
    >
      {input => (
        <textarea
          {...input}
          class="p-input"
          lang={language}
          maxLength={4_000}
          rows={rowsFor(value)}
          value={value}
          onInput={event => type(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Only the English page decides what blocks there are: every other language follows it. */
function BlockTools({ at, draft, onChange }: { at: number } & Pick<PlaceProps, 'draft' | 'onChange'>) {
  const block = draft.blocks[at];
  if (!block) return null;
  const without = draft.blocks.filter((_block, index) => index !== at);
  const added = draft.blocks.toSpliced(at + 1, 0, { kind: 'text', text: '' });
  return (
    <div class="p-content__tools">
      <Select
        label={t('content.block')}
        value={block.kind}
        choices={kinds.map(kind => [kind, t(`content.kind.${kind}`)])}
        onChoose={chosen =>
          onChange(withBlock(draft, at, { kind: kinds.find(kind => kind === chosen) ?? block.kind }))
        }
      />
      <Button kind="quiet" icon="plus" onClick={() => onChange({ ...draft, blocks: added })}>
        {t('content.add-block')}
      </Button>
      <Button kind="quiet" icon="minus" onClick={() => onChange({ ...draft, blocks: without })}>
        {t('content.remove-block')}
      </Button>
    </div>
  );
}

function ReaderChoice({ draft, onChange }: Pick<PlaceProps, 'draft' | 'onChange'>) {
  return (
    <fieldset class="p-field">
      <legend class="p-field__label">{t('content.readers')}</legend>
      <p class="p-field__hint">{t('content.readers-hint')}</p>
      <div class="p-content__readers">
        {readers.map(reader => (
          <Option
            key={reader}
            type="checkbox"
            name={reader}
            label={t(`content.reader.${reader}`)}
            checked={draft.readers.includes(reader)}
            onPick={checked =>
              onChange({
                ...draft,
                readers: readers.filter(one => (one === reader ? checked : draft.readers.includes(one))),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

interface EditorProps {
  readonly text: ContentText;
  readonly first: ContentDraft;
  readonly onPreview: (words: Words) => void;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Writes the next version of a page beside its sources; what is wrong is said where it is, before it is sent. */
export function ContentEditor({ text, first, onPreview, onCancel, onDone }: EditorProps) {
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const act = useAct();
  const isEnglish = text.language === 'en';
  useLeaveGuard(draft === first ? null : t('content.leave'));
  const words = pageFrom(draft, text.english);
  const faults = faultsOf(words, isEnglish ? null : text.english);
  const whole = tried
    ? (faultAt(faults, 'page') ?? faults.find(fault => /^blocks:/.test(fault))?.slice(7))
    : null;
  const send = async () => {
    setTried(true);
    if (faults.length > 0) return;
    const done = await act.run(async () => {
      await call('POST /api/content/:page/:language', {
        params: { page: text.page, language: text.language },
        body: { words, readers: [...draft.readers], source: isEnglish ? null : text.englishText },
      });
    });
    if (!done) return;
    say({ kind: 'done', words: t('content.written-done') });
    onDone();
  };
  return (
    <div class="p-stack">
      <SideGrid
        text={text}
        rows={places(words)}
        own={place => {
          const at = blockAt(place);
          return (
            <>
              <PlaceField
                place={place}
                draft={draft}
                language={text.language}
                fault={tried ? faultAt(faults, place) : null}
                onChange={setDraft}
              />
              {isEnglish && at !== null ? <BlockTools at={at} draft={draft} onChange={setDraft} /> : null}
            </>
          );
        }}
      />
      <ReaderChoice draft={draft} onChange={setDraft} />
      {whole ? (
        <Notice kind="danger" icon="circle-alert">
          {faultWords(whole)}
        </Notice>
      ) : null}
      {tried && faults.length > 0 && !whole ? (
        <Notice kind="danger" icon="circle-alert">
          {t('content.faults')}
        </Notice>
      ) : null}
      <div class="c-buttons">
        <Button icon="eye" onClick={() => onPreview(words)}>
          {t('content.preview')}
        </Button>
      </div>
      <DialogEnd act={act} action={t('content.save')} onConfirm={() => void send()} onCancel={onCancel} />
    </div>
  );
}
