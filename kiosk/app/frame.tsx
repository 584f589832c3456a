import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../../shared/language/languages.ts';
import { Corner, EmptyCorner } from '../components/corner.tsx';
import { afterPaint } from '../components/focus.ts';
import { guardMilliseconds } from '../components/guard.ts';
import { Icon, Mark } from '../components/picture.tsx';
import { isDraft } from '../i18n/languages.ts';
import { speakOther, useWords } from '../i18n/words.ts';
import { headingOf, progressOf } from './heading.ts';
import { useKiosk } from './kiosk-state.ts';
import { ListenCorner, Overheard, Volume } from './listen.tsx';
import { listening } from './listening.ts';
import { useLive } from './live.ts';
import { go } from './navigator.ts';
import type { Place } from './places.ts';
import { session } from './session.ts';
import { StatusLine } from './status.tsx';
import { StorageLamp } from './storage-lamp.tsx';

export interface FrameProps {
  readonly place: Place;
  /** Something of a person is on the machine: pictures turn grey. */
  readonly isPrivate: boolean;
  readonly covered: boolean;
  readonly onBack: (() => void) | null;
  readonly onHome: () => void;
  readonly onRules: () => void;
  readonly children: ComponentChildren;
}

/** True for as long as a new screen settles, so that neither a finger nor a test presses it too soon. */
function useSettling(place: Place): boolean {
  // The screen that one finds was there before any finger.
  const [settled, setSettled] = useState(place);
  useLayoutEffect(() => {
    const timer = setTimeout(() => setSettled(place), guardMilliseconds);
    return () => clearTimeout(timer);
  }, [place]);
  return settled !== place;
}

/** The frame of every screen: four corners that never move, and between them what changes. */
export function Frame({ place, isPrivate, covered, onBack, onHome, onRules, children }: FrameProps) {
  const { say } = useWords();
  const main = useFocusOnChange(place);
  const settling = useSettling(place);
  const isFirst = place.at === 'first';
  const { now } = useLive(listening);
  return (
    <div
      class="k-app"
      data-private={isPrivate || undefined}
      data-settling={settling || undefined}
      data-covered={covered || undefined}
      inert={covered}
    >
      <header class="k-header">
        {isFirst ? null : <BackCorner onBack={onBack} />}
        <div class="k-header__middle">
          <Middle place={place} speaks={now === 'speaking'} />
        </div>
        {isFirst ? null : <LanguageCorner />}
        <ListenCorner />
      </header>
      <main ref={main} class="k-main" data-screen={place.at} inert={now === 'asking'}>
        {children}
      </main>
      {now === 'asking' ? <Overheard /> : null}
      <footer class="k-footer">
        {isFirst ? (
          <RoundCorner />
        ) : (
          <Corner place="home" icon="house" label={say('frame.home')} onTap={onHome} />
        )}
        <div class="k-footer__middle">
          <StatusLine />
          {now === 'speaking' ? <InsteadOf /> : null}
          <DraftMark />
          {isFirst ? <StorageLamp /> : null}
        </div>
        <Corner place="rules" icon="book-open" label={say('frame.rules')} onTap={onRules} />
      </footer>
    </div>
  );
}

/**
 * A reader hears the title of the new screen; without this its place would be lost with the old one. Once it is painted:
 * to give the focus the browser lays the whole page out, in the middle of the tap.
 */
function useFocusOnChange(place: Place) {
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(
    () =>
      afterPaint(() => {
        if (main.current?.contains(document.activeElement)) return;
        const title = main.current?.querySelector('h1');
        title?.setAttribute('tabindex', '-1');
        title?.focus({ preventScroll: true });
      }),
    [place],
  );
  return main;
}

function BackCorner({ onBack }: { onBack: (() => void) | null }) {
  const { say } = useWords();
  if (!onBack) return <EmptyCorner />;
  return <Corner place="back" icon="arrow-left" label={say('frame.back')} onTap={onBack} />;
}

/** The product or where one is; while something is spoken, how loud. */
function Middle({ place, speaks }: { place: Place; speaks: boolean }) {
  if (speaks) return <Volume />;
  return place.at === 'first' ? <Brand /> : <Heading place={place} />;
}

function Heading({ place }: { place: Place }) {
  const { say } = useWords();
  const { draft } = useLive(session);
  const progress = progressOf(place, draft);
  return (
    <>
      <p class="k-header__title">{headingOf(place, say, draft)}</p>
      {progress ? <Steps {...progress} /> : null}
    </>
  );
}

function Steps({ now, all }: { now: number; all: number }) {
  const { say } = useWords();
  return (
    <ol class="k-steps" aria-label={say('frame.step', { now: String(now), all: String(all) })}>
      {Array.from({ length: all }, (_, at) => {
        const state = at + 1 < now ? 'done' : 'now';
        return <li key={String(at)} class="k-step" data-state={at + 1 > now ? undefined : state} />;
      })}
    </ol>
  );
}

function Brand() {
  const { say } = useWords();
  const { settings } = useKiosk();
  return (
    <p class="k-brand">
      <Mark />
      <span class="k-brand__name">{say('name')}</span>
      {settings ? (
        <span class="k-brand__place">
          {say('frame.place', { wing: settings.wing.name, prison: settings.prison.name })}
          {settings.prison.demonstration ? (
            <>
              <br />
              <span class="k-demonstration">{say('frame.demonstration')}</span>
            </>
          ) : null}
        </span>
      ) : null}
    </p>
  );
}

/** Nobody vouches for these words yet: said on every screen of a draft, calmly. */
function DraftMark() {
  const { language, say } = useWords();
  const { settings } = useKiosk();
  if (!isDraft(language, settings)) return null;
  return (
    <p class="k-draft">
      <Icon name="pencil" />
      <span>{say('language.draft')}</span>
    </p>
  );
}

/** Kiswahili is heard because his own language has no voice here: said, and shown as long as it is spoken. */
function InsteadOf() {
  const { say } = useWords();
  const { insteadOf } = useLive(listening);
  if (insteadOf === null) return null;
  return (
    <p class="k-draft">
      <Icon name="volume-2" />
      <span>{say('listen.noVoice', { language: nameOf(insteadOf) })}</span>
    </p>
  );
}

/** The other language, in its own name: Kiswahili is one tap away on every screen. */
function LanguageCorner() {
  const { other } = useWords();
  return (
    <Corner
      place="language"
      icon="languages"
      label={nameOf(other)}
      lang={other}
      onTap={() => void speakOther()}
    />
  );
}

/** On a machine that is carried round: the officer's way to the next offer. On a wall there is none. */
function RoundCorner() {
  const { say } = useWords();
  const { settings, phase } = useKiosk();
  if (settings?.kind !== 'round' || phase !== 'enrolled') return <EmptyCorner />;
  return <Corner place="home" icon="tablet" label={say('offer.corner')} onTap={() => go({ at: 'round' })} />;
}
