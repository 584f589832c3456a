import {
  irregularity as irregularitiesEn,
  kind as kindsEn,
  matter as mattersEn,
  rank as ranksEn,
  state as statesEn,
  visit as visitEn,
} from '../../locales/en/panel.json';
import english from '../../locales/en/reader.json';
import {
  irregularity as irregularitiesSw,
  kind as kindsSw,
  matter as mattersSw,
  rank as ranksSw,
  state as statesSw,
  visit as visitSw,
} from '../../locales/sw/panel.json';
import kiswahili from '../../locales/sw/reader.json';
import type { RealLetter } from '../../shared/letter/schema.ts';
import { problemKey } from '../../shared/submission/kinds.ts';
import type { VisitWords } from '../../shared/visit/tables.ts';

const languages = { en: english, sw: kiswahili };
const panel = {
  en: {
    kind: kindsEn,
    matter: mattersEn,
    rank: ranksEn,
    state: statesEn,
    visit: visitEn,
    irregularity: irregularitiesEn,
  },
  sw: {
    kind: kindsSw,
    matter: mattersSw,
    rank: ranksSw,
    state: statesSw,
    visit: visitSw,
    irregularity: irregularitiesSw,
  },
};
export type Language = keyof typeof languages;

let language: Language = navigator.language.startsWith('sw') ? 'sw' : 'en';

export const languageNow = () => language;

export function speak(wanted: Language): void {
  language = wanted;
}

/** The reader's words in the language of now. */
export const words = () => languages[language];

const wordIn = (all: Readonly<Record<string, string>>, key: string): string => all[key] ?? key;

/** `Food: spoiled or raw`, as the panel says it; what has no words here shows its name. */
export function matterWords({
  kind,
  problem,
}: Pick<NonNullable<RealLetter['matter']>, 'kind' | 'problem'>): string {
  const said = panel[language];
  return `${wordIn(said.kind, kind)}: ${wordIn(said.matter, problemKey(kind, problem))}`;
}

/** What a letter says of an officer: rank, wing, name, as far as its writer knew. */
export function officerWords(
  { rank, wing, name }: NonNullable<NonNullable<RealLetter['matter']>['aboutOfficer']>,
  wings: readonly { readonly id: string; readonly name: string }[],
): string {
  const wingName = wings.find(({ id }) => id === wing)?.name;
  const known = [wordIn(panel[language].rank, rank), name, wingName].filter(Boolean);
  return `${words().about} ${known.join(', ')}`;
}

/** A sentence of the pack, with places for its values. */
export const visitSentence = (key: string): string => wordIn(panel[language].visit, key);

/** The words of the visit's pack, as the panel has them. */
export const visitWords = (): VisitWords => ({
  say: visitSentence,
  day: day => day,
  matter: (kind, problem) => matterWords({ kind, problem }),
  state: state => wordIn(panel[language].state, state),
  irregularity: kind => wordIn(panel[language].irregularity, kind),
});
