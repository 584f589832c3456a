import { useEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from '../../app/keys.ts';
import { go } from '../../app/router.ts';
import { Icon } from '../../components/icon.tsx';
import { t } from '../../i18n/words.ts';
import { searchWords } from '../../store/submission.ts';

/** Long enough that one word is one search: each of them is written down. */
const pause = 450;

/** Search words; the list follows when typing rests, or at once with Enter. */
export function Search() {
  const [words, setWords] = useState(searchWords.get());
  const input = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => input.current?.focus() });
  useEffect(() => {
    const timer = setTimeout(() => searchWords.set(words.trim()), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <search>
      <form
        class="p-search"
        onSubmit={event => {
          event.preventDefault();
          input.current?.blur();
          // A bare number is that of a case: one goes there at once.
          const number = /^[1-9][0-9]{0,8}$/.exec(words.trim())?.[0];
          if (number) go({ page: 'case', number: Number(number), prison: null });
          else searchWords.set(words.trim());
        }}
      >
        <Icon name="search" />
        <input
          ref={input}
          class="p-input"
          type="search"
          maxLength={100}
          aria-label={t('list.search')}
          placeholder={t('list.search-hint')}
          value={words}
          onInput={event => setWords(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Escape') return;
            // The first Escape empties the field, and must not also leave the page.
            event.preventDefault();
            setWords('');
            input.current?.blur();
          }}
        />
        {words ? null : <kbd class="c-key">/</kbd>}
      </form>
    </search>
  );
}
