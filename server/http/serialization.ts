import fastJson from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';

type Serialize = (value: unknown) => string;

/** Shared by every server of the process: the contract does not change while it runs. */
const known = new WeakMap<TSchema, Serialize>();

function serializerOf(schema: TSchema): Serialize {
  const made = known.get(schema) ?? (fastJson(schema) as Serialize);
  known.set(schema, made);
  return made;
}

/**
 * Writes what a handler answers, and only what the contract names. Each writer is made when it is first needed:
 * making all of them was most of the time between a power cut and the first answer.
 */
export const serializerCompiler: FastifySerializerCompiler<TSchema> =
  ({ schema }) =>
  value =>
    serializerOf(schema)(value);
