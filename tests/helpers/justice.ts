import { type JusticeKeys, keysOfSeed, signAsJustice } from '../../shared/letter/justice-key.ts';
import { keyStatementBytes } from '../../shared/letter/register.ts';
import type { KeyCard, KeyStatement } from '../../shared/letter/schema.ts';

/** A justice outside a browser: real keys of a seed of their own. */
export function makeJustice(name: string, kind: KeyCard['kind'] = 'justice'): Promise<JusticeKeys> {
  return keysOfSeed(crypto.getRandomValues(new Uint8Array(32)), { name, kind });
}

/** What one justice says in the register about a card: his own, or a colleague's. */
export async function say(
  by: JusticeKeys,
  prison: string,
  action: KeyStatement['action'],
  card: KeyCard,
): Promise<KeyStatement> {
  const said = { version: 1 as const, prison, action, card, by: by.card.signing };
  return { ...said, signature: await signAsJustice(by, keyStatementBytes(said)) };
}
