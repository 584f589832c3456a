import { useState } from 'preact/hooks';
import type { ContentText, ContentVersion } from '../../../shared/content/schema.ts';
import { isWhole, type Language, nameOf } from '../../../shared/language/languages.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { addressOfPlace } from '../../app/place.ts';
import { useLoad } from '../../app/use-load.ts';
import { Button } from '../../components/button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/words.ts';
import './content.css';
import { ContentBadge } from './content-badge.tsx';
import { draftOf, emptyDraft } from './content-draft.ts';
import { ContentEditor } from './editor.tsx';
import { PreviewDialog } from './preview.tsx';
import { SideBySide } from './side-by-side.tsx';
import { Versions } from './versions.tsx';

interface TextProps {
  readonly id: string;
  readonly code: Language;
}

/** Where its words stand in the law. */
function LawLinks({ rules }: { readonly rules: readonly number[] }) {
  if (rules.length === 0) return null;
  return (
    <p>
      {t('content.rules')}{' '}
      {rules.map(rule => (
        <a key={rule} class="p-content__rule" href={`${addressOfPlace({ page: 'law' })}#rule-${rule}`}>
          {rule}
        </a>
      ))}
    </p>
  );
}

/** What one begins to write from: the newest words that were not refused, or none. */
function beginning(text: ContentText) {
  const newest = text.versions.find(({ state }) => state !== 'refused');
  return newest ? draftOf(newest.words, newest.readers) : emptyDraft(text.english, text.readers);
}

function Sheet({ text, reload }: { readonly text: ContentText; readonly reload: () => Promise<void> }) {
  const [writing, setWriting] = useState(false);
  const [shown, setShown] = useState<ContentVersion['words'] | null>(null);
  const newest = text.versions.find(({ state }) => state !== 'refused') ?? null;
  return (
    <div class="p-stack">
      <p class="p-content__head">
        <ContentBadge standing={text.standing} />
        <a href={addressOfPlace({ page: 'content' })}>{t('content.back')}</a>
      </p>
      <LawLinks rules={text.english.rules} />
      {text.standing === 'older' ? (
        <Notice kind="attention" icon="clock-alert">
          {t('content.older-note')}
        </Notice>
      ) : null}
      {writing ? (
        <ContentEditor
          text={text}
          first={beginning(text)}
          onPreview={setShown}
          onCancel={() => setWriting(false)}
          onDone={() => {
            setWriting(false);
            void reload();
          }}
        />
      ) : (
        <>
          <div class="c-buttons">
            {text.mayWrite ? (
              <Button kind="primary" icon="pencil" onClick={() => setWriting(true)}>
                {t(newest ? 'content.change' : 'content.write')}
              </Button>
            ) : null}
            {newest ? (
              <Button icon="eye" onClick={() => setShown(newest.words)}>
                {t('content.preview')}
              </Button>
            ) : null}
          </div>
          <SideBySide text={text} own={newest?.words ?? null} />
          <Versions text={text} onPreview={setShown} onChanged={() => void reload()} />
        </>
      )}
      {shown ? <PreviewDialog words={shown} language={text.language} onClose={() => setShown(null)} /> : null}
    </div>
  );
}

/** One page in one language: its words beside their sources, its versions, and the way to write the next one. */
export function TextScreen({ id, code }: TextProps) {
  const load = useLoad(`text ${id} ${code}`, signal =>
    call('GET /api/content/:page/:language', { signal, params: { page: id, language: code } }),
  );
  const title = load.value?.english.title;
  return (
    <Page
      title={title ?? t('nav.content')}
      note={isWhole(code) ? t(`language.${code === 'en' ? 'en' : 'sw'}`) : nameOf(code)}
    >
      <Loaded load={load}>{text => <Sheet text={text} reload={load.reload} />}</Loaded>
    </Page>
  );
}
