import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Option } from '../components/field.tsx';
import { t, type WordKey } from '../i18n/words.ts';
import { makeValue } from '../store/value.ts';
import { keysOn, turnKeys, useKeys } from './keys.ts';
import { useValue } from './use-value.ts';

export const keysShown = makeValue(false);

const groups: readonly { readonly title: WordKey; readonly keys: readonly (readonly [string, WordKey])[] }[] =
  [
    {
      title: 'keys.lists',
      keys: [
        ['J', 'keys.next'],
        ['K', 'keys.previous'],
        ['Enter', 'keys.open'],
        ['/', 'keys.search'],
        ['U', 'keys.show-new'],
        ['S', 'keys.choose'],
        ['A', 'keys.choose-all'],
      ],
    },
    {
      title: 'keys.case',
      keys: [
        ['R', 'keys.reply'],
        ['O', 'keys.route'],
        ['P', 'keys.pass'],
        ['N', 'keys.note'],
        ['B', 'keys.return'],
        ['X', 'keys.close'],
        ['Ctrl + Enter', 'keys.send'],
        ['Z', 'keys.call-back'],
        ['Esc', 'keys.back'],
      ],
    },
    { title: 'keys.everywhere', keys: [['?', 'keys.help']] },
  ];

/** The list of keys, and the switch that turns single letters off. */
export function KeysDialog() {
  const shown = useValue(keysShown);
  const on = useValue(keysOn);
  useKeys({ '?': () => keysShown.set(true) });
  if (!shown) return null;
  const close = () => keysShown.set(false);
  return (
    <Dialog toRead title={t('keys.title')} onCancel={close}>
      <div class="p-keys">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 class="p-keys__title">{t(title)}</h3>
            <dl class="p-keys__list">
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <kbd class="c-key">{key}</kbd>
                  </dt>
                  <dd>{t(words)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Option
        type="checkbox"
        name="keys"
        label={t('keys.on')}
        note={t('keys.on-note')}
        checked={on}
        onPick={turnKeys}
      />
      <div class="c-buttons c-buttons--end">
        <Button kind="primary" onClick={close}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  );
}
