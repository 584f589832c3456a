import { describe, expect, it } from 'vitest';
import { readerOf } from '../../../../kiosk/screens/submission/route.ts';
import { kindNames } from '../../../../shared/submission/kinds.ts';
import { firstStep } from '../../../../shared/submission/life.ts';
import { sayIn } from '../../i18n/say.ts';

const en = await sayIn('en');
const sw = await sayIn('sw');
const named = { nameless: false, asked: null } as const;
const plain = { kind: 'food', text: null, aboutOfficer: null } as const;
const officer = (rank: 'sergeant' | 'officer-in-charge') => ({ rank, wing: null, name: null });

describe('who will read it', () => {
  it.each([
    ['food', plain, 'The officer in charge will read this. The kitchen hears what is wrong, not your name.'],
    [
      'anything else',
      { ...plain, kind: 'bedding' as const },
      /^The officer in charge will read this\. The stores hear/,
    ],
    ['words', { ...plain, text: 'raw' }, /^The complaints officer reads this first/],
    [
      'an officer',
      { ...plain, aboutOfficer: officer('sergeant') },
      /The officer whom you name can never open it/,
    ],
    [
      'the officer in charge',
      { ...plain, aboutOfficer: officer('officer-in-charge') },
      /headquarters, not to the officer in charge/,
    ],
  ])('%s', (_name, form, sentence) => {
    expect(readerOf(form, named, en).sentence).toMatch(sentence);
  });

  it('says it in Kiswahili word for word', () => {
    expect(readerOf(plain, named, sw).sentence).toBe(
      'Mkuu wa gereza atasoma haya. Jikoni wataambiwa shida, si jina lako.',
    );
  });

  it.each(kindNames)('never names another first reader for %s than the life of a submission does', kind => {
    for (const text of [null, 'raw'])
      for (const aboutOfficer of [null, officer('sergeant')]) {
        const form = { kind, text, aboutOfficer };
        const saysFirstReader = readerOf(form, named, en).sentence.startsWith(
          'The complaints officer reads this first',
        );
        expect(saysFirstReader).toBe(firstStep(form).owner === 'first-reader');
      }
  });

  it('adds that nobody is named when nobody is', () => {
    expect(readerOf(plain, { nameless: true, asked: null }, en).sentence).toMatch(
      /Your name is not on it\. Officers see it tomorrow morning\.$/,
    );
  });
});
