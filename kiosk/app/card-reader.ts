/**
 * A card reader is a keyboard to the machine: it types what stands on the card. It is told from a person's hand by
 * three things together: the prefix that it was set to send, its speed, and the Enter at the end. What is read is
 * a number and nothing more; the PIN is asked as always.
 */
export interface Burst {
  /** What has come so far; empty between bursts. */
  readonly typed: string;
  /** When the last key came, milliseconds of a monotonic clock. */
  readonly at: number;
}

export const noBurst: Burst = { typed: '', at: Number.NEGATIVE_INFINITY };

/** Readers send a key every 1 to 20 ms; the fastest hands need 60. */
export const longestGap = 40;
/** As long as the contract allows a prison number. */
const longestNumber = 30;

export interface Reading {
  readonly burst: Burst;
  /** The number of a whole burst; null while it goes on, or if there is none. */
  readonly number: string | null;
  /** Whether this key belongs to a burst, or may. */
  readonly taken: boolean;
}

const outside: Reading = { burst: noBurst, number: null, taken: false };

/** Whether what was typed can still become, or is, the prefix and a number. */
function mayBe(typed: string, prefix: string): boolean {
  return typed.length <= prefix.length
    ? prefix.startsWith(typed)
    : typed.startsWith(prefix) && typed.length - prefix.length <= longestNumber;
}

/** One key, `key` as `KeyboardEvent.key`, at `at`. Keys that only change others (Shift) pass over a burst. */
export function readKey(burst: Burst, key: string, at: number, prefix: string): Reading {
  if (key === 'Shift' || key === 'CapsLock') return { burst, number: null, taken: burst.typed !== '' };
  const fast = at - burst.at <= longestGap && at >= burst.at;
  if (key === 'Enter') {
    const number = burst.typed.slice(prefix.length);
    const whole = fast && burst.typed.startsWith(prefix) && number !== '';
    return whole ? { burst: noBurst, number, taken: true } : outside;
  }
  if ([...key].length !== 1) return outside;
  const typed = (fast ? burst.typed : '') + key;
  if (mayBe(typed, prefix)) return { burst: { typed, at }, number: null, taken: true };
  // It broke off; this key may be the first of a burst all the same.
  return mayBe(key, prefix) ? { burst: { typed: key, at }, number: null, taken: true } : outside;
}
