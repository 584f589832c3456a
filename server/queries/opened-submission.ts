import { dueDay } from '../../shared/rulebook/working-days.ts';
import { type KindVersion, kindAt } from '../../shared/submission/kind-rules.ts';
import { isPersonal, usualUnit } from '../../shared/submission/kinds.ts';
import { firstStep, type Step } from '../../shared/submission/life.ts';
import type { SubmissionContent } from '../../shared/submission/schema.ts';
import { dayOf, nextSix } from '../clock.ts';
import type { SubmissionTable } from '../database/tables/submission.ts';
import { nearWingsOf } from './case.ts';
import type { Meant } from './case-meant.ts';
import type { OpenedItem } from './open-items.ts';
import type { Prison } from './prison.ts';

interface Days {
  readonly receivedOn: string;
  readonly dueOn: string;
}

/** `within`: working days until an answer is due; null: as many as the rulebook says for everything. */
export type DaysOf = (receivedAt: string, within: number | null) => Days;

/**
 * On which day of the prison something was received, and when an answer is due. Items come by the hundred in
 * the same minute, and a day never changes within one.
 */
export function makeDays({ settings, zone }: Prison): DaysOf {
  const holidays = new Set(settings.holidays);
  const known = new Map<string, Days>();
  return (receivedAt, within) => {
    const workingDays = within ?? settings.answerWithin.days;
    const key = `${receivedAt.slice(0, 'YYYY-MM-DDTHH:MM'.length)} ${workingDays}`;
    const found = known.get(key);
    if (found) return found;
    const receivedOn = dayOf(Temporal.Instant.from(receivedAt), zone);
    const dueOn = dueDay(receivedOn, workingDays, holidays);
    const days = { receivedOn: receivedOn.toString(), dueOn: dueOn.toString() };
    known.set(key, days);
    return days;
  };
}

/** What an item does not say of itself. */
export interface Surroundings {
  readonly wingId: string | null;
  /** The wing that its writer lives in, if he is known. */
  readonly home: string | null;
  readonly meant: Meant | null;
}

/** Where nobody in the prison may read it first, headquarters does. */
function firstStepFor(content: SubmissionContent, meant: Meant | null): Step {
  return meant && (meant.headOffice || !meant.readerLeft)
    ? { state: 'headquarters', owner: 'headquarters' }
    : firstStep(content);
}

/** Without a name there is no wing either: a wing has one kiosk, and the kiosk would tell who stood there. */
export function submissionOf(
  { row, prison, content, identity }: OpenedItem,
  { wingId, home, meant }: Surroundings,
  at: string,
  { daysOf, versions }: { readonly daysOf: DaysOf; readonly versions: readonly KindVersion[] },
): SubmissionTable[] {
  if (content === null) return [];
  const { kind, kindVersion = 0 } = content;
  // Due when the kiosk said so: by the version that it asked by, whatever was decided since.
  const { receivedOn, dueOn } = daysOf(row.received_at, kindAt(versions, kind, kindVersion).rules.days);
  const first = firstStepFor(content, meant);
  const nameless = identity.kind === 'nameless' || identity.kind === 'unreadable';
  return [
    {
      id: row.id,
      prison_id: prison.id,
      number: null,
      kind,
      kind_version: kindVersion,
      problem: content.problem,
      when_it_was: content.when ?? '',
      many: content.many ?? '',
      text: content.text,
      recording: content.recording ? JSON.stringify(content.recording) : null,
      about: content.aboutOfficer ? JSON.stringify(content.aboutOfficer) : null,
      language: content.language,
      wing_id: nameless ? null : wingId,
      near_wings: nameless ? '' : nearWingsOf([wingId, home, content.aboutOfficer?.wing]),
      prisoner_id: identity.kind === 'named' ? identity.prisonerId : null,
      identity: identity.kind === 'named' ? 'named' : nameless ? 'nameless' : 'checking',
      person_needed: isPersonal(kind) ? 1 : 0,
      code: row.code,
      received_at: row.received_at,
      received_on: receivedOn,
      due_on: dueOn,
      listed_at: null,
      // A name that is still being checked by then is added later: nothing waits longer for it.
      list_after: identity.kind === 'named' ? null : nextSix(Temporal.Instant.from(at), prison.zone),
      state: first.state,
      owner: first.owner ?? 'officer-in-charge',
      unit: first.owner === 'medical' ? usualUnit[kind] : null,
      open: 1,
      head_office_named: meant?.headOffice ? 1 : 0,
      reply_pending: 0,
      reopened: 0,
      risen: 0,
      version: 0,
      state_since: row.received_at,
    },
  ];
}
