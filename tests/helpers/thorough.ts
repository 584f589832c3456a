/**
 * Whether this is a long check, where the same tests try more: all sizes of a log, every layout under axe, either
 * engine. In `npm test` each is tried as far as five minutes go.
 */
export const thorough = process.env.SAUTI_THOROUGH === '1';
