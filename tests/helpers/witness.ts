import { hash } from 'node:crypto';
import { readLogKey } from '../../kiosk/crypto/witness.ts';
import type { ReplyOf } from '../../shared/api.ts';
import { cosignedMessage } from '../../shared/log/cosignature.ts';
import { parseNote } from '../../shared/log/note.ts';
import type { Hash } from '../../shared/log/tree.ts';
import { type Finding, type Held, judge } from '../../shared/log/witness.ts';
import type { StaffName } from './cast.ts';
import type { Answer, TestServer } from './server.ts';
import type { TestKiosk } from './test-kiosk.ts';

export const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');

/** How this kiosk cosigns a checkpoint, as at `seconds` since 1970. */
export async function cosignAs(kiosk: TestKiosk, note: string, seconds = 1_772_434_800) {
  const message = cosignedMessage(parseNote(note).text, seconds);
  return { seconds, signature: await kiosk.sign(new TextDecoder().decode(message)) };
}

/** A kiosk's witness without its browser: what it keeps, and the kiosk's own way of looking. */
export class Watcher {
  held: Held | null = null;
  readonly #prison: TestServer;
  readonly #kiosk: TestKiosk;

  constructor(prison: TestServer, kiosk: TestKiosk) {
    this.#prison = prison;
    this.#kiosk = kiosk;
  }

  /** Asks once, keeps and cosigns what grew. */
  async look(): Promise<Finding> {
    const ask = await this.#prison.asKiosk(this.#kiosk);
    const { body } = await ask('POST /api/kiosks/log', {}, { body: { held: this.held?.note ?? null } });
    const { prison, receipts } = this.#kiosk.enrolment;
    const key = await readLogKey(body.key, prison, receipts);
    if (!key) return { kind: 'not-believed' };
    const found = await judge(sha256, this.held, body, key);
    if (found.kind !== 'grown' && found.kind !== 'begun-anew') return found;
    this.held = found.held;
    const signed = await cosignAs(this.#kiosk, found.held.note);
    const cosigned = { epoch: body.epoch, size: found.held.size, ...signed };
    const { status } = await ask('POST /api/kiosks/log/cosign', {}, { body: cosigned });
    if (status !== 200) throw new Error(`the cosignature was refused: ${status}`);
    return found;
  }
}

/** An export of the log as the panel puts it together from its parts. */
export async function takeExport(prison: TestServer, name: StaffName): Promise<string> {
  const ask = await prison.loginAs(name);
  const lines: string[] = [];
  let part: string | null = null;
  do {
    const params: Record<string, string> = part === null ? {} : { part };
    const answer: Answer<ReplyOf<'GET /api/logs/export'>> = await ask('GET /api/logs/export', params);
    if (answer.status !== 200) throw new Error(`the export was refused: ${answer.status}`);
    lines.push(...answer.body.lines);
    part = answer.body.next;
  } while (part !== null);
  return `${lines.join('\n')}\n`;
}

/** The proofs that a kiosk gets for its own items. */
export async function takeProofs(
  prison: TestServer,
  kiosk: TestKiosk,
  ids: readonly string[],
): Promise<string[]> {
  const ask = await prison.asKiosk(kiosk);
  const { body } = await ask('POST /api/kiosks/log/proofs', {}, { body: { ids } });
  return body.proofs.map(({ file }) => file);
}
