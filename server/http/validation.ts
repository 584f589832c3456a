import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';
import { Problem } from '../../shared/problems.ts';

/**
 * Validates with TypeBox. Nothing is removed or filled in; only what can come as text alone (query strings
 * and path parameters) is converted. The detail names the place, never the value.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const converts = httpPart === 'querystring' || httpPart === 'params';
  return value => {
    const checked = converts ? Value.Convert(schema, value) : value;
    if (validator.Check(checked)) return { value: checked };
    const errors = validator.Errors(checked);
    const unknown = errors.find(error => error.keyword === 'additionalProperties');
    const first = unknown ?? errors[0];
    return {
      error: new Problem(unknown ? 'unknown-field' : 'malformed', {
        detail: first?.instancePath || httpPart || 'body',
      }),
    };
  };
};
