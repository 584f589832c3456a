import { useState } from 'preact/hooks';
import { Icon } from '../components/picture.tsx';
import { onTap } from '../components/tap.ts';
import { useWords } from '../i18n/words.ts';
import { type Key, type Layer, rowsOf } from './layouts.ts';

export interface KeyboardProps {
  /** Whether letters are capitals now. */
  readonly capitals: boolean;
  /** For names: no key for a new line. */
  readonly oneLine: boolean;
  readonly onType: (letters: string) => void;
  readonly onErase: () => void;
  readonly onShift: () => void;
}

/**
 * The kiosk's own keyboard; the system's never shows. Pressing a key must not take the focus from the text,
 * or its caret would be lost.
 */
export function Keyboard(props: KeyboardProps) {
  const { language, say } = useWords();
  const [layer, setLayer] = useState<Layer>('letters');
  return (
    <fieldset
      class="k-keyboard"
      aria-label={say('keyboard.label')}
      onMouseDown={event => event.preventDefault()}
    >
      {rowsOf(layer, props.oneLine, language).map(row => (
        <div key={nameOf(row[0])} class="k-keyboard__row">
          {row.map(key => (
            <KeyButton key={nameOf(key)} of={key} toLayer={setLayer} {...props} />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function nameOf(key: Key | undefined): string {
  if (!key) return '';
  return 'type' in key ? key.type : key.act;
}

type KeyButtonProps = KeyboardProps & { readonly of: Key; readonly toLayer: (layer: Layer) => void };

function KeyButton({ of: key, capitals, toLayer, onType, onErase, onShift }: KeyButtonProps) {
  const { say } = useWords();
  if ('type' in key) {
    const letter = capitals ? key.type.toUpperCase() : key.type;
    return (
      <button type="button" class="k-letter" {...onTap(() => onType(letter))}>
        {letter}
      </button>
    );
  }
  switch (key.act) {
    case 'shift':
      return <ActKey label={say('keyboard.shift')} icon="arrow-big-up" pressed={capitals} act={onShift} />;
    case 'erase':
      return <ActKey label={say('keyboard.erase')} icon="delete" act={onErase} />;
    case 'line':
      return <ActKey label={say('keyboard.line')} icon="corner-down-left" act={() => onType('\n')} />;
    case 'space':
      return (
        <button type="button" class="k-letter k-letter--space" {...onTap(() => onType(' '))}>
          <span class="c-visually-hidden">{say('keyboard.space')}</span>
        </button>
      );
    case 'numbers':
      return <ActKey label={say('keyboard.numbers')} text="123" act={() => toLayer('numbers')} />;
    case 'marks':
      return <ActKey label={say('keyboard.marks')} text="ĩ ŋ é" act={() => toLayer('marks')} />;
    case 'letters':
      return <ActKey label={say('keyboard.letters')} text="abc" act={() => toLayer('letters')} />;
  }
}

interface ActKeyProps {
  readonly label: string;
  readonly icon?: string;
  readonly text?: string;
  readonly pressed?: boolean;
  readonly act: () => void;
}

function ActKey({ label, icon, text, pressed, act }: ActKeyProps) {
  return (
    <button type="button" class="k-letter k-letter--act" aria-pressed={pressed} {...onTap(act)}>
      {icon ? <Icon name={icon} /> : <span>{text}</span>}
      <span class="c-visually-hidden">{label}</span>
    </button>
  );
}
