import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledUp, findAnswer, newLetterCode, sealAnswer } from '../../../shared/letter/answer.ts';
import { keysOfSeed, unwrapSeed, wrapSeed } from '../../../shared/letter/justice-key.ts';
import { recoverSeed, recoveryLines } from '../../../shared/letter/recovery.ts';
import { readCode } from '../../../shared/submission/code.ts';

const seed = () => crypto.getRandomValues(new Uint8Array(32));
const who = { name: 'Anne', kind: 'justice' } as const;
/** The test is of the wrapping: what argon2id costs is of no interest here. */
const cheap = { memory: 64, passes: 1 };

describe('a justice’s keys', () => {
  it('are the same ones from the same seed', async () => {
    const one = seed();
    expect((await keysOfSeed(one, who)).card).toEqual((await keysOfSeed(one, who)).card);
    expect((await keysOfSeed(seed(), who)).card).not.toEqual((await keysOfSeed(one, who)).card);
  });

  it('open with the passphrase, and with no other', async () => {
    const one = seed();
    const { card } = await keysOfSeed(one, who);
    const file = await wrapSeed(one, card, 'chai ya asubuhi mapema', cheap);
    expect(JSON.stringify(file)).not.toContain(one.toBase64({ alphabet: 'base64url', omitPadding: true }));
    expect(await unwrapSeed(file, ' chai ya asubuhi mapema ')).toEqual(one);
    expect(await unwrapSeed(file, 'chai ya asubuhi')).toBeNull();
    expect(await unwrapSeed({ ...file, passes: 2 }, 'chai ya asubuhi mapema')).toBeNull();
  });
});

describe('recovery', () => {
  it('needs any two of the three lines, as somebody types them', async () => {
    const one = seed();
    const [a = '', b = '', c = ''] = await recoveryLines(one);
    for (const [first, second] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      expect(await recoverSeed(first, second)).toEqual({ ok: true, seed: one });
    expect(await recoverSeed(a.toLowerCase().replaceAll(' ', '-'), b.replaceAll('0', 'o'))).toMatchObject({
      ok: true,
    });
  });

  it('does not work with one line, nor with lines of two prints', async () => {
    const one = seed();
    const [a = '', b = ''] = await recoveryLines(one);
    const [, other = ''] = await recoveryLines(one);
    expect(await recoverSeed(a, a)).toEqual({ ok: false, why: 'same' });
    expect(await recoverSeed(a, '')).toEqual({ ok: false, why: 'second' });
    expect(await recoverSeed(a, other)).toEqual({ ok: false, why: 'strangers' });
    expect(await recoverSeed(b.slice(1), a)).toEqual({ ok: false, why: 'first' });
  });

  it('catches every single wrong character', async () => {
    const [a = '', b = ''] = await recoveryLines(seed());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: a.length - 1 }), async at => {
        fc.pre(a[at] !== ' ' && at < a.length - 1);
        const wrong = a.slice(0, at) + (a[at] === 'A' ? 'B' : 'A') + a.slice(at + 1);
        expect(await recoverSeed(wrong, b)).toEqual({ ok: false, why: 'first' });
      }),
      { numRuns: 30 },
    );
  });
});

describe('an answer', () => {
  it('is found by the code of its letter, the newest first, and by no other', async () => {
    const code = newLetterCode();
    expect(readCode(code)).toBe(code);
    const answers = [
      await sealAnswer(code, 'p', 'opened'),
      ...filledUp([await sealAnswer(code, 'p', 'will-see')]),
    ];
    expect(await findAnswer(code, 'p', answers)).toBe('will-see');
    expect(await findAnswer(newLetterCode(), 'p', answers)).toBeNull();
    expect(await findAnswer(code, 'another', answers)).toBeNull();
  });

  it('looks like those that fill the sheet', async () => {
    const sheet = filledUp([await sealAnswer(newLetterCode(), 'p', 'dealt-with')]);
    expect(sheet).toHaveLength(20);
    expect(new Set(sheet.map(({ token, sealed }) => `${token.length}/${sealed.length}`)).size).toBe(1);
  });
});
