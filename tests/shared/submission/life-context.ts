import { roles } from '../../../shared/staff/roles.ts';
import type { Actor, LifeContext, State } from '../../../shared/submission/life.ts';

export const actors: readonly Actor[] = [...roles, 'prisoner', 'system'];
export const contextOf = (state: State, more: Partial<LifeContext> = {}): LifeContext => ({
  state,
  owner: 'unit',
  replyPending: false,
  reopened: 0,
  reopeningsAllowed: 2,
  medical: false,
  petition: false,
  headOfficeNamed: false,
  atHeadquarters: false,
  ...more,
});
