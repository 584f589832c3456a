import { useWords } from '../../i18n/words.ts';

/** How many digits were typed; never which. */
export function PinDots({ filled, of }: { filled: number; of: number }) {
  const { say } = useWords();
  return (
    <output class="k-pin" aria-label={say('signIn.pinSoFar', { count: filled })}>
      {Array.from({ length: of }, (_, at) => (
        <span key={String(at)} class="k-pin__dot" data-filled={at < filled || undefined} />
      ))}
    </output>
  );
}
