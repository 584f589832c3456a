import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BodyOf, OperationName, ParamsOf, QueryOf, ReplyOf } from '../../shared/api.ts';
import type { Context } from '../context.ts';
import type { Caller } from './access.ts';

/** What a handler is given; its types come from the contract. */
export interface Call<N extends OperationName> {
  readonly context: Context;
  readonly caller: Caller;
  readonly params: ParamsOf<N>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Handler {
  readonly name: OperationName;
  readonly handle: (call: Call<never>) => Promise<unknown>;
}

/** One operation of the contract with the function that does it; one per route file. */
export function handle<N extends OperationName>(
  name: N,
  run: (call: Call<N>) => Promise<ReplyOf<N>>,
): Handler {
  return { name, handle: run as Handler['handle'] };
}

/** Narrows what access has already established; a mistake in the contract shows here at once. */
export function present<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`${what} is missing: the route's reach in the contract is wrong`);
  return value;
}

/** The answer of operations that have nothing else to tell. */
export const done = { done: true } as const;
