import { call } from '../../api/client.ts';
import { fileName, saveFile } from '../../app/save-file.ts';

/** Fetches an export part by part and hands it to the browser as one file; nothing of it is kept here. */
export async function saveExport(prison: { readonly id: string; readonly name: string }): Promise<void> {
  const lines: string[] = [];
  let part: string | null = null;
  do {
    const query: { prison: string; part?: string } = {
      prison: prison.id,
      ...(part === null ? {} : { part }),
    };
    const made: { readonly lines: readonly string[]; readonly next: string | null } = await call(
      'GET /api/logs/export',
      { query },
    );
    lines.push(...made.lines.map(line => `${line}\n`));
    part = made.next;
  } while (part !== null);
  saveFile(lines, 'application/jsonl', `sauti-log-${fileName(prison.name)}.jsonl`);
}
