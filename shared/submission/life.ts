import type { Role } from '../staff/roles.ts';
import { isMedical, type Kind } from './kinds.ts';

/**
 * The life of a submission, as one table: (state, action, actor) → next state, or a named refusal.
 * The server decides with it, the panel shows buttons from it, and every cell is tested.
 */
export const states = [
  'reading',
  'triage',
  'headquarters',
  'routed',
  'answered',
  'delivered',
  'settled',
  'closed',
] as const;
export type State = (typeof states)[number];

/** States in which somebody other than the prisoner has to act. */
export const openStates = ['reading', 'triage', 'headquarters', 'routed'] as const satisfies readonly State[];

export const actions = [
  'pass',
  'route',
  'return',
  'forward',
  'answer',
  'call-back',
  'send',
  'open-reply',
  'settle',
  'not-settle',
  'close',
  'note',
  'rise',
] as const;
export type Action = (typeof actions)[number];

/** Whoever acts: a staff role, the prisoner himself, or the server (a reply whose ten seconds are over). */
export type Actor = Role | 'prisoner' | 'system';

/**
 * Who can have a case. `medical` is the infirmary with what concerns somebody's health: an office of its own, since the
 * officer in charge sees into every unit but not into this.
 */
export const offices = ['first-reader', 'officer-in-charge', 'unit', 'medical', 'headquarters'] as const;
export type Office = (typeof offices)[number];

/** What the table needs to know of a case beside its state. */
export interface LifeContext {
  readonly state: State;
  readonly owner: Office;
  /** A reply is written and its ten seconds are not over. */
  readonly replyPending: boolean;
  /** How often *not settled* was said so far. */
  readonly reopened: number;
  /** How often it may be said (a value of the rulebook). */
  readonly reopeningsAllowed: number;
  /** It concerns somebody's health. */
  readonly medical: boolean;
  /** It is a petition, which the officer in charge only sends on (rule 140). */
  readonly petition: boolean;
  /** The officer in charge is named in it, so headquarters handles it. */
  readonly headOfficeNamed: boolean;
  /** It is overdue and was brought before headquarters, which may then do what the prison has not done. */
  readonly atHeadquarters: boolean;
}

export interface Step {
  readonly state: State;
  /** Who has it now; null leaves it where it is. */
  readonly owner: Office | null;
}

export type LifeRefusal =
  | 'not-in-this-state'
  | 'not-your-role'
  | 'reply-pending'
  | 'nothing-pending'
  | 'reopenings-used';

export type Transition =
  | { readonly ok: true; readonly next: Step }
  | { readonly ok: false; readonly refusal: LifeRefusal };

interface Rule {
  readonly actors: readonly Actor[];
  /** Who may too, once it is overdue and was brought before them. */
  readonly overdue?: readonly Actor[];
  readonly pending: 'must' | 'must-not' | 'either';
  readonly next: (context: LifeContext) => Step;
}

const stay = (context: LifeContext): Step => ({ state: context.state, owner: null });
const prisonHead = ['officer-in-charge', 'deputy'] as const;
const answerers = ['officer-in-charge', 'deputy', 'unit-officer'] as const;

const atHead: Step = { state: 'triage', owner: 'officer-in-charge' };
const atHeadquarters: Step = { state: 'headquarters', owner: 'headquarters' };
const atInfirmary: Step = { state: 'routed', owner: 'medical' };

/** After the first reader: whoever must answer, unless the head of the prison stands under someone who is named. */
function onwards({ headOfficeNamed, medical }: LifeContext): Step {
  if (headOfficeNamed) return atHeadquarters;
  return medical ? atInfirmary : atHead;
}

/**
 * After *not settled*: one step up from who answered, and the second time to headquarters in any case. What concerns
 * health passes the officer in charge by. What headquarters answered never goes back down to whom it rose past.
 */
function upwards({ owner, headOfficeNamed, reopened }: LifeContext): Step {
  return owner === 'unit' && !headOfficeNamed && reopened === 0 ? atHead : atHeadquarters;
}

const writing = (actors: readonly Actor[]): Partial<Record<Action, Rule>> => ({
  answer: { actors, overdue: ['commissioner'], pending: 'must-not', next: stay },
  'call-back': { actors, overdue: ['commissioner'], pending: 'must', next: stay },
  send: { actors: ['system'], pending: 'must', next: () => ({ state: 'answered', owner: null }) },
});

const note: Rule = {
  actors: ['first-reader', 'unit-officer', 'officer-in-charge', 'deputy', 'commissioner'],
  pending: 'either',
  next: stay,
};
/** Whoever must answer keeps it: waiting rids nobody of a case, it only lets others see and answer it too. */
const rise: Rule = { actors: ['system'], pending: 'must-not', next: stay };
/** By the officer in charge with his comment; by the server without it, when his hours are over. */
const forward: Rule = { actors: [...prisonHead, 'system'], pending: 'must-not', next: () => atHeadquarters };
const route: Rule = {
  actors: ['first-reader', ...prisonHead],
  pending: 'must-not',
  next: () => ({ state: 'routed', owner: 'unit' }),
};
const reopen: Rule = {
  actors: ['prisoner'],
  pending: 'either',
  next: upwards,
};
const settle: Rule = {
  actors: ['prisoner'],
  pending: 'either',
  next: () => ({ state: 'settled', owner: null }),
};
/** Closed without the prisoner's word: shown as exactly that, and he can still reopen it. */
const close: Rule = {
  actors: [...prisonHead, 'commissioner'],
  pending: 'must-not',
  next: () => ({ state: 'closed', owner: null }),
};
const openReply: Rule = {
  actors: ['prisoner'],
  pending: 'either',
  next: () => ({ state: 'delivered', owner: null }),
};

export const life: Readonly<Record<State, Partial<Record<Action, Rule>>>> = {
  reading: {
    pass: {
      actors: ['first-reader'],
      overdue: ['commissioner'],
      pending: 'must-not',
      next: onwards,
    },
    forward: { ...forward, actors: ['system'] },
    note,
    rise,
  },
  triage: { ...writing(prisonHead), route, forward, note, rise },
  headquarters: { ...writing(['commissioner']), note, rise },
  routed: {
    ...writing(answerers),
    route,
    return: {
      actors: ['unit-officer'],
      pending: 'must-not',
      next: () => ({ state: 'triage', owner: 'officer-in-charge' }),
    },
    note,
    rise,
  },
  answered: {
    ...writing([...answerers, 'commissioner']),
    'open-reply': openReply,
    'not-settle': reopen,
    settle,
    close,
    note,
  },
  delivered: {
    ...writing([...answerers, 'commissioner']),
    'open-reply': { ...openReply, next: stay },
    'not-settle': reopen,
    settle,
    close,
    note,
  },
  settled: { 'open-reply': { ...openReply, next: stay }, 'not-settle': reopen, note },
  closed: { 'open-reply': { ...openReply, next: stay }, 'not-settle': reopen, settle, note },
};

/**
 * Decides one action. A correction in `answered` or `delivered` goes through `answer` again and comes back
 * to `answered`: what was sent stays, the new reply stands beside it.
 */
export function transition(context: LifeContext, action: Action, actor: Actor): Transition {
  const rule = life[context.state][action];
  if (!rule || (action === 'forward' && !context.petition))
    return { ok: false, refusal: 'not-in-this-state' };
  const allowed = context.atHeadquarters ? [...rule.actors, ...(rule.overdue ?? [])] : rule.actors;
  if (!allowed.includes(actor) || isNotForHim(context, action, actor))
    return { ok: false, refusal: 'not-your-role' };
  if (rule.pending === 'must' && !context.replyPending) return { ok: false, refusal: 'nothing-pending' };
  if (rule.pending === 'must-not' && context.replyPending) return { ok: false, refusal: 'reply-pending' };
  if (action === 'not-settle' && context.reopened >= context.reopeningsAllowed)
    return { ok: false, refusal: 'reopenings-used' };
  return { ok: true, next: rule.next(context) };
}

/** What concerns health is the infirmary's alone: nobody else of the prison has it, or is given it. */
function isNotForHim({ owner, petition, state }: LifeContext, action: Action, actor: Actor): boolean {
  // A petition is answered by whom it is written to.
  if (petition && state === 'triage') return action === 'answer' || action === 'route';
  if (owner !== 'medical') return false;
  return action === 'route' || action === 'return' || actor === 'officer-in-charge' || actor === 'deputy';
}

/** The actions that `actor` can take now, in the table's order: the panel's buttons. */
export function actionsFor(context: LifeContext, actor: Actor): Action[] {
  return actions.filter(action => transition(context, action, actor).ok);
}

/** Where a new submission starts: text, or an officer named, goes first to the first reader. */
export function firstStep(content: {
  readonly kind: Kind;
  readonly text: string | null;
  readonly aboutOfficer: object | null;
  readonly recording?: object | undefined;
}): Step {
  const inOwnWords = content.text !== null || content.recording !== undefined;
  if (inOwnWords || content.aboutOfficer !== null || content.kind === 'officer')
    return { state: 'reading', owner: 'first-reader' };
  return isMedical(content.kind) ? atInfirmary : atHead;
}
