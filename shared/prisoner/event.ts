/** How somebody goes out of the prison's count, nobody else having to do anything. */
export const plainDepartureKinds = ['released', 'died', 'escaped', 'left'] as const;

/** The same, and to another prison of this server, which then takes him in with all that is his. */
export const departureKinds = [...plainDepartureKinds, 'transferred'] as const;
export type DepartureKind = (typeof departureKinds)[number];

/** What is done with him once, on his way in and on his way out (rules 24, 42, 113, 139). */
export const stepKinds = [
  'admitted',
  'medical-examination',
  'reception-interview',
  'discharge-interview',
  'fare-given',
  'fare-not-needed',
] as const;

/** What happens to a prisoner beside his sentence; the lists of the documentation office follow from these. */
export const prisonerEventKinds = [
  ...stepKinds,
  'moved',
  'class',
  'sex',
  ...departureKinds,
  'returned',
  'arrived',
] as const;
export type PrisonerEventKind = (typeof prisonerEventKinds)[number];

export function isDeparture(kind: PrisonerEventKind): kind is DepartureKind {
  return departureKinds.some(one => one === kind);
}
