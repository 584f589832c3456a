/** Who works with the panel. One person, one role; the table of reach is in docs/architecture.md. */
export const roles = [
  'first-reader',
  'unit-officer',
  'officer-in-charge',
  'deputy',
  'medical-officer',
  'documentation-office',
  'interpreter',
  'translator',
  'editor',
  'commissioner',
  'visiting-justice',
  'prison-visitor',
  'oversight',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Roles that may ever open a submission; the case itself may still refuse (see `submission/reach.ts`). */
export const caseRoles = [
  'first-reader',
  'unit-officer',
  'officer-in-charge',
  'deputy',
  'commissioner',
  'visiting-justice',
] as const satisfies readonly Role[];

/** Roles that see how the kiosks of their prison are. */
export const kioskRoles = [
  'administrator',
  'officer-in-charge',
  'deputy',
  'visiting-justice',
] as const satisfies readonly Role[];

/** Roles that see the rounds with a carried kiosk, and the paper forms. */
export const roundRoles = [
  'officer-in-charge',
  'deputy',
  'visiting-justice',
] as const satisfies readonly Role[];

/** Roles that enter who is held where nobody comes to a kiosk. */
export const placementRoles = ['officer-in-charge', 'deputy'] as const satisfies readonly Role[];

/**
 * The office a role belongs to. An account that can read submissions takes two people of different offices
 * (protection.md), so that nobody lets himself in by another name.
 */
export const officeOf: Record<Role, 'prison' | 'headquarters' | 'justice' | 'system' | 'outside'> = {
  'first-reader': 'prison',
  'unit-officer': 'prison',
  'officer-in-charge': 'prison',
  deputy: 'prison',
  'medical-officer': 'prison',
  'documentation-office': 'prison',
  interpreter: 'outside',
  translator: 'outside',
  editor: 'outside',
  commissioner: 'headquarters',
  'visiting-justice': 'justice',
  'prison-visitor': 'outside',
  oversight: 'outside',
  administrator: 'system',
};

/** Roles that may propose or approve an account; the approver's office must differ from the proposer's. */
export const accountRoles = [
  'administrator',
  'officer-in-charge',
  'commissioner',
  'visiting-justice',
] as const satisfies readonly Role[];

/** Roles that see how far each language is: who answers for it, who writes it, who inspects. */
export const languageRoles = [
  'officer-in-charge',
  'deputy',
  'commissioner',
  'visiting-justice',
  'administrator',
  'translator',
  'editor',
] as const satisfies readonly Role[];

/**
 * Whether somebody of this role may stand beside a kiosk, and must therefore learn nothing by which a nameless
 * submission could be tied to an hour and a wing: every officer of the prison, and the administrator, who works among
 * them and may read no submission.
 */
export function isNearKiosks(role: Role): boolean {
  return officeOf[role] === 'prison' || officeOf[role] === 'system';
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
