import type { Context } from '../../context.ts';
import { hashSecret, makeReadable } from '../../secrets.ts';

export interface FirstPassword {
  /** Shown once, in groups that can be read out, and typed as shown: `XXXX-XXXX-XXXX-XX`. */
  readonly shown: string;
  readonly hash: string;
}

/** A password to be handed over; it must be changed at the first sign-in. Nearly seventy bits. */
export async function makeFirstPassword({ keys }: Pick<Context, 'keys'>): Promise<FirstPassword> {
  const shown = makeReadable(14).replace(/(.{4})(?=.)/g, '$1-');
  return { shown, hash: await hashSecret(shown, keys.pepper) };
}
