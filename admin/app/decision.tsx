import { Button } from '../components/button.tsx';
import { failureWords } from '../components/failure-words.ts';
import { t } from '../i18n/words.ts';
import { useAct } from './use-act.ts';

interface DecisionProps {
  readonly mayDecide: boolean;
  /** He proposed it himself. */
  readonly mine: boolean;
  readonly decide: (accept: boolean) => Promise<unknown>;
  readonly onDecided: () => void;
}

/** The second person's yes or no; who may not decide sees why. */
export function Decision({ mayDecide, mine, decide, onDecided }: DecisionProps) {
  const act = useAct();
  const answer = (accept: boolean) =>
    void act
      .run(async () => {
        await decide(accept);
      })
      .then(was => was && onDecided());
  return (
    <>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      {mayDecide ? (
        <div class="c-buttons">
          <Button kind="primary" icon="check" busy={act.busy} onClick={() => answer(true)}>
            {t('rule.accept')}
          </Button>
          <Button kind="secondary" busy={act.busy} onClick={() => answer(false)}>
            {t('rule.refuse')}
          </Button>
        </div>
      ) : (
        <p>{t(mine ? 'rule.waits-second' : 'rule.waits-other')}</p>
      )}
    </>
  );
}
