import { expect, test } from '../../helpers/browser.ts';
import { signInToPanel } from '../../helpers/panel-officer.ts';

test('what many say is answered once, by keyboard alone, called back, changed and sent', async ({
  office: { page, origin },
}) => {
  await signInToPanel(page, origin, 'officer-in-charge');
  const group = page.getByRole('region', { name: 'What several people say' }).getByRole('link').first();
  const people = Number(/^(\d+) people in Wing C/.exec((await group.textContent()) ?? '')?.[1]);
  expect(people).toBeGreaterThan(2);
  await group.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Like No\./ })).toBeVisible();
  const first = page.getByRole('checkbox', { name: /^Choose case/ }).first();
  await expect(first).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(first).toBeChecked();
  await page.keyboard.press('a');
  const bar = page.getByRole('region', { name: 'The cases that are chosen' });
  const chosen = Number(/^(\d+) chosen/.exec((await bar.textContent()) ?? '')?.[1]);
  expect(chosen).toBeGreaterThanOrEqual(people);

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Passed on/ }).focus();
  await page.keyboard.press('Space');
  await dialog.getByLabel(/Passed on to/).fill('the kitchen committee');
  // Nothing leaves before there are words in each language that somebody reads.
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('This is needed.').first()).toBeVisible();
  for (const words of await dialog.getByLabel(/Words to the prisoner/).all())
    await words.fill('Maharagwe yanapikwa tena leo.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Your answer to ${chosen} cases goes out`)).toBeVisible();

  await page.keyboard.press('z');
  await expect(dialog.getByLabel(/Passed on to/)).toHaveValue('the kitchen committee');
  await dialog.getByLabel(/Passed on to/).fill('the kitchen');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`The answer to ${chosen} cases was sent.`, { exact: false })).toBeVisible({
    timeout: 30_000,
  });
});
