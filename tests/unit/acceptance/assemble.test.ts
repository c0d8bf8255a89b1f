import { sha256Hex } from '../../../src-main/ledger/node-digest.ts';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { assembleRecord, localTime, type RecordInput } from '../../../src-main/acceptance/assemble.ts';
import { strengthen, DEFAULT_POLICY } from '../../../src-main/acceptance/policy.ts';
import { beginReview } from '../../../src-main/acceptance/review-so-far.ts';
import { absent, refuseBlank, statedOr } from '../../../src-main/acceptance/stated.ts';
import { certificateFront } from '../../../src-main/acceptance/certificate-front.ts';
import { requirements } from '../../../src-main/acceptance/ceremony.ts';
import { recordView } from '../../../src-main/acceptance/record-view.ts';
import { storedRecord } from '../../../src-main/acceptance/stored-record.ts';
import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { canonicalJson } from '../../../src-main/ledger/canonical-json.ts';
import { markWords } from '../../../src-main/acceptance/statement.ts';
import { clause, openedAt, PICTURE, recordInput, sample } from './sample.ts';

function refusalCode(change: Partial<RecordInput>): string {
  try {
    assembleRecord(recordInput(change));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
}

const none = absent('not given', { zh: '没有', en: 'none' });

describe('the record of one acceptance', () => {
  const record = assembleRecord(recordInput());

  test('holds every field of the evidence, and none is blank', () => {
    expect(Object.keys(record).sort()).toEqual(
      [
        'format',
        'id',
        'agreement',
        'version',
        'sources',
        'hashes',
        'reading',
        'decision',
        'reason',
        'words',
        'person',
        'authority',
        'company',
        'secondPerson',
        'time',
        'review',
        'acceptedBefore',
        'explanations',
        'environment',
        'networkAddress',
        'previousLedgerHash',
      ].sort(),
    );
    expect(() => refuseBlank(record)).not.toThrow();
    expect(record.networkAddress).toBe('not collected');
    expect(record.time.local).toBe('2026-11-23T09:06:00.000+08:00');
    expect(record.explanations).toMatchObject({ absent: 'not applicable' });
  });

  test('says of each conspicuous clause how long it was shown, when acknowledged and how it looked', () => {
    expect(record.review.clauses).toMatchObject([
      {
        clauseId: 'c2',
        number: '1.2',
        kinds: ['liability-cap'],
        attention: { how: 'seen', seconds: 10, needed: 2, acknowledgedAt: '2026-11-23T01:05:00.000Z' },
        emphasis: { origin: 'rule', weight: 700, decoration: 'none', picture: sha256Hex(PICTURE) },
      },
      { clauseId: 'c3', number: { absent: 'not applicable' } },
    ]);
  });

  test.each([
    [[], 'none'],
    [[[0, 4]], 'source in part'],
    [[[0, 10]], 'source'],
  ] as const)('says how much of a clause that only had to be seen is marked in the original: %j', (spans, origin) => {
    const policy = { ...DEFAULT_POLICY, everyClause: true };
    const emphasis = spans.map(([start, end]) => ({
      start,
      end,
      strong: true,
      underline: false,
      origin: 'source' as const,
    }));
    const document = {
      ...sample,
      clauses: [clause('c1', '乙方按订购页面付款。', [], { emphasis }), ...sample.clauses.slice(1)],
    };
    const made = assembleRecord(recordInput({ document, policy, requirements: requirements(document, { policy }) }));
    expect(made.review.clauses).toMatchObject([{ clauseId: 'c1', emphasis: { origin } }, {}, {}]);
    expect(storedRecord(made.id, JSON.parse(canonicalJson(made)))).toEqual(made);
    const told = certificateFront(recordView(made), { quotes: new Map(), earlier: new Map() }, 'zh');
    const counted = { none: [2, 0, 0], 'source in part': [3, 0, 1], source: [3, 1, 0] }[origin];
    const [all, whole, part] = counted as [number, number, number];
    expect(JSON.stringify(told)).toContain(
      say(sentence('acceptance.certificate-front.counted', { all, marks: markWords({ whole, part, rule: 2 }) }), 'zh'),
    );
  });

  test('is canonical JSON', () => {
    expect(JSON.parse(canonicalJson(record))).toEqual(record);
  });

  test('keeps an unanswered request for explanation', () => {
    const asked = {
      id: 'e1',
      versionId: 'v1',
      clauseId: 'c2',
      quote: '为限',
      question: '含税吗？',
      askedAt: openedAt,
      askedBy: '李示例',
    };
    const { explanations } = assembleRecord(recordInput({ explanations: [asked] }));
    expect(explanations).toMatchObject([
      { state: 'asked', sent: { absent: 'not applicable' }, answer: { absent: 'not given' } },
    ]);
  });

  test('says when the redline of the version before was seen, or that it was not', () => {
    const acceptedBefore = { versionId: 'v0', ordinal: 1, fingerprint: 'c'.repeat(64), redline: 'd'.repeat(64) };
    const { acceptedBefore: before } = assembleRecord(recordInput({ acceptedBefore }));
    expect(before).toMatchObject({ redline: 'd'.repeat(64), redlineSeenAt: { absent: 'not collected' } });
  });
});

describe('a decision is refused', () => {
  const unseen = { review: beginReview(openedAt) };

  test.each<[string, Partial<RecordInput>, string]>([
    ['accepting what was not seen', unseen, 'ceremony-incomplete'],
    ['declining without a reason', { decision: 'declined' }, 'reason-missing'],
    [
      'accepting alone where two must',
      { policy: strengthen(DEFAULT_POLICY, { secondPerson: true }) },
      'second-person-missing',
    ],
    [
      'confirming oneself',
      { secondPerson: { name: ' 李示例 ', role: '总监', confirmedAt: openedAt } },
      'second-person-same',
    ],
    [
      'a letter of authorisation without its file',
      { authority: { basis: 'authorisation-letter', post: none, file: none } },
      'authorisation-file-missing',
    ],
    ['a post without its name', { authority: { basis: 'post', post: none, file: none } }, 'post-missing'],
  ])('%s', (_name, change, code) => {
    expect(refusalCode(change)).toBe(code);
  });

  test('but one may decline or set aside what was not read', () => {
    const declined = assembleRecord(recordInput({ ...unseen, decision: 'declined', reason: '赔偿上限过低' }));
    expect(declined.review).toMatchObject({ complete: false, missing: ['end', 'clause:c2', 'clause:c3'] });
    expect(refusalCode({ ...unseen, decision: 'set-aside' })).toBe('no refusal');
  });
});

describe('nothing is blank', () => {
  test.each<[string, Partial<RecordInput>]>([
    ['empty text', { person: { name: '', role: '经理' } }],
    ['white text', { company: { name: ' \u3000', creditCode: none } }],
    ['an empty list', { sources: [] }],
    ['an undefined member', { previousLedgerHash: undefined as unknown as string }],
  ])('%s is a defect', (_name, change) => {
    expect(() => assembleRecord(recordInput(change))).toThrow(TypeError);
  });

  test('a blank answer becomes the statement that there is none', () => {
    expect([statedOr(' ', none), statedOr(undefined, none), statedOr('x', none), statedOr(0, none)]).toEqual([
      none,
      none,
      'x',
      0,
    ]);
  });
});

test.each([
  [480, '2026-11-23T09:06:00.000+08:00'],
  [0, '2026-11-23T01:06:00.000+00:00'],
  [-210, '2026-11-22T21:36:00.000-03:30'],
])('the local time %i minutes east of UTC', (offset, local) => {
  expect(localTime('2026-11-23T01:06:00.000Z', offset)).toBe(local);
});
