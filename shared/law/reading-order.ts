/** Rules about the service of officers, not about prisoners: first and last number of each run. */
const officersService: readonly (readonly [first: number, last: number])[] = [
  [119, 133],
  [149, 151],
  [158, 161],
];

/** Whether a rule is about the officers' own service: appointment, pay, quarters, uniform. */
export function isOfficersService(rule: number): boolean {
  return officersService.some(([first, last]) => rule >= first && rule <= last);
}

/** Rules as a prisoner should meet them: in number order, those about officers' service last. */
export function inReadingOrder<Rule extends { readonly number: number }>(
  rules: readonly Rule[],
): readonly Rule[] {
  const ordered = rules.toSorted((one, other) => one.number - other.number);
  return [
    ...ordered.filter(rule => !isOfficersService(rule.number)),
    ...ordered.filter(rule => isOfficersService(rule.number)),
  ];
}
