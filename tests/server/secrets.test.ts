import { expect, it } from 'vitest';
import { checkSecret, hashSecret } from '../../server/secrets.ts';

const pepper = Buffer.alloc(32, 7);

it('hashes a PIN at the cost that the password storage sheet of OWASP advises, and differently each time', async () => {
  const [first, second] = await Promise.all([hashSecret('482915', pepper), hashSecret('482915', pepper)]);
  expect(first).toMatch(/^argon2id\.19456\.2\.[\w-]{22}\.[\w-]{43}$/);
  expect(second).not.toBe(first);
});

it('knows the secret again, and no other, nor under another pepper, nor where there is none', async () => {
  const hash = await hashSecret('482915', pepper);
  expect(await checkSecret('482915', hash, pepper)).toBe(true);
  expect(await checkSecret('482916', hash, pepper)).toBe(false);
  expect(await checkSecret('482915', hash, Buffer.alloc(32, 8))).toBe(false);
  expect(await checkSecret('482915', null, pepper)).toBe(false);
});

it('checks at the cost under which a secret was hashed, so that a dearer one can come in later', async () => {
  const hash = await hashSecret('482915', pepper, { memory: 64, passes: 1 });
  expect(hash).toMatch(/^argon2id\.64\.1\./);
  expect(await checkSecret('482915', hash, pepper)).toBe(true);
});
