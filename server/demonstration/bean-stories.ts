import { type Calendar, visitWithin } from './calendar.ts';
import type { Random } from './random.ts';
import type { Scene } from './scene.ts';
import type { Language, Said, Story, Writer } from './story.ts';
import { beanTexts } from './texts.ts';
import { readerFor } from './usual-course.ts';
import { beginStory, freshText } from './usual-stories.ts';

/** Thirty-four people of Wing C say within three days that the beans are raw; nobody has answered yet. */
const people = 34;
const hours = 72;

/** Each writes alone, on another day and in another way, and the panel shows that they say the same. */
export function beanStories(scene: Scene, calendar: Calendar, random: Random): Story[] {
  const used = new Set<string>();
  const ofWing = scene.prisoners.filter(one => one.wing === 'C');
  const step = Math.floor(ofWing.length / people);
  return Array.from({ length: people }, (_, index) => {
    const prisoner = ofWing[index * step] ?? random.pick(ofWing);
    const writer: Writer = { kind: 'signed-in', prisoner };
    const language: Language = random.chance(0.8) ? 'sw' : 'en';
    const text = index % 5 === 0 ? freshText(beanTexts(language), used, random) : null;
    const when = random.pick(['today', 'yesterday', 'week'] as const);
    const said: Said = {
      kind: 'food',
      problem: 'spoiled',
      when,
      many: 'others',
      text,
      aboutOfficer: null,
      language,
    };
    const takenAt = visitWithin(calendar, hours, random);
    const course = beginStory(calendar, random, { writer, said, takenAt });
    if (text !== null) course.pass(2, readerFor({ nameless: false, wing: 'C', named: [] }, random));
    // The kitchen has been told of the first ones.
    if (index < 4) course.route(3, 'officer-in-charge', 'kitchen', { noted: index === 0 });
    return { wing: 'C', writer, said, takenAt, keptHours: 0, moves: course.moves };
  });
}
