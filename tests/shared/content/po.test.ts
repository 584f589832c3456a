import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPo, writePo } from '../../../shared/content/po.ts';
import { messagesOf, pageOfMessages } from '../../../shared/content/translation.ts';
import { readPage } from './pages-on-disk.ts';

const line = fc.string({ unit: fc.constantFrom('a', 'ĩ', ' ', '"', '\\', '\t', '#', '\n') });

describe('a PO file', () => {
  it('gives back every message that was written into it', () => {
    const message = fc.record({
      context: line,
      id: line.map(text => `x${text}`),
      text: line,
      comments: fc.constant([]),
    });
    fc.assert(
      fc.property(fc.array(message), messages => {
        expect(readPo(writePo({ Language: 'ki' }, messages))).toEqual(messages);
      }),
      { numRuns: 50 },
    );
  });

  it('is read as tools write it: lines broken, guesses marked, old messages kept, carriage returns', () => {
    const file = [
      '# A translator',
      'msgid ""',
      'msgstr ""',
      '"Language: ki\\n"',
      '',
      '#: food.json:1',
      '#, fuzzy',
      'msgctxt "food/title"',
      'msgid "Food"',
      'msgstr "Irio?"',
      '#. sw: Maji',
      'msgctxt "food/summary"',
      'msgid ""',
      '"Water "',
      '"and \\"food\\""',
      'msgstr "Maaĩ"',
      '#~ msgid "Gone"',
      '#~ msgstr "Gone"',
    ].join('\r\n');
    expect(readPo(file)).toEqual([
      { context: 'food/title', id: 'Food', text: '', comments: [] },
      { context: 'food/summary', id: 'Water and "food"', text: 'Maaĩ', comments: ['sw: Maji'] },
    ]);
  });

  it.each([
    ['a quote that does not end', 'msgid "a'],
    ['a plural', 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"'],
    ['another text', 'Dear translator'],
  ])('is none with %s', (_name, file) => {
    expect(readPo(file)).toBeNull();
  });
});

describe('a page in a PO file', () => {
  const [english, kiswahili] = [readPage('en', 'food'), readPage('sw', 'food')];
  const messages = messagesOf({ english, kiswahili, own: kiswahili });

  it('comes back as it went', () => {
    expect(pageOfMessages(english, messages)).toEqual(kiswahili);
  });

  it('tells its rules and the Kiswahili to whoever translates', () => {
    const [title] = messagesOf({ english, kiswahili, own: null });
    expect(title).toEqual({
      context: 'food/title',
      id: 'Food',
      text: '',
      comments: ['Prisons Rules 49, 50', 'sw: Chakula'],
    });
  });

  it('is not taken while a part of it is missing, or its English is another', () => {
    const without = messages.map((message, at) => (at === 3 ? { ...message, text: '' } : message));
    expect(pageOfMessages(english, without)).toBe('partly');
    expect(pageOfMessages({ ...english, title: 'Your food' }, messages)).toBe('older');
    expect(pageOfMessages(readPage('en', 'work'), messages)).toBe('untouched');
  });
});
