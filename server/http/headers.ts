import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { previewAddress } from '../../shared/content/preview.ts';

const common = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
];
/** Everything comes from this server and nothing goes anywhere else; scripts cannot write markup. */
const kioskPolicy = [
  ...common,
  "frame-ancestors 'none'",
  "worker-src 'self'",
  "form-action 'none'",
  'trusted-types sauti-worker sauti-speech',
  // Chromium warns that scripts with their own origin could lift the sandbox: from a frame, which nobody may make of
  // this page (frame-ancestors), and without the origin there is no outbox. It cannot be avoided.
  // Even a tap may open no second window: Chromium's own policy stops only those that nobody tapped for. What may be
  // saved or printed the kiosk machine's policies decide.
  'sandbox allow-scripts allow-same-origin allow-downloads allow-modals',
].join('; ');
const panelPolicy = [
  ...common,
  "frame-ancestors 'none'",
  "frame-src 'self'",
  // What was spoken is played from memory: it lies nowhere under an address of its own.
  'media-src blob:',
  "form-action 'self'",
  "trusted-types 'none'",
].join('; ');
/** The preview of a page stands in the panel and nowhere else. */
const previewPolicy = [
  ...common,
  "frame-ancestors 'self'",
  "form-action 'none'",
  "trusted-types 'none'",
].join('; ');

const featuresOfAll = ['camera=()', 'geolocation=()', 'payment=()', 'usb=()'];
/**
 * Bluetooth is left to the kiosk machine's policies: Chromium knows no such feature and warns of it at every load.
 * What a page on a wing must not even ask for, where the browser would ask back in a dialog of its own. */
const kioskFeatures = [
  ...featuresOfAll,
  'microphone=(self)',
  ...['clipboard-read', 'display-capture', 'hid', 'idle-detection', 'local-fonts', 'midi'].map(
    name => `${name}=()`,
  ),
  ...['picture-in-picture', 'publickey-credentials-create', 'publickey-credentials-get', 'serial'].map(
    name => `${name}=()`,
  ),
  'window-management=()',
].join(', ');
const panelFeatures = [...featuresOfAll, 'microphone=(self)'].join(', ');

/** Sets the headers of every answer. */
export function setHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    writeHeaders(request, reply);
    done();
  });
}

function policyOf(url: string, panel: boolean): string {
  if (url.startsWith(previewAddress)) return previewPolicy;
  return panel ? panelPolicy : kioskPolicy;
}

/**
 * The headers that no answer goes without, also one that no hook sees. Never `Clear-Site-Data`: it would wipe a
 * kiosk's outbox.
 */
export function writeHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const panel = request.url === '/admin' || request.url.startsWith('/admin/');
  reply.header('content-security-policy', policyOf(request.url, panel));
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header('permissions-policy', panel ? panelFeatures : kioskFeatures);
  if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
    reply.header('cache-control', 'no-store');
}
