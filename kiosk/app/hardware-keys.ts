import { noBurst, readKey } from './card-reader.ts';

/** What takes a hardware key, if anything does: a screen that waits for a card. Answers whether it was taken. */
type Taker = (key: string, at: number) => boolean;

let taker: Taker | null = null;

/** Offers a key to the screen that waits for a card; false if there is none, or it is no part of a card. */
export function offerKey(key: string, at: number): boolean {
  return taker?.(key, at) ?? false;
}

/** Waits for cards until the function that it gives back is called. `onNumber` is told what stands on one. */
export function waitForCard(prefix: string, onNumber: (number: string) => void): () => void {
  let burst = noBurst;
  const mine: Taker = (key, at) => {
    const reading = readKey(burst, key, at, prefix);
    burst = reading.burst;
    if (reading.number !== null) onNumber(reading.number);
    return reading.taken;
  };
  taker = mine;
  return () => {
    if (taker === mine) taker = null;
  };
}
