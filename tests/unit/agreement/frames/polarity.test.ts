import { describe, expect, test } from 'vitest';
import { bodiesIn } from '../../../../src-main/agreement/frames/arbitration.ts';
import { courtsIn } from '../../../../src-main/agreement/frames/forum.ts';
import { lawsIn } from '../../../../src-main/agreement/frames/law.ts';
import { limitsIn } from '../../../../src-main/agreement/frames/limit.ts';
import { actorBefore } from '../../../../src-main/agreement/frames/polarity.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

/** What a clause states, by kinds: kind and value. */
const told = (clause: string, kinds: readonly string[]): readonly string[] =>
  (read(readText(`远帆云服务协议\n\n1. 条款\n\n1.1 ${clause}\n`, 'utf-8')).documents[0]?.facts ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, value }) => `${kind} ${typeof value === 'number' ? value : ''}`.trim());

const courts = (text: string): readonly string[] => {
  const { named, byRule } = courtsIn(text);
  return [...named, ...byRule].map(({ words }) => words);
};

describe('what a sentence denies is no fact: the forum', () => {
  test.each<[string, readonly string[]]>([
    ['任何一方不得就争议向承租方住所地人民法院提起诉讼。', []],
    ['争议由承租方住所地人民法院管辖。', ['承租方住所地']],
    ['各方排除供方住所地人民法院对争议的管辖。', []],
    ['争议发生后提交供方所在地人民法院的判决副本。', []],
    ['Neither side may bring a suit in the courts of Freedonia.', []],
    ['Customer waives the right to sue in the courts of Freedonia.', []],
    ['Neither side may bring a suit other than in the courts of Freedonia.', ['courts of Freedonia']],
    ['Claims go to arbitration and not to the courts of Sylvania.', []],
    ['Claims are submitted to the Elm Court of International Arbitration.', []],
  ])('%s', (text, expected) => expect(courts(text)).toEqual(expected));

  test.each<[string, readonly string[]]>([
    ['双方也不向云城国际仲裁院申请仲裁。', []],
    ['争议提交云城仲裁委员会东湖分会仲裁。', ['云城仲裁委员会东湖分会']],
    ['Disputes shall never be referred to JAMS for arbitration.', []],
    ['Disputes are referred to JAMS for arbitration.', ['JAMS']],
  ])('a body: %s', (text, expected) => expect(bodiesIn(text).map(({ words }) => words)).toEqual(expected));
});

describe('what a sentence denies is no fact: law and limit', () => {
  test.each<[string, string | undefined]>([
    ['本合同不适用新加坡法律，争议依照中国法律处理。', '中国法律'],
    ['These terms are not governed by the laws of Freedonia.', undefined],
    ['These terms are not governed by Sylvania law but by the laws of Freedonia.', 'laws of Freedonia'],
    ['If a dispute is not settled, these terms are governed by the laws of Freedonia.', 'laws of Freedonia'],
  ])('%s', (text, expected) => expect(lawsIn(text)[0]?.words).toBe(expected));

  test.each<[string, number]>([
    ['供方的赔偿责任不以当年已收费用为限。', 0],
    ['供方的赔偿责任以当年已收费用为限。', 1],
    ['供方不得以已收费用为限主张减轻责任。', 0],
    ['赔偿金额不超过八千元的，由值班主管决定。', 0],
    ['供方应投保责任保险，保额不超过九十万元。', 0],
    ['The liability of the vendor is not limited to the annual fee.', 0],
    ['The liability of the vendor is limited to the annual fee.', 1],
    ['If damages exceed $700, a manager is told.', 0],
    ['The vendor keeps liability insurance of not more than $700,000.', 0],
    ['In no event shall liability exceed $700.', 1],
  ])('%s', (text, count) => expect(limitsIn(text)).toHaveLength(count));
});

describe('what a sentence denies is no fact: times', () => {
  test.each<[string, readonly string[]]>([
    ['用户欠费超过45日的，供方不得终止服务。', []],
    ['用户欠费超过45日的，供方可以终止服务。', ['overdue-termination 45']],
    ['合同终止后供方不保留用户数据超过20日。', []],
    ['合同终止后供方保留用户数据20日。', ['data-return 20']],
    ['We may not terminate the account where fees are unpaid for 45 days.', []],
    ['We do not keep your data for more than 20 days after termination.', []],
    ['No action is barred because it was not filed within three years after it arose.', []],
    ['供方对清单有更正的，供方应在4日内书面通知用户，否则视为放弃。', []],
    ['The provider must bring a claim for fees within three years or it is waived.', []],
    ['Customer must bring a claim for fees within three years or it is waived.', ['claim-closes 3']],
  ])('%s', (clause, expected) =>
    expect(told(clause, ['overdue-termination', 'data-return', 'claim-closes'])).toEqual(expected),
  );

  test.each<[string, readonly string[]]>([
    ['站内信发布于网站时不视为送达用户的通知。', []],
    ['通知在网站发布时视为送达用户。', ['delivery']],
    ['A notice is not deemed received by you when posted on the website.', []],
    ['A notice is deemed received by you when posted on the website.', ['delivery']],
  ])('delivery: %s', (clause, expected) => expect(told(clause, ['delivery'])).toEqual(expected));
});

describe('silence and the time to object, denied or of another side', () => {
  const KINDS = ['deemed-consent', 'objection-window'];
  test.each<[string, readonly string[]]>([
    ['供方修改条款后，客户在9日内未提出异议的，不视为接受。', ['objection-window 9']],
    ['条款修改后，客户沉默的，不得视为同意。', []],
    ['条款修改后，供方不得以客户未在9日内表示反对为由推定客户同意。', []],
    ['条款修改后，客户沉默的，视为同意。', ['deemed-consent']],
    ['客户要求修改条款，服务商在9日内未答复的，视为同意。', []],
    ['客户对修改提出异议的，服务商应在9日内答复异议。', []],
    ['客户修改条款的，服务商应于收到异议后9日内回复。', []],
    ['客户对条款修改有意见的，应在9日内反馈意见。', []],
    ['客户可在修改公告后9日内或者生效前2日内提出异议，以较晚者为准。', []],
    ['If Customer does not object to a change, it shall not be deemed to have accepted it.', []],
    ['Silence of Customer about a change shall never be deemed consent.', []],
    ['No failure to reject an amendment is deemed acceptance of it.', []],
    ['Failure to reject an amendment is deemed acceptance of it.', ['deemed-consent']],
    ['If the Provider does not respond to a change request, the Provider is deemed to accept it.', []],
    ['Within 9 days after the Provider objects to a change, the sides confer.', []],
    ['Customer may object to a change within 9 days of receipt of the notice.', ['objection-window 9']],
  ])('%s', (clause, expected) => expect(told(clause, KINDS)).toEqual(expected));

  test('an objection to a change is told once, not as a claim as well', () => {
    expect(
      told('客户不同意条款修改的，应在收到通知后9日内书面提出异议。', ['objection-window', 'claim-closes']),
    ).toEqual(['objection-window 9']);
  });
});

test.each<[string, string | undefined]>([
  ['客户在收到服务商通知后', 'customer'],
  ['服务商应在客户提出异议后', 'provider'],
  ['在收到服务商的通知后', undefined],
  ['The customer may, on notice from the provider, ', 'customer'],
  ['After a notice of the provider ', undefined],
])('who acts: %s', (before, actor) => {
  expect(actorBefore(before, before.length)).toBe(actor);
});
