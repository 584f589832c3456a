import { type Language, nameOf } from '../../shared/language/languages.ts';
import { kioskNow } from '../app/kiosk-state.ts';
import { changeListening, listening } from '../app/listening.ts';
import { placeOf, way } from '../app/navigator.ts';
import { isPrivate, session } from '../app/session.ts';
import { turnOf } from '../app/turn.ts';
import { hearChoicesWith } from '../components/choice.ts';
import { fallbackLanguage, isDraft } from '../i18n/languages.ts';
import { type Say, sayIn, speakOther, words } from '../i18n/words.ts';
import { consentKey, gainOf, loudestVolume, type Permission, permissionFor } from './permission.ts';
import { play, rest, setGain, silence } from './player.ts';
import { type Sound, type Voice, voices } from './protocol.ts';
import { mark, type Passage, readingOf, unseen } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import { draftTone } from './tone.ts';
import { voiced } from './voice.ts';

/** Whatever is spoken ends when the next begins: only the last one's number is the turn's. */
let turn = 0;
/** The choice that was heard last: tapped again, it is chosen. */
let heard: Element | null = null;
/** The choice that somebody wants to hear while he is asked whether others may. */
let wanted: Element | null = null;
/** Languages that were called a draft in so many words since the first screen; from then on two notes say it. */
const calledDrafts = new Set<Language>();
let turningOver = false;

function voiceOf(language: Language): Voice | null {
  return voices.find(voice => voice === language) ?? null;
}

function standing() {
  const place = placeOf(way.get());
  const mode = kioskNow().settings?.mode ?? null;
  return { place, mode, isPrivate: turnOf(place, isPrivate(session.get())) === 'private' };
}

function permission(): Permission {
  const { place, mode, isPrivate: hidden } = standing();
  return permissionFor(mode, hidden, listening.get().consent[consentKey(place)] ?? 'unasked');
}

function adjustGain(): void {
  const { mode, isPrivate: hidden } = standing();
  setGain(gainOf(listening.get().volume, mode, hidden));
}

function hold(choice: Element | null): void {
  heard?.removeAttribute('data-spoken');
  heard = choice;
  heard?.setAttribute('data-spoken', '');
}

/** Silence, at once. */
export function stop(): void {
  turn += 1;
  silence();
  mark(null);
  rest();
  wanted = null;
  if (listening.get().now !== 'silent') changeListening({ now: 'silent' });
}

/** Speaks one after the other, the next one being made while one is heard. False if it was ended before. */
async function speakAll(passages: readonly Passage[], mine: number): Promise<boolean> {
  const parts = passages.flatMap(passage => sentencesOf(passage.text).map(span => ({ passage, span })));
  const make = (at: number): Promise<Sound | null> | null => {
    const part = parts[at];
    if (!part) return null;
    const { text, language } = part.passage;
    return voiced(text.slice(part.span.start, part.span.end), voiceOf(language) ?? fallbackVoice);
  };
  let next = make(0);
  for (const [at, { passage, span }] of parts.entries()) {
    const sound = await next;
    if (turn !== mine) return false;
    // An engine that cannot speak now keeps nobody waiting; the next tap starts it anew.
    if (!sound) return true;
    next = make(at + 1);
    adjustGain();
    mark(passage, span.start, span.end);
    await play(sound, (word, length) => mark(passage, span.start + word, span.start + word + length));
    if (turn !== mine) return false;
  }
  return true;
}

const fallbackVoice: Voice = 'sw';

async function speak(passages: () => Promise<readonly Passage[]>, begin?: () => Sound | null): Promise<void> {
  stop();
  turn += 1;
  const mine = turn;
  changeListening({ now: 'speaking' });
  try {
    const found = await passages();
    if (turn !== mine) return;
    const sign = begin?.();
    if (sign) {
      adjustGain();
      await play(sign, () => {});
    }
    if (turn === mine && (await speakAll(found, mine))) stop();
  } catch (error) {
    // While it is said that something is spoken nobody is signed out: a fault must not hold the screen open.
    if (turn === mine) stop();
    reportError(error);
  }
}

/** The next drawing is on the screen. */
function drawn(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** In a language without a voice the screen turns to Kiswahili, which is what is heard then. */
async function turnToVoice(): Promise<readonly Passage[]> {
  const { language } = words.get();
  if (voiceOf(language)) return [];
  turningOver = true;
  try {
    await speakOther();
  } finally {
    turningOver = false;
  }
  changeListening({ insteadOf: language });
  await drawn();
  const { say } = words.get();
  return [unseen(say('listen.noVoice', { language: nameOf(language) }), fallbackLanguage)];
}

/** The first time in words, then by two notes: nobody vouches for these words yet. */
function draftSign(): { readonly said: readonly Passage[]; readonly tone: Sound | null } {
  const { language, say } = words.get();
  if (!isDraft(language, kioskNow().settings)) return { said: [], tone: null };
  if (calledDrafts.has(language)) return { said: [], tone: draftTone() };
  calledDrafts.add(language);
  return { said: [unseen(say('language.draft'), language)], tone: draftTone() };
}

function choicesHint(root: Element, isFirstTime: boolean): readonly Passage[] {
  const { language, say } = words.get();
  const hasChoices = root.querySelector('.k-tile, .k-row') !== null;
  return isFirstTime && hasChoices ? [unseen(say('listen.choose'), language)] : [];
}

async function speakScreen(): Promise<void> {
  const isFirstTime = !listening.get().hearsFirst;
  changeListening({ hearsFirst: true });
  hold(null);
  let tone: Sound | null = null;
  await speak(
    async () => {
      const instead = await turnToVoice();
      const root = document.querySelector('main.k-main');
      if (!root) return [];
      const draft = draftSign();
      tone = draft.tone;
      return [...instead, ...draft.said, ...readingOf(root), ...choicesHint(root, isFirstTime)];
    },
    () => tone,
  );
}

/** *Listen*: speaks what is on the screen, asks first where others would hear what is somebody's, or ends it. */
export function listen(): void {
  if (listening.get().now !== 'silent') stop();
  else if (permission() === 'play') void speakScreen();
  else changeListening({ now: 'asking' });
}

/** The answer to "other people may hear this": it holds for this kind of screen until the turn is over. */
export function consent(given: boolean): void {
  const choice = wanted;
  const { place } = standing();
  const said = {
    ...listening.get().consent,
    [consentKey(place)]: given ? ('given' as const) : ('refused' as const),
  };
  stop();
  changeListening({ consent: said });
  if (!given) return;
  if (choice?.isConnected) hear(choice);
  else void speakScreen();
}

/** Louder or softer by one step. */
export function changeVolume(by: 1 | -1): void {
  const volume = Math.min(Math.max(listening.get().volume + by, 1), loudestVolume);
  changeListening({ volume });
  adjustGain();
}

/** Hear before choosing: true if the tap was to hear the choice. */
function hear(choice: Element): boolean {
  if (!listening.get().hearsFirst || voiceOf(words.get().language) === null) return false;
  if (choice === heard) return false;
  const allowed = permission();
  if (allowed === 'never') return false;
  if (allowed === 'ask') {
    stop();
    wanted = choice;
    changeListening({ now: 'asking' });
    return true;
  }
  hold(choice);
  void speak(async () => readingOf(choice));
  return true;
}

/** Speaks a sentence that stands nowhere, whatever is on the screen; the screen's own timers do not count it. */
function sayAside(text: string, language: Language): void {
  stop();
  turn += 1;
  void speakAll([unseen(text, language)], turn);
}

/** A language says its own name. */
export function sayName(language: Language): void {
  sayAside(nameOf(language), language);
}

/** The countdown, in the handset only: over a speaker it would tell the wing that somebody was here. */
export function announce(sentence: (say: Say) => string): void {
  if (standing().mode !== 'handset') return;
  const { language: own } = words.get();
  const language = voiceOf(own) ? own : fallbackLanguage;
  sayAside(sentence(sayIn(language)), language);
}

/** Plays what somebody spoke himself, as loud as what is his may be; the timers wait for its end. */
export async function playBack(sound: Sound): Promise<void> {
  stop();
  turn += 1;
  const mine = turn;
  changeListening({ now: 'speaking' });
  adjustGain();
  await play(sound, () => {});
  if (turn === mine) stop();
}

/** Starts the engine, so that the first tap does not wait for it. */
export function warm(): void {
  for (const voice of voices) void voiced('a', voice);
}

way.subscribe(() => {
  hold(null);
  stop();
});
words.subscribe(({ language }) => {
  if (turningOver) return;
  hold(null);
  stop();
  changeListening({ insteadOf: null, ...(voiceOf(language) ? {} : { hearsFirst: false }) });
});
// Whoever forgets what was listened to (the end of a turn) wants silence too.
listening.subscribe(({ now, hearsFirst }) => {
  if (now !== 'silent' || hearsFirst) return;
  calledDrafts.clear();
  hold(null);
  stop();
});
hearChoicesWith(hear);
