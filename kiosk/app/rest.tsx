import { useEffect, useState } from 'preact/hooks';
import { markChange } from '../components/guard.ts';
import { Mark } from '../components/picture.tsx';
import { defaultLanguage, fallbackLanguage } from '../i18n/languages.ts';
import { useWords } from '../i18n/words.ts';
import { StorageLamp } from './storage-lamp.tsx';

/** The words stand in one place for a minute, then in the next: no part of the glass shows the same for long. */
const moveEveryMs = 60_000;
const spots = ['1', '5', '3', '6', '2', '4'] as const;

/**
 * The first screen when nobody has touched it for some minutes: dark, and never the same for long. Any touch brings
 * the first screen back, and does nothing else.
 */
export function Rest() {
  const { language, say } = useWords();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn(before => before + 1), moveEveryMs);
    return () => {
      clearInterval(timer);
      // The finger that woke it must not press what comes up under it.
      markChange(performance.now());
    };
  }, []);
  return (
    <div class="k-rest" data-spot={spots[turn % spots.length]}>
      <div class="k-rest__words">
        <Mark />
        <p class="k-rest__name">{say('name')}</p>
        <p>{say('idle.begin')}</p>
        <p lang={language === fallbackLanguage ? defaultLanguage : fallbackLanguage}>
          {say('idle.beginOther')}
        </p>
        <StorageLamp />
      </div>
    </div>
  );
}
