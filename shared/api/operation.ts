import Type, { type TSchema } from 'typebox';
import { ReverseBody } from '../prisoner/register.ts';
import type { ProblemName } from '../problems.ts';
import { Id } from '../schema.ts';
import type { Role } from '../staff/roles.ts';
import type { Action } from '../submission/life.ts';

/** Who may call an operation. */
export type Reach =
  /** Anyone who reaches the server. */
  | { readonly who: 'public' }
  /** An enrolled kiosk, by the signature on the item itself. */
  | { readonly who: 'kiosk-signature' }
  /** An enrolled kiosk with a session token. */
  | { readonly who: 'kiosk' }
  /** A prisoner signed in at an enrolled kiosk. */
  | { readonly who: 'prisoner' }
  /** Staff of these roles; `action` names the row of the life table that decides further. */
  | { readonly who: 'staff'; readonly roles: readonly Role[]; readonly action?: Action };

export interface Operation {
  readonly reach: Reach;
  readonly summary: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly reply: TSchema;
  /** Bytes of the body, where they are more than any single item needs. */
  readonly bodyLimit?: number;
  /** Named failures beside those that every route can have. */
  readonly problems: readonly ProblemName[];
}

export const operation = <const T extends Operation>(value: T): T => value;
export const staffOf = <const R extends readonly Role[]>(...of: R) => ({ who: 'staff' as const, roles: of });
export const acting = <const R extends readonly Role[]>(action: Action, ...of: R) => ({
  who: 'staff' as const,
  roles: of,
  action,
});
export const done = Type.Object({ done: Type.Literal(true) });
export const byId = Type.Object({ id: Id });
export const byNumber = Type.Object({ number: Type.Integer({ minimum: 1 }) });
/** Register numbers count per prison; headquarters, which sees them all, says of which one it speaks. */
export const ofPrison = Type.Object({ prison: Type.Optional(Id) }, { additionalProperties: false });
/** Who looks into the register and the records; only the documentation office writes in them. */
export const recordRoles = [
  'documentation-office',
  'officer-in-charge',
  'deputy',
] as const satisfies readonly Role[];

/** The same for each record of a prisoner: a mistake is answered by a line that reverses it. */
export const reversal = operation({
  reach: staffOf('documentation-office'),
  summary: 'Undoes a line by a new one with a reason.',
  params: byId,
  body: ReverseBody,
  reply: done,
  problems: ['not-found', 'already-decided'],
});
