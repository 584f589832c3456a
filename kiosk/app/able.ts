/**
 * Whether this browser has what Sauti stands on, Chromium 144 or later; asked before anything else runs, so that an
 * old browser says so in one sentence instead of failing somewhere. An insecure origin hides some of it: not asked
 * there.
 */
export function isBrowserAble(): boolean {
  const needed = [
    typeof Temporal === 'object',
    'indexedDB' in globalThis,
    'showModal' in HTMLDialogElement.prototype,
    CSS.supports('color', 'light-dark(red, blue)'),
    !globalThis.isSecureContext ||
      ('locks' in navigator && 'subtle' in crypto && 'serviceWorker' in navigator),
  ];
  return needed.every(Boolean);
}
