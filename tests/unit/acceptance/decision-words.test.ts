import { dayWords } from '../../../src-main/agreement/date-words.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DECISION_WORDS } from '../../../src-main/acceptance/certificate.ts';
import type { Decision } from '../../../src-main/acceptance/record.ts';
import { decisionWords, type StatementOf } from '../../../src-main/acceptance/statement.ts';
import { type Language, say, sentence } from '../../../src-main/agreement/sentence.ts';

const LANGUAGES = ['zh', 'en'] as const;
const DECISIONS = ['accepted', 'declined', 'set-aside'] as const;

const of = (decision: Decision, more: Partial<StatementOf> = {}): StatementOf => ({
  decision,
  company: '示例远航科技有限公司',
  person: { name: '陈远', role: '总经理', basis: 'legal-representative' },
  provider: '示例云舟科技有限公司',
  title: '示例条款',
  ordinal: 2,
  fingerprint: 'f'.repeat(64),
  keyClauses: { whole: 2, part: 1, rule: 7 },
  endReached: true,
  ...more,
});
const statement = (decision: Decision, language: Language, more: Partial<StatementOf> = {}): string =>
  decisionWords(of(decision, more), language).statement;

describe.each(LANGUAGES)('statements: %s', (language) => {
  const zh = language === 'zh';

  test.each(DECISIONS)('who, by what authority, for whom, on which exact text; no right is waived: %s', (decision) => {
    const said = statement(decision, language, { reason: '上限过低', deferral: { for: 'review' } });
    for (const part of ['陈远', '总经理', '示例远航科技有限公司', '示例云舟科技有限公司', '示例条款', 'f'.repeat(64)])
      expect(said).toContain(part);
    expect(said).toContain(zh ? '依法定代表人身份' : 'as its legal representative');
    expect(said).toContain(zh ? '不因本决定放弃' : 'does not by this decision waive any right');
    expect(said).toContain(zh ? '第四百九十六条至第四百九十八条' : '496 to 498');
    expect(said).not.toMatch(/已完整阅读|已逐条加粗提示|意思表示|read in full|brought to (its|our) notice/u);
  });

  test.each(DECISIONS)('which text: what it says of itself first, our own count only beside it: %s', (decision) => {
    const own = sentence('acceptance.version.dated', { day: dayWords('2026-10-15') });
    expect(statement(decision, language, { own })).toContain(
      zh
        ? '《示例条款》（2026年10月15日版，我方台账第 2 版，文本指纹 SHA-256：'
        : '“示例条款” by 示例云舟科技有限公司 (dated 15 Oct 2026; version 2 in our ledger; text fingerprint',
    );
    expect(statement(decision, language)).toContain(zh ? '（我方台账第 2 版，文本' : '(version 2 in our ledger; text');
  });

  test('an acceptance counts apart what the provider marked and what only the rule shows bold', () => {
    const said = statement('accepted', language);
    expect(said).toContain(zh ? '界面加粗的 10 条由签阅识别' : 'The 10 clauses shown in bold on screen');
    expect(said).toContain(
      zh
        ? '来源文件中整条加粗、加下划线或大写 2 条，部分加粗、加下划线或大写 1 条'
        : '2 are wholly and 1 partly bold, underlined or in capitals in the source file',
    );
    expect(said).toContain(
      zh ? '其余 7 条未见此类标识（未比对颜色、字号、边框）' : 'in the other 7 no such mark was found (colour',
    );
    expect(said).toContain(
      zh ? '不表明服务商已依《民法典》第四百九十六条履行提示、说明义务' : 'not that the provider met',
    );
    expect(said).toContain(zh ? '不向服务商发送' : 'not sent to the provider');
    for (const [whole, part, rule] of [
      [2, 1, 7],
      [2, 1, 0],
      [2, 0, 7],
      [2, 0, 0],
      [0, 1, 7],
      [0, 1, 0],
      [0, 0, 7],
    ] as const) {
      const told = statement('accepted', language, { keyClauses: { whole, part, rule } });
      expect(told, String([whole, part, rule])).not.toMatch(/(?<!\d)0 (?:条|are|wholly|partly)/u);
    }
    const none = statement('accepted', language, { keyClauses: { whole: 0, part: 0, rule: 0 } });
    expect(none).toContain(zh ? '没有识别出重点条款' : 'found no key clauses');
    expect(none).not.toContain(zh ? '界面加粗' : 'shown in bold');
  });

  test('of plain text it says that nothing can be told from it of the provider’s page', () => {
    for (const keyClauses of [
      { whole: 0, part: 0, rule: 8 },
      { whole: 1, part: 1, rule: 6 },
    ]) {
      const said = statement('accepted', language, { keyClauses, plain: true });
      expect(said).toContain(zh ? '来源文件为纯文本，不载字体和颜色' : 'is plain text and carries no formatting');
      expect(said).toMatch(zh ? /服务商页面上有无标识，从中看不出/u : /cannot be told from it/u);
      expect(said).not.toMatch(/未见|并无标识|服务商文本|no bold|was found|provider’s text/u);
    }
  });

  test('an acceptance says nothing of whether it was made to the provider already', () => {
    const presumes = zh ? /另行作出|尚未|已于/u : /made separately|not yet|already/u;
    for (const provider of [undefined, '示例云'])
      expect(statement('accepted', language, { provider })).not.toMatch(presumes);
  });

  test.each(['declined', 'set-aside'] as const)(
    '%s declares no reading, noting or accepting of its own',
    (decision) => {
      const unread = statement(decision, language, { endReached: false, reason: '上限过低' });
      expect(unread).toContain(zh ? '未读完全文' : 'has not read the text to its end');
      expect(unread).not.toMatch(
        zh ? /浏览全文至文末|加粗|逐条|决定接受/u : /viewed the text|bold|one by one|decides to accept/u,
      );
      expect(statement(decision, language, { endReached: true, reason: '上限过低' })).toContain(
        zh ? '已浏览全文至文末' : 'viewed the text to its end',
      );
    },
  );

  test('a refusal gives its reason once, whatever it ends with, and a letter makes it known', () => {
    expect(statement('declined', language, { reason: ' 上限过低。 ' })).toContain(
      zh ? '决定不接受该版本，理由：上限过低。二、' : 'Reason: 上限过低. 2.',
    );
    expect(statement('declined', language)).toContain(zh ? '另行发函并记明送达' : 'told by letter');
    expect(statement('declined', language)).toContain(zh ? '（理由）' : '(reason)');
  });

  test('what is put off says until when, what for, and whether the service is used; or that nobody said', () => {
    const whole = statement('set-aside', language, {
      deferral: { until: '2026-12-18', for: 'explanation', use: 'as-agreed' },
    });
    expect(whole).toContain(
      zh
        ? '于 2026年12月18日（含当日）以前等待服务商说明'
        : 'to 18 Dec 2026 at the latest (that day included), waiting for',
    );
    expect(whole).toContain(zh ? '按原约定使用该服务' : 'used on the terms agreed before');
    expect(statement('set-aside', language, { deferral: { for: 'review' } })).toContain(
      zh ? '暂不作决定，补充审阅' : 'yet, pending further review',
    );
    expect(statement('set-aside', language)).toContain(zh ? '没有说明' : 'was not stated');
    expect(statement('set-aside', language, { deferral: { for: 'review', use: 'not-used' } })).toContain(
      zh ? '未使用该服务' : 'the service is not used',
    );
  });

  test('each authority has its own words, and what nobody chose yet is left open', () => {
    const by = (basis: 'authorisation-letter' | 'post') =>
      statement('accepted', language, { person: { name: '周敏', role: '采购总监', basis } });
    expect(by('authorisation-letter')).toContain(zh ? '依授权委托书' : 'under an authorisation letter');
    expect(by('post')).toContain(zh ? '依职务代理' : 'by position');
    const open = statement('accepted', language, { person: undefined, company: undefined });
    for (const blank of zh ? ['（签署人）', '（签署权限）', '（公司）'] : ['(signatory)', '(authority)', '(company)'])
      expect(open).toContain(blank);
  });

  test('a demo says first that nobody sat at the screen', () => {
    expect(statement('accepted', language, { rehearsal: true })).toMatch(zh ? /^【演示/u : /^\[Demo/u);
    expect(statement('accepted', language)).not.toMatch(zh ? /演示/u : /Demo/u);
  });
});

test('each decision is recorded by a button of its own', () => {
  const buttons = (language: Language) => DECISIONS.map((decision) => decisionWords(of(decision), language).button);
  expect(buttons('zh')).toEqual(['接受并记入台账', '记录拒绝决定', '记录暂不决定']);
  expect(new Set(buttons('en')).size).toBe(3);
});

test.each(LANGUAGES)('the offline verifier calls decisions what certificate and log call them: %s', (language) => {
  const verifier = JSON.parse(readFileSync(`assets/messages/${language}/verifier.json`, 'utf8')) as Record<
    string,
    string
  >;
  for (const decision of DECISIONS) expect(verifier[decision]).toBe(say(DECISION_WORDS[decision], language));
});
