import { useWords } from '../i18n/words.ts';
import { arrange, type Spot } from './keypad-order.ts';
import { Icon, Picture } from './picture.tsx';
import { onTap } from './tap.ts';

/** A key that shows a picture, and how the picture is called. */
export interface PictureFace {
  readonly picture: string;
  readonly name: string;
}

export interface KeypadProps {
  readonly keys: readonly string[];
  /** The picture of each key, if a key does not show itself. */
  readonly faceOf?: (key: string) => PictureFace;
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
      class={['k-keypad', props.masked && 'k-keypad--masked', props.faceOf && 'k-keypad--pictures']
        .filter(Boolean)
        .join(' ')}
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

function SpotKey({
  spot,
  faceOf,
  enterLabel,
  canEnter,
  onKey,
  onErase,
  onEnter,
}: KeypadProps & { spot: Spot }) {
  const { say } = useWords();
  if (spot === null) return <span />;
  if ('key' in spot) {
    const face = faceOf?.(spot.key);
    return (
      <button type="button" class="k-key" aria-label={face?.name} {...onTap(() => onKey(spot.key))}>
        {face ? <Picture id={face.picture} /> : spot.key}
      </button>
    );
  }
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
