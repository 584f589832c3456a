/** What a stage can bring, as the kiosk draws it. */
export const privilegeNames = [
  'letters',
  'visits',
  'association',
  'canteen',
  'books',
  'radio',
  'sport',
  'own-clothes',
] as const;
export type PrivilegeName = (typeof privilegeNames)[number];

export const privilegePers = ['week', 'month', 'year'] as const;

/** One line of a privileges value: `letters`, or `letters:2:month`. */
export interface Privilege {
  readonly name: PrivilegeName;
  readonly amount: number | null;
  readonly per: (typeof privilegePers)[number] | null;
}

const linePattern = /^([a-z-]+)(?::([1-9][0-9]{0,2}):(week|month|year))?$/;

/** Reads one line; null if it is none. */
export function readPrivilege(line: string): Privilege | null {
  const [, text = '', amount, per] = linePattern.exec(line) ?? [];
  const name = privilegeNames.find(known => known === text);
  if (!name) return null;
  return { name, amount: amount ? Number(amount) : null, per: (per as Privilege['per'] | undefined) ?? null };
}

/** Every line of a value that can be read; null if it is not known. */
export function readPrivileges(lines: readonly string[] | null): Privilege[] | null {
  return lines?.map(readPrivilege).filter(one => one !== null) ?? null;
}
