import { expect, test } from 'vitest';
import { indexPage, readName } from '../gallery/index-page.ts';

test.each([
  ['kiosk-Kiswahili-the-receipt-at-1024-600.png', 'Kiswahili', 'the receipt', '1024×600'],
  ['kiosk-Afaan-Oromoo-own-stage-at-1080-1920.png', 'Afaan Oromoo', 'own stage', '1080×1920'],
  ['kiosk-Gĩkũyũ-what-it-is-about-at-1024-600.png', 'Gĩkũyũ', 'what it is about', '1024×600'],
])('%s is known by its name', (file, language, screen, size) => {
  expect(readName(file)).toEqual({ file, language, screen, size });
});

test('the page shows the pictures language by language, and nothing else', () => {
  const page = indexPage([
    'kiosk-English-help-at-1024-600.png',
    'kiosk-Maa-help-at-1024-600.png',
    'admin-kiosks-1.png',
  ]);
  expect(page.match(/<img/g)).toHaveLength(2);
  expect(page.indexOf('id="English"')).toBeLessThan(page.indexOf('id="Maa"'));
});
