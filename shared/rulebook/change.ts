import type { Role } from '../staff/roles.ts';
import type { RuleScope } from './definitions.ts';

interface Person {
  readonly id: string;
  readonly role: Role;
  readonly superiors: readonly string[];
}

const proposers: Readonly<Record<RuleScope, readonly Role[]>> = {
  national: ['commissioner'],
  prison: ['officer-in-charge', 'deputy', 'documentation-office'],
};

/** Whether a role may propose a change: headquarters for national values, three offices of the prison for its own. */
export function mayProposeRule(role: Role, scope: RuleScope): boolean {
  return proposers[scope].includes(role);
}

/**
 * Whether `second` may decide what `first` proposed: another person, never one under the first (protection.md). A
 * national value takes two of headquarters; of a prison's two one is the officer in charge, or headquarters decides.
 */
export function mayDecideRule(second: Person, first: Pick<Person, 'id' | 'role'>, scope: RuleScope): boolean {
  if (second.id === first.id || second.superiors.includes(first.id)) return false;
  if (second.role === 'commissioner') return true;
  if (scope === 'national') return false;
  return (
    second.role === 'officer-in-charge' || (first.role === 'officer-in-charge' && second.role === 'deputy')
  );
}
