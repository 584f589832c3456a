/** Something was written: ids only. Whoever is told fetches it under their own rights. */
export interface Change {
  /** The noun that changed: `submission`, `kiosk`, … */
  readonly noun: string;
  readonly prisonId: string;
  readonly ids: readonly string[];
}

/** `missed`: changes may have happened that nobody will tell of, so what is shown has to be fetched again. */
export type News = { readonly kind: 'changed'; readonly change: Change } | { readonly kind: 'missed' };

export type Hear = (news: News) => void;

/** Tells the listeners of this process. One that throws does not keep the others from hearing. */
export class Herald {
  readonly #listeners = new Set<Hear>();
  readonly #onTrouble: (error: unknown) => void;

  constructor(onTrouble: (error: unknown) => void) {
    this.#onTrouble = onTrouble;
  }

  /** Returns how to stop listening. */
  listen(hear: Hear): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  tell(news: News): void {
    for (const hear of [...this.#listeners]) {
      try {
        hear(news);
      } catch (error) {
        this.#onTrouble(error);
      }
    }
  }
}
