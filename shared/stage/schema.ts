import Type, { type Static } from 'typebox';
import { RecordPerson, SentenceLineRow } from '../prisoner/register.ts';
import { StageView } from './view.ts';

/** The stage page of the documentation office: how it stands, and every line that was ever entered. */
export const StagePage = Type.Object({
  prisoner: RecordPerson,
  view: StageView,
  lines: Type.Array(SentenceLineRow),
  mayWrite: Type.Boolean(),
});
export type StagePage = Static<typeof StagePage>;
