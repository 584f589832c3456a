import { readFileSync } from 'node:fs';
import { openKeys } from '../../../server/keys.ts';
import { open } from '../../../shared/crypto/seal.ts';
import { answerQuestions } from '../harness/answer.ts';

/** The floor of opening: both envelopes of every item with the same library, as many at once, and nothing else. */
export interface Envelopes {
  readonly bound: string;
  readonly sealed: string;
  readonly identity: string;
}

interface Settings {
  readonly dataDir: string;
  /** A file with the envelopes, JSON. */
  readonly envelopes: string;
}

/** As many as ours opens together. */
const atOnce = 100;

const { dataDir, envelopes } = JSON.parse(process.argv[2] ?? '') as Settings;
const items = JSON.parse(readFileSync(envelopes, 'utf8')) as readonly Envelopes[];
const { sealing } = await openKeys(dataDir);

async function openOne({ bound, sealed, identity }: Envelopes): Promise<void> {
  const opened = await Promise.all([
    open(sealing.pairOf, 'submission', bound, sealed),
    open(sealing.pairOf, 'identity', bound, identity),
  ]);
  if (opened.some(({ ok }) => !ok)) throw new Error('an envelope of the floor did not open');
}

answerQuestions(null, async () => {
  for (let from = 0; from < items.length; from += atOnce)
    await Promise.all(items.slice(from, from + atOnce).map(openOne));
});
