import { expect, it } from 'vitest';
import { answeredFirst } from '../../../../kiosk/screens/submission/answered-first.ts';
import type { OwnSubmission } from '../../../../shared/submission/schema.ts';

const made = (id: string, state: OwnSubmission['state']) => ({ id, state }) as OwnSubmission;

it('puts what was answered before the rest, each part as it came', () => {
  const list = [made('d', 'delivered'), made('c', 'answered'), made('b', 'settled'), made('a', 'answered')];
  expect(answeredFirst(list).map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
});
