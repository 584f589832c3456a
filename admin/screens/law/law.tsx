import { useState } from 'preact/hooks';
import type { ReplyOf } from '../../../shared/api.ts';
import { completenessOf, missingWords } from '../../../shared/law/completeness.ts';
import { call } from '../../api/client.ts';
import { Page } from '../../app/page.tsx';
import { useLoad } from '../../app/use-load.ts';
import { Icon } from '../../components/icon.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { State } from '../../components/state.tsx';
import { t, wordsFor } from '../../i18n/words.ts';
import { findRules, inSmallLetters, partsOf } from './law-parts.ts';

type Law = ReplyOf<'GET /api/law'>;
export type Rule = Law['rules'][number];

/** Why a rule is not used as printed, said before its words. */
function Reason({ rule }: { readonly rule: Rule }) {
  if (rule.state === 'in-force') return null;
  const reason = rule.reason ? wordsFor(`law.${rule.reason}`) : null;
  return (
    <p class="p-rule__reason">
      <strong>{t(`law.states.${rule.state}`)}.</strong> {reason}
    </p>
  );
}

function RuleText({ rule }: { readonly rule: Rule }) {
  const completeness = completenessOf(rule);
  return (
    <article class="p-rule" id={`rule-${rule.number}`}>
      <h3 class="p-rule__title">
        <span class="p-rule__number">{rule.number}</span> {rule.heading}
      </h3>
      <Reason rule={rule} />
      {rule.body === null ? null : (
        <p class="p-rule__body" lang="en">
          {rule.body}
        </p>
      )}
      {completeness === 'whole' ? null : <p class="p-rule__missing">{t(`law-page.rule-${completeness}`)}</p>}
    </article>
  );
}

/** Rules whose words are missing, wholly or in part: what somebody has to find and enter. */
function Missing({ rules }: { readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return <p class="p-lead">{t('law-page.complete')}</p>;
  return (
    <section class="p-card p-missing" aria-labelledby="missing">
      <h2 class="p-card__figure" id="missing">
        {t('law-page.missing', { count: rules.length })}
      </h2>
      <p>{t('law-page.missing-note')}</p>
      <ol class="p-missing__list">
        {rules.map(rule => (
          <li key={rule.number}>
            <a href={`#rule-${rule.number}`}>
              <span class="p-rule__number">{rule.number}</span> {rule.heading}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function LawText({ law }: { readonly law: Law }) {
  const [words, setWords] = useState('');
  const found = findRules(law.rules, words);
  return (
    <>
      <p class="p-lead">
        {[law.title, law.notice].flatMap(words => (words ? inSmallLetters(words) : [])).join(', ')}
      </p>
      <Missing rules={missingWords(law.rules)} />
      <search class="p-search p-search--page">
        <Icon name="search" />
        <input
          class="p-input"
          type="search"
          aria-label={t('law-page.search')}
          placeholder={t('law-page.search')}
          value={words}
          onInput={event => setWords(event.currentTarget.value)}
        />
      </search>
      {found.length === 0 ? <State kind="empty" picture="tile-rules" title={t('list.none-found')} /> : null}
      {partsOf(found).map(({ part, title, rules }) => (
        <section key={part} class="p-part" aria-labelledby={`part-${part}`}>
          <h2 class="p-title" id={`part-${part}`}>
            {t('law-page.part', { part, title: inSmallLetters(title) })}
          </h2>
          {rules.map(rule => (
            <RuleText key={rule.number} rule={rule} />
          ))}
        </section>
      ))}
    </>
  );
}

/** The official text as it is entered here, what is missing of it first. */
export function LawPage() {
  const load = useLoad('law', signal => call('GET /api/law', { signal }));
  return (
    <Page title={t('nav.law')} narrow>
      <Loaded load={load}>
        {law =>
          law.rules.length === 0 ? (
            <State kind="welcome" picture="tile-rules" title={t('law-page.none')}>
              <p>{t('law-page.none-note')}</p>
            </State>
          ) : (
            <LawText law={law} />
          )
        }
      </Loaded>
    </Page>
  );
}
