import { checkExportFile, isExport } from './check-export.ts';
import { checkCheckpointFile, checkProofFile, checkReceiptFile, type Trust } from './check-proof.ts';
import { type Checkpoint, readCheckpointText } from './checkpoint.ts';
import type { Seen } from './export-heads.ts';
import { parseNote } from './note.ts';
import type { Report } from './report.ts';
import { isTlogProof, parseTlogProof } from './tlog-proof.ts';
import type { Hash } from './tree.ts';

export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** What is brought to a check from outside the files. */
export interface Given extends Trust, Pick<Seen, 'minutes'> {}

export interface CheckedFile {
  readonly name: string;
  readonly report: Report;
}

const unreadable: Report = {
  kind: null,
  fault: { what: 'not-readable', at: null, where: null },
  facts: [],
};

function checkAlone(hash: Hash, text: string, trust: Trust): Promise<Report> {
  if (isTlogProof(text)) return checkProofFile(hash, text, trust);
  if (text.startsWith('{')) return checkReceiptFile(text);
  return text.startsWith('sauti/') ? checkCheckpointFile(hash, text, trust) : Promise.resolve(unreadable);
}

/** The signed head in a file that was checked before. */
function headIn(text: string): Checkpoint {
  const note = isTlogProof(text) ? parseTlogProof(text).checkpoint : text;
  return readCheckpointText(parseNote(note).text);
}

/**
 * Checks files of any kind, and exports against the heads that the other files prove: a receipt that somebody kept
 * contradicts a log that was made anew, however well that log agrees with itself.
 */
export async function checkFiles(
  hash: Hash,
  files: readonly GivenFile[],
  given: Given,
): Promise<CheckedFile[]> {
  const checkpoints: Checkpoint[] = [];
  const checked = new Map<GivenFile, Report>();
  for (const file of files.filter(({ text }) => !isExport(text))) {
    const report = await checkAlone(hash, file.text, given);
    checked.set(file, report);
    const proven = report.kind === 'proof' || report.kind === 'checkpoint';
    if (proven && report.fault === null) checkpoints.push(headIn(file.text));
  }
  const seen = { checkpoints, minutes: given.minutes };
  for (const file of files.filter(({ text }) => isExport(text)))
    checked.set(file, await checkExportFile(hash, file.text, given, seen));
  return files.map(file => ({ name: file.name, report: checked.get(file) ?? unreadable }));
}
