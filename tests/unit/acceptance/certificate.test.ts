import { describe, expect, test } from 'vitest';
import { assembleRecord } from '../../../src-main/acceptance/assemble.ts';
import { recordView } from '../../../src-main/acceptance/record-view.ts';
import { isAbsent } from '../../../src-main/acceptance/stated.ts';
import { certificateFront } from '../../../src-main/acceptance/certificate-front.ts';
import { certificateContent } from '../../../src-main/acceptance/certificate.ts';
import type { ProofFacts } from '../../../src-main/acceptance/certificate-proof.ts';
import {
  explanationState,
  type ExplanationRequest,
  markAnswered,
  markSent,
  unanswered,
} from '../../../src-main/acceptance/explanation.ts';
import { beijingTime } from '../../../src-main/agreement/beijing-time.ts';
import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { recordInput } from './sample.ts';

const facts: ProofFacts = {
  entry: { sequence: 7, hash: '7'.repeat(64), device: 'd'.repeat(32) },
  recordHash: '9'.repeat(64),
  signature: 'none',
};
const request: ExplanationRequest = {
  id: 'e1',
  versionId: 'v1',
  clauseId: 'c2',
  number: '1.2',
  quote: '以当月费用为限',
  question: '含税吗？',
  askedAt: '2026-11-20T00:00:00.000Z',
  askedBy: '李示例',
};

describe('the certificate', () => {
  const record = recordView(assembleRecord(recordInput()));

  test.each(['zh', 'en'] as const)('has no blank value and no foreign absence in %s', (language) => {
    const { title, sections, proven, notProven } = certificateContent(record, facts, language);
    const values = sections.flatMap(({ rows }) => rows.flatMap(({ label, value }) => [label, value]));
    for (const text of [title, ...values, ...proven, ...notProven]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
    expect(sections).toHaveLength(7);
    expect(values).toContain('f'.repeat(64));
    expect(values).toContain('7'.repeat(64));
    expect(values).toContain(`7:${'7'.repeat(64)}`);
  });

  test('claims a time only with a trusted timestamp, and who only with a certified signature', () => {
    const plain = certificateContent(record, facts, 'en');
    const [ownClock, anotherLedger, notSigned] = [
      say(sentence('acceptance.certificate-proof.not-proven.time'), 'en'),
      say(sentence('acceptance.certificate-proof.not-proven.another-ledger'), 'en'),
      say(sentence('acceptance.certificate-proof.not-proven.no-signature'), 'en'),
    ];
    expect(plain.notProven.slice(0, 3)).toEqual([ownClock, anotherLedger, notSigned]);
    const timestamp = { at: '2026-11-23T02:00:00Z', authority: 'Example TSA', trusted: true };
    const strong = certificateContent(record, { ...facts, timestamp, signature: 'certificate-authority' }, 'en');
    const { at, authority } = timestamp;
    expect(strong.proven.slice(-2)).toEqual([
      say(sentence('acceptance.certificate-proof.proven.timestamp', { authority, at }), 'en'),
      say(sentence('acceptance.certificate-proof.proven.signature'), 'en'),
    ]);
    const selfIssued = say(sentence('acceptance.certificate-proof.not-proven.self-issued'), 'en');
    for (const claim of [ownClock, anotherLedger, notSigned, selfIssued]) expect(strong.notProven).not.toContain(claim);
    const untrusted = certificateContent(record, { ...facts, timestamp: { ...timestamp, trusted: false } }, 'en');
    expect(untrusted.proven.join()).not.toContain('Example TSA');
    expect(untrusted.notProven).toContain(
      say(sentence('acceptance.certificate-proof.not-proven.timestamp-untrusted', { authority, at }), 'en'),
    );
  });

  test('says that the clock was set back, that nothing was signed and that a question was open', () => {
    const odd = recordView(
      assembleRecord(recordInput({ time: { ...recordInput().time, rollback: true }, explanations: [request] })),
    );
    const { notProven } = certificateContent(odd, { ...facts, entry: { ...facts.entry, device: 'unsigned' } }, 'zh');
    const expected = [
      say(sentence('acceptance.certificate-proof.not-proven.clock-set-back'), 'zh'),
      say(sentence('acceptance.certificate-proof.not-proven.device-unsigned'), 'zh'),
      say(sentence('acceptance.certificate-proof.not-proven.unsent'), 'zh'),
    ];
    expect(notProven.filter((claim) => expected.includes(claim))).toEqual(expected);
  });

  test('only what was sent can go unanswered: a question that nobody sent is told as not sent', () => {
    const unanswered = say(sentence('acceptance.certificate-proof.not-proven.unanswered'), 'zh');
    const unsent = say(sentence('acceptance.certificate-proof.not-proven.unsent'), 'zh');
    const out = { at: '2026-11-21T00:00:00.000Z', channel: 'ems', to: '客服' } as const;
    const told = (explanations: readonly ExplanationRequest[]) =>
      certificateContent(recordView(assembleRecord(recordInput({ explanations }))), facts, 'zh').notProven.filter(
        (claim) => claim === unanswered || claim === unsent,
      );
    expect(told([request])).toEqual([unsent]);
    expect(told([markSent(request, out)])).toEqual([unanswered]);
    expect(told([markAnswered(request, { at: out.at, channel: 'mail', by: '客服', text: '含税。' })])).toEqual([]);
    expect(told([])).toEqual([]);
  });
});

describe('a request for explanation', () => {
  const sent = { at: '2026-11-21T00:00:00.000Z', channel: 'ticket', to: '客服' } as const;
  const answer = { at: '2026-11-22T00:00:00.000Z', channel: 'mail', by: '客服', text: '含税。' } as const;

  test('is asked, sent, answered', () => {
    const out = markSent(request, sent);
    const back = markAnswered(out, answer);
    expect([request, out, back].map(explanationState)).toEqual(['asked', 'sent', 'answered']);
    expect(unanswered([request, out, back])).toHaveLength(2);
  });

  test('never changes what was noted, and keeps its order in time', () => {
    const out = markSent(request, sent);
    expect(() => markSent(out, sent)).toThrow('explanation-already-sent');
    expect(() => markAnswered(markAnswered(out, answer), answer)).toThrow('explanation-already-answered');
    expect(() => markSent(request, { ...sent, at: '2026-11-19T00:00:00.000Z' })).toThrow('explanation-order');
  });
});

describe('the first page of a certificate', () => {
  const record = recordView(assembleRecord(recordInput()));
  const quotes = new Map([['c2', '我方的赔偿总额以当月费用为限。'.repeat(9)]]);
  const front = (of: typeof record, language: 'zh' | 'en' = 'zh') =>
    certificateFront(of, { quotes, earlier: new Map([['a0', 31]]) }, language);

  test.each(['zh', 'en'] as const)('is plain words in %s: no hash, no id, no UTC time', (language) => {
    const text = front(record, language)
      .flatMap(({ heading, rows }) => [heading, ...rows.flatMap(({ label, value }) => [label, value])])
      .join('\n');
    expect(text).not.toMatch(/[0-9a-f]{32}|\dT\d\d:|\.\d{3}Z|undefined|\[object/u);
    expect(text).toContain(say(beijingTime('2026-11-23T01:06:00.000Z'), language));
    expect(text).not.toContain('UTC');
  });

  test('tells the time in Beijing, and beside it that of a device which kept another zone', () => {
    const input = recordInput();
    const abroad = recordView(assembleRecord({ ...input, time: { ...input.time, offsetMinutes: -300 } }));
    const values = front(abroad).flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(values).toContain('2026-11-23 09:06:00（北京时间）；本机时钟 2026-11-22 20:06:00，UTC-05:00');
  });

  test('names each clause, quotes its beginning, and says how it was seen or from where that was carried over', () => {
    const clauses = front(record)[1]?.rows ?? [];
    expect(clauses[0]).toEqual({
      label: '第 1.2 条',
      value: expect.stringMatching(/^“我方的赔偿.{35}…”显示 10 秒（至少 2 秒），已标为已注意$/u) as string,
    });
    const [seen] = isAbsent(record.review.clauses) ? [] : record.review.clauses;
    const inherited = {
      how: 'inherited',
      recordId: 'a0',
      clauseHash: '3'.repeat(64),
      seenOn: '2026-10-01T02:00:00.000Z',
      confirmedAt: '2026-11-23T01:05:00.000Z',
    } as const;
    const carried = {
      ...record,
      review: { ...record.review, clauses: seen ? [{ ...seen, attention: inherited }] : [] },
    };
    expect(front(carried)[1]?.rows[0]?.value).toMatch(/文字相同，沿用 2026-10-01 的记录（台账第 31 号）$/u);
  });

  test('says first that a demo is one', () => {
    const demo = { ...record, time: { ...record.time, source: 'rehearsal: the clock of a demo, at which nobody sat' } };
    expect(front(demo)[0]?.rows[0]?.value).toBe(say(sentence('acceptance.certificate-front.rehearsal'), 'zh'));
    expect(front(record)[0]?.rows[0]?.label).toBe('公司');
  });
});
