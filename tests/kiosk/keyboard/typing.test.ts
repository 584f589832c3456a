import { describe, expect, it } from 'vitest';
import { eraseLetter, startsSentence, typeLetters } from '../../../kiosk/keyboard/typing.ts';

const atEnd = (text: string) => ({ text, start: text.length, end: text.length });

describe('typing', () => {
  it.each([
    ['at the end', atEnd('Bean'), 's', atEnd('Beans')],
    ['in the middle', { text: 'Bens', start: 2, end: 2 }, 'a', { text: 'Beans', start: 3, end: 3 }],
    ['over a stretch', { text: 'Beans', start: 0, end: 4 }, 'Pea', { text: 'Peas', start: 3, end: 3 }],
  ])('%s', (_name, typing, letters, result) => {
    expect(typeLetters(typing, letters, 100)).toEqual(result);
  });

  it('takes nothing more once the text is full', () => {
    const full = atEnd('12345');
    expect(typeLetters(full, '6', 5)).toBe(full);
  });
});

describe('deleting', () => {
  it.each([
    ['the last letter', atEnd('Beans'), atEnd('Bean')],
    ['nothing at the beginning', { text: 'Beans', start: 0, end: 0 }, { text: 'Beans', start: 0, end: 0 }],
    ['the letter before the place', { text: 'Beans', start: 2, end: 2 }, { text: 'Bans', start: 1, end: 1 }],
    ['a whole stretch', { text: 'Beans', start: 1, end: 4 }, { text: 'Bs', start: 1, end: 1 }],
    [
      'a letter with its tilde, even when it is two signs',
      atEnd('gĩkũ'.normalize('NFD')),
      atEnd('gĩk'.normalize('NFD')),
    ],
  ])('%s', (_name, typing, result) => {
    expect(eraseLetter(typing)).toEqual(result);
  });
});

describe('a capital comes by itself', () => {
  it.each([
    ['at the start', '', true],
    ['after a full stop and a space', 'It was raw. ', true],
    ['after a question', 'Why? ', true],
    ['on a new line', 'It was raw\n', true],
    ['not within a word', 'It wa', false],
    ['not after a full stop alone: it may be 1.5', 'It was 1.', false],
    ['not after a comma', 'Beans, ', false],
  ])('%s', (_name, before, capital) => {
    expect(startsSentence(before)).toBe(capital);
  });
});
