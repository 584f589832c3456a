import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { BadSetting, type Config, readConfig } from './config.ts';
import { DatabaseProblem } from './database/database-problem.ts';
import { demonstrationSignIns, fillDemonstration } from './demonstration/fill.ts';
import { noteBuilds, openServer, type Server } from './server.ts';
import { assertUsable, namingStore } from './usable-settings.ts';
import { startNightlyBackUps } from './work/nightly-back-up.ts';
import { startLogWatch } from './work/watch-logs.ts';

const root = join(import.meta.dirname, '..');

/** Only addresses that work: a page on another machine needs HTTPS to be a kiosk at all. */
function addresses(config: Config, port: number): string[] {
  const scheme = config.tls ? 'https' : 'http';
  if (config.host === '127.0.0.1' || config.host === 'localhost') return [`${scheme}://localhost:${port}`];
  if (config.host !== '0.0.0.0' && config.host !== '::') return [`${scheme}://${config.host}:${port}`];
  if (!config.tls) return [`${scheme}://localhost:${port}`];
  const found = Object.values(networkInterfaces()).flatMap(list => list ?? []);
  return [
    'localhost',
    ...found.filter(one => one.family === 'IPv4' && !one.internal).map(one => one.address),
  ].map(host => `${scheme}://${host}:${port}`);
}

/** The made-up sign-ins are printed only over the made-up prison. */
function announce(config: Config, server: Server, demonstration: boolean): void {
  const bound = server.app.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : config.port;
  const lines = addresses(config, port).flatMap(address => [
    `  Kiosk   ${address}/`,
    `  Panel   ${address}/admin/`,
  ]);
  // In development Vite serves the pages, and says where.
  if (config.dist !== null) console.log(['', 'Sauti is running.', ...lines].join('\n'));
  if (demonstration) console.log(demonstrationSignIns());
  if (!config.tls && (config.host === '0.0.0.0' || config.host === '::'))
    console.log('\n  Without TLS_CERT and TLS_KEY only this machine can use it; see docs/deployment.md.');
}

/** Ends on SIGTERM or SIGINT after what is under way is done; a second signal ends at once. */
function drainOnSignal(server: Server): void {
  let draining = false;
  const drain = () => {
    if (draining) process.exit(1);
    draining = true;
    server.close().then(
      () => process.exit(0),
      error => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, root);
  await assertUsable(config, process.env);
  const server = await openServer(config, {
    onTrouble: (error, where) => console.error(`Trouble in ${where}:`, error),
  }).catch(error => {
    throw error instanceof DatabaseProblem ? new BadSetting(namingStore(config, error)) : error;
  });
  // What the disk holds is only known after reopening: whoever supervises us starts us again.
  server.database.onFatal(problem => {
    console.error(
      `The store can no longer be believed (${problem.message}); ending, so that it is opened afresh.`,
    );
    process.exit(70);
  });
  const demonstration = config.demonstration && (await fillDemonstration(server.context));
  // A prison that was founded just now has its first build.
  if (demonstration) await noteBuilds(server.context);
  await server.app.listen({ port: config.port, host: config.host });
  startNightlyBackUps(server.context, error => console.error('Trouble in the nightly back-up:', error));
  startLogWatch(server.context, error => console.error('Trouble in the watch over the log:', error));
  drainOnSignal(server);
  announce(config, server, demonstration);
}

try {
  await main();
} catch (error) {
  if (error instanceof BadSetting) console.error(error.message);
  else if (error instanceof DatabaseProblem) console.error(`The database cannot be used: ${error.message}`);
  // Somebody took it between the look at it and now.
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    console.error('PORT is taken by another program.');
  else console.error(error);
  process.exit(1);
}
