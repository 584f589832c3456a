import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../http/access.ts';
import { present } from '../../http/operation.ts';
import type { CaseAddress } from '../../queries/case.ts';
import type { CaseChange, CasesChange, NumberedCase } from '../../queries/case-change.ts';

/** Which case a call speaks of. */
export function addressIn({
  params,
  query,
}: {
  readonly params: { readonly number: number };
  readonly query: { readonly prison?: string };
}): CaseAddress {
  return { number: params.number, prison: query.prison ?? null };
}

/** What every operation that changes a case is given, for the queries. */
export function changeBy(call: {
  readonly context: Context;
  readonly caller: Caller;
  readonly params: { readonly number: number };
  readonly query: { readonly prison?: string };
  readonly body: { readonly version: number };
}): CaseChange {
  return {
    staff: present(call.caller.staff, 'staff'),
    address: addressIn(call),
    version: call.body.version,
    at: isoOf(call.context.clock.now()),
  };
}

/** The same for an operation that changes several at once. */
export function changeOfMany(
  { context, caller }: { readonly context: Context; readonly caller: Caller },
  cases: readonly NumberedCase[],
): CasesChange {
  return { staff: present(caller.staff, 'staff'), cases, at: isoOf(context.clock.now()) };
}
