import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationName, operations } from '../../shared/api.ts';
import { type DatabasesOptions, withDatabases } from '../helpers/databases.ts';
import { openTestServer, type TestServer } from '../helpers/server.ts';
import { thorough } from '../helpers/thorough.ts';
import { type MadeCase, makeCases } from './cases/make-case.ts';
import {
  type CallerName,
  type Callers,
  callerNames,
  makeCallers,
  refusedAtTheDoor,
} from './reach/callers.ts';
import { makeNaming, type NamingCase, situations, tryCaseOperation, tryNamed } from './reach/case-cells.ts';
import { tryOwnOperation } from './reach/own-cells.ts';
import { type Row, rows } from './reach/rows.ts';

const names = Object.keys(operations) as OperationName[];
const ofKind = (kind: Row['kind']) => names.filter(name => rows[name]?.kind === kind);

describe('the table of reach', () => {
  it('has exactly one row for each operation of the contract', () => {
    expect(Object.keys(rows).sort()).toEqual([...names].sort());
  });
});

/** Who may do what is decided above the engines; the statements behind it are tested on both by their own tests. */
const options: DatabasesOptions = thorough ? {} : { engines: ['sqlite'] };

withDatabases(open => {
  let prison: TestServer;
  let callers: Callers;
  let refusals: readonly MadeCase[];
  let naming: readonly NamingCase[];
  beforeAll(async () => {
    prison = await openTestServer(open);
    callers = await makeCallers(prison);
    refusals = await makeCases(prison, situations);
    naming = await makeNaming(prison);
  });
  afterAll(() => prison.close());

  async function tryOnce(name: OperationName, caller: CallerName): Promise<string> {
    const row = rows[name];
    if (row.kind !== 'once') throw new Error(`${name} is tried otherwise`);
    const request = (await row.request?.(prison, callers)) ?? {};
    const ends = row.endsSession && refusedAtTheDoor(name, caller) === null;
    const headers = ends ? await callers.fresh(caller) : callers.headers[caller];
    const { body } = request;
    const { problem } = await prison.ask(name, request.params, { headers, ...(body ? { body } : {}) });
    return `${caller}: ${problem ?? 'done'}`;
  }

  describe('every caller at', () => {
    it.each(ofKind('once'))('%s', async name => {
      const row = rows[name];
      const inside = (caller: CallerName) => {
        if (row.kind !== 'once' || row.answer === undefined) return null;
        return typeof row.answer === 'string' ? row.answer : row.answer(caller);
      };
      // One after another: of many secrets given at once, even right ones, only three are looked at.
      const found: string[] = [];
      for (const caller of callerNames) found.push(await tryOnce(name, caller));
      expect(found).toEqual(
        callerNames.map(caller => `${caller}: ${refusedAtTheDoor(name, caller) ?? inside(caller) ?? 'done'}`),
      );
    });

    it.each(ofKind('stream'))('%s', async name => {
      const [, url = ''] = name.split(' ');
      const found: string[] = [];
      for (const caller of callerNames) {
        const headers = callers.headers[caller];
        const answer = await prison.server.app.inject({ url, headers, payloadAsStream: true });
        const stream: Readable = answer.stream();
        const open = answer.headers['content-type']?.toString().startsWith('text/event-stream');
        if (open) found.push(`${caller}: done`);
        else found.push(`${caller}: ${JSON.parse(String((await stream.toArray()).join(''))).problem}`);
        stream.destroy();
      }
      expect(found).toEqual(
        callerNames.map(caller => `${caller}: ${refusedAtTheDoor(name, caller) ?? 'done'}`),
      );
    });
  });

  describe('every role, state, owner and waiting reply at', () => {
    it.each(ofKind('case'))(
      '%s',
      async name => {
        const { tried, allowed, wrong } = await tryCaseOperation(prison, callers, refusals, name);
        expect(wrong).toEqual([]);
        expect(tried).toBe(14 * situations.length);
        // A table in which nothing is allowed would agree with a server that refuses everything.
        expect(allowed).toBeGreaterThan(0);
        for (const caller of ['nobody', 'kiosk', 'prisoner'] as const) {
          const { problem } = await prison.ask(name, { number: 1 }, { headers: callers.headers[caller] });
          expect(problem).toBe('staff-session-needed');
        }
      },
      120_000,
    );
  });

  describe('who is named in a case, and everyone under him, is kept out of', () => {
    it.each(ofKind('case'))(
      '%s',
      async name => {
        expect(await tryNamed(prison, callers, naming, name)).toEqual([]);
      },
      60_000,
    );
  });

  describe('every caller and state at', () => {
    it.each(ofKind('own'))(
      '%s',
      async name => {
        expect(await tryOwnOperation(prison, callers, name)).toEqual([]);
      },
      60_000,
    );
  });
}, options);
