import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLetter } from '../../../shared/letter/envelope.ts';
import type { JusticeKeys } from '../../../shared/letter/justice-key.ts';
import type { PackContent } from '../../../shared/letter/schema.ts';
import { expect, test } from '../../helpers/browser.ts';
import { makeJustice } from '../../helpers/justice.ts';
import { JusticeOffice } from '../../helpers/justice-office.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import type { ServerProcess } from '../../helpers/server-process.ts';

type Page = Hand['page'];

/** What lies in a store of the letters' database; `day` puts every tray back to one that is long over. */
const stored = (page: Page, store: 'trays' | 'batches', day?: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    ([store, day]) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const asked = indexedDB.open('sauti-letters');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const rows = asked.result.transaction(store, 'readwrite').objectStore(store);
          const all = rows.getAll();
          all.onsuccess = () => {
            if (day) for (const row of all.result) rows.put({ ...row, begunOn: day });
          };
          rows.transaction.oncomplete = () => {
            asked.result.close();
            resolve(all.result);
          };
        };
      }),
    [store, day] as const,
  );

function inDatabase<T>({ dataDir }: ServerProcess, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(dataDir, 'sauti.sqlite'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const nightsAt = (server: ServerProcess) =>
  inDatabase(server, database =>
    database
      .prepare('select night from letter_batch order by night')
      .all()
      .map(({ night }) => night),
  );

async function writeALetter(hand: Hand): Promise<void> {
  await hand.tap('Complaint');
  await hand.tap(/^Write to the visiting justice/);
  await hand.tap(/^Write a letter/);
  await hand.tap(/^Without my name/);
  for (const answer of ['Food', /Too little/, 'Today', /Only me/, 'No, go on', 'Send'])
    await hand.tap(answer);
  await hand.at('letter-receipt');
  await hand.tap('Home');
}

async function lettersInPack(office: JusticeOffice, keys: JusticeKeys): Promise<number> {
  await office.signInAs('justice');
  const { prison, sealed } = await office.pack();
  const content = (await openLetter(keys.sealing, prison.id, sealed)) as PackContent | null;
  const opened = await Promise.all(
    (content?.batches ?? []).flatMap(({ letters }) =>
      letters.map(letter => openLetter(keys.sealing, prison.id, letter)),
    ),
  );
  return opened.filter(one => (one as { type?: string } | null)?.type === 'letter').length;
}

test('no letter is lost with a night, an older back-up of the server, or the kiosk’s own end', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(240_000);
  const page = await (await newBrowser()).open();
  const officePage = await (await newBrowser()).open();
  await officePage.goto(server.origin);
  const office = new JusticeOffice(officePage, server.origin);
  const justice = await makeJustice('Anne');
  await office.direct('CGP/12/2026');
  await office.giveKey(justice);
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const hand = new Hand(page);
  await expect.poll(async () => (await stored(page, 'trays')).length).toBe(1);

  // A night ends, and what lay in its tray goes out under the first number.
  await writeALetter(hand);
  await stored(page, 'trays', '2026-01-01');
  await page.reload();
  await expect.poll(() => nightsAt(server)).toEqual([1]);
  expect(await lettersInPack(office, justice)).toBe(1);
  await expect.poll(async () => (await stored(page, 'batches'))[0]?.receivedAt).toBeTruthy();
  // The next tray is of today, and stays.
  expect(await stored(page, 'trays')).toHaveLength(1);

  // The server comes back without that night, as from an older back-up.
  await server.stop();
  inDatabase(server, database => {
    database.exec('drop trigger if exists letter_batch_stays');
    database.exec('delete from letter_batch');
  });
  await server.start();
  await page.reload();
  await expect.poll(() => nightsAt(server), { timeout: 30_000 }).toEqual([1]);
  expect(await lettersInPack(office, justice)).toBe(1);

  // Somebody revokes the kiosk while a letter lies in its tray.
  await untilItWorksAlone(page);
  await writeALetter(hand);
  inDatabase(server, database =>
    database.exec(
      "update kiosk set revoked_at = '2026-11-22T00:00:00.000Z' where name not in ('A1', 'B1', 'C1', 'D1', 'R1')",
    ),
  );
  await page.reload();
  await expect(page.getByText('switched off for complaints').first()).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => nightsAt(server), { timeout: 30_000 }).toEqual([1, 2, 3]);
  expect(await lettersInPack(office, justice)).toBe(2);
  expect(await stored(page, 'trays')).toEqual([]);
});
