/**
 * Which contract with the server a kiosk's build speaks; it says so with every request (`sauti-contract`). It grows
 * when an older build can no longer be served. Intake never looks at it: what was sealed is taken from every build.
 */
export const contractVersion = 1;
/** The oldest that this server still serves. */
export const oldestContract = 1;
export const contractHeader = 'sauti-contract';
