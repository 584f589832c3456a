import { type Language, nameOf } from '../../shared/language/languages.ts';
import { useKiosk } from '../app/kiosk-state.ts';
import { useLive } from '../app/live.ts';
import { loadSpeech } from '../app/load-speech.ts';
import { go } from '../app/navigator.ts';
import type { Place } from '../app/places.ts';
import { ending } from '../app/session.ts';
import { Banner } from '../components/banner.tsx';
import { Icon } from '../components/picture.tsx';
import { onTap } from '../components/tap.ts';
import { Choices, Tile } from '../components/tile.tsx';
import { offeredLanguages } from '../i18n/languages.ts';
import { speak, useWords } from '../i18n/words.ts';
import { startOf } from './kiosk/hindrance.ts';

/** The first screen: languages in their own names, then eight pictures. */
export function First() {
  const { say } = useWords();
  const kiosk = useKiosk();
  const tap = (place: Place) => () => {
    ending.set(null);
    go(place);
  };
  return (
    <section class="k-first">
      <h1 class="c-visually-hidden">{say('name')}</h1>
      <Top />
      <Choices>
        <Tile tone="read" picture="tile-rules" label={say('first.rules')} onTap={tap({ at: 'contents' })} />
        <Tile
          tone="record"
          picture="tile-earnings"
          label={say('first.earnings')}
          onTap={tap({ at: 'who', purpose: 'earnings' })}
        />
        <Tile
          tone="record"
          picture="tile-stage"
          label={say('first.stages')}
          onTap={tap({ at: 'who', purpose: 'stage' })}
        />
        <Tile
          tone="record"
          picture="tile-release"
          label={say('first.release')}
          onTap={tap({ at: 'who', purpose: 'release' })}
        />
        <Tile
          tone="voice"
          picture="tile-complaint"
          label={say('first.complaint')}
          onTap={tap(startOf('complaint', kiosk))}
        />
        <Tile
          tone="voice"
          picture="tile-petition"
          label={say('first.petition')}
          onTap={tap({ at: 'petition' })}
        />
        <Tile
          tone="voice"
          picture="tile-mine"
          label={say('first.submissions')}
          onTap={tap(startOf('submissions', kiosk))}
        />
        <Tile tone="read" picture="tile-help" label={say('first.help')} onTap={tap({ at: 'help' })} />
      </Choices>
    </section>
  );
}

/** Languages; and for some seconds, how the last turn ended. */
function Top() {
  const { language, say } = useWords();
  const offered = offeredLanguages(useKiosk().settings);
  const ended = useLive(ending);
  return (
    <div class="k-top">
      {ended === 'not-sent' ? (
        <Banner kind="attention" picture="state-not-settled" strong={say('first.notSent')}>
          {say('first.notSentWhy')}
        </Banner>
      ) : null}
      {ended === 'signed-out' ? (
        <Banner kind="good" picture="state-kept" strong={say('first.signedOut')}>
          {say('first.signedOutWhy')}
        </Banner>
      ) : null}
      <fieldset
        class="k-languages"
        data-many={offered.length > 6 || undefined}
        aria-label={say('language.label')}
      >
        {offered.map(own => (
          <LanguageButton key={own} own={own} chosen={own === language} />
        ))}
      </fieldset>
    </div>
  );
}

/** The screen changes to a language, and the language says its name. */
async function chooseLanguage(own: Language): Promise<void> {
  await speak(own);
  const speech = await loadSpeech();
  speech.sayName(own);
}

function LanguageButton({ own, chosen }: { own: Language; chosen: boolean }) {
  return (
    <button
      type="button"
      class="k-language"
      lang={own}
      aria-pressed={chosen}
      {...onTap(() => void chooseLanguage(own))}
    >
      {chosen ? <Icon name="check" /> : null}
      <span class="k-language__name">{nameOf(own)}</span>
    </button>
  );
}
