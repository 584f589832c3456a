/* Words alone, without schemas: the apps read these at run time. */

/** Earnings grades (rules 19 to 21) and the kinds of line in somebody's earnings. */
export const grades = ['a', 'b', 'c'] as const;
export type Grade = (typeof grades)[number];

/** What is taken off: canteen and remittance out of what may be spent, the rest on release. */
export const debitKinds = ['canteen', 'remittance', 'paid-on-release'] as const;
export type DebitKind = (typeof debitKinds)[number];
export type EarningsEntryKind = 'work' | DebitKind | 'reversal';
export const earningsKinds = ['work', ...debitKinds, 'reversal'] as const;
