import { type PageGroupId, pageGroupIds, ruleFortyThree } from '../../../shared/content/pages.ts';
import { go } from '../../app/navigator.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import './content.css';

/** One picture for a whole group of pages. */
const groupPictures: Readonly<Record<PageGroupId, string>> = {
  discipline: 'tile-rules',
  earnings: 'tile-earnings',
  petition: 'tile-petition',
  complain: 'tile-complaint',
  'daily-life': 'subject-food',
  work: 'page-work',
  family: 'page-letter',
  release: 'tile-release',
  people: 'page-court',
  watch: 'reader-officer',
  machine: 'state-kept',
};

const firstGroups: readonly PageGroupId[] = ruleFortyThree;
const moreGroups = pageGroupIds.filter(group => !firstGroups.includes(group));

/** What can be read: the four subjects of rule 43 first and largest, then everything else. */
export function Contents() {
  const { say } = useWords();
  const tile = (group: PageGroupId, tone?: 'read') => (
    <Tile
      key={group}
      {...(tone ? { tone } : {})}
      picture={groupPictures[group]}
      label={say(`groups.${group}`)}
      onTap={() => go({ at: 'group', group })}
    />
  );
  return (
    <section class="k-contents">
      <h1 class="k-title">{say('contents.first')}</h1>
      <div class="k-contents__first">
        <Choices>{firstGroups.map(group => tile(group, 'read'))}</Choices>
      </div>
      <Choices>
        {moreGroups.map(group => tile(group))}
        <Tile picture="wing" label={say('here.place')} onTap={() => go({ at: 'prison-rules' })} />
        <Tile picture="tile-rules" label={say('contents.law')} onTap={() => go({ at: 'law' })} />
      </Choices>
    </section>
  );
}
