import type { Page } from '@playwright/test';
import english from '../../locales/en/kiosk.json' with { type: 'json' };
import kiswahili from '../../locales/sw/kiosk.json' with { type: 'json' };
import { type Size, sizes } from './browser.ts';
import { expectAccessible, expectInside, expectLargeTargets, keepPicture } from './page-checks.ts';
import { thorough } from './thorough.ts';

/** The languages that are whole, with the words of their kiosk. */
export const spoken = [
  ['English', english],
  ['Kiswahili', kiswahili],
] as const;

/** What a sentence of the kiosk begins with, before what is put in. */
export const startOf = (words: string): RegExp => new RegExp(`^${words.split('{{')[0]}`);

/** Looks at the screen as it stands on all four glasses, or on some of them. */
export function lookerAt(page: Page, language: string, glasses: readonly Size[] = sizes) {
  return async (where: string, options?: { scrolls?: boolean }) => {
    for (const size of glasses) {
      const here = `${where} at ${size.width}×${size.height}`;
      await page.setViewportSize(size);
      await expectInside(page, here, options);
      await expectLargeTargets(page, here);
      await keepPicture(page, `kiosk ${language} ${here}`);
      // Names, roles and colours are those of the layout, lying or standing, whatever the language.
      const lying = size.width === 1024;
      const standing = thorough && size.height > size.width;
      if (language === 'English' && (lying || standing)) await expectAccessible(page, here);
    }
  };
}
/** A screen that asks one thing fits without scrolling. */
export const question = { scrolls: false };
