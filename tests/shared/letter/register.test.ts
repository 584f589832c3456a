import { beforeAll, expect, it } from 'vitest';
import { mostRecipients } from '../../../shared/letter/envelope.ts';
import type { JusticeKeys } from '../../../shared/letter/justice-key.ts';
import { readersOf, recipientsOf, signStatement } from '../../../shared/letter/register.ts';
import type { KeyStatement } from '../../../shared/letter/schema.ts';
import { makeJustice } from '../../helpers/justice.ts';

const prison = '00000000-0000-4000-8000-000000000001';
let anne: JusticeKeys;
let ben: JusticeKeys;
let duty: JusticeKeys;
let stranger: JusticeKeys;
beforeAll(async () => {
  [anne, ben, stranger] = await Promise.all([
    makeJustice('Anne'),
    makeJustice('Ben'),
    makeJustice('Stranger'),
  ]);
  duty = await makeJustice('On duty', 'duty');
});
const enrol = (by: JusticeKeys, whom: JusticeKeys) => signStatement(by, prison, 'enrol', whom.card);
const end = (by: JusticeKeys, whom: JusticeKeys) => signStatement(by, prison, 'end', whom.card);
const names = async (pinned: string | null, ...register: readonly KeyStatement[]) =>
  (await readersOf(register, prison, pinned)).cards.map(({ name }) => name);

it('the first justice speaks for himself, every other is vouched for', async () => {
  expect(await names(null, await enrol(anne, anne), await enrol(anne, ben), await enrol(ben, duty))).toEqual([
    'Anne',
    'Ben',
    'On duty',
  ]);
});

it('whom no justice vouches for counts for nothing', async () => {
  const first = await enrol(anne, anne);
  expect(await names(null, first, await enrol(stranger, stranger))).toEqual(['Anne']);
  expect(await names(null, first, await enrol(stranger, ben))).toEqual(['Anne']);
  expect(await names(null, first, await enrol(anne, duty), await enrol(duty, stranger))).toEqual([
    'Anne',
    'On duty',
  ]);
});

it('a line that was changed, signed by another, or made for another prison counts for nothing', async () => {
  const first = await enrol(anne, anne);
  const second = await enrol(anne, ben);
  const forged: readonly KeyStatement[] = [
    { ...second, card: stranger.card },
    { ...(await enrol(stranger, ben)), by: anne.card.signing },
    await signStatement(anne, '00000000-0000-4000-8000-000000000002', 'enrol', ben.card),
  ];
  for (const line of forged) expect(await names(null, first, line)).toEqual(['Anne']);
});

it('a register that begins with somebody else than the pinned justice has no readers at all', async () => {
  const theirs = [await enrol(stranger, stranger), await enrol(stranger, anne)];
  expect(await names(anne.card.signing, ...theirs)).toEqual([]);
  expect(await names(anne.card.signing, await enrol(anne, anne))).toEqual(['Anne']);
});

it('who was ended gets no letters more and lets nobody in; the last justice stays', async () => {
  const both = [await enrol(anne, anne), await enrol(anne, ben)];
  expect(await names(null, ...both, await end(anne, ben))).toEqual(['Anne']);
  expect(await names(null, ...both, await end(anne, ben), await enrol(ben, stranger))).toEqual(['Anne']);
  // The line that once let him in lies open in the register: said again it lets nobody in.
  expect(await names(null, ...both, await end(anne, ben), ...both)).toEqual(['Anne']);
  expect(await names(null, both[0] as KeyStatement, await end(anne, anne))).toEqual(['Anne']);
});

it('the first justice keeps his say after his letters ended, and only that', async () => {
  const line = [await enrol(anne, anne), await enrol(anne, ben), await end(ben, anne)];
  expect(await names(anne.card.signing, ...line)).toEqual(['Ben']);
  expect(await names(anne.card.signing, ...line, await enrol(anne, duty))).toEqual(['Ben', 'On duty']);
});

it('who is on duty gets only what is of danger; nobody is let in twice, or as a ninth', async () => {
  const register = [await enrol(anne, anne), await enrol(anne, duty), await enrol(anne, duty)];
  const readers = await readersOf(register, prison, null);
  expect(recipientsOf(readers, false)).toEqual([anne.card.sealing]);
  expect(recipientsOf(readers, true)).toEqual([anne.card.sealing, duty.card.sealing]);
  const more = await Promise.all(Array.from({ length: mostRecipients }, () => makeJustice('One more')));
  for (const one of more) register.push(await enrol(anne, one));
  expect((await readersOf(register, prison, null)).cards).toHaveLength(mostRecipients);
});
