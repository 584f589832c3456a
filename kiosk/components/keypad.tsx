import { useWords } from '../i18n/words.ts';
import { arrange, type Spot } from './keypad-order.ts';
import { Icon } from './picture.tsx';
import { onTap } from './tap.ts';

export interface KeypadProps {
  readonly keys: readonly string[];
  /** Smaller, and nothing lights up under the finger: for what nobody may read off the glass. */
  readonly masked?: boolean;
  readonly enterLabel: string;
  readonly canEnter: boolean;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
  readonly onEnter: () => void;
}

/** A large keypad with only the keys that are needed, and two of its own: delete and the one that goes on. */
export function Keypad(props: KeypadProps) {
  const { columns, spots } = arrange(props.keys);
  return (
    <div
      class={props.masked ? 'k-keypad k-keypad--masked' : 'k-keypad'}
      style={{ '--keypad-columns': String(columns) }}
    >
      {spots.map((spot, at) => (
        <SpotKey
          key={spot && 'key' in spot ? spot.key : `${spot?.own ?? 'none'} ${String(at)}`}
          spot={spot}
          {...props}
        />
      ))}
    </div>
  );
}

function SpotKey({ spot, enterLabel, canEnter, onKey, onErase, onEnter }: KeypadProps & { spot: Spot }) {
  const { say } = useWords();
  if (spot === null) return <span />;
  if ('key' in spot)
    return (
      <button type="button" class="k-key" {...onTap(() => onKey(spot.key))}>
        {spot.key}
      </button>
    );
  const style = { gridColumn: `span ${String(spot.span)}` };
  if (spot.own === 'erase')
    return (
      <button
        type="button"
        class="k-key k-key--erase"
        style={style}
        aria-label={say('signIn.erase')}
        {...onTap(onErase)}
      >
        <Icon name="delete" />
      </button>
    );
  return (
    <button
      type="button"
      class="k-key k-key--enter"
      style={style}
      aria-disabled={!canEnter || undefined}
      {...onTap(onEnter)}
    >
      {enterLabel}
    </button>
  );
}

/** The keys of a PIN. */
export const digitKeys: readonly string[] = [...'1234567890'];
