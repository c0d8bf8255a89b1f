import type { AgreementDocument, Clause } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import { type CeremonyProgress, progress, type Requirement } from './ceremony.ts';
import { explanationState, type ExplanationRequest } from './explanation.ts';
import type { CeremonyPolicy } from './policy.ts';
import type { AcceptanceRecord, AnnexEvidence, ClauseEvidence, ExplanationEvidence } from './record.ts';
import type { ReviewSoFar } from './review-so-far.ts';
import { absent, isAbsent, refuseBlank, type Stated, statedOr } from './stated.ts';

/** Fields that the caller states as they go into the record; the rest is worked out from document and review. */
type Passed = Omit<
  AcceptanceRecord,
  'format' | 'time' | 'review' | 'explanations' | 'networkAddress' | 'acceptedBefore'
>;

export interface RecordInput extends Passed {
  readonly time: Omit<AcceptanceRecord['time'], 'local'>;
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
 * The record of one decision, with nothing blank.
 * @throws Refusal `ceremony-incomplete`, `reason-missing`, `second-person-missing`, `second-person-same`,
 * `authorisation-file-missing`, `post-missing`; TypeError when a field is blank (a defect of the caller).
 */
export function assembleRecord(input: RecordInput): AcceptanceRecord {
  const { document, requirements, review, policy, acceptedBefore, explanations, time, ...passed } = input;
  const fulfilled = progress(requirements, review);
  refuseUnfit(input, fulfilled);
  const missing = fulfilled.missing.map(({ id }) => id);
  const record: AcceptanceRecord = {
    format: 'assent-acceptance-record-1',
    ...passed,
    time: { ...time, local: localTime(time.utc, time.offsetMinutes) },
    review: {
      openedAt: review.openedAt,
      firstShownAt: statedOr(review.firstShownAt, notReached('条款没有显示过', 'no clause was shown')),
      endReachedAt: statedOr(review.endReachedAt, notReached('没有读到文末', 'the end was not reached')),
      policy,
      complete: fulfilled.complete,
      missing: listOr(missing, absent('not applicable', '应看的全部看过', 'everything required was seen')),
      clauses: listOr(
        clauseEvidence(fulfilled, document, review),
        absent('not applicable', '没有须提示的条款', 'the text has no conspicuous clause'),
      ),
      annexes: listOr(annexEvidence(fulfilled, review), absent('not applicable', '没有附件', 'it has no annex')),
    },
    acceptedBefore: isAbsent(acceptedBefore)
      ? acceptedBefore
      : {
          ...acceptedBefore,
          redlineSeenAt: statedOr(
            review.redlines[acceptedBefore.versionId],
            notReached('没有看过对比', 'the redline was not looked at'),
          ),
        },
    explanations: listOr(
      explanations.map(explanationEvidence),
      absent('not applicable', '没有提出解释请求', 'no explanation was asked for'),
    ),
    networkAddress: 'not collected',
  };
  refuseBlank(record);
  return record;
}

function refuseUnfit(input: RecordInput, { complete, missing }: CeremonyProgress): void {
  const { decision, reason, secondPerson, person, policy, authority } = input;
  if (decision === 'accepted' && !complete) {
    throw refusal(
      'ceremony-incomplete',
      `还有 ${missing.length} 项应看而未看的内容，没有记录任何决定。`,
      `${missing.length} things that must be seen were not; no decision was recorded.`,
      '请回到审阅页看完并逐条确认。',
      'Go back to the reader, see them and acknowledge each.',
    );
  }
  if (decision === 'declined' && isAbsent(reason)) {
    throw refusal(
      'reason-missing',
      '拒绝须写明理由，没有记录任何决定。',
      'Declining needs a reason; no decision was recorded.',
      '请填写理由。',
      'Write the reason.',
    );
  }
  if (decision === 'accepted' && policy.secondPerson && isAbsent(secondPerson)) {
    throw refusal(
      'second-person-missing',
      '按设置须由第二人复核，没有记录任何决定。',
      'The policy asks for a second person; no decision was recorded.',
      '请由另一人确认。',
      'Have another person confirm.',
    );
  }
  if (!isAbsent(secondPerson) && secondPerson.name.trim() === person.name.trim()) {
    throw refusal(
      'second-person-same',
      '复核人与决定人是同一人，没有记录任何决定。',
      'The second person is the first; no decision was recorded.',
      '请由另一人确认。',
      'Have another person confirm.',
    );
  }
  if (authority.basis === 'authorisation-letter' && isAbsent(authority.file)) {
    throw refusal(
      'authorisation-file-missing',
      '没有授权书文件，没有记录任何决定。',
      'The authorisation letter has no file; no decision was recorded.',
      '请附上授权书。',
      'Attach the letter.',
    );
  }
  if (authority.basis === 'post' && isAbsent(authority.post)) {
    throw refusal(
      'post-missing',
      '没有写明职务，没有记录任何决定。',
      'The post is not named; no decision was recorded.',
      '请填写职务。',
      'Name the post.',
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
    const unseen = absent('not collected', '该条没有显示过', 'the clause was not shown');
    return [
      {
        clauseId: clause.id,
        number: statedOr(clause.number, absent('not applicable', '该条没有编号', 'the clause has no number')),
        heading: statedOr(clause.heading, absent('not applicable', '该条没有标题', 'the clause has no heading')),
        kinds: listOr(
          [...new Set(clause.tags.map(({ kind }) => kind))],
          absent('not applicable', '未识别出类型', 'no kind was recognised'),
        ),
        secondsVisible: Math.round((seen?.seconds ?? 0) * 10) / 10,
        secondsNeeded: state.secondsNeeded,
        acknowledgedAt: statedOr(
          seen?.acknowledgedAt,
          state.acknowledge
            ? notReached('没有逐条确认', 'it was not acknowledged')
            : absent('not applicable', '不属须逐条确认的条款', 'it needs no acknowledgement of its own'),
        ),
        emphasis: {
          origin: emphasisOrigin(clause),
          weight: statedOr(seen?.weight, unseen),
          decoration: statedOr(seen?.decoration, unseen),
          picture: statedOr(seen?.picture, absent('not collected', '没有留存画面', 'no picture was taken')),
        },
      },
    ];
  });
}

function emphasisOrigin({ emphasis }: Clause): ClauseEvidence['emphasis']['origin'] {
  const source = emphasis.some(({ origin }) => origin === 'source');
  const rule = emphasis.some(({ origin }) => origin === 'rule');
  if (source && rule) return 'source and rule';
  if (source) return 'source';
  return rule ? 'rule' : 'none';
}

function annexEvidence({ states }: CeremonyProgress, review: ReviewSoFar): readonly AnnexEvidence[] {
  return states.flatMap((state) =>
    state.kind === 'annex'
      ? [
          {
            versionId: state.versionId,
            title: state.title,
            openedAt: statedOr(review.annexes[state.versionId], notReached('附件没有打开', 'the annex was not opened')),
          },
        ]
      : [],
  );
}

function explanationEvidence(request: ExplanationRequest): ExplanationEvidence {
  const { id, clauseId, number, question, askedAt, sent, answer } = request;
  const noFile = absent('not given', '没有附文件', 'no file came with it');
  return {
    id,
    clauseId,
    number: statedOr(number, absent('not applicable', '该条没有编号', 'the clause has no number')),
    question,
    state: explanationState(request),
    askedAt,
    sent: sent
      ? { ...sent, proof: sent.proof ?? noFile }
      : absent('not applicable', '决定时尚未送出', 'not sent when the decision was made'),
    answer: answer
      ? { ...answer, file: answer.file ?? noFile }
      : absent('not given', '决定时提供方尚未答复', 'the provider had not answered when the decision was made'),
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

function notReached(zh: string, en: string) {
  return absent('not collected', zh, en);
}

function refusal(code: string, zh: string, en: string, nextZh: string, nextEn: string): Refusal {
  return new Refusal(code, { zh, en }, { zh: nextZh, en: nextEn });
}
