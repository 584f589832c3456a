import type { OperationName, ReplyOf } from '../../shared/api.ts';
import type { Context } from '../context.ts';
import { type Caller, nobody } from '../http/access.ts';
import type { Call } from '../http/operation.ts';
import { handlers } from '../routes/index.ts';

/** What is asked of an operation. */
export type Asked<N extends OperationName> = Pick<Call<N>, 'params' | 'body'> & {
  readonly caller: Partial<Caller>;
};

/**
 * Does one operation of the contract as its route would, without a wire between: the demonstration's people go
 * through the same doors, and are refused at the same ones, as everybody else.
 */
export async function perform<N extends OperationName>(
  context: Context,
  name: N,
  { caller, params, body }: Asked<N>,
): Promise<ReplyOf<N>> {
  const handler = handlers.find(found => found.name === name);
  if (!handler) throw new Error(`no handler for ${name}`);
  const call = { context, caller: { ...nobody, ...caller }, params, body, query: {} };
  return (await handler.handle(call as unknown as Call<never>)) as ReplyOf<N>;
}
