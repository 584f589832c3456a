/* Words alone, without schemas: the apps read these at run time. */

/** What a punishment takes away. */
export const losses = ['privilege', 'stage', 'separate-cell', 'earnings', 'other'] as const;
export type Loss = (typeof losses)[number];
