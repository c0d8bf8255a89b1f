import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { CASE_KINDS, CASE_STATES, type CaseKind, type CaseState, type CaseStep } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';
import { caseStep } from '../papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../papers/repository.ts';
import { shape } from '../papers/shape.ts';
import { PAPERS } from '../stored-names.ts';

/**
 * What is kept of a case beside the record that it is about. The paper's subject says which that is (`notice:…`,
 * `explanation:…`, `letter:…`), or `case:…` with the paper's own id where the case is a record by itself.
 */
export interface KeptCase {
  readonly kind: CaseKind;
  readonly agreementId?: string;
  readonly letterId?: string;
  /** Keys of the agenda items that its sending closes. */
  readonly closes: readonly string[];
  /** Steps that no other record holds, in the order they were said. */
  readonly steps: readonly CaseStep[];
  /** Steps that were taken back, and when. */
  readonly undone: readonly { readonly step: CaseStep; readonly at: string }[];
}

export type CasePaper = Paper<KeptCase, CaseState>;

/** Cases. The state of a paper is how far the case was when it was written; what its letter did since is not in it. */
export const CASE: PaperKind<KeptCase, CaseState> = {
  name: PAPERS.letters.case,
  noun: sentence('kernel.cases.noun'),
  feature: 'letters',
  states: CASE_STATES,
  shape: shape(
    z.strictObject({
      kind: z.enum(CASE_KINDS),
      agreementId: z.string().exactOptional(),
      letterId: z.string().exactOptional(),
      closes: z.array(z.string()),
      steps: z.array(caseStep),
      undone: z.array(z.strictObject({ step: caseStep, at: z.string() })),
    }),
  ),
};

export const casePapers = (store: Store): Repository<KeptCase, CaseState> => repository(store, CASE);
