import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../kiosk/speech/sentences.ts';

const parts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('a text is spoken', () => {
  it.each([
    ['a sentence at a time', 'It is kept. It is safe here!', ['It is kept. ', 'It is safe here!']],
    ['with numbers and clock times whole', 'At 7.30 it was 2.5 kg.', ['At 7.30 it was 2.5 kg.']],
    ['a question before its answer', 'Who? “You.” Yes.', ['Who? ', '“You.” ', 'Yes.']],
    ['without what has no sound', 'Rules · … ', ['Rules · … ']],
    ['not at all where there is nothing to say', ' … · ', []],
  ])('%s', (_name, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('in pieces that are soon made, cut after a comma or a word, and nothing is lost', () => {
    const long = `${'Maneno mengi sana, '.repeat(12)}${'neno '.repeat(60)}mwisho.`;
    const pieces = parts(long);
    expect(pieces.join('')).toBe(long);
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(140);
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/ $/);
  });

  it('even where somebody wrote one endless word', () => {
    expect(parts('a'.repeat(500)).join('')).toBe('a'.repeat(500));
  });
});
