/** A law of our own in the published form. Line numbers in the tests count from its first line. */
export const smallLaw = `Related documents
- Is amended by a later supplement
LAWS OF NOWHERE
GARDENS ACT
THE GARDEN RULES
LEGAL NOTICE 7 OF 1999
- Published in a gazette on 2 March 1999
- [Amended by Garden (Amendment) Rules, 2001 (Legal Notice 8 of 2001) on 3 April 2001]
Part I – GATES
1. Opening
The gate is opened at 6.30 in the morning, as rule 3 of these Rules says.2. Meaning of words
In these Rules—“gate” means the gate named in section 12(2) of the Act;“gardener’s hut” means a hut.3. Who opens
Part II – BEDS AND PATHS
4. Watering
Every bed is watered in accordance with the following plan—5. Weeds
6. [Repealed by L.N. 8/2001, s. 2.]
7. Paths, etc., to be swept
The paths are swept daily.
They are not swept on holidays (see Part I of these Rules).Part III – SHEDS
8. Keys
Grade 1 keys hang in the shed.History of this document
3 April 2001 this version
9. Not a rule
`;

/** The small law with one piece of its text changed; fails if the piece is not there. */
export function smallLawWith(piece: string, instead: string): string {
  if (!smallLaw.includes(piece)) throw new Error(`not in the small law: ${piece}`);
  return smallLaw.replace(piece, instead);
}
