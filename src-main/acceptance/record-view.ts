import { acknowledged, type ClauseAttention } from './attention.ts';
import type { AcceptanceRecord, AcceptanceRecord2, ClauseEvidence, ClauseEvidence1 } from './record.ts';
import type { SecondsClock } from './review-so-far.ts';
import { isAbsent, type Stated } from './stated.ts';

/** One clause as a record of any format tells it. */
export interface ClauseView extends Omit<ClauseEvidence, 'attention'> {
  readonly attention: ClauseAttention;
  /** When it was acknowledged or confirmed; of a clause that was neither, the reason. */
  readonly acknowledged: Stated<string>;
}

/** What a record says, whatever its format: everything that shows a record reads this, and nothing else. */
export interface RecordView extends Omit<AcceptanceRecord2, 'format' | 'reading' | 'review'> {
  readonly format: AcceptanceRecord['format'];
  /** Absent in format 1, which does not name it. */
  readonly reading?: AcceptanceRecord2['reading'];
  readonly review: Omit<AcceptanceRecord2['review'], 'secondsBy' | 'clauses'> & {
    /** Absent in format 1, whose seconds are the window's report. */
    readonly secondsBy?: SecondsClock;
    readonly clauses: Stated<readonly ClauseView[]>;
  };
}

/** What a record says. */
export function recordView(record: AcceptanceRecord): RecordView {
  switch (record.format) {
    case 'assent-acceptance-record-1': {
      const { review } = record;
      return { ...record, review: { ...review, clauses: each(review.clauses, clauseOfFormat1) } };
    }
    case 'assent-acceptance-record-2': {
      const { review } = record;
      return { ...record, review: { ...review, clauses: each(review.clauses, clauseOfFormat2) } };
    }
  }
}

/** The words of an absence are the record's own. */
function clauseOfFormat1(evidence: ClauseEvidence1): ClauseView {
  const { secondsVisible: _visible, secondsNeeded: _needed, acknowledgedAt, ...clause } = evidence;
  return { ...clause, attention: attentionIn(evidence), acknowledged: acknowledgedAt };
}

function clauseOfFormat2(evidence: ClauseEvidence): ClauseView {
  return { ...evidence, acknowledged: acknowledged(evidence.attention) };
}

/** What a record of format 1 says of one clause; it has no `inherited`. */
export function attentionIn(evidence: ClauseEvidence1): ClauseAttention {
  const { acknowledgedAt, secondsVisible: seconds, secondsNeeded: needed } = evidence;
  if (!isAbsent(acknowledgedAt)) return { how: 'seen', seconds, needed, acknowledgedAt };
  return { how: acknowledgedAt.absent === 'not applicable' ? 'shown' : 'not-seen', seconds, needed };
}

function each<One, Other>(list: Stated<readonly One[]>, as: (one: One) => Other): Stated<readonly Other[]> {
  return isAbsent(list) ? list : list.map(as);
}
