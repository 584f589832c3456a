import { join } from 'node:path';
import { makeClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import { openServer } from '../../../server/server.ts';
import { answerQuestions } from './answer.ts';

/** The product's server, whole but for the built apps, on a free port of loopback. */
interface Settings {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

const { dataDir, databaseUrl } = JSON.parse(process.argv[2] ?? '') as Settings;
const config = readConfig(
  {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    HOST: '127.0.0.1',
    PORT: '0',
    SAUTI_DEMO: '0',
    SAUTI_DEV: '1',
  },
  join(import.meta.dirname, '..', '..', '..'),
);
const server = await openServer(config, {
  clock: makeClock(),
  onTrouble: (error, where) => console.error(`Trouble in ${where}:`, error),
});
await server.app.listen({ port: config.port, host: config.host });
answerQuestions(server.app.server, () => server.work.settle());
