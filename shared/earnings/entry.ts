/** Earnings grades (rules 19 to 21) and the kinds of line in somebody's earnings. */
export const grades = ['a', 'b', 'c'] as const;
export type Grade = (typeof grades)[number];

/** Work is credited; canteen, remittance and what is paid on release are taken off. */
export const earningsLineKinds = ['work', 'canteen', 'remittance', 'paid-on-release'] as const;
export type EarningsLineKind = (typeof earningsLineKinds)[number];
export type EarningsEntryKind = EarningsLineKind | 'reversal';
