/** What the store runs on. Compared in this folder only: everywhere else a comparison fails the lint. */
export type Engine = 'sqlite' | 'postgres';
