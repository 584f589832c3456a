import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Operation } from '../../shared/api/operation.ts';
import { type OperationName, operations } from '../../shared/api.ts';
import { fromUtf8 } from '../../shared/crypto/bytes.ts';
import { Problem } from '../../shared/problems.ts';
import { ProblemDetails } from '../../shared/schema.ts';
import type { Context } from '../context.ts';
import { handlers } from '../routes/index.ts';
import { establishCaller, isForAnyone, nobody } from './access.ts';
import { serveApps } from './apps.ts';
import { drainConnections } from './drain.ts';
import { setHeaders, writeHeaders } from './headers.ts';
import { openApi } from './openapi.ts';
import type { Call } from './operation.ts';
import { problemOf, replyProblem } from './problem-reply.ts';
import { serializerCompiler } from './serialization.ts';
import { validatorCompiler } from './validation.ts';

/** Larger than any item; text never comes near it. */
const bodyLimit = 32 * 1024;

export interface AppOptions {
  readonly https: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** Told of what nobody foresaw, with the request's method and route; never with its content. */
  readonly onUnexpected: (error: unknown, where: string) => void;
}

/** Builds the server; `main.ts` listens. */
export async function buildApp(context: Context, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit,
    ...(options.https ? { https: options.https } : {}),
    // Nothing of a request is logged: addresses and paths would tell who wrote when.
    logger: false,
    routerOptions: { maxParamLength: 200 },
    // What no route is looked for, an address that cannot be decoded above all: no hook runs for it.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      writeHeaders(request, reply);
      return replyProblem(reply, problemOf(error));
    },
  } as object) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler as never);
  app.setSerializerCompiler(serializerCompiler as never);
  app.decorateRequest('caller', null);
  drainConnections(app);
  setBodyParser(app);
  setHeaders(app);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    // A store that failed is named to whoever asked, and still told: somebody has to look at the machine.
    if (problem.problem === 'unexpected' || problem.problem === 'storage-unavailable')
      options.onUnexpected(error, `${request.method} ${request.routeOptions.url ?? '?'}`);
    return replyProblem(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => replyProblem(reply, new Problem('not-found')));
  await app.register(cookie);
  await openApi(app);
  refuseForeignOrigins(app);
  registerOperations(app, context);
  await serveApps(app, context);
  return app;
}

/** JSON only, in valid UTF-8: anything else is refused by name, and nothing is silently replaced. */
function setBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(fromUtf8(body as Buffer)));
    } catch {
      done(new Problem('malformed', { detail: 'body' }), undefined);
    }
  });
}

/** A page of another origin may not make a browser here act for it. */
function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { origin, host } = request.headers;
    if (request.method === 'GET' || request.method === 'HEAD' || !origin) return done();
    if (!URL.canParse(origin) || new URL(origin).host !== host) return done(new Problem('wrong-origin'));
    done();
  });
}

/** Registers every operation of the contract, each with exactly one handler; a gap stops the start. */
function registerOperations(app: FastifyInstance, context: Context): void {
  const left = new Set(Object.keys(operations));
  for (const { name, handle } of handlers) {
    if (!left.delete(name)) throw new Error(`two handlers for ${name}, or none of the contract`);
    registerOperation(
      app,
      context,
      name,
      handle as unknown as (call: Call<OperationName>) => Promise<unknown>,
    );
  }
  if (left.size > 0) throw new Error(`no handler for ${[...left].join(', ')}`);
}

function registerOperation(
  app: FastifyInstance,
  context: Context,
  name: OperationName,
  run: (call: Call<OperationName>) => Promise<unknown>,
): void {
  const operation: Operation = operations[name];
  const [method = 'GET', url = '/'] = name.split(' ');
  app.route({
    method: method as 'GET' | 'POST',
    url,
    ...(operation.bodyLimit ? { bodyLimit: operation.bodyLimit } : {}),
    schema: {
      summary: operation.summary,
      ...(operation.params ? { params: operation.params } : {}),
      ...(operation.query ? { querystring: operation.query } : {}),
      ...(operation.body ? { body: operation.body } : {}),
      response: { 200: operation.reply, '4xx': ProblemDetails, '5xx': ProblemDetails },
    },
    // Who asks is settled before the body is even looked at.
    ...(isForAnyone(operation.reach)
      ? {}
      : {
          onRequest: async (request: FastifyRequest) => {
            request.setDecorator('caller', await establishCaller(context, operation.reach, request));
          },
        }),
    handler: async (request, reply) =>
      run({
        context,
        caller: request.getDecorator('caller') ?? nobody,
        params: request.params,
        query: request.query,
        body: request.body,
        request,
        reply,
      } as Call<OperationName>),
  });
}
