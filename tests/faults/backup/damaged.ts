import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { between } from '../harness/chance.ts';
import { run as runCommand } from '../harness/command.ts';
import { newFolder, sqlitePlace } from '../harness/place.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';
import { type Filled, withFilled } from './filled.ts';

/** The first ten bytes of gzip say when and on what it was packed; turned over they change nothing of what is in it. */
const header = 10;
const sector = 4096;

type Damage = (whole: Buffer) => Buffer;

/** What disks, sticks and people do to files. */
const damages: Readonly<Record<string, Damage>> = {
  'a bit turned over': whole => {
    const turned = Buffer.from(whole);
    const at = between(header, whole.length - 1);
    turned.writeUInt8(turned.readUInt8(at) ^ (1 << between(0, 7)), at);
    return turned;
  },
  'cut short': whole => whole.subarray(0, between(0, whole.length - 1)),
  'a sector of zeros': whole => {
    const zeroed = Buffer.from(whole);
    const at = between(header, whole.length - sector);
    return zeroed.fill(0, at, at + sector);
  },
  'a sector missing': whole => {
    const at = between(header, whole.length - sector);
    return Buffer.concat([whole.subarray(0, at), whole.subarray(at + sector)]);
  },
  'a sector twice': whole => {
    const at = between(header, whole.length - sector);
    return Buffer.concat([whole.subarray(0, at + sector), whole.subarray(at)]);
  },
  'something after its end': whole => Buffer.concat([whole, Buffer.from('more')]),
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Refused with exit code 1, with what is wrong and how to go on, and nothing is begun. */
async function refuseOnce(whole: Buffer, name: string, damage: Damage, run: Run): Promise<Tally> {
  const folder = await newFolder('faults-backup');
  const to = await sqlitePlace(join(folder, 'data'));
  const file = join(folder, 'damaged.backup');
  try {
    await writeFile(file, damage(whole));
    const { code, errors } = await runCommand('restore', to, file);
    const said = /is damaged\. .+\. Nothing was changed\. Try another/s.test(errors);
    const begun = await exists(join(to.dataDir, 'sauti.sqlite'));
    const refused = code === 1 && said && !begun;
    if (!refused) run.note(`${name}: ended with ${code}${begun ? ', begun' : ''}: ${errors.trim()}`);
    return { ...nothing, tries: 1, damaged: refused ? 0 : 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function refuseAll({ file, sent }: Filled, run: Run): Promise<Tally> {
  const whole = await readFile(file);
  const kinds = Object.entries(damages);
  let total = nothing;
  for (const count of run.tries(kinds.length, 300)) {
    const [name, damage] = kinds[count % kinds.length] ?? ['cut short', bytes => bytes.subarray(1)];
    total = sum(total, await refuseOnce(whole, name, damage, run));
  }
  return { ...total, acknowledged: sent.length };
}

export const backupDamaged: FaultClass = {
  fault: 'backup-damaged',
  what: 'A back-up with a bit turned over, cut short, with a sector of zeros, missing or twice, or with something after its end, at random places: `npm run restore` refuses it with what is wrong and how to go on, and begins nothing.',
  run: run => withFilled(filled => refuseAll(filled, run)),
};
