import { passesThrough } from './build.ts';
import { answer, ensureBuild, pageBuild, pointer } from './builds.ts';
import type { Question } from './protocol.ts';
import { scope, type WorkerEvents } from './scope.ts';
import { fileOf, pageOf } from './storage.ts';

/**
 * The kiosk's service worker: an event table, and one door for messages. Nothing in it belongs to one build,
 * so that replacing the worker and replacing the build are two things: a new worker takes over at once, a new
 * build only when the kiosk's first screen is idle.
 */
const events: { readonly [N in keyof WorkerEvents]: (event: WorkerEvents[N]) => void } = {
  install: event => event.waitUntil(ensureBuild().then(() => scope.skipWaiting())),
  activate: event => event.waitUntil(scope.clients.claim()),
  fetch: event => {
    const url = new URL(event.request.url);
    if (event.request.method !== 'GET' || url.origin !== location.origin || passesThrough(url.pathname))
      return;
    event.respondWith(event.request.mode === 'navigate' ? page(event.request) : file(event.request, url));
  },
  message: event => {
    const [port] = event.ports;
    if (port && isQuestion(event.data))
      event.waitUntil(answer(event.data).then(said => port.postMessage(said)));
  },
};

function isQuestion(value: unknown): value is Question {
  if (typeof value !== 'object' || value === null) return false;
  const { type, build, ms, kiosk } = value as Record<string, unknown>;
  if (type === 'ran') return typeof build === 'string';
  if (type === 'ran-on') return typeof build === 'string' && typeof ms === 'number' && Number.isFinite(ms);
  if (type === 'check') return kiosk === undefined || kiosk === null || typeof kiosk === 'string';
  return type === 'status' || type === 'activate' || type === 'recover';
}

async function page(request: Request): Promise<Response> {
  const build = await pageBuild();
  return (build !== null && (await pageOf(build))) || fetch(request);
}

async function file(request: Request, url: URL): Promise<Response> {
  const { active } = await pointer();
  return (active !== null && (await fileOf(active, url.pathname))) || fetch(request);
}

scope.addEventListener('install', events.install);
scope.addEventListener('activate', events.activate);
scope.addEventListener('fetch', events.fetch);
scope.addEventListener('message', events.message);
