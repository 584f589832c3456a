import { ladderOffices } from '../../../shared/submission/kind-rules.ts';
import type { Kind } from '../../../shared/submission/kinds.ts';
import { problemWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { KindRow } from './kinds.tsx';

export type Rules = KindRow['rules'];

/** What is asked beside the pictures. */
export function questionWords({ questions }: Rules): string {
  return questions.map(question => t(`kinds.question.${question}`)).join(', ') || t('kinds.nothing-more');
}

function facts(kind: Kind, rules: Rules): readonly (readonly [what: string, words: string])[] {
  const yesNo = (yes: boolean) => t(yes ? 'kinds.yes' : 'kinds.no');
  return [
    [t('kinds.offered'), yesNo(rules.offered)],
    [t('kinds.asks'), rules.problems.map(problem => problemWords(kind, problem)).join(', ')],
    [t('kinds.asks-more'), questionWords(rules)],
    [t('kinds.answers'), t(`unit.${rules.unit}`)],
    [
      t('kinds.within'),
      rules.days === null ? t('nav.rulebook') : t('kinds.within-own', { count: rules.days }),
    ],
    ...ladderOffices.map(
      office => [t(`kinds.ladder.${office}`), t('kinds.rung', { count: rules.ladder[office] })] as const,
    ),
    [t('kinds.words'), yesNo(rules.words)],
    [t('kinds.voice'), yesNo(rules.voice)],
    [t('kinds.nameless'), yesNo(rules.nameless)],
  ];
}

/** What would be another way, fact by fact. */
export function changesBetween(kind: Kind, before: Rules, after: Rules): string[] {
  const now = facts(kind, after);
  return facts(kind, before).flatMap(([what, words], at) => {
    const changed = now[at]?.[1] ?? '';
    return changed === words ? [] : t('kinds.now', { what, before: words, after: changed });
  });
}
