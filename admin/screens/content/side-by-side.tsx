import type { ComponentChildren } from 'preact';
import { blockTexts } from '../../../shared/content/page.ts';
import type { ContentText } from '../../../shared/content/schema.ts';
import { nameOf } from '../../../shared/language/languages.ts';
import { t } from '../../i18n/words.ts';
import type { Words } from './content-draft.ts';

/** A place of a page that is read side by side. */
export const places = (source: Words): readonly string[] => [
  'title',
  'summary',
  ...source.blocks.map((_block, at) => `blocks.${at}`),
];

/** What stands in one place of a page, line by line. */
export function linesAt(words: Words | null, place: string): readonly string[] {
  if (!words) return [];
  if (place === 'title' || place === 'summary') return [words[place]];
  const block = words.blocks[Number(place.slice('blocks.'.length))];
  return block ? blockTexts(block) : [];
}

/** Words of one place in one language. */
export function PlaceWords({ words, place, language }: { words: Words; place: string; language: string }) {
  return (
    <div class="p-content__words" lang={language} data-place={place.replace(/\..*/, '')}>
      {linesAt(words, place).map(line => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** The languages beside which one writes or reads: English always, and Kiswahili where it is not written itself. */
export function sourcesOf(text: ContentText): readonly (readonly [language: string, words: Words])[] {
  const english = ['en', text.english] as const;
  const kiswahili = ['sw', text.kiswahili] as const;
  if (text.language === 'en') return [kiswahili];
  return text.language === 'sw' ? [english] : [english, kiswahili];
}

interface GridProps {
  readonly text: ContentText;
  /** What stands in the last column. */
  readonly own: (place: string) => ComponentChildren;
  readonly rows: readonly string[];
}

/** Rows of places, columns of languages; the language that it is about comes last. */
export function SideGrid({ text, own, rows }: GridProps) {
  const sources = sourcesOf(text);
  return (
    <div class="p-content__grid" data-columns={sources.length + 1}>
      {[...sources.map(([language]) => language), text.language].map(language => (
        <h2 key={language} class="p-content__language">
          {nameOf(language)}
        </h2>
      ))}
      {rows.map(place => (
        <div key={place} class="p-content__row">
          {sources.map(([language, words]) => (
            <PlaceWords key={language} words={words} place={place} language={language} />
          ))}
          <div class="p-content__own">{own(place)}</div>
        </div>
      ))}
    </div>
  );
}

/** The newest words of a page beside their sources. */
export function SideBySide({ text, own }: { readonly text: ContentText; readonly own: Words | null }) {
  return (
    <SideGrid
      text={text}
      rows={places(own ?? text.english)}
      own={place =>
        own ? (
          <PlaceWords words={own} place={place} language={text.language} />
        ) : (
          <p class="p-cell__note">{t('content.none-own')}</p>
        )
      }
    />
  );
}
