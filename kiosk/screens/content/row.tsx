import { onChoice } from '../../components/choice.ts';
import { Icon, Picture } from '../../components/picture.tsx';

export interface RowProps {
  readonly picture: string;
  readonly title: string;
  readonly note: string | null;
  /** The language of title and note. */
  readonly lang?: string | undefined;
  readonly onTap: () => void;
}

/** Something to read, as a row of a list. */
export function ReadingRow({ picture, title, note, lang, onTap: act }: RowProps) {
  return (
    <button type="button" class="k-row" lang={lang} {...onChoice(act)}>
      <Picture id={picture} />
      <span class="k-row__title">{title}</span>
      {note ? <span class="k-row__note">{note}</span> : null}
      <Icon name="chevron-right" />
    </button>
  );
}
