/** What happens to a prisoner beside his sentence; the lists of the documentation office follow from these. */
export const prisonerEventKinds = [
  'admitted',
  'medical-examination',
  'reception-interview',
  'discharge-interview',
  'fare-given',
  'fare-not-needed',
  'moved',
  'class',
  'released',
] as const;
export type PrisonerEventKind = (typeof prisonerEventKinds)[number];
