import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { afterPaint } from '../components/focus.ts';
import { useWords } from '../i18n/words.ts';
import { Keyboard } from './keyboard.tsx';
import { eraseLetter, startsSentence, type Typing, typeLetters } from './typing.ts';

export interface TextEntryProps {
  readonly title: string;
  readonly label: string;
  readonly value: string;
  /** UTF-16 units at most, as the contract counts them. */
  readonly max: number;
  readonly oneLine?: boolean;
  readonly onChange: (value: string) => void;
  /** The buttons: pass over, go on. */
  readonly children: ComponentChildren;
}

/** Whether the writer is told how many letters are left: near the end only. */
function tellsLeft(left: number, max: number): boolean {
  return left <= Math.min(100, max / 4);
}

/**
 * A caret that is set by a program is not scrolled to. Taking the focus anew does it, in the middle of a text as at
 * its end, and the writer goes on seeing where the next letter comes.
 */
function showCaret(element: HTMLTextAreaElement): void {
  element.blur();
  element.focus();
}

/** A place to write in, with the kiosk's own keyboard under it. */
export function TextEntry({ title, label, value, max, oneLine, onChange, children }: TextEntryProps) {
  const { say } = useWords();
  const place = useRef<HTMLTextAreaElement>(null);
  const [shift, setShift] = useState(startsSentence(value));
  useLayoutEffect(() => afterPaint(() => place.current?.focus()), []);
  const change = (edit: (typing: Typing) => Typing) => {
    const element = place.current;
    if (!element) return;
    const typing = { text: element.value, start: element.selectionStart, end: element.selectionEnd };
    const next = edit(typing);
    // Written at once and not by the next drawing: two quick keys must not read the same old text.
    element.value = next.text;
    element.setSelectionRange(next.start, next.end);
    showCaret(element);
    setShift(startsSentence(next.text.slice(0, next.start)));
    onChange(next.text);
  };
  const left = max - value.length;
  return (
    <section class="k-write">
      <div class="k-write__head">
        <h1 class="k-title">{title}</h1>
        {tellsLeft(left, max) ? (
          <span class="k-write__count">{say('complaint.left', { count: left })}</span>
        ) : null}
      </div>
      <textarea
        ref={place}
        class="k-write__text"
        inputMode="none"
        autocomplete="off"
        autocorrect="off"
        spellcheck={false}
        maxLength={max}
        aria-label={label}
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
      <Keyboard
        capitals={shift}
        oneLine={oneLine ?? false}
        onType={letters => change(typing => typeLetters(typing, letters, max))}
        onErase={() => change(eraseLetter)}
        onShift={() => setShift(!shift)}
      />
      <div class="k-actions">{children}</div>
    </section>
  );
}
