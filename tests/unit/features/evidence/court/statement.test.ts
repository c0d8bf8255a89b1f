import { expect, test } from 'vitest';
import { dayWords } from '../../../../../src-main/agreement/date-words.ts';
import { asWritten, say, sentence } from '../../../../../src-main/agreement/sentence.ts';
import type { LedgerVerdict } from '../../../../../src-main/contract/evidence.ts';
import { statementPaper } from '../../../../../src-main/features/evidence/court/statement-paper.ts';
import { rulesOfProof, type StatementFacts } from '../../../../../src-main/features/evidence/court/statement.ts';
import type { LedgerEntry } from '../../../../../src-main/ledger/entry.ts';
import { paperText } from '../../../../../src-main/pdf/paper.ts';

const entry = (sequence: number, device = 'unsigned', kind: LedgerEntry['kind'] = 'version-saved'): LedgerEntry => ({
  sequence,
  at: `2026-11-0${sequence}T02:00:00.000Z`,
  kind,
  subject: 'ledger:own',
  payloadHash: '0'.repeat(64),
  previous: '0'.repeat(64),
  device,
  clock: { rollback: false, source: 'system', offsetMinutes: 480 },
  hash: '1'.repeat(64),
});
const sound: LedgerVerdict = {
  ok: true,
  checked: 3,
  faults: [],
  at: '2026-11-20T02:00:00.000Z',
  integrity: 'intact',
  identity: { known: 'unsigned' },
  time: { source: 'device-clock', anchored: [] },
  remarks: [],
  unchecked: [],
  heldSince: [],
};
const facts = (more: Partial<StatementFacts> = {}): StatementFacts => ({
  company: '示例远航科技有限公司',
  at: '2026-11-20T02:00:00.000Z',
  verdict: sound,
  entries: [entry(1), entry(2), entry(3)],
  build: '0.1.0 linux-x64',
  device: 'pc',
  stamps: [],
  deposits: [],
  moreFaults: false,
  file: 'whole',
  sources: 2,
  captured: 0,
  captures: 0,
  keeping: { agreed: [], without: 1 },
  ...more,
});
const said = (of: StatementFacts, side: 'shows' | 'leaves', language: 'zh' | 'en' = 'zh'): string =>
  rulesOfProof(of)
    .flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion[side]))
    .map((text) => say(text, language))
    .join('\n');

test('the program is called by its name, with its version once', () => {
  expect(said(facts(), 'shows')).toContain('制作本说明时：签阅 0.1.0 linux-x64，设备“pc”。');
  expect(said(facts(), 'shows', 'en')).toContain(
    'When this statement was prepared: Assent 0.1.0 linux-x64, device “pc”.',
  );
});

test('every criterion of the four articles stands, each with what it shows or leaves open', () => {
  const rules = rulesOfProof(facts());
  expect(rules.map(({ criteria }) => criteria.length)).toEqual([7, 6, 2, 4]);
  for (const { criteria } of rules)
    for (const { shows, leaves } of criteria) expect(shows.length + leaves.length).toBeGreaterThan(0);
});

test('unsigned and deposited nowhere claims nothing of signatures, and says that it could have been made anew', () => {
  expect(said(facts(), 'shows')).toContain('核验全部 3 条记录，哈希链及其载明的文本和文件未见不符');
  expect(said(facts(), 'shows')).not.toMatch(/签名|时间戳|交存/u);
  expect(said(facts(), 'leaves')).toContain('全部 3 条记录均没有设备密钥签名');
  // Once, and then by its place.
  expect(said(facts(), 'leaves').match(/不足以排除被整体重做/gu)).toHaveLength(1);
  expect(said(facts(), 'leaves').match(/同一之（三）/gu)).toHaveLength(2);
});

test('a stamp of a time before its entry was recorded is never told as agreeing', () => {
  const early = { ...stamp, written: '2026-11-10T02:03:00.000Z' };
  const time = { source: 'time-stamp', authority: '某时间戳中心', trusted: true, anchored: [] } as const;
  for (const national of [true, false]) {
    const of = facts({ stamps: [{ ...early, national }], verdict: { ...sound, time } });
    expect(said(of, 'leaves')).toContain('早于第 3 号的本机记入时间 2026-11-10 10:03:00（北京时间）');
    const paper = paperText(statementPaper('x', of, 'zh'));
    expect(paper).toContain('本机时钟与时间戳时间不一致；是否计入，见二（二）');
    expect(paper).not.toContain('经核验与台账相符');
  }
  expect(said(facts({ stamps: [stamp] }), 'leaves')).not.toContain('不一致');
  // Where another of the same authority agrees, what rests on it is not told by the early one, which stays among what is left open.
  const both = facts({ stamps: [{ ...early, sequence: 2 }, stamp], verdict: { ...sound, time } });
  expect(paperText(statementPaper('x', both, 'zh'))).toContain('经核验与台账相符');
  expect(paperText(statementPaper('x', both, 'zh'))).not.toContain('本机时钟与时间戳时间不一致；是否计入，见二（二）');
  expect(said(both, 'leaves')).toContain('早于第 2 号的本机记入时间');
});

test('a sealed paper gives its company no advice, admits nothing that the law does not ask, and relies on nothing adverse', () => {
  for (const language of ['zh', 'en'] as const) {
    const paper = paperText(statementPaper('x', facts(), language));
    expect(paper).not.toMatch(/有助于说明|绕开|档案主管|推定|不作主张|would help|without the app|the app|presumption/u);
  }
  const [, rule94] = rulesOfProof(facts());
  const [adverse] = rule94?.criteria ?? [];
  expect(adverse?.shows.map((each) => say(each, 'zh'))).toEqual(['不适用。']);
  expect(adverse?.leaves).toEqual([]);
});

test('the paper says what is missing, and neither what anybody might have done nor whom the company trusts', () => {
  const time = { source: 'time-stamp', authority: '示例时间戳', trusted: true, anchored: [] } as const;
  const paper = paperText(statementPaper('x', facts({ verdict: { ...sound, time } }), 'zh'));
  expect(paper).toContain('没有设备密钥签名');
  expect(paper).toContain('示例时间戳的时间戳，经核验与台账相符；是否计入，见二（二）');
  expect(paper).not.toMatch(/任何人都|受信任/u);
});

test('a fault that was found is said, and nothing is then said to be whole', () => {
  const faulty = facts({
    verdict: { ...sound, ok: false, integrity: 'altered', faults: [{ text: asWritten('第 2 号被改动') }] },
  });
  expect(said(faulty, 'shows')).not.toContain('未见不符');
  expect(said(faulty, 'leaves')).toContain('发现 1 处不符，其中：第 2 号被改动');
});

test('a trusted stamp counts; one of an authority that nobody confirmed is named and does not', () => {
  const stamp = {
    sequence: 3,
    at: '2026-11-10T02:00:00.000Z',
    written: '2026-11-10T01:59:58.000Z',
    authority: '某时间戳中心',
    national: true,
    kind: asWritten('境内许可机构'),
  };
  const trusted = facts({ stamps: [stamp] });
  expect(said(trusted, 'shows')).toContain('第 3 号的哈希有某时间戳中心于');
  expect(said(trusted, 'leaves')).not.toContain('整体重做');
  const untrusted = facts({ stamps: [{ ...stamp, national: false, kind: asWritten('境外机构') }] });
  expect(said(untrusted, 'shows')).not.toContain('某时间戳中心');
  expect(said(untrusted, 'leaves')).toContain('境外机构，不计入');
  expect(said(untrusted, 'leaves')).toContain('整体重做');
});

test('a clock that was set back, a restored backup and a demo are said', () => {
  const marked = facts({
    entries: [
      entry(1),
      entry(2, 'unsigned', 'clock-rollback'),
      {
        ...entry(3, 'unsigned', 'backup-restored'),
        clock: { rollback: false, source: 'rehearsal', offsetMinutes: 480 },
      },
    ],
  });
  expect(said(marked, 'leaves')).toContain('系统时钟被调回 1 次');
  expect(said(marked, 'leaves')).toContain('由备份恢复 1 次');
  expect(said(marked, 'leaves')).toContain('演示数据');
  expect(said(marked, 'shows')).not.toContain('没有系统时钟被调回');
});

const deposit = {
  sequence: 2,
  way: asWritten('公证'),
  authority: '某公证处',
  on: dayWords('2026-11-12'),
  named: true,
};
const stamp = {
  sequence: 3,
  at: '2026-11-10T02:00:00.000Z',
  written: '2026-11-10T01:59:58.000Z',
  authority: '某时间戳中心',
  national: true,
  kind: asWritten('境内许可机构'),
};

test('a receipt in which the hash was not read counts for nothing, and is said to rest on what was entered', () => {
  const named = facts({ deposits: [deposit] });
  expect(said(named, 'shows')).toContain('第 2 号的哈希于 2026年11月12日交存某公证处');
  expect(said(named, 'leaves')).not.toContain('整体重做');
  const unread = facts({ deposits: [{ ...deposit, named: false }] });
  expect(said(unread, 'shows')).not.toContain('某公证处');
  expect(said(unread, 'leaves')).toContain('回执中未读出该哈希，机构、编号和日期依经办人填写');
  expect(said(unread, 'leaves')).toContain('整体重做');
  expect(said(unread, 'leaves')).toContain('没有可以计入的中立第三方');
});

test('an English statement dates a deposit in English', () => {
  expect(said(facts({ deposits: [deposit] }), 'shows', 'en')).not.toMatch(/[年月日]/u);
});

test('only a file that was read to its end is said to be sound', () => {
  expect(said(facts(), 'shows')).toContain('未发现数据库文件损坏');
  for (const file of ['running', 'unknown', 'damaged'] as const)
    expect(said(facts({ file }), 'shows')).not.toContain('数据库文件损坏');
  for (const file of ['running', 'unknown'] as const)
    expect(said(facts({ file }), 'leaves')).toContain('数据库文件的检查没有完成');
  expect(said(facts({ file: 'damaged' }), 'leaves')).toContain('发现数据库文件有损坏');
});

test('where the ledger was not found whole, by a fault or by what nothing checks, stamps and receipts are not relied on', () => {
  const proofs = { stamps: [stamp], deposits: [deposit] };
  for (const verdict of [
    { ...sound, ok: false, integrity: 'altered', faults: [{ text: asWritten('第 2 号被改动') }] },
    { ...sound, ok: false, unchecked: [asWritten('某记录')] },
  ] as const) {
    const of = facts({ ...proofs, verdict });
    expect(said(of, 'shows')).not.toMatch(/未见不符|某时间戳中心|某公证处/u);
    expect(said(of, 'leaves')).toContain('没有得出完好的结果');
  }
  expect(said(facts(proofs), 'leaves')).not.toContain('没有得出完好的结果');
});

test('faults that are told only up to a number are told as at least so many; how many entries were verified is what the verification says', () => {
  const verdict = { ...sound, ok: false, faults: [{ text: asWritten('第 2 号被改动') }] };
  expect(said(facts({ verdict, moreFaults: true }), 'leaves')).toContain('发现至少 1 处不符');
  expect(said(facts({ verdict }), 'leaves')).not.toContain('至少');
  expect(said(facts({ verdict: { ...sound, checked: 7 } }), 'shows')).toContain('核验全部 7 条记录');
});

test('the company’s rules and what both agreed on keeping data are named by their places; where they are missing, the paper says only that', () => {
  const none = said(facts(), 'leaves');
  expect(none).toContain('是否属于正常业务往来，须结合其他证据认定');
  expect(none).toContain('台账中没有双方关于保存、传输、提取方式的约定的记录');
  const rules = { title: asWritten('电子协议台账管理办法'), number: 4 };
  const paper = { title: asWritten('关于通知和电子数据的补充约定'), agreement: '某协议' };
  const both = facts({ keeping: { rules, agreed: [{ ...paper, number: 5 }], without: 1 } });
  expect(said(both, 'shows')).toContain('公司定有《电子协议台账管理办法》，见证据目录第 4 项');
  expect(said(both, 'shows')).toContain('双方的《关于通知和电子数据的补充约定》（证据目录第 5 项）');
  expect(said(both, 'leaves')).toMatch(
    /平时是否按该办法保管，须结合其他证据认定[\s\S]*双方是否均已盖章[\s\S]*没有其余协议的这种约定/u,
  );
  const left = facts({ keeping: { rules: { title: rules.title }, agreed: [paper], without: 0 } });
  expect(said(left, 'shows')).not.toMatch(/管理办法|补充约定/u);
  expect(said(left, 'leaves')).toMatch(
    /《电子协议台账管理办法》没有列入证据目录[\s\S]*《关于通知和电子数据的补充约定》没有列入证据目录/u,
  );
});

test('files that are counted are named by what they are of, captures beside agreements', () => {
  for (const [captured, zh] of [
    [2, '协议来源文件 2 件、取证文件 2 件'],
    [0, '协议来源文件 2 件）'],
  ] as const)
    expect(said(facts({ captured }), 'shows').match(new RegExp(zh, 'gu'))).toHaveLength(2);
});

test('no proof is promised, and no standard of the law stands over a paragraph that has another', () => {
  const text = JSON.stringify(rulesOfProof(facts({})));
  expect(text).not.toMatch(/由我方另行举证|We will prove/u);
  const heading = say(sentence('court.statement.rule94'), 'zh');
  expect(heading).toContain('第一款：有足以反驳的相反证据的除外');
  expect(say(sentence('court.statement.r94-notary'), 'zh')).toContain('第二款，有相反证据足以推翻的除外');
});
