import type kiosk from '../../locales/en/kiosk.json';
import type law from '../../locales/en/law.json';

/** Keys are typed by the English file; a test keeps the other languages equal to it. */
declare module 'i18next' {
  interface ResourceNamespaceMap {
    kiosk: typeof kiosk;
    law: typeof law;
  }
}
