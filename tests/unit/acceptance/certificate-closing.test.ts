import { expect, test } from 'vitest';
import { assembleRecord } from '../../../src-main/acceptance/assemble.ts';
import { certificateContent } from '../../../src-main/acceptance/certificate.ts';
import { certificateFront } from '../../../src-main/acceptance/certificate-front.ts';
import type { ProofFacts, StampFact } from '../../../src-main/acceptance/certificate-proof.ts';
import { standingSection } from '../../../src-main/acceptance/certificate-standing.ts';
import type { ConclusionTold } from '../../../src-main/acceptance/conclusion-told.ts';
import { recordView } from '../../../src-main/acceptance/record-view.ts';
import type { StandingPeriod } from '../../../src-main/acceptance/standing.ts';
import { sentence } from '../../../src-main/agreement/sentence.ts';
import { recordInput } from './sample.ts';

const facts: ProofFacts = {
  entry: { sequence: 7, hash: '7'.repeat(64), device: 'unsigned' },
  recordHash: '9'.repeat(64),
  signature: 'none',
  stamps: [],
  deposits: [],
};
const STAMP: StampFact = {
  sequence: 9,
  at: '2026-11-23T02:00:00Z',
  written: '2026-11-23T01:59:00Z',
  authority: '示例时间戳中心',
  national: true,
  kind: sentence('court.authority.national-time'),
};
const record = recordView(assembleRecord(recordInput()));
const zh = (more: Partial<ProofFacts> = {}) => certificateContent(record, { ...facts, ...more }, 'zh');

test('a stamp of a time before its entry was recorded is told as a disagreement of the two clocks, to the second', () => {
  const disagree =
    /时间为 2026-11-23 10:00:00（北京时间），早于第 9 号的本机记入时间 2026-11-23 10:03:05（北京时间），本机时钟与时间戳时间不一致/u;
  const early = { ...STAMP, written: '2026-11-23T02:03:05.120Z' };
  for (const national of [true, false])
    expect(zh({ stamps: [{ ...early, national }] }).notProven.join()).toMatch(disagree);
  // A stamp has whole seconds: one of the second in which the entry was recorded is not before it.
  for (const written of ['2026-11-23T02:00:00.900Z', '2026-11-23T01:59:59.000Z'])
    expect(zh({ stamps: [{ ...STAMP, written }] }).notProven.join()).not.toContain('不一致');
});

test('that it has no digital signature is said right before the signatures, and not among what it does not prove', () => {
  const { notProven, closing } = zh();
  expect(closing).toBe('本记录书没有数字签名，以纸面签名、盖章为准。');
  expect(notProven.join()).not.toMatch(/出具|数字签名/u);
  expect(zh({ signature: { issuer: '示例签名机构' } }).closing).toBeUndefined();
});

test('an acceptance is dated without saying when the agreement takes effect, and without proof it is told as stated', () => {
  const why = sentence('acceptance.standing-words.concluded.clicked-at-provider');
  const period: StandingPeriod = {
    ...{ versionId: 'v', from: '2026-12-01T02:00:00.000Z', by: 'click', recordId: 'c1', governing: 'click', why },
  };
  const conclusion: ConclusionTold = {
    ...{ id: 'c1', how: 'clicked-at-provider', on: '2026-12-01T02:00:00.000Z', said: '陈远', proofs: [] },
    recordedAt: '2026-12-01T02:00:00.000Z',
  };
  const told = (of: ConclusionTold, by: StandingPeriod = period) => {
    const state = { state: 'accepted', since: by.from, why } as const;
    const { rows } = standingSection({ state, period: by, conclusion: of }, '示例公司', 'zh', true);
    return rows.map(({ label, value }) => `${label}：${value}`);
  };
  const stated = told(conclusion);
  expect(stated).toContain('接受日：2026-12-01（生效日以协议约定为准）');
  expect(stated).toContain('依据：依陈远陈述，已在服务商页面点击接受；没有添加凭证');
  expect(stated).toContain('经办人：陈远');
  // The second is that of the recording: the provider's log has another one.
  expect(stated.join()).toContain('对外接受：据陈远陈述，示例公司于 2026年12月1日在服务商页面点击接受该版本');
  expect(stated.join()).toContain('（具体时刻、按钮文字未记录）。当时所示文本是否与本留存版本一致，未能核对。');
  expect(stated.join()).not.toMatch(/生效自|说明人|没有说明/u);
  const proof = { name: '页面.png', sha256: 'a'.repeat(64), bytes: 1 } as unknown as ConclusionTold['proofs'][number];
  const proved = told({ ...conclusion, proofs: [proof], button: '同意', handledBy: '李航' });
  expect(proved.join()).toContain('点击“同意”接受该版本（具体时刻未记录）。');
  expect(told({ ...conclusion, on: '2026-12-01' }).join()).toContain('接受该版本（按钮文字未记录）。');
  expect(proved).toContain('依据：已在服务商页面点击接受。');
  expect(proved).toEqual(expect.arrayContaining(['经办人：李航', '说明人：陈远']));
  // That a service was used is no day of an acceptance.
  expect(told(conclusion, { ...period, by: 'use' }).join()).toContain('使用自：2026-12-01');
});

test('a refusal or a decision put off rests on nothing in the world, and says so', () => {
  for (const state of ['declined', 'set-aside'] as const) {
    const why = sentence('acceptance.standing-words.set-aside');
    const { rows } = standingSection({ state: { state, since: record.time.utc, why } }, '示例公司', 'zh');
    expect(rows[0]?.value).toMatch(/^没有对外接受；内部(?:决定不接受|暂不作决定)（2026-11-23）$/u);
    expect(rows[1]).toEqual({ label: '依据', value: '公司内部决定；台账没有对外接受、也没有向服务商作出的记录' });
  }
});

test('of a source that is plain text nothing is said of what the provider’s page marked', () => {
  for (const language of ['zh', 'en'] as const) {
    const rows = certificateFront(record, { quotes: new Map(), earlier: new Map(), plain: true }, language)[1]?.rows;
    const text = rows?.map(({ value }) => value).join('\n') ?? '';
    expect(text).toMatch(/纯文本，不载字体和颜色；服务商页面上有无标识，从中看不出|cannot be told from it/u);
    expect(text).not.toMatch(/未见加粗|no bold|服务商文本|原文无标识|provider’s text/u);
    const all = certificateContent(record, { ...facts, shown: { quotes: new Map(), plain: true } }, language);
    expect(JSON.stringify(all.sections)).toMatch(/来源文件为纯文本|the source file is plain text/u);
    expect(JSON.stringify(all.sections)).not.toMatch(/未见加粗|no bold/u);
  }
});
