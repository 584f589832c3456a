import { useEffect } from 'preact/hooks';
import { addressOfPlace, allOpen } from '../../app/place.ts';
import { useLive } from '../../app/use-load.ts';
import { useValue } from '../../app/use-value.ts';
import { Picture } from '../../components/icon.tsx';
import { matterPicture } from '../../components/pictures.ts';
import { matterWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { alikeGroups, refreshAlike } from '../../store/alike.ts';
import { takeAhead } from '../../store/submission-ahead.ts';

/** What several people of one wing say at the same time: each leads to their cases, to be answered together. */
export function AlikeGroups({ alike }: { readonly alike: number | null }) {
  const groups = useValue(alikeGroups);
  useEffect(() => {
    if (!takeAhead('alike')) void refreshAlike();
  }, []);
  useLive(() => void refreshAlike());
  if (groups.length === 0) return null;
  return (
    <section class="p-groups" aria-label={t('list.alike-title')}>
      {groups.map(({ number, wing, kind, problem, people, days }) => (
        <a
          key={number}
          class="p-group"
          href={addressOfPlace({ ...allOpen, alike: alike === number ? null : number })}
          aria-current={alike === number ? 'true' : undefined}
        >
          <Picture name={matterPicture(kind, problem)} />
          <strong>{t('list.alike-people', { count: people, wing })}</strong>
          <span>
            {matterWords(kind, problem)} · {t('list.alike-days', { count: days })}
          </span>
        </a>
      ))}
    </section>
  );
}
