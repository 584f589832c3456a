import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listKeyFiles, openKeysOf } from './backup-keys.ts';
import { BackupRefused } from './format.ts';
import type { VerifiedBackup } from './verify-backup.ts';

export interface KeysWanted {
  readonly dataDir: string;
  readonly passphrase: string | null;
  /** Go on although the keys are lost. */
  readonly withoutKeys: boolean;
}

/**
 * The key files to put into `DATA_DIR/keys`, once it is sure that the server will then use the ones that the
 * back-up was made with. Throws BackupRefused with how to go on.
 */
export async function keysToPut(
  backup: VerifiedBackup,
  { dataDir, passphrase, withoutKeys }: KeysWanted,
): Promise<ReadonlyMap<string, string>> {
  const { header, headerText, keys } = backup;
  const here = listKeyFiles(dataDir);
  const strange = here.filter(file => !header.keyFiles.includes(file));
  if (strange.length > 0)
    throw new BackupRefused(
      `DATA_DIR/keys holds keys that this back-up does not know (${strange.join(', ')}). The server would use them ` +
        'and could open nothing: move them away first.',
    );
  const missing = header.keyFiles.filter(file => !here.includes(file));
  if (missing.length === 0) return new Map();
  if (withoutKeys) return new Map();
  if (!keys)
    throw new BackupRefused(
      `The keys are not in this back-up, and DATA_DIR/keys lacks ${missing.join(', ')}. Put a copy of the keys there ` +
        'first. If every copy is lost, --without-keys goes on: what is not opened yet stays closed for ever, every ' +
        'PIN and password must be set anew and every kiosk enrolled again.',
    );
  if (passphrase === null)
    throw new BackupRefused(
      'The keys in this back-up are sealed: set BACKUP_PASSPHRASE to their passphrase.',
    );
  const opened = await openKeysOf(keys, passphrase, headerText);
  assertSame(dataDir, here, opened);
  return opened;
}

function assertSame(dataDir: string, here: readonly string[], opened: ReadonlyMap<string, string>): void {
  const other = here.find(file => readFileSync(join(dataDir, 'keys', file), 'utf8') !== opened.get(file));
  if (other !== undefined)
    throw new BackupRefused(
      `DATA_DIR/keys/${other} is another key than the one in the back-up: move it away first.`,
    );
}
