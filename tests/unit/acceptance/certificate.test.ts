import { describe, expect, test } from 'vitest';
import { assembleRecord } from '../../../src-main/acceptance/assemble.ts';
import { cut, recordView } from '../../../src-main/acceptance/record-view.ts';
import { absent, isAbsent } from '../../../src-main/acceptance/stated.ts';
import { certificateFront } from '../../../src-main/acceptance/certificate-front.ts';
import { certificateContent } from '../../../src-main/acceptance/certificate.ts';
import type { ProofFacts, StampFact } from '../../../src-main/acceptance/certificate-proof.ts';
import {
  explanationState,
  type ExplanationRequest,
  markAnswered,
  markSent,
  unanswered,
} from '../../../src-main/acceptance/explanation.ts';
import { dayWords } from '../../../src-main/agreement/date-words.ts';
import { beijingTime } from '../../../src-main/agreement/beijing-time.ts';
import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { recordInput } from './sample.ts';
import type { MessageKey } from '../../../assets/messages/say.ts';

type ClaimKey = Extract<MessageKey, `acceptance.certificate-proof.${string}`>;

const facts: ProofFacts = {
  entry: { sequence: 7, hash: '7'.repeat(64), device: 'd'.repeat(32) },
  recordHash: '9'.repeat(64),
  signature: 'none',
  stamps: [],
  deposits: [],
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

  const zh = (of: ReturnType<typeof recordView>, more: Partial<ProofFacts> = {}) =>
    certificateContent(of, { ...facts, ...more }, 'zh');
  const claim = (key: ClaimKey): string => say({ key }, 'zh');
  const STAMP: StampFact = {
    sequence: 9,
    at: '2026-11-23T02:00:00Z',
    written: '2026-11-23T01:59:00Z',
    authority: '示例时间戳中心',
    national: true,
    kind: sentence('court.authority.national-time'),
  };
  const ISSUED = { issuer: '示例签名机构' };

  test('a ledger that is neither signed nor deposited claims nothing of itself', () => {
    const { proven, notProven } = zh(record, { entry: { ...facts.entry, device: 'unsigned' } });
    expect(proven).toEqual([claim('acceptance.certificate-proof.proven.fingerprint')]);
    expect(notProven).toContain(claim('acceptance.certificate-proof.not-proven.ledger-remade'));
    expect(proven.join('')).not.toMatch(/未被改动|台账/u);
  });

  test('signed and not deposited: the signature can be checked, and the ledger may still have been made anew', () => {
    const { proven, notProven } = zh(record);
    expect(proven[1]).toContain(`台账第 7 号记录有设备密钥 ${'d'.repeat(32)} 的签名`);
    expect(proven).toHaveLength(2);
    expect(notProven).toContain(claim('acceptance.certificate-proof.not-proven.another-ledger'));
    expect(notProven).not.toContain(claim('acceptance.certificate-proof.not-proven.ledger-remade'));
  });

  test('only a stamp on national time shows since when the record was there, by the number that was stamped', () => {
    const { proven, notProven } = zh(record, { stamps: [STAMP], signature: ISSUED });
    expect(proven[2]).toContain('第 9 号的哈希有示例时间戳中心于 2026-11-23 10:00:00（北京时间）签发的时间戳');
    expect(proven[3]).toContain('本记录（第 7 号）不晚于上述第 9 号');
    expect(proven[4]).toContain('不说明内容真实');
    expect(notProven.join('')).toContain('早于 2026-11-23 10:00:00（北京时间）');
    for (const key of ['time', 'another-ledger', 'self-issued'] as const)
      expect(notProven).not.toContain(claim(`acceptance.certificate-proof.not-proven.${key}`));
    // A stamp over an earlier entry says nothing of this one.
    expect(zh(record, { stamps: [{ ...STAMP, sequence: 6 }] })).toMatchObject(zh(record));
  });

  test.each(['foreign', 'unconfirmed'] as const)(
    'a stamp of an authority that is %s counts for nothing, and says why',
    (of) => {
      const kind = sentence(`court.authority.${of}`);
      const { proven, notProven } = zh(record, { stamps: [{ ...STAMP, national: false, kind }] });
      expect(proven.join()).not.toContain('示例时间戳中心');
      expect(notProven.join()).toContain(
        `示例时间戳中心于 2026-11-23 10:00:00（北京时间）对第 9 号签发的时间戳：${say(kind, 'zh')}`,
      );
      for (const key of ['time', 'another-ledger'] as const)
        expect(notProven).toContain(claim(`acceptance.certificate-proof.not-proven.${key}`));
    },
  );

  test('what a notary or a court’s chain took counts as in the paper on the electronic data, where its receipt names the hash', () => {
    const on = dayWords('2026-11-24');
    const deposit = { sequence: 8, way: sentence('court.way.notary'), authority: '示例公证处', on, named: true };
    const taken = zh(record, { deposits: [deposit] });
    expect(taken.proven.join()).toContain('第 8 号的哈希已于');
    expect(taken.proven.join()).toContain('本记录（第 7 号）不晚于上述第 8 号');
    expect(taken.notProven).not.toContain(claim('acceptance.certificate-proof.not-proven.another-ledger'));
    const unread = zh(record, { deposits: [{ ...deposit, named: false }] });
    expect(unread.proven.join()).not.toContain('示例公证处');
    expect(unread.notProven.join()).toContain('回执中未读出该哈希');
    expect(unread.notProven).toContain(claim('acceptance.certificate-proof.not-proven.another-ledger'));
  });

  test('an issued certificate names its issuer, whose licence nobody confirmed', () => {
    const { proven, notProven } = zh(record, { signature: ISSUED });
    expect(proven.at(-1)).toContain('签名证书由示例签名机构颁发');
    expect(proven.join()).not.toContain('核验签名人');
    expect(notProven.join()).toContain('示例签名机构颁发，该机构是否依法取得电子认证服务许可，未经确认');
  });

  test('whatever was signed and stamped, some things are never proved by it', () => {
    const { notProven } = zh(record, { stamps: [STAMP], signature: ISSUED });
    for (const key of ['arrived', 'prompted', 'publisher', 'identity', 'reading', 'no-blockchain'] as const)
      expect(notProven).toContain(claim(`acceptance.certificate-proof.not-proven.${key}`));
  });

  test('claims no reliable electronic signature, and cites no article that would need one', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const signature of ['none', ISSUED] as const) {
        const text = JSON.stringify(certificateContent(record, { ...facts, stamps: [STAMP], signature }, language));
        expect(text).not.toMatch(/可靠(?:的)?电子签名|reliable electronic signature/iu);
        expect(text).not.toMatch(/电子签名法》?第十[三四]条|Electronic Signature Law[^.]{0,20}1[34]/u);
      }
    }
    expect(zh(record).notProven.join()).toContain('签署人的身份与权限');
  });

  test('says that the clock was set back', () => {
    const odd = recordView(assembleRecord(recordInput({ time: { ...recordInput().time, rollback: true } })));
    expect(zh(odd).notProven).toContain(claim('acceptance.certificate-proof.not-proven.clock-set-back'));
  });

  test('only what was sent can go unanswered: a question that nobody sent is told as not sent', () => {
    const out = { at: '2026-11-21T00:00:00.000Z', channel: 'ems', to: '客服' } as const;
    const told = (explanations: readonly ExplanationRequest[]) =>
      zh(recordView(assembleRecord(recordInput({ explanations })))).notProven.filter((each) => /解释请求/u.test(each));
    expect(told([request])).toEqual([claim('acceptance.certificate-proof.not-proven.unsent')]);
    expect(told([markSent(request, out)])).toEqual([expect.stringContaining('1 项解释请求已于 2026年11月21日发出')]);
    expect(told([markAnswered(request, { at: out.at, channel: 'mail', by: '客服', text: '含税。' })])).toEqual([]);
    expect(told([])).toEqual([]);
  });

  test('times are those of Beijing, and each clause says whose bold it has', () => {
    const text = JSON.stringify(zh(record));
    const utc = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu) ?? [];
    expect(new Set(utc)).toEqual(new Set([record.time.utc]));
    expect(text).toContain('来源：由签阅按规则加粗（来源文件中未见加粗、下划线或大写）');
    expect(text).not.toMatch(/已完整阅读|能够证明|读到文末/u);
  });

  test.each([
    ['legal-representative', '第六十一条'],
    ['authorisation-letter', '第一百六十五条'],
    ['post', '第一百七十条'],
  ] as const)('authority %s is told with the article that it rests on', (basis, article) => {
    const by = { ...record, authority: { ...record.authority, basis } };
    expect(JSON.stringify(zh(by))).toContain(article);
    expect(JSON.stringify(certificateFront(by, { quotes: new Map(), earlier: new Map() }, 'zh'))).toContain(article);
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
    const [far, ...clauses] = front(record)[1]?.rows ?? [];
    expect(far?.value).toBe('全文已浏览至文末');
    expect(clauses[0]?.value).toBe(
      '共 2 条：来源文件中均未见加粗、下划线或大写（未比对颜色、字号、边框），由签阅按规则加粗。',
    );
    expect(clauses[1]).toEqual({
      label: '第 1.2 条',
      value: expect.stringMatching(
        /^由签阅按规则加粗（来源文件中未见加粗、下划线或大写）；“我方的赔偿.{115}…”；显示 10 秒（要求至少 2 秒），已标为“已注意”$/u,
      ) as string,
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
    expect(front(carried)[1]?.rows[2]?.value).toMatch(/文字相同，沿用 2026-10-01 的记录（台账第 31 号）$/u);
  });

  test.each([
    ['zh', '第 2.2 条（1）', '全文文末、第 2.2 条（1）、与已接受版本的对比'],
    ['en', 'Clause 2.2 (1)', 'the end of the text, Clause 2.2 (1), the comparison with the accepted version'],
  ] as const)(
    'an item is called by the clause above it, on the first page as in the annex; no id is printed (%s)',
    (language, called, unseen) => {
      const [seen] = isAbsent(record.review.clauses) ? [] : record.review.clauses;
      if (!seen) throw new Error('no clause');
      const heading = { absent: 'not given', why: { zh: '无', en: 'none' } } as const;
      const clauses = [
        { ...seen, number: '(1)', heading },
        { ...seen, clauseId: 'cddf9c52f8f9d0c33', number: heading, heading },
      ];
      const missing = ['end', `clause:${seen.clauseId}`, 'redline:v7'];
      const of = { ...record, review: { ...record.review, clauses, missing } };
      const shown = {
        quotes: new Map([['cddf9c52f8f9d0c33', '服务商可以随时修改本协议，无需通知。']]),
        above: new Map([[seen.clauseId, '2.2']]),
      };
      const rows = [
        ...certificateFront(of, { ...shown, earlier: new Map() }, language),
        ...certificateContent(of, { ...facts, shown }, language).sections,
      ].flatMap((section) => section.rows);
      expect(rows.filter(({ label }) => label === called)).toHaveLength(2);
      expect(rows.filter(({ label }) => label === '服务商可以随时修改本协议…')).toHaveLength(2);
      expect(rows.map(({ value }) => value)).toContain(unseen);
      expect(JSON.stringify(rows.map(({ label }) => label))).not.toContain('cddf9c52');
    },
  );

  const unread = (): typeof record => {
    const never = absent('not collected', sentence('acceptance.absent.all-seen'));
    const clauses = isAbsent(record.review.clauses) ? [] : record.review.clauses;
    const notSeen = clauses.map((clause) => ({
      ...clause,
      attention: { how: 'not-seen', seconds: 0, needed: 2 } as const,
      acknowledged: never,
    }));
    return { ...record, decision: 'declined', review: { ...record.review, endReachedAt: never, clauses: notSeen } };
  };

  test.each(['zh', 'en'] as const)(
    'of a text that was not read says so, and tells of no seconds on screen (%s)',
    (language) => {
      const [, seen] = front(unread(), language);
      const values = seen?.rows.map(({ value }) => value) ?? [];
      expect(values[0]).toBe(say(sentence('acceptance.certificate-front.how-far.not-to-end'), language));
      for (const value of values.slice(2))
        expect(value).toMatch(
          /；截至决定未在签阅中显示，没有标为“已注意”$|; not shown in Assent by the time of the decision, not marked as noted$/u,
        );
      expect(values.join()).not.toMatch(/\d+(?:\.\d+)? (?:秒|s )|已浏览/u);
    },
  );

  test('tells until when and for what a decision is put off, and that use meanwhile is no acceptance', () => {
    const told = (deferral: NonNullable<(typeof record)['deferral']>) =>
      front({ ...record, decision: 'set-aside', deferral })[0]?.rows.map(({ label, value }) => `${label}：${value}`);
    expect(told({ until: '2027-01-15', for: 'explanation', use: 'as-agreed' })).toEqual(
      expect.arrayContaining([
        '至迟作出决定：2027-01-15',
        // Nothing was asked of the provider yet, and the ledger has no version that was agreed before.
        '等待：服务商说明（截至决定，台账中没有已发出的请求）',
        '期间使用服务：按双方此前约定（台账中没有此前接受的版本），不是对该版本的接受',
      ]),
    );
    expect(told({ until: '2027-01-15', for: 'review', use: 'not-used' })).toEqual(
      expect.arrayContaining(['等待：本公司补充审阅', '期间使用服务：没有使用']),
    );
    expect(front(record)[0]?.rows.map(({ label }) => label)).not.toContain('等待');
  });

  test('the name of a clause is not cut inside of a figure', () => {
    expect(cut('云舟修改本协议的，提前45天以站内信通知', 12)).toBe('云舟修改本协议的，提前…');
    expect(cut('not more than 99.95% of it', 16)).toBe('not more than…');
    expect(cut('一二三四五六', 3)).toBe('一二三…');
    expect(cut('123456', 3)).toBe('123…');
  });

  test('the product is named once with its build, and the reading by its number', () => {
    const text = JSON.stringify(
      certificateContent(
        { ...record, reading: { sha256: 'a'.repeat(64), reader: 'reader 1, build 0.1.0' } },
        facts,
        'en',
      ),
    );
    expect(text).toContain('Assent 0.1.0 · test');
    expect(text).not.toContain('reader reader');
  });

  test('says first that a demo is one', () => {
    const demo = { ...record, time: { ...record.time, source: 'rehearsal: the clock of a demo, at which nobody sat' } };
    expect(front(demo)[0]?.rows[0]?.value).toBe(say(sentence('acceptance.certificate-front.rehearsal'), 'zh'));
    expect(front(record)[0]?.rows[0]?.label).toBe('公司');
  });
});
