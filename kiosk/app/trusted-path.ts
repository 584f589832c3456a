/** Trusted Types are not in TypeScript's library; a browser without them takes the plain address. */
interface WithTrustedTypes {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): {
      createScriptURL(url: string): string;
    };
  };
}

const paths = new Map<string, string>();

/**
 * The address of a script of our own, as the browser wants it where a worker is started. A policy of one name can be
 * made once, and this path is the only one it ever lets through; the server's headers list the names.
 */
export function trustedPath(policy: string, own: string): string {
  const known = paths.get(policy);
  if (known !== undefined) return known;
  const made = (globalThis as WithTrustedTypes).trustedTypes?.createPolicy(policy, {
    createScriptURL: url => {
      if (url !== own) throw new TypeError('only the kiosk’s own worker');
      return url;
    },
  });
  const trusted = made ? made.createScriptURL(own) : own;
  paths.set(policy, trusted);
  return trusted;
}
