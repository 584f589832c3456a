import { useLive } from '../../app/live.ts';
import { leave, session } from '../../app/session.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Code } from '../../components/code.tsx';
import { useWords } from '../../i18n/words.ts';

/** The code, which alone finds the answer; never on paper from here. *Done* signs out. */
export function LetterReceipt() {
  const { say } = useWords();
  const { letterCode } = useLive(session);
  if (letterCode === null) return null;
  return (
    <section class="k-receipt">
      <div class="k-receipt__proof">
        <h1 class="k-receipt__label">{say('receipt.code')}</h1>
        <p class="k-receipt__code">
          <Code code={letterCode} />
        </p>
        <p class="k-receipt__hint">{say('letter.codeHint')}</p>
      </div>
      <Banner kind="kept" picture="state-kept" strong={say('letter.kept')}>
        {say('letter.keptMore')}
      </Banner>
      <div class="k-actions">
        <Button kind="primary" large icon="check" label={say('receipt.done')} onTap={() => leave()} />
      </div>
    </section>
  );
}
