import { describe, expect, test } from 'vitest';
import { Turnstile } from '../../../server/database/turnstile.ts';

describe('the turnstile', () => {
  test('admits in the order of asking', async () => {
    const turnstile = new Turnstile(['pen']);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const pen = await turnstile.acquire();
        order.push(index);
        await new Promise(resolve => setImmediate(resolve));
        turnstile.release(pen);
      }),
    );
    expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  test('lends no more than it has', async () => {
    const turnstile = new Turnstile(['red', 'blue']);
    let lent = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const pen = await turnstile.acquire();
        lent += 1;
        most = Math.max(most, lent);
        await new Promise(resolve => setImmediate(resolve));
        lent -= 1;
        turnstile.release(pen);
      }),
    );
    expect(most).toBe(2);
  });

  test('closes when everybody is done, those who waited too, and lets nobody new in', async () => {
    const turnstile = new Turnstile(['pen']);
    const pen = await turnstile.acquire();
    const waiting = turnstile.acquire();
    let closed = false;
    const closing = turnstile.close().then(() => {
      closed = true;
    });
    await expect(turnstile.acquire()).rejects.toMatchObject({ problem: 'storage-closed' });
    turnstile.release(pen);
    await waiting;
    expect(closed).toBe(false);
    turnstile.release(pen);
    await closing;
    expect(closed).toBe(true);
  });
});
