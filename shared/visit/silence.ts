/** A time without a word from a kiosk, in milliseconds. */
export interface Silence {
  readonly from: number;
  readonly until: number;
}

const minute = 60_000;

/** Milliseconds that these times come to; one kiosk's do not overlap. */
function lengthOf(silences: readonly Silence[]): number {
  return silences.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0);
}

/** What two lists of times have in common. */
function common(some: readonly Silence[], others: readonly Silence[]): Silence[] {
  return some.flatMap(one =>
    others.flatMap(other => {
      const [from, until] = [Math.max(one.from, other.from), Math.min(one.until, other.until)];
      return from < until ? [{ from, until }] : [];
    }),
  );
}

/**
 * Minutes of silence of each kiosk, and of these while at least one other was heard: when all are silent together it
 * is the server or the power, when one is silent alone it is that kiosk.
 */
export function silentMinutes(
  kiosks: readonly (readonly Silence[])[],
): readonly { readonly silent: number; readonly alone: number }[] {
  const [first = [], ...rest] = kiosks;
  const together = kiosks.length > 1 ? rest.reduce<readonly Silence[]>(common, first) : [];
  return kiosks.map(silences => {
    const silent = lengthOf(silences);
    const alone = kiosks.length > 1 ? silent - lengthOf(common(silences, together)) : 0;
    return { silent: Math.round(silent / minute), alone: Math.round(alone / minute) };
  });
}
