import { type Stage, stages } from '../../../shared/stage/stages.ts';
import type { StageView } from '../../../shared/stage/view.ts';
import { Icon } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { sayDate } from '../../i18n/days.ts';
import { useWords } from '../../i18n/words.ts';

interface LadderProps {
  readonly view: StageView;
  /** The rung whose privileges are shown below. */
  readonly looked: Stage;
  readonly onLook: (stage: Stage) => void;
}

/** Five steps, each higher than the one before; his own is filled. A tap on a step shows what it brings. */
export function Ladder({ view, looked, onLook }: LadderProps) {
  const { say } = useWords();
  const own = view.stage ? stages.indexOf(view.stage) : -1;
  const since = view.stage && view.since ? sayDate(say, view.since) : null;
  return (
    <div class="k-ladder-frame">
      <ol class="k-ladder" aria-label={say('stage.ladder')}>
        {stages.map((stage, at) => (
          <li key={stage} class="k-ladder__place" data-step={at + 1}>
            <button
              type="button"
              class="k-rung"
              data-own={at === own || undefined}
              data-below={at < own || undefined}
              aria-pressed={stage === looked}
              {...onTap(() => onLook(stage))}
            >
              {at === own ? (
                <span class="k-rung__here">
                  <Icon name="map-pin" />
                  {say('stage.here')}
                </span>
              ) : null}
              <span class="k-rung__name">{say(`stage.name.${stage}`)}</span>
            </button>
          </li>
        ))}
      </ol>
      {view.stage && since ? (
        <p class="k-ladder__since">
          <strong>{say(`stage.name.${view.stage}`)}</strong> {say('stage.since', { day: since })}
        </p>
      ) : null}
    </div>
  );
}
