import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayApprove, mayEnd, takesTwoPeople } from '../../../server/queries/staff-approval.ts';
import { accountRoles, caseRoles, officeOf, type Role, roles } from '../../../shared/staff/roles.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;

describe('the second of two people', () => {
  const proposal = (role: Role, proposerRole: Role = 'administrator') => ({
    role,
    state: 'proposed' as const,
    proposedBy: 'proposer',
    proposerRole,
  });
  const approver = (role: Role, more: { id?: string; superiors?: string[] } = {}) => ({
    id: 'approver',
    superiors: [],
    role,
    ...more,
  });

  it('is another person of another office, in a role that may, for every pair of roles', () => {
    for (const role of roles)
      for (const proposerRole of roles) {
        const may = mayApprove(approver(role), proposal('first-reader', proposerRole));
        const right =
          (accountRoles as readonly Role[]).includes(role) && officeOf[role] !== officeOf[proposerRole];
        expect([role, proposerRole, may]).toEqual([role, proposerRole, right]);
      }
  });

  it.each([
    ['the proposer himself', approver('officer-in-charge', { id: 'proposer' }), proposal('deputy')],
    [
      'one who stands under the proposer',
      approver('officer-in-charge', { superiors: ['x', 'proposer'] }),
      proposal('deputy'),
    ],
    [
      'anyone, when it is let in already',
      approver('commissioner'),
      { ...proposal('deputy'), state: 'active' as const },
    ],
    [
      'anyone, when it is ended',
      approver('commissioner'),
      { ...proposal('deputy'), state: 'ended' as const },
    ],
    [
      'anyone, when nobody proposed it',
      approver('commissioner'),
      { ...proposal('deputy'), proposedBy: null },
    ],
    ['the prison, for one who watches over it', approver('officer-in-charge'), proposal('visiting-justice')],
    ['the prison, for headquarters', approver('officer-in-charge'), proposal('commissioner')],
  ])('is never %s', (_, who, what) => {
    expect(mayApprove(who, what)).toBe(false);
  });

  it('is needed for exactly the roles that can ever open a submission, or make accounts', () => {
    expect(roles.filter(takesTwoPeople)).toEqual(
      roles.filter(role => ([...caseRoles, ...accountRoles] as readonly Role[]).includes(role)),
    );
  });

  it('is not an officer in charge who sends those away who watch over him', () => {
    expect(mayEnd('officer-in-charge', 'visiting-justice')).toBe(false);
    expect(mayEnd('officer-in-charge', 'administrator')).toBe(false);
    expect(mayEnd('officer-in-charge', 'first-reader')).toBe(true);
    expect(mayEnd('administrator', 'visiting-justice')).toBe(true);
  });
});

withDatabases(open => {
  let prison: TestServer;
  let administrator: As;
  let charge: As;
  let justice: As;
  beforeAll(async () => {
    prison = await openTestServer(open);
    administrator = await prison.loginAs('administrator');
    charge = await prison.loginAs('officer-in-charge');
    justice = await prison.loginAs('visiting-justice');
  });
  afterAll(() => prison.close());

  const propose = (username: string, more: Record<string, string | null> = {}) =>
    administrator(
      'POST /api/staff',
      {},
      {
        body: {
          name: 'New Person',
          username,
          role: 'first-reader',
          unit: null,
          wing: null,
          superior: null,
          ...more,
        },
      },
    );
  const rowOf = async (as: As, id: string) =>
    (await as('GET /api/staff')).body.staff.find(row => row.id === id);
  const recordsOf = async (id: string) => {
    const rows = await prison.server.database.read
      .selectFrom('record')
      .selectAll()
      .where('kind', '=', 'staff')
      .orderBy('at')
      .execute();
    return rows.filter(row => JSON.parse(row.content).staff === id);
  };
  const signIn = (username: string, password: string) =>
    prison.ask('POST /api/staff/sign-in', {}, { body: { username, password } });

  describe('an account', () => {
    it('that can read submissions is let in by a second person, who gets the first password', async () => {
      const proposed = await propose('a.reader');
      expect(proposed.body.password).toBeNull();
      const { id } = proposed.body;
      expect(await rowOf(administrator, id)).toMatchObject({
        state: 'proposed',
        canApprove: false,
        proposedBy: 'The administrator',
      });
      expect(await rowOf(charge, id)).toMatchObject({ canApprove: true });
      expect((await administrator('POST /api/staff/:id/approve', { id })).problem).toBe(
        'second-person-needed',
      );
      const approved = await charge('POST /api/staff/:id/approve', { id });
      expect(approved.body.password).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
      expect((await justice('POST /api/staff/:id/approve', { id })).problem).toBe('staff-not-proposed');
      const signedIn = await signIn('a.reader', String(approved.body.password));
      expect(signedIn.body).toMatchObject({ role: 'first-reader', mustChangePassword: true });
      expect((await recordsOf(id)).map(row => [JSON.parse(row.content).action, row.actor_id])).toEqual([
        ['proposed', prison.cast.staff.administrator],
        ['approved', prison.cast.staff['officer-in-charge']],
      ]);
    });

    it('of an administrator waits for the officer in charge: one person is not two by another name', async () => {
      const proposed = await propose('an.administrator', { role: 'administrator' });
      const { id } = proposed.body;
      expect(proposed.body.password).toBeNull();
      expect((await administrator('POST /api/staff/:id/approve', { id })).problem).toBe(
        'second-person-needed',
      );
      const { body } = await charge('POST /api/staff/:id/approve', { id });
      expect((await signIn('an.administrator', String(body.password))).status).toBe(200);
    });

    it('that never reads one is let in at once', async () => {
      const { body } = await propose('a.translator', { role: 'translator' });
      expect((await signIn('a.translator', String(body.password))).status).toBe(200);
    });

    it('of those who watch over the prison is not let in by it', async () => {
      const { id } = (await propose('a.justice', { role: 'visiting-justice' })).body;
      expect((await charge('POST /api/staff/:id/approve', { id })).problem).toBe('second-person-needed');
      expect((await justice('POST /api/staff/:id/approve', { id })).status).toBe(200);
    });

    it('of headquarters belongs to no prison, and is listed where it was proposed', async () => {
      const { id } = (await propose('a.commissioner', { role: 'commissioner' })).body;
      expect(await rowOf(justice, id)).toMatchObject({ state: 'proposed', canApprove: true });
      const { body } = await justice('POST /api/staff/:id/approve', { id });
      const signedIn = await signIn('a.commissioner', String(body.password));
      expect(signedIn.body).toMatchObject({ role: 'commissioner', prison: null, wings: [] });
    });

    it.each([
      ['a name that is taken', 'deputy', {}, 'name-taken'],
      ['a unit officer without a unit', 'no.unit', { role: 'unit-officer' }, 'unit-unknown'],
      ['a unit for somebody else', 'odd.unit', { unit: 'kitchen' }, 'unit-unknown'],
      ['a unit that there is none of', 'bad.unit', { role: 'unit-officer', unit: 'moon' }, 'malformed'],
      ['a role that there is none of', 'bad.role', { role: 'governor' }, 'malformed'],
      ['a name that nobody could type', 'No Spaces', {}, 'malformed'],
      [
        'a wing that there is none of',
        'no.wing',
        { wing: '00000000-0000-4000-8000-000000000000' },
        'not-found',
      ],
      [
        'a superior that there is none of',
        'no.boss',
        { superior: '00000000-0000-4000-8000-000000000000' },
        'not-found',
      ],
    ])('is not proposed with %s', async (_, username, more, problem) => {
      expect((await propose(username, more)).problem).toBe(problem);
      const names = (await administrator('GET /api/staff')).body.staff.map(row => row.username);
      expect(names.filter(name => name === username)).toHaveLength(username === 'deputy' ? 1 : 0);
    });

    it('is let in once when two people approve at the same moment', async () => {
      const { id } = (await propose('a.racer')).body;
      const both = await Promise.all([charge, justice].map(as => as('POST /api/staff/:id/approve', { id })));
      expect(both.map(one => one.problem ?? 'done').sort()).toEqual(['done', 'staff-not-proposed']);
      const password = both.find(one => one.problem === null)?.body.password;
      expect((await signIn('a.racer', String(password))).status).toBe(200);
    });

    it('is ended with its sessions, and what it did stays', async () => {
      const { id, password } = (await propose('a.leaver', { role: 'editor' })).body;
      const signedIn = await signIn('a.leaver', String(password));
      const cookie = `sauti_staff=${signedIn.raw.cookies[0]?.value}`;
      expect((await administrator('POST /api/staff/:id/end', { id })).body).toEqual({ done: true });
      expect((await administrator('POST /api/staff/:id/end', { id })).body).toEqual({ done: true });
      expect((await prison.ask('GET /api/staff/me', {}, { headers: { cookie } })).problem).toBe(
        'staff-session-needed',
      );
      expect(await rowOf(administrator, id)).toMatchObject({ state: 'ended' });
      expect((await recordsOf(id)).map(row => JSON.parse(row.content).action)).toEqual(['added', 'ended']);
    });

    it('is not ended by its own holder, nor by an officer in charge over whom it watches', async () => {
      const own = { id: prison.cast.staff.administrator };
      expect((await administrator('POST /api/staff/:id/end', own)).problem).toBe('second-person-needed');
      const other = { id: prison.cast.staff['visiting-justice'] };
      expect((await charge('POST /api/staff/:id/end', other)).problem).toBe('second-person-needed');
      expect((await justice('GET /api/staff/me')).status).toBe(200);
    });

    it('of another prison does not exist here', async () => {
      const id = '00000000-0000-4000-8000-000000000000';
      expect((await charge('POST /api/staff/:id/approve', { id })).problem).toBe('not-found');
      expect((await charge('POST /api/staff/:id/end', { id })).problem).toBe('not-found');
    });
  });

  describe('a record', () => {
    it('can be neither changed nor deleted', async () => {
      const { write } = prison.server.database;
      await expect(write.updateTable('record').set({ content: '{}' }).execute()).rejects.toMatchObject({
        problem: 'trigger-refused',
      });
      await expect(write.deleteFrom('record').execute()).rejects.toMatchObject({
        problem: 'trigger-refused',
      });
    });
  });
});
