import type { Static, TSchema } from 'typebox';
import { absenceOperations } from './api/absence.ts';
import { caseOperations } from './api/case.ts';
import { contentOperations } from './api/content.ts';
import { digestOperations } from './api/digest.ts';
import { earningsOperations } from './api/earnings.ts';
import { healthOperations } from './api/health.ts';
import { importOperations } from './api/import.ts';
import { irregularityOperations } from './api/irregularity.ts';
import { kindOperations } from './api/kind.ts';
import { kioskOperations } from './api/kiosk.ts';
import { languageOperations } from './api/language.ts';
import { lawOperations } from './api/law.ts';
import { letterOperations } from './api/letter.ts';
import { logOperations } from './api/log.ts';
import { offerOperations } from './api/offer.ts';
import type { Operation } from './api/operation.ts';
import { paperOperations } from './api/paper.ts';
import { pinOperations } from './api/pin.ts';
import { prisonerOperations } from './api/prisoner.ts';
import { rulebookOperations } from './api/rulebook.ts';
import { sentenceOperations } from './api/sentence.ts';
import { staffOperations } from './api/staff.ts';
import { stageOperations } from './api/stage.ts';
import { submissionOperations } from './api/submission.ts';
import { visitOperations } from './api/visit.ts';

/**
 * The contract: every operation of the API. The server registers exactly these, OpenAPI is made from them, the
 * apps' typed client takes its types from them, and the test of role × route × state walks them.
 */
export const operations = {
  ...healthOperations,
  ...lawOperations,
  ...kioskOperations,
  ...submissionOperations,
  ...caseOperations,
  ...digestOperations,
  ...prisonerOperations,
  ...pinOperations,
  ...sentenceOperations,
  ...stageOperations,
  ...earningsOperations,
  ...importOperations,
  ...rulebookOperations,
  ...kindOperations,
  ...offerOperations,
  ...paperOperations,
  ...staffOperations,
  ...absenceOperations,
  ...languageOperations,
  ...contentOperations,
  ...logOperations,
  ...letterOperations,
  ...visitOperations,
  ...irregularityOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
type Of<N extends OperationName> = (typeof operations)[N];
export type BodyOf<N extends OperationName> =
  Of<N> extends { body: infer B extends TSchema } ? Static<B> : undefined;
export type ParamsOf<N extends OperationName> =
  Of<N> extends { params: infer P extends TSchema } ? Static<P> : undefined;
export type QueryOf<N extends OperationName> =
  Of<N> extends { query: infer Q extends TSchema } ? Static<Q> : undefined;
export type ReplyOf<N extends OperationName> =
  Of<N> extends { reply: infer R extends TSchema } ? Static<R> : never;
