import { type Kind, kindNames } from '../../../shared/submission/kinds.ts';
import { type List, lists } from '../../app/place.ts';
import { go } from '../../app/router.ts';
import { Icon } from '../../components/icon.tsx';
import { t } from '../../i18n/words.ts';
import type { Me } from '../../store/session.ts';

interface FiltersProps {
  readonly me: Me;
  readonly list: List;
  readonly kind: Kind | null;
  readonly wing: string | null;
  readonly alike: number | null;
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, all, value, choices, onChoose }: ChoiceProps) {
  return (
    <select
      class="p-input p-input--choice"
      aria-label={label}
      value={value ?? ''}
      onChange={event => onChoose(event.currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {choices.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** Which list, and which part of it. */
export function Filters({ me, list, kind, wing, alike }: FiltersProps) {
  const shown = lists.filter(name => name !== 'reading' || me.role === 'first-reader');
  const choose = (changed: Partial<Omit<FiltersProps, 'me'>>) =>
    go({ page: 'cases', list, kind, wing, alike, ...changed }, 'replace');
  return (
    <fieldset class="p-filters" aria-label={t('list.show')}>
      {shown.map(name => (
        <button
          key={name}
          type="button"
          class="p-filter"
          aria-pressed={name === list}
          onClick={() => choose({ list: name })}
        >
          {t(`list.tab-${name}`)}
        </button>
      ))}
      {alike === null ? null : (
        <button type="button" class="p-filter" onClick={() => choose({ alike: null })}>
          {t('list.alike-to', { number: alike })}
          <Icon name="x" />
          <span class="c-visually-hidden">{t('list.alike-all')}</span>
        </button>
      )}
      <div class="p-filters__choices">
        <Choice
          label={t('list.kind')}
          all={t('list.kind-all')}
          value={kind}
          choices={kindNames.map(name => [name, t(`kind.${name}`)] as const)}
          onChoose={chosen => choose({ kind: kindNames.find(name => name === chosen) ?? null })}
        />
        {me.wings.length > 1 ? (
          <Choice
            label={t('list.wing')}
            all={t('list.wing-all')}
            value={wing}
            choices={me.wings.map(({ id, name }) => [id, name] as const)}
            onChoose={chosen => choose({ wing: chosen })}
          />
        ) : null}
      </div>
    </fieldset>
  );
}
