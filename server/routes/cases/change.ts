import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../http/access.ts';
import { present } from '../../http/operation.ts';
import type { CaseChange } from '../../queries/case-change.ts';

/** What every operation that changes a case is given, for the queries. */
export function changeBy(call: {
  readonly context: Context;
  readonly caller: Caller;
  readonly params: { readonly number: number };
  readonly body: { readonly version: number };
}): CaseChange {
  return {
    staff: present(call.caller.staff, 'staff'),
    number: call.params.number,
    version: call.body.version,
    at: isoOf(call.context.clock.now()),
  };
}
