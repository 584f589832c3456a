/** Where people are held who cannot come to a kiosk by themselves. */
export const sections = ['punishment-cells', 'infirmary', 'condemned'] as const;
export type Section = (typeof sections)[number];

/**
 * What came of an offer. The first two are the prisoner's own word. What he used it for is nobody's business and is
 * never recorded: *he complained on Tuesday* beside a number would undo *without my name*.
 */
export const offerAnswers = ['used', 'not-wanted', 'not-asked'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

/** Why somebody could not be asked. */
export const notAskedReasons = ['asleep', 'too-ill', 'not-there', 'not-safe'] as const;
export type NotAskedReason = (typeof notAskedReasons)[number];

/** Whether a reason stands where one is needed, and nowhere else. */
export function isAnswered(answer: OfferAnswer, reason: NotAskedReason | null): boolean {
  return (answer === 'not-asked') === (reason !== null);
}
