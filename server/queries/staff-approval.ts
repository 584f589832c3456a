import { accountRoles, caseRoles, officeOf, type Role } from '../../shared/staff/roles.ts';

/** An account that waits, as far as letting it in depends on it. */
export interface Proposal {
  readonly role: Role;
  readonly state: 'proposed' | 'active' | 'ended';
  readonly proposedBy: string | null;
  readonly proposerRole: Role | null;
}

/**
 * Whether an account of this role takes two people: it can read submissions (protection.md), or make and let in
 * accounts and confirm the time, so that one person under two names would be two.
 */
export function takesTwoPeople(role: Role): boolean {
  return [...caseRoles, ...accountRoles].includes(role as (typeof accountRoles)[number]);
}

/**
 * Whether `approver` may let a proposed account in: another person, of another office, not under the
 * proposer. Nobody of the prison lets in those who watch over it: a justice or a commissioner made up by the
 * prison would read what is about its own officers. An administrator reads nothing: the officer in charge may.
 */
export function mayApprove(
  approver: { readonly id: string; readonly role: Role; readonly superiors: readonly string[] },
  proposal: Proposal,
): boolean {
  const { proposedBy, proposerRole } = proposal;
  if (proposal.state !== 'proposed' || proposedBy === null || proposerRole === null) return false;
  if (!(accountRoles as readonly Role[]).includes(approver.role)) return false;
  if (approver.id === proposedBy || approver.superiors.includes(proposedBy)) return false;
  if (officeOf[approver.role] === officeOf[proposerRole]) return false;
  return officeOf[approver.role] !== 'prison' || ['prison', 'system'].includes(officeOf[proposal.role]);
}

/** Whether `role` may end an account of `other`: an officer in charge cannot send away those who watch over him. */
export function mayEnd(role: Role, other: Role): boolean {
  return officeOf[role] !== 'prison' || officeOf[other] === 'prison';
}
