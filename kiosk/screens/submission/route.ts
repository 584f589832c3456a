import { type KindVersion, kindNow } from '../../../shared/submission/kind-rules.ts';
import { isMedical, isPersonal, type UnitKey } from '../../../shared/submission/kinds.ts';
import { firstStep } from '../../../shared/submission/life.ts';
import type { Say } from '../../i18n/words.ts';
import type { ComplaintForm } from '../../store/index.ts';

export interface Reader {
  readonly picture: string;
  readonly sentence: string;
}

type Route = Pick<ComplaintForm, 'kind' | 'text' | 'recording' | 'aboutOfficer'>;

interface Asked {
  readonly nameless: boolean;
  readonly asked: KindVersion | null;
}

/** Who will read this, said before it is sent: by the same table by which the server routes it. */
export function readerOf(form: Route, { nameless, asked }: Asked, say: Say): Reader {
  const { picture, sentence } = named(form, asked ?? kindNow([], form.kind), say);
  return nameless
    ? { picture: 'reader-nobody-name', sentence: `${sentence} ${say('reader.nameless')}` }
    : { picture, sentence };
}

function named(form: Route, { rules }: KindVersion, say: Say): Reader {
  if (form.aboutOfficer?.rank === 'officer-in-charge')
    return { picture: 'about-officer', sentence: say('reader.head') };
  if (form.aboutOfficer) return { picture: 'about-officer', sentence: say('reader.officer') };
  if (isMedical(form.kind))
    return {
      picture: 'page-doctor',
      sentence: say(firstStep(form).owner === 'first-reader' ? 'reader.medicalText' : 'reader.medical'),
    };
  const isRead = firstStep(form).owner === 'first-reader';
  if (form.kind === 'prison-life' || form.kind === 'mercy') {
    const way = say(`reader.${form.kind}`);
    return { picture: 'tile-petition', sentence: isRead ? `${say('reader.first')} ${way}` : way };
  }
  if (isRead) return { picture: 'reader-officer', sentence: say('reader.text') };
  return {
    picture: 'reader-officer',
    sentence: isPersonal(form.kind)
      ? say('reader.personal', { unit: say(`units.${rules.unit}`) })
      : plain(rules.unit, say),
  };
}

/** Kitchen and stores have sentences of their own, since nearly everything goes there. */
function plain(unit: UnitKey, say: Say): string {
  return unit === 'kitchen' || unit === 'stores'
    ? say(`reader.plain.${unit}`)
    : say('reader.plain.other', { unit: say(`units.${unit}`) });
}
