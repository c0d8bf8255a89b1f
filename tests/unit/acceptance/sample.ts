import { sha256Hex } from '../../../src-main/ledger/node-digest.ts';
import { isConspicuous } from '../../../src-main/agreement/meaning/emphasise.ts';
import type { AgreementDocument, Clause, ClauseTag } from '../../../src-main/agreement/model.ts';
import type { RecordInput } from '../../../src-main/acceptance/assemble.ts';
import { requirements } from '../../../src-main/acceptance/ceremony.ts';
import { DEFAULT_POLICY } from '../../../src-main/acceptance/policy.ts';
import { beginReview, observe, type ReviewSoFar } from '../../../src-main/acceptance/review-so-far.ts';
import { absent } from '../../../src-main/acceptance/stated.ts';

export function clause(id: string, text: string, tags: readonly ClauseTag[] = [], more: Partial<Clause> = {}): Clause {
  const emphasis = isConspicuous(tags)
    ? [{ start: 0, end: text.length, strong: true, underline: false, origin: 'rule' as const }]
    : [];
  return { id, level: 1, role: 'clause', text, emphasis, tags, lines: [1, 1], ...more };
}

export function documentOf(clauses: readonly Clause[]): AgreementDocument {
  return {
    title: '示例服务条款',
    kind: 'terms',
    language: 'zh',
    fingerprint: 'f'.repeat(64),
    lines: [1, clauses.length],
    repairs: [],
    clauses,
    tables: [],
    facts: [],
    blanks: [],
  };
}

/** Three clauses, two of them conspicuous, one of these without a number. */
/** Stands for the picture of a clause: its bytes are kept by their hash. */
export const PICTURE = 'picture';

export const sample = documentOf([
  clause('c1', '乙方按订购页面付款。', [{ kind: 'fee', because: '付款' }], { number: '1.1' }),
  clause('c2', '甲方的赔偿总额以当月费用为限。', [{ kind: 'liability-cap', because: '为限' }], { number: '1.2' }),
  clause('c3', '争议由示例市法院管辖。', [{ kind: 'jurisdiction', because: '管辖' }]),
]);

export const openedAt = '2026-11-23T01:00:00.000Z';

/** A review in which everything that the sample asks for was seen. */
export function seenWhole(): ReviewSoFar {
  return observe(
    beginReview(openedAt),
    {
      seen: ['c1', 'c2', 'c3'].map((clauseId) => ({
        clauseId,
        seconds: 10,
        weight: clauseId === 'c1' ? 400 : 700,
        decoration: 'none',
        picture: sha256Hex(PICTURE),
      })),
      acknowledged: ['c2', 'c3'],
      withdrawn: [],
      endReached: true,
    },
    '2026-11-23T01:05:00.000Z',
  );
}

export function recordInput(change: Partial<RecordInput> = {}): RecordInput {
  return {
    id: 'a1',
    agreement: { id: 'g1', title: '示例服务条款', provider: '示例云公司' },
    version: {
      id: 'v1',
      ordinal: 1,
      title: '示例服务条款',
      date: absent('not given', { zh: '文本没有写明日期', en: 'the text states no date' }),
    },
    sources: [{ id: 's1', name: '条款.txt', sha256: 'b'.repeat(64) }],
    hashes: {
      canonicalText: 'f'.repeat(64),
      structure: 'e'.repeat(64),
      renderedPdf: absent('not collected', { zh: '没有打印', en: 'it was not printed' }),
    },
    reading: { sha256: 'd'.repeat(64), reader: '0.1.0' },
    decision: 'accepted',
    reason: absent('not given', { zh: '接受无须理由', en: 'acceptance needs no reason' }),
    words: { statement: '本人代表公司接受上述版本。', button: '我已阅读并同意', language: 'zh' },
    person: { name: '李示例', role: '法务经理' },
    authority: {
      basis: 'post',
      post: '法务经理',
      file: absent('not applicable', { zh: '依职务', en: 'by post' }),
    },
    company: { name: '示例科技有限公司', creditCode: '91330100MA00000000' },
    secondPerson: absent('not applicable', { zh: '设置未要求复核', en: 'the policy does not ask for one' }),
    time: { utc: '2026-11-23T01:06:00.000Z', offsetMinutes: 480, source: 'system clock', rollback: false },
    document: sample,
    requirements: requirements(sample, { policy: DEFAULT_POLICY }),
    review: seenWhole(),
    policy: DEFAULT_POLICY,
    acceptedBefore: absent('not applicable', { zh: '此前没有接受过任何版本', en: 'no version was accepted before' }),
    explanations: [],
    environment: { app: 'Assent', build: '0.1.0', runtime: 'test', osUser: 'li', device: 'desk', locale: 'zh-CN' },
    previousLedgerHash: '0'.repeat(64),
    ...change,
  };
}
