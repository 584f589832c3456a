import { randomInt, randomUUID } from 'node:crypto';
import { isoOf } from '../../../server/clock.ts';
import { insertEnrolmentCode } from '../../../server/queries/kiosk.ts';
import { insertStaff } from '../../../server/queries/staff.ts';
import { digestOf } from '../../../server/secrets.ts';
import type { OperationName } from '../../../shared/api.ts';
import { signStatement } from '../../../shared/letter/register.ts';
import type { ProblemName } from '../../../shared/problems.ts';
import { kindDefaults } from '../../../shared/submission/kind-rules.ts';
import { makeCarryFile } from '../../helpers/carry-file.ts';
import { numbers, password, pins } from '../../helpers/cast.ts';
import { makeBatch, makeJustice, makeSheet } from '../../helpers/justice.ts';
import { speak } from '../../helpers/recording.ts';
import type { TestServer } from '../../helpers/server.ts';
import { makeKioskKeys } from '../../helpers/test-kiosk.ts';
import { makeCase } from '../cases/make-case.ts';
import type { CallerName, Callers } from './callers.ts';

/** What is asked, made anew for each caller where asking uses it up. */
export interface Request {
  readonly params?: Record<string, string | number>;
  readonly body?: unknown;
}

/* Over 300 lines because it has a row for every operation of the contract. */

/**
 * How an operation is asked rightly, and what whoever is let in then gets. `life`: the life of a submission
 * decides, so every state is tried; `stream`: the answer never ends by itself.
 */
export type Row =
  | {
      readonly kind: 'once';
      readonly request?: (prison: TestServer, callers: Callers) => Request | Promise<Request>;
      readonly answer?: ProblemName | ((caller: CallerName) => ProblemName | null);
      /** Asking ends the session that asks. */
      readonly endsSession?: true;
    }
  | { readonly kind: 'stream' }
  | { readonly kind: 'case' }
  | { readonly kind: 'own' };

const once = (
  request?: (prison: TestServer, callers: Callers) => Request | Promise<Request>,
  answer?: ProblemName | ((caller: CallerName) => ProblemName | null),
): Row => ({ kind: 'once', ...(request ? { request } : {}), ...(answer ? { answer } : {}) });

const addStaff = async (prison: TestServer, state: 'proposed' | 'active'): Promise<Request> => ({
  params: {
    id: String(
      await insertStaff(prison.server.database.write, {
        prisonId: prison.cast.prisonId,
        username: `new-${randomUUID().slice(0, 8)}`,
        name: 'New Person',
        role: 'first-reader',
        passwordHash: null,
        state,
        mustChange: true,
        proposedBy: prison.cast.staff.administrator,
        at: isoOf(prison.clock.system()),
      }),
    ),
  },
});

async function enrolment(prison: TestServer): Promise<Request> {
  const code = randomUUID().slice(0, 8).toUpperCase();
  await insertEnrolmentCode(prison.server.database.write, {
    codeHash: digestOf(code),
    prisonId: prison.cast.prisonId,
    wingId: prison.cast.wings.a,
    name: 'Door',
    madeBy: prison.cast.staff.administrator,
    expiresAt: isoOf(prison.clock.system().add({ minutes: 15 })),
  });
  return { body: { code, publicKey: (await makeKioskKeys()).publicKey, mode: 'handset' } };
}

async function kioskSession(prison: TestServer, { kiosk }: Callers): Promise<Request> {
  const { nonce } = (await prison.ask('POST /api/kiosks/challenge')).body;
  const signature = await kiosk.sign(`sauti/kiosk-session/v1/${kiosk.id}/${nonce}`);
  return { body: { kiosk: kiosk.id, nonce, signature } };
}

const ruleChange = (key: string) => ({
  key,
  value: 5,
  source: 'Circular 1 of 2026',
  confirmed: false,
  paper: null,
  validFrom: '2026-03-02',
  reason: 'Reviewed',
});

/** A prison's value that this member of staff has proposed. */
async function proposedRule(prison: TestServer, by: 'documentation-office'): Promise<Request> {
  const { body, problem } = await (await prison.loginAs(by))(
    'POST /api/rulebook/changes',
    {},
    { body: ruleChange('answer-within') },
  );
  if (problem) throw new Error(`could not be proposed: ${problem}`);
  return { params: { id: body.id }, body: { accept: true } };
}

/** As the editor, by the session that is open already. */
const asEditor = (prison: TestServer, { headers }: Callers) => {
  return <N extends OperationName>(name: N, params: Record<string, string>, body?: unknown) =>
    prison.ask(name, params, { headers: headers.editor, ...(body ? { body } : {}) });
};
const bailIn = (language: string) => ({ page: 'bail', language });

async function bailAnew(prison: TestServer, callers: Callers): Promise<Request> {
  const { body } = await asEditor(prison, callers)('GET /api/content/:page/:language', bailIn('en'));
  return { params: bailIn('en'), body: { words: body.english, readers: ['remand'], source: null } };
}

/** A page that the editor has written. */
async function draftPage(prison: TestServer, callers: Callers): Promise<Request> {
  const { body: words } = await bailAnew(prison, callers);
  const write = asEditor(prison, callers);
  const { body } = await write('POST /api/content/:page/:language', bailIn('en'), words);
  return { params: { id: body.id }, body: { action: 'refuse', validFrom: null, reason: 'Not clear' } };
}

const kindChange = { kind: 'food', rules: { ...kindDefaults.food, days: 5 }, reason: 'Reviewed' };

/** A kind that the documentation office has proposed to change. */
async function proposedKind(prison: TestServer): Promise<Request> {
  const { body, problem } = await (await prison.loginAs('documentation-office'))(
    'POST /api/kinds',
    {},
    { body: kindChange },
  );
  if (problem) throw new Error(`could not be proposed: ${problem}`);
  return { params: { id: body.id }, body: { accept: true } };
}

const ofOtieno = ({ cast }: TestServer) => ({ params: { id: cast.prisoners.otieno } });
const sentenceLine = {
  kind: 'sentence',
  reason: 'Warrant of committal',
  content: {
    date: '2026-01-05',
    years: 3,
    months: 0,
    days: 0,
    kind: 'definite',
    consecutiveTo: null,
    custodyDays: 0,
    fineCents: 0,
    court: null,
  },
};

/** A case that the officer in charge has. */
async function newCase(prison: TestServer) {
  return { number: (await makeCase(prison)).number, version: 0 };
}
const doneToday = { outcome: 'done', on: '2026-03-02', next: null } as const;
const inKiswahili = { language: 'sw', text: 'Imefanyika.' };
const notBeforeHim = (caller: CallerName): ProblemName | null =>
  caller === 'unit-officer' ? 'not-yours-to-see' : null;

/** One row for each operation of the contract: a new operation without a row is a type error and a failed test. */
export const rows: Readonly<Record<OperationName, Row>> = {
  'GET /healthz': once(),
  'GET /build.json': once(undefined, 'not-found'),
  'GET /api/law': once(),
  'POST /api/kiosks/enrol': once(enrolment),
  'POST /api/kiosks/enrol-here': once(
    async () => ({ body: { publicKey: (await makeKioskKeys()).publicKey, mode: 'handset' } }),
    'demonstration-only',
  ),
  'POST /api/kiosks/challenge': once(),
  'POST /api/kiosks/session': once(kioskSession),
  'GET /api/kiosks/settings': once(),
  'POST /api/kiosks/heartbeat': once(prison => ({
    body: {
      wall: isoOf(prison.clock.system()),
      monotonic: 1,
      boot: randomUUID(),
      sequence: 0,
      waiting: 0,
      quarantined: 0,
      build: 'test',
      persisted: true,
    },
  })),
  'POST /api/kiosks/log': once(() => ({ body: { held: null } })),
  'POST /api/kiosks/log/cosign': once(
    () => ({ body: { epoch: 1, size: 1, seconds: 1, signature: 'A'.repeat(86) } }),
    'kiosk-signature-wrong',
  ),
  'GET /api/kiosks': once(),
  'POST /api/kiosks/codes': once(({ cast }) => ({
    body: { wing: cast.wings.b, name: 'By the stairs', kind: 'wall', cardPrefix: null },
  })),
  'POST /api/kiosks/:id/revoke': once(async prison => ({
    params: { id: (await prison.enrolKiosk()).id },
    body: { reason: 'Broken glass.' },
  })),
  'GET /api/kiosks/releases': once(),
  'POST /api/kiosks/releases/one': once(
    (_, { kiosk }) => ({ body: { build: 'b', kiosk: kiosk.id } }),
    'not-found',
  ),
  'POST /api/kiosks/releases/all': once(() => ({ body: { build: 'b' } }), 'not-found'),
  'POST /api/kiosks/releases/withdraw': once(undefined, 'not-found'),
  'POST /api/kiosks/:id/device-pin': once(async prison => ({
    params: { id: (await prison.enrolKiosk()).id },
  })),
  'GET /api/kiosks/exports': once(),
  'POST /api/kiosks/imports': once(async (_, { kiosk }) => ({
    body: { file: await makeCarryFile(kiosk, [await kiosk.makeItem()]) },
  })),
  'GET /api/offers': once(),
  'POST /api/placements': once(
    () => ({ body: { number: numbers.barasa, section: 'infirmary', fromOn: '2026-03-02' } }),
    caller => (caller === 'deputy' ? 'already-held' : null),
  ),
  'POST /api/placements/:id/end': once(() => ({ params: { id: randomUUID() } }), 'not-found'),
  'GET /api/paper': once(),
  'POST /api/paper': once(() => ({ body: { count: 8 } })),
  'POST /api/intake': once(async (_, { kiosk }) => ({ body: await kiosk.makeItem() })),
  'POST /api/intake/parts': once(async (_, { kiosk }) => ({
    body: (await speak(kiosk, randomUUID(), ['a'])).parts[0],
  })),
  'POST /api/prisoners/sign-in': once(() => ({ body: { number: numbers.barasa, pin: pins.barasa } })),
  'POST /api/prisoners/own-pin': once(
    () => ({ body: { number: numbers.barasa, pin: pins.barasa, chosen: '730951' } }),
    // He has one of his own already.
    'sign-in-wrong',
  ),
  'POST /api/prisoners/sign-out': { kind: 'once', endsSession: true },
  'POST /api/prisoners/not-me': once(() => ({ body: { signIn: randomUUID() } }), 'not-found'),
  'POST /api/claims/:id': once(() => ({ params: { id: randomUUID() }, body: { mine: false } }), 'not-found'),
  'GET /api/submissions': once(),
  'POST /api/submissions/:id/opened': { kind: 'own' },
  'POST /api/submissions/:id/settle': { kind: 'own' },
  'POST /api/codes': { kind: 'own' },
  'POST /api/codes/settle': { kind: 'own' },
  'POST /api/staff/sign-in': once(() => ({ body: { username: 'editor', password } })),
  'POST /api/staff/sign-out': { kind: 'once', endsSession: true },
  'GET /api/staff/me': once(),
  // The right password, but not a new one: changed in earnest, nobody could sign in any more.
  'POST /api/staff/password': once(() => ({ body: { current: password, next: password } }), 'malformed'),
  'GET /api/staff': once(),
  'POST /api/staff': once(() => ({
    body: {
      name: 'Proposed Person',
      username: `p-${randomUUID().slice(0, 8)}`,
      role: 'translator',
      unit: null,
      wing: null,
      superior: null,
    },
  })),
  'POST /api/staff/:id/approve': once(
    prison => addStaff(prison, 'proposed'),
    caller => (caller === 'administrator' ? 'second-person-needed' : null),
  ),
  'POST /api/staff/:id/end': once(prison => addStaff(prison, 'active')),
  'GET /api/officers': once(),
  'GET /api/cases': once(),
  'GET /api/cases/counts': once(),
  'GET /api/cases/alike': once(),
  'POST /api/cases/answers': once(
    async prison => ({ body: { cases: [await newCase(prison)], ...doneToday, texts: [inKiswahili] } }),
    notBeforeHim,
  ),
  'POST /api/cases/call-backs': once(async prison => {
    const { number } = await makeCase(prison, { pending: true });
    return { body: { numbers: [number] } };
  }, notBeforeHim),
  'POST /api/cases/routes': once(async prison => ({
    body: { cases: [await newCase(prison)], unit: 'stores', note: null },
  })),
  'GET /api/cases/:number': { kind: 'case' },
  'POST /api/cases/:number/words': once(
    () => ({ params: { number: 999_999 }, body: { kind: 'transcript', language: 'sw', text: 'Maharagwe' } }),
    'not-yours-to-see',
  ),
  'GET /api/cases/:number/recording': once(() => ({ params: { number: 999_999 } }), 'not-yours-to-see'),
  'POST /api/cases/:number/pass': { kind: 'case' },
  'POST /api/cases/:number/route': { kind: 'case' },
  'POST /api/cases/:number/return': { kind: 'case' },
  'POST /api/cases/:number/answer': { kind: 'case' },
  'POST /api/cases/:number/call-back': { kind: 'case' },
  'POST /api/cases/:number/close': { kind: 'case' },
  'POST /api/cases/:number/forward': { kind: 'case' },
  'POST /api/cases/:number/note': { kind: 'case' },
  'GET /api/events': { kind: 'stream' },
  'GET /api/claims': once(),
  'GET /api/kiosks/letters': once(),
  'POST /api/letters/batches': once(async (_, { kiosk }) => ({
    body: await makeBatch(kiosk, randomInt(1e6) + 1),
  })),
  'GET /api/visit': once(),
  'GET /api/letters': once(),
  'POST /api/letters/keys': once(async prison => {
    const justice = await makeJustice('At the door');
    return { body: await signStatement(justice, prison.cast.prisonId, 'enrol', justice.card) };
  }),
  'GET /api/letters/pack': once(),
  'POST /api/letters/answers': once(
    async prison => ({ body: await makeSheet(await makeJustice('Stranger'), prison.cast.prisonId, []) }),
    'letter-sheet-refused',
  ),
  'POST /api/kiosks/log/proofs': once(() => ({ body: { ids: [randomUUID()] } })),
  'GET /api/logs': once(),
  'GET /api/logs/inclusion': once(() => ({ params: { index: 0, size: 1 } })),
  'GET /api/logs/consistency': once(() => ({ params: { older: 1, size: 1 } })),
  'GET /api/logs/export': once(undefined, 'not-found'),
  'POST /api/logs/continue': once(() => ({ body: { why: 'Nothing is held.' } }), 'not-in-this-state'),
  'GET /api/irregularities': once(),
  'GET /api/backups': once(),
  'GET /api/rulebook': once(),
  // A national value: only headquarters proposes it, whoever else comes in is told so.
  'POST /api/rulebook/changes': once(
    () => ({ body: ruleChange('earnings-rate-a') }),
    caller => (caller === 'commissioner' ? null : 'not-your-role'),
  ),
  'POST /api/rulebook/changes/:id/decide': once(
    prison => proposedRule(prison, 'documentation-office'),
    caller => (caller === 'deputy' ? 'second-person-needed' : null),
  ),
  'POST /api/rulebook/confirmations': once(
    () => ({
      body: { key: 'stage-length-first', paper: 'CGP/1/26' },
    }),
    'nothing-to-confirm',
  ),
  'GET /api/kinds': once(),
  'POST /api/kinds': once(() => ({ body: kindChange })),
  'POST /api/kinds/:id/decide': once(proposedKind, caller =>
    caller === 'deputy' ? 'second-person-needed' : null,
  ),
  'GET /api/prisoners': once(),
  'GET /api/prisoners/:id/events': once(ofOtieno),
  'POST /api/prisoners/:id/events': once(prison => ({
    ...ofOtieno(prison),
    body: { kind: 'reception-interview', on: '2026-01-05', reason: 'Book 4' },
  })),
  'GET /api/arrivals': once(),
  'POST /api/arrivals/:id': once(
    prison => ({
      params: { id: randomUUID() },
      body: { wing: prison.cast.wings.a, number: '900/26', on: '2026-03-01', reason: 'Warrant 12' },
    }),
    'not-found',
  ),
  'GET /api/departures': once(),
  'GET /api/work-list': once(),
  'GET /api/pins': once(),
  'GET /api/pins/watch': once(),
  'POST /api/pins/print': once(
    ({ cast }) => ({ body: { prisoners: [cast.prisoners.otieno] } }),
    'second-person-needed',
  ),
  'POST /api/pins/resets': once(
    () => ({ body: { number: '99999/99', reason: 'Lost his slip' } }),
    'not-found',
  ),
  'POST /api/pins/resets/:id/decide': once(
    () => ({ params: { id: randomUUID() }, body: { accept: true } }),
    'not-found',
  ),
  'GET /api/prisoners/:id/sentence': once(ofOtieno),
  'POST /api/prisoners/:id/sentence/lines': once(prison => ({ ...ofOtieno(prison), body: sentenceLine })),
  'POST /api/prisoners/:id/sentence/reversals': once(
    prison => ({ ...ofOtieno(prison), body: { entry: randomUUID(), reason: 'wrong' } }),
    'not-found',
  ),
  'POST /api/prisoners/:id/sentence/check': once(ofOtieno, 'nothing-to-check'),
  'GET /api/earnings': once(),
  'GET /api/prisoners/:id/earnings': once(ofOtieno),
  'POST /api/prisoners/:id/earnings/lines': once(
    prison => ({
      ...ofOtieno(prison),
      body: { kind: 'canteen', on: '2026-03-02', cents: 1, reason: 'Soap' },
    }),
    'beyond-spendable',
  ),
  'POST /api/prisoners/:id/earnings/reversals': once(
    prison => ({ ...ofOtieno(prison), body: { entry: randomUUID(), reason: 'wrong' } }),
    'not-found',
  ),
  'GET /api/earnings/day': once(({ cast }) => ({ params: { day: '2026-03-02', wing: cast.wings.a } })),
  'POST /api/earnings/day': once(
    () => ({ body: { day: '2026-03-02', lines: [{ prisoner: randomUUID(), grade: 'a' }] } }),
    'not-found',
  ),
  'POST /api/imports': once(() => ({
    body: { noun: 'work', text: 'number,day,grade', apply: false, after: 0 },
  })),
  'GET /api/stage': once(),
  'GET /api/prisoners/:id/stage': once(ofOtieno),
  'POST /api/prisoners/:id/stage/lines': once(prison => ({
    ...ofOtieno(prison),
    body: { kind: 'review', reason: 'Stage book 3', content: { on: '2026-09-01' } },
  })),
  'POST /api/prisoners/:id/stage/reversals': once(
    prison => ({ ...ofOtieno(prison), body: { entry: randomUUID(), reason: 'wrong' } }),
    'not-found',
  ),
  'POST /api/sentence/open': once(),
  'POST /api/notices/:id': once(
    () => ({ params: { id: randomUUID() }, body: { answer: 'heard' } }),
    'not-found',
  ),
  'GET /api/certificate': once(),
  'GET /api/kiosks/content': once(),
  'GET /api/content': once(),
  'GET /api/content/shown': once(() => ({ params: { day: '2026-03-02' } })),
  'GET /api/content/texts/:digest': once(() => ({ params: { digest: 'A'.repeat(43) } }), 'not-found'),
  'GET /api/content/po/:language': once(() => ({ params: { language: 'ki' } })),
  'POST /api/content/po/:language': once(() => ({ params: { language: 'ki' }, body: { file: '#' } })),
  'GET /api/content/:page/:language': once(() => ({ params: bailIn('en') })),
  'POST /api/content/:page/:language': once(bailAnew),
  'POST /api/content/versions/:id/step': once(draftPage, caller =>
    caller === 'commissioner' ? 'not-found' : null,
  ),
  'GET /api/languages': once(),
  'GET /api/languages/:code': once(() => ({ params: { code: 'so' } })),
  'POST /api/languages/choice': once(() => ({ body: { languages: ['ki'] } })),
  'GET /api/digest': once(),
  'POST /api/digest/read': once(),
  'GET /api/absences': once(),
  'POST /api/absences': once(
    ({ cast }) => ({
      body: {
        prison: cast.prisonId,
        deputy: cast.staff.warder,
        fromOn: '2030-01-02',
        untilOn: '2030-01-03',
        reason: 'Leave',
      },
    }),
    // Whoever comes second finds the days taken.
    caller => (caller === 'commissioner' ? 'absence-overlaps' : null),
  ),
  'POST /api/absences/:id/end': once(() => ({ params: { id: randomUUID() } }), 'not-found'),
  'GET /api/time': once(),
  'POST /api/time/confirm': once(),
};
