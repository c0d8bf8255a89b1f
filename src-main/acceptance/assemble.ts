import { sourceMark } from '../agreement/meaning/emphasise.ts';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { AgreementDocument, Clause } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { ClauseAttention } from './attention.ts';
import { type CeremonyProgress, progress, type Requirement } from './ceremony.ts';
import { explanationState, type ExplanationRequest } from './explanation.ts';
import type { CeremonyPolicy } from './policy.ts';
import type { AcceptanceRecord2, AnnexEvidence, ClauseEvidence, ExplanationEvidence } from './record.ts';
import { type ClauseSeen, type ReviewSoFar, secondsClock } from './review-so-far.ts';
import { absent, isAbsent, refuseBlank, type Stated, statedOr } from './stated.ts';

/** Fields that the caller states as they go into the record; the rest is worked out from document and review. */
type Passed = Omit<
  AcceptanceRecord2,
  'format' | 'time' | 'review' | 'explanations' | 'networkAddress' | 'acceptedBefore'
>;

export interface RecordInput extends Passed {
  readonly time: Omit<AcceptanceRecord2['time'], 'local'>;
  readonly document: AgreementDocument;
  readonly requirements: readonly Requirement[];
  readonly review: ReviewSoFar;
  readonly policy: CeremonyPolicy;
  readonly acceptedBefore: Stated<{
    readonly versionId: string;
    readonly ordinal: number;
    readonly fingerprint: string;
    readonly redline: Stated<string>;
  }>;
  readonly explanations: readonly ExplanationRequest[];
}

/**
 * The record of one decision (format 2), with nothing blank.
 * @throws Refusal `ceremony-incomplete`, `reason-missing`, `second-person-missing`, `second-person-same`,
 * `authorisation-file-missing`, `post-missing`; TypeError when a field is blank (a defect of the caller).
 */
export function assembleRecord(input: RecordInput): AcceptanceRecord2 {
  const { document, requirements, review, policy, acceptedBefore, explanations, time, ...passed } = input;
  const fulfilled = progress(requirements, review);
  refuseUnfit(input, fulfilled);
  const missing = fulfilled.missing.map(({ id }) => id);
  const record: AcceptanceRecord2 = {
    format: 'assent-acceptance-record-2',
    ...passed,
    time: { ...time, local: localTime(time.utc, time.offsetMinutes) },
    review: {
      openedAt: review.openedAt,
      firstShownAt: statedOr(review.firstShownAt, notReached(sentence('acceptance.absent.no-clause-shown'))),
      endReachedAt: statedOr(review.endReachedAt, notReached(sentence('acceptance.absent.end-not-reached'))),
      policy,
      complete: fulfilled.complete,
      secondsBy: secondsClock(review),
      missing: listOr(missing, absent('not applicable', sentence('acceptance.absent.all-seen'))),
      clauses: listOr(
        clauseEvidence(fulfilled, document, review),
        absent('not applicable', sentence('acceptance.absent.no-conspicuous-clause')),
      ),
      annexes: listOr(
        annexEvidence(fulfilled, review),
        absent('not applicable', sentence('acceptance.absent.no-annex')),
      ),
    },
    acceptedBefore: isAbsent(acceptedBefore)
      ? acceptedBefore
      : {
          ...acceptedBefore,
          redlineSeenAt: statedOr(
            review.redlines[acceptedBefore.versionId],
            notReached(sentence('acceptance.absent.redline-not-seen')),
          ),
        },
    explanations: listOr(
      explanations.map(explanationEvidence),
      absent('not applicable', sentence('acceptance.absent.nothing-asked')),
    ),
    networkAddress: 'not collected',
  };
  refuseBlank(record);
  return record;
}

function refuseUnfit(input: RecordInput, { complete, missing }: CeremonyProgress): void {
  const { decision, reason, secondPerson, person, policy, authority } = input;
  if (decision === 'accepted' && !complete) {
    throw new Refusal(
      'ceremony-incomplete',
      sentence('acceptance.assemble.ceremony-incomplete', { count: missing.length }),
      sentence('acceptance.assemble.ceremony-incomplete.next'),
    );
  }
  if (decision === 'declined' && isAbsent(reason)) {
    throw new Refusal(
      'reason-missing',
      sentence('acceptance.assemble.reason-missing'),
      sentence('acceptance.assemble.reason-missing.next'),
    );
  }
  if (decision === 'accepted' && policy.secondPerson && isAbsent(secondPerson)) {
    throw new Refusal(
      'second-person-missing',
      sentence('acceptance.assemble.second-person-missing'),
      sentence('acceptance.assemble.second-person-missing.next'),
    );
  }
  if (!isAbsent(secondPerson) && secondPerson.name.trim() === person.name.trim()) {
    throw new Refusal(
      'second-person-same',
      sentence('acceptance.assemble.second-person-same'),
      sentence('acceptance.assemble.second-person-same.next'),
    );
  }
  if (authority.basis === 'authorisation-letter' && isAbsent(authority.file)) {
    throw new Refusal(
      'authorisation-file-missing',
      sentence('acceptance.assemble.authorisation-file-missing'),
      sentence('acceptance.assemble.authorisation-file-missing.next'),
    );
  }
  if (authority.basis === 'post' && isAbsent(authority.post)) {
    throw new Refusal(
      'post-missing',
      sentence('acceptance.assemble.post-missing'),
      sentence('acceptance.assemble.post-missing.next'),
    );
  }
}

function clauseEvidence(
  { states }: CeremonyProgress,
  document: AgreementDocument,
  review: ReviewSoFar,
): readonly ClauseEvidence[] {
  const clauses = new Map(document.clauses.map((clause) => [clause.id, clause]));
  return states.flatMap((state) => {
    if (state.kind !== 'clause') return [];
    const clause = clauses.get(state.clauseId);
    if (!clause) throw new TypeError(`requirement ${state.id} names a clause that the document does not have`);
    const seen = review.clauses[state.clauseId];
    const unseen = absent('not collected', sentence('acceptance.absent.clause-not-shown'));
    return [
      {
        clauseId: clause.id,
        number: statedOr(clause.number, absent('not applicable', sentence('acceptance.absent.no-number'))),
        heading: statedOr(clause.heading, absent('not applicable', sentence('acceptance.absent.no-heading'))),
        kinds: listOr(
          [...new Set(clause.tags.map(({ kind }) => kind))],
          absent('not applicable', sentence('acceptance.absent.no-kind')),
        ),
        attention: attentionTo(state, seen),
        emphasis: {
          origin: emphasisOrigin(clause),
          weight: statedOr(seen?.weight, unseen),
          decoration: statedOr(seen?.decoration, unseen),
          picture: statedOr(seen?.picture, absent('not collected', sentence('acceptance.absent.no-picture'))),
        },
      },
    ];
  });
}

/** Seconds in tenths, rounded down: a record never says more than was measured. */
function attentionTo(
  { secondsNeeded: needed, acknowledge }: { readonly secondsNeeded: number; readonly acknowledge: boolean },
  seen: ClauseSeen | undefined,
): ClauseAttention {
  const seconds = Math.floor((seen?.seconds ?? 0) * 10) / 10;
  const acknowledgedAt = seen?.acknowledgedAt;
  if (acknowledgedAt !== undefined) return { how: 'seen', seconds, needed, acknowledgedAt };
  return { how: acknowledge ? 'not-seen' : 'shown', seconds, needed };
}

function emphasisOrigin(clause: Clause): ClauseEvidence['emphasis']['origin'] {
  const mark = sourceMark(clause);
  const rule = clause.emphasis.some(({ origin }) => origin === 'rule');
  if (mark === 'none') return rule ? 'rule' : 'none';
  if (mark === 'whole') return 'source';
  return rule ? 'source and rule' : 'source in part';
}

function annexEvidence({ states }: CeremonyProgress, review: ReviewSoFar): readonly AnnexEvidence[] {
  return states.flatMap((state) =>
    state.kind === 'annex'
      ? [
          {
            versionId: state.versionId,
            title: state.title,
            openedAt: statedOr(
              review.annexes[state.versionId],
              notReached(sentence('acceptance.absent.annex-not-opened')),
            ),
          },
        ]
      : [],
  );
}

function explanationEvidence(request: ExplanationRequest): ExplanationEvidence {
  const { id, clauseId, number, question, askedAt, sent, answer } = request;
  const noFile = absent('not given', sentence('acceptance.absent.no-file'));
  return {
    id,
    clauseId,
    number: statedOr(number, absent('not applicable', sentence('acceptance.absent.no-number'))),
    question,
    state: explanationState(request),
    askedAt,
    sent: sent
      ? { ...sent, proof: sent.proof ?? noFile }
      : absent('not applicable', sentence('acceptance.absent.not-sent')),
    answer: answer
      ? { ...answer, file: answer.file ?? noFile }
      : absent('not given', sentence('acceptance.absent.not-answered')),
  };
}

/** An instant on the wall clock of a zone that stands `offsetMinutes` east of UTC. */
export function localTime(utc: string, offsetMinutes: number): string {
  const shifted = new Date(Date.parse(utc) + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${shifted}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function listOr<Item>(items: readonly Item[], otherwise: ReturnType<typeof absent>): Stated<readonly Item[]> {
  return items.length === 0 ? otherwise : items;
}

function notReached(why: Sentence) {
  return absent('not collected', why);
}
