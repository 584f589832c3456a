import type { Page } from './page.ts';

/** Where the panel finds the kiosk's own rendering of a page. */
export const previewAddress = '/admin/preview/';

/** What the panel tells it to show. */
export interface PreviewMessage {
  readonly words: Page;
  readonly language: string;
}
