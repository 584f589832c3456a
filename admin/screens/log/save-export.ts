import { call } from '../../api/client.ts';

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
  const address = URL.createObjectURL(new Blob(lines, { type: 'application/jsonl' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `sauti-log-${prison.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.jsonl`;
  link.click();
  URL.revokeObjectURL(address);
}
