import { Icon, Picture } from '../../components/icon.tsx';
import type { PictureName } from '../../components/pictures.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';
import type { CasePage } from '../../store/submission.ts';
import { VoiceOf } from '../recording/voice.tsx';
import { FrozenFigures } from './figures.tsx';

const whenPictures: Record<NonNullable<CasePage['when']>, PictureName> = {
  today: 'when-today',
  yesterday: 'when-yesterday',
  week: 'when-week',
  longer: 'when-longer',
};

interface AnswerProps {
  readonly picture: PictureName;
  readonly question: string;
  readonly answer: string;
}

function Answer({ picture, question, answer }: AnswerProps) {
  return (
    <li class="p-said__answer">
      <Picture name={picture} />
      <span class="p-said__question">{question}</span>
      <span>{answer}</span>
    </li>
  );
}

type About = NonNullable<CasePage['about']>;

/** Whom it is about, as far as the prisoner knew: rank, wing, name. */
function aboutWords({ rank, wing, name }: About, wings: Me['wings']): string {
  const place = wings.find(({ id }) => id === wing)?.name;
  return [t(`rank.${rank}`), place, name ? t('said.name-given', { name }) : null].filter(Boolean).join(' · ');
}

/** That it is about an officer; whom, only for those who may know. */
function AboutOfficer({ page, wings }: { readonly page: CasePage; readonly wings: Me['wings'] }) {
  if (!page.aboutOfficer) return null;
  return (
    <p class="p-said__about">
      <Icon name="shield-alert" />
      <span>
        <strong>{t('flag.about-officer')}</strong>{' '}
        {page.about ? aboutWords(page.about, wings) : t('said.about-hidden')}
      </span>
    </p>
  );
}

/** Why no words stand here; of what was spoken there need not be any. */
function NoText({ page }: { readonly page: CasePage }) {
  if (page.hasVoice && !page.hasText) return null;
  return <p class="p-said__by">{t(page.hasText ? 'said.text-hidden' : 'said.no-text')}</p>;
}

/** What the person said: the answers by picture, then the words as they were written. */
export function Said({ me, page }: { readonly me: Me; readonly page: CasePage }) {
  return (
    <section class="p-said" aria-label={t('said.title')}>
      <ul class="p-said__answers">
        {page.when && page.questions.includes('when') ? (
          <Answer
            picture={whenPictures[page.when]}
            question={t('said.when')}
            answer={t(`when.${page.when}`)}
          />
        ) : null}
        {page.many && page.questions.includes('many') ? (
          <Answer
            picture={page.many === 'me' ? 'many-me' : 'many-others'}
            question={t('said.many')}
            answer={t(`many.${page.many}`)}
          />
        ) : null}
      </ul>
      <AboutOfficer page={page} wings={me.wings} />
      <FrozenFigures figures={page.figures} />
      <VoiceOf me={me} page={page} />
      {page.text === null ? (
        <NoText page={page} />
      ) : (
        <>
          <blockquote class="p-said__words" lang={page.language}>
            {page.text}
          </blockquote>
          <p class="p-said__by">{t('said.language', { language: languageWords(page.language) })}</p>
        </>
      )}
    </section>
  );
}
