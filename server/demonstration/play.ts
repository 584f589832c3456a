import { actOut } from './act-out.ts';
import { type Calendar, instantAt } from './calendar.ts';
import { livelihoodMoments } from './livelihood.ts';
import { morningMoments } from './mornings.ts';
import { wingLetters } from './people.ts';
import { prisonRuleMoments } from './prison-rules.ts';
import { recordMoments } from './records.ts';
import { roundMoments } from './rounds.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';
import { takeDamaged, takeStory, tellOf, tellOfKiosk } from './take.ts';

interface Moment {
  readonly at: Temporal.Instant;
  readonly happen: (stage: Stage) => Promise<void>;
}

/** Everything that happens up to now, in the order of its time; what would come later is left to life. */
function momentsOf(stories: readonly Story[], { now, today, zone }: Calendar): Moment[] {
  const ofStories = stories.flatMap((story): Moment[] => [
    { at: story.takenAt, happen: stage => takeStory(stage, story) },
    ...story.moves.map((move): Moment => ({ at: move.at, happen: stage => actOut(stage, story, move) })),
  ]);
  const brokenAt = instantAt(today.subtract({ days: 17 }), 10 * 3600, zone);
  const others: Moment[] = [
    { at: brokenAt, happen: stage => takeDamaged(stage, 'C', brokenAt) },
    ...morningMoments({ now, today, zone }),
    ...recordMoments({ now, today, zone }),
    ...prisonRuleMoments({ now, today, zone }),
    ...roundMoments({ now, today, zone }),
    { at: now, happen: stage => tellOf(stage, stage.round, now) },
    ...livelihoodMoments({ now, today, zone }),
    ...wingLetters.map((wing): Moment => ({ at: now, happen: stage => tellOfKiosk(stage, wing, now) })),
  ];
  return [...ofStories, ...others]
    .filter(({ at }) => Temporal.Instant.compare(at, now) <= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** Lets all stories happen, the clock going on from one moment to the next. Answers how many moments there were. */
export async function play(stage: Stage, stories: readonly Story[], calendar: Calendar): Promise<number> {
  const moments = momentsOf(stories, calendar);
  for (const { at, happen } of moments) {
    stage.past.setTime(at);
    await happen(stage);
  }
  return moments.length;
}
