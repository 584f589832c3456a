import { type Page, pageStates, textKinds } from './page.ts';
import { sentencesOf, wordsOf } from './readability.ts';

/** What a page may be at most, so that it can be listened to and remembered. */
export const pageLimits = {
  blocks: { least: 4, most: 10 },
  sentencesInBlock: 3,
  wordsInSentence: 20,
  wordsInSummary: 20,
  lastRule: 161,
} as const;

type Fields = Readonly<Record<string, unknown>>;

const names: readonly string[] = [
  'id',
  'title',
  'summary',
  'picture',
  'rules',
  'sections_of_act',
  'state',
  'blocks',
];

/**
 * What is wrong with `page`, as `place:problem` (`blocks.3:too-many-sentences`), in the order of the page;
 * empty if nothing is. Takes anything, so that a file can be checked before it is trusted.
 */
export function checkPage(page: unknown): string[] {
  if (!isFields(page)) return ['page:not-an-object'];
  return [
    ...unknownFields('page', page, names),
    ...checkId('id', page.id),
    ...checkText('title', page.title),
    ...checkSummary(page.summary),
    ...checkId('picture', page.picture),
    ...checkRules(page.rules),
    ...checkSections(page.sections_of_act),
    ...checkState(page),
    ...checkBlocks(page.blocks),
  ];
}

/** Whether `page` is a page with nothing wrong. */
export function isPage(page: unknown): page is Page {
  return checkPage(page).length === 0;
}

function checkId(place: string, id: unknown): string[] {
  return typeof id === 'string' && /^[a-z]+(-[a-z]+)*$/.test(id) ? [] : [`${place}:not-an-id`];
}

function checkText(place: string, text: unknown): string[] {
  if (typeof text !== 'string' || text.trim() === '') return [`${place}:empty`];
  // Stray spaces and line breaks are heard as pauses when the text is spoken.
  return text === text.trim().replace(/\s+/g, ' ') ? [] : [`${place}:stray-space`];
}

function checkSummary(summary: unknown): string[] {
  const problems = checkText('summary', summary);
  if (typeof summary !== 'string' || problems.length > 0) return problems;
  if (sentencesOf(summary).length !== 1) problems.push('summary:not-one-sentence');
  if (wordsOf(summary).length > pageLimits.wordsInSummary) problems.push('summary:too-long');
  return problems;
}

function checkRules(rules: unknown): string[] {
  if (!Array.isArray(rules)) return ['rules:not-a-list'];
  return rules.flatMap((rule: unknown, at) => {
    if (!isRuleNumber(rule)) return [`rules.${at}:no-such-rule`];
    return at > 0 && !(rule > Number(rules[at - 1])) ? [`rules.${at}:not-ascending`] : [];
  });
}

function isRuleNumber(rule: unknown): rule is number {
  return typeof rule === 'number' && Number.isInteger(rule) && rule >= 1 && rule <= pageLimits.lastRule;
}

function checkSections(sections: unknown): string[] {
  if (!Array.isArray(sections)) return ['sections_of_act:not-a-list'];
  return sections.flatMap((section: unknown, at) => checkText(`sections_of_act.${at}`, section));
}

function checkState(page: Fields): string[] {
  const state = page.state;
  if (!pageStates.some(known => known === state)) return ['state:unknown'];
  // A page whose law is missing must say so in the reader's own words, not only by a badge.
  if (state !== 'not-entered' && state !== 'not-confirmed') return [];
  const blocks: readonly unknown[] = Array.isArray(page.blocks) ? page.blocks : [];
  return blocks.some(block => isFields(block) && block.kind === state) ? [] : [`state:no-${state}-block`];
}

function checkBlocks(blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return ['blocks:not-a-list'];
  const { least, most } = pageLimits.blocks;
  const problems: string[] = [];
  if (blocks.length < least) problems.push('blocks:too-few');
  if (blocks.length > most) problems.push('blocks:too-many');
  return [...problems, ...blocks.flatMap((block: unknown, at) => checkBlock(`blocks.${at}`, block))];
}

function checkBlock(place: string, block: unknown): string[] {
  if (!isFields(block)) return [`${place}:not-an-object`];
  if (block.kind === 'list') {
    return [...unknownFields(place, block, ['kind', 'items']), ...checkItems(place, block.items)];
  }
  if (!textKinds.some(kind => kind === block.kind)) return [`${place}:unknown-kind`];
  return [...unknownFields(place, block, ['kind', 'text']), ...checkSpoken(place, block.text)];
}

function checkItems(place: string, items: unknown): string[] {
  if (!Array.isArray(items) || items.length === 0) return [`${place}:no-items`];
  return items.flatMap((item: unknown, at) => checkSpoken(`${place}.${at}`, item));
}

function checkSpoken(place: string, text: unknown): string[] {
  const problems = checkText(place, text);
  if (typeof text !== 'string' || problems.length > 0) return problems;
  const sentences = sentencesOf(text);
  if (sentences.length > pageLimits.sentencesInBlock) problems.push(`${place}:too-many-sentences`);
  if (sentences.some(sentence => wordsOf(sentence).length > pageLimits.wordsInSentence)) {
    problems.push(`${place}:sentence-too-long`);
  }
  return problems;
}

function unknownFields(place: string, value: Fields, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter(name => !known.includes(name))
    .map(name => `${place}:unknown-field-${name}`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
