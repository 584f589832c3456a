import { usualUnit } from '../../../shared/submission/kinds.ts';
import { firstStep } from '../../../shared/submission/life.ts';
import type { Say } from '../../i18n/words.ts';
import type { ComplaintForm } from '../../store/index.ts';

export interface Reader {
  readonly picture: string;
  readonly sentence: string;
}

type Route = Pick<ComplaintForm, 'kind' | 'text' | 'aboutOfficer'>;

/** Who will read this, said before it is sent: by the same table by which the server routes it. */
export function readerOf(form: Route, nameless: boolean, say: Say): Reader {
  const { picture, sentence } = named(form, say);
  return nameless
    ? { picture: 'reader-nobody-name', sentence: `${sentence} ${say('reader.nameless')}` }
    : { picture, sentence };
}

function named(form: Route, say: Say): Reader {
  if (form.aboutOfficer?.rank === 'officer-in-charge')
    return { picture: 'about-officer', sentence: say('reader.head') };
  if (form.aboutOfficer) return { picture: 'about-officer', sentence: say('reader.officer') };
  if (firstStep(form).owner === 'first-reader')
    return { picture: 'reader-officer', sentence: say('reader.text') };
  if (form.kind === 'record') return { picture: 'reader-officer', sentence: say('reader.record') };
  const unit = usualUnit[form.kind] === 'kitchen' ? 'kitchen' : 'stores';
  return { picture: 'reader-officer', sentence: say(`reader.plain.${unit}`) };
}
