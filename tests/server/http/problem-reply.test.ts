import { describe, expect, it } from 'vitest';
import { DatabaseProblem, type DatabaseProblemName } from '../../../server/database/database-problem.ts';
import { problemOf } from '../../../server/http/problem-reply.ts';
import { type ProblemName, problems } from '../../../shared/problems.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer } from '../../helpers/server.ts';

describe('a refusal of the store', () => {
  it.each<[DatabaseProblemName, ProblemName]>([
    ['storage-closed', 'shutting-down'],
    ['storage-unavailable', 'storage-unavailable'],
    ['storage-failed', 'storage-unavailable'],
    ['worker-died', 'storage-unavailable'],
    ['commit-outcome-unknown', 'storage-unavailable'],
    ['transaction-conflict', 'storage-locked'],
  ])('%s asks to come again: %s', (refusal, name) => {
    expect(problemOf(new DatabaseProblem(refusal))).toMatchObject({ problem: name, retryAfter: 5 });
    expect(problems[name]).toBe(503);
  });

  it('that is a mistake of ours stays unexpected', () => {
    expect(problemOf(new DatabaseProblem('statement-failed')).problem).toBe('unexpected');
  });
});

withDatabases(open => {
  it('that is closed under a kiosk’s item says so and when to come again', async () => {
    const prison = await openTestServer(open);
    const item = await (await prison.enrolKiosk()).makeItem();
    await prison.server.database.close();
    const { status, problem, raw } = await prison.post(item);
    expect([status, problem, raw.headers['retry-after']]).toEqual([503, 'shutting-down', '5']);
    await prison.close();
  });
});
