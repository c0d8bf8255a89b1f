import { describe, expect, test } from 'vitest';
import { bodiesIn } from '../../../../src-main/agreement/frames/arbitration.ts';
import { courtsIn } from '../../../../src-main/agreement/frames/forum.ts';
import { lawsIn } from '../../../../src-main/agreement/frames/law.ts';
import { limitsIn } from '../../../../src-main/agreement/frames/limit.ts';
import { timesIn } from '../../../../src-main/agreement/frames/times.ts';
import { sentenceOf } from '../../../../src-main/agreement/meaning/phrases.ts';

const words = (slots: readonly { readonly words: string }[]): readonly string[] => slots.map((slot) => slot.words);
const timed = (text: string, around = ''): readonly unknown[] =>
  timesIn(sentenceOf(text, { start: 0, end: text.length }), around).map(({ kind, quantity, anchor }) => [
    kind,
    quantity.value,
    anchor,
  ]);

describe('the court that disputes are brought to', () => {
  test.each<[string, readonly string[]]>([
    ['The courts of Freedonia and Sylvania shall have exclusive jurisdiction.', ['courts of Freedonia and Sylvania']],
    [
      'Venue lies in the state and federal courts in Elm County, Ohio.',
      ['state and federal courts in Elm County, Ohio'],
    ],
    ['EXCLUSIVE VENUE SHALL BE THE STATE COURTS OF ELM COUNTY, OHIO.', ['STATE COURTS OF ELM COUNTY, OHIO']],
    [
      "A suit is filed with the Elm District People's Court in Springfield.",
      ["Elm District People's Court in Springfield"],
    ],
    ['Disputes are settled by the Springfield District Court.', ['Springfield District Court']],
    // A court that does something else is no forum.
    ['If a provision is held invalid by any court of competent jurisdiction, the rest stands and disputes go on.', []],
    ['We may disclose data where a court in Ohio orders it in an action.', []],
    ['The court will hear both sides before a claim is decided.', []],
    ["Claims go to the courts at the Tenant's place of business.", []],
  ])('%s', (text, expected) => expect(words(courtsIn(text).named)).toEqual(expected));

  test.each<[string, readonly unknown[]]>([
    ['协商不成的，任何一方均可向云舟公司所在地的人民法院提起诉讼。', [{ rule: '云舟公司所在地' }]],
    ['争议由本合同签订地有管辖权的人民法院管辖。', [{ rule: '本合同签订地' }]],
    ['可提请甲方住所地法院裁决。', [{ rule: '甲方住所地' }]],
    ['双方同意向服务方主要营业地，杭州市，有管辖权的法院起诉。', [{ rule: '服务方主要营业地', place: '杭州市' }]],
    ['向当地法院起诉。', [{ rule: '当地' }]],
    ['因法院判决或者主管部门要求，可以披露所在地信息。', []],
    [
      'A suit may be brought in the courts where the customer is located.',
      [{ rule: 'courts where the customer is located' }],
    ],
    // Whose place it is does not name one: the owner alone would be half of the words.
    [
      "Claims go to the courts at the Tenant's place of business.",
      [{ rule: "courts at the Tenant's place of business" }],
    ],
  ])('%s by a rule', (text, expected) => expect(courtsIn(text).byRule.map(({ rule }) => rule)).toEqual(expected));
});

describe('the law that rules the contract', () => {
  test.each<[string, string | undefined]>([
    [
      'This agreement is governed by the laws of the State of Ohio, without regard to its conflicts.',
      'laws of the State of Ohio',
    ],
    ['Ohio law will govern these terms.', 'Ohio law'],
    ['THESE TERMS ARE GOVERNED BY OHIO LAW AND NO OTHER.', 'OHIO LAW'],
    ['The terms of this service apply to the laws of the Republic of Freedonia.', 'laws of the Republic of Freedonia'],
    ['本合同的订立、解释和争议解决均适用中华人民共和国法律。', '中华人民共和国法律'],
    ['因本协议产生的争议，依照中华人民共和国法律处理。', '中华人民共和国法律'],
    ['The customer complies with the laws of the State of Ohio under these terms.', undefined],
    ['The agreement is subject to Applicable Law and Privacy Laws.', undefined],
    ['用户应当遵守中华人民共和国法律，不得违反本协议。', undefined],
    ['乙方是依据中国法律设立的公司，签署本协议。', undefined],
  ])('%s', (text, expected) => expect(lawsIn(text)[0]?.words).toBe(expected));
});

describe('the body that arbitrates', () => {
  test.each<[string, readonly string[]]>([
    ['争议应提交云城仲裁委员会仲裁。', ['云城仲裁委员会']],
    [
      'The arbitration is administered by the Freedonia Arbitration Association (“FAA”).',
      ['Freedonia Arbitration Association (“FAA”)'],
    ],
    ['You must first file a claim for arbitration with JAMS.', ['JAMS']],
    ['The Federal Arbitration Act applies to this arbitration agreement.', []],
    ['双方放弃仲裁，不得向任何仲裁机构申请仲裁。', []],
  ])('%s', (text, expected) => expect(words(bodiesIn(text))).toEqual(expected));
});

describe('a bound in money on what is owed', () => {
  test.each<[string, readonly string[]]>([
    ['赔偿责任总额不超过违约行为所对应的服务费总额。', ['违约行为所对应的服务费总额']],
    ['每逾期一日赔偿总价的千分之二，上限为合同金额的10%。', ['合同金额的10%']],
    ['IN NO EVENT SHALL OUR LIABILITY EXCEED, JOINTLY OR SEVERALLY, THE FEES PAID.', ['THE FEES PAID']],
    ['Liability is limited to one hundred U.S. dollars (US $100).', ['one hundred U.S. dollars (US $100)']],
    ['The upper limit of liability is the annual fee of the domain.', ['the annual fee of the domain']],
    // What is listed, what is left out, and a time are no bounds.
    ['由此造成的损失（包括但不限于已经支付的费用）由您承担责任。', []],
    ['Damages including but not limited to fees paid are excluded.', []],
    ['Liability is limited to repair of the fees module.', []],
    ['This limitation of liability will not apply to you or amounts you owe.', []],
  ])('%s', (text, expected) => expect(words(limitsIn(text))).toEqual(expected));
});

describe('a length of time in a frame', () => {
  test.each<[string, readonly unknown[]]>([
    [
      'You must dispute a charge within 45 days of the invoice date, or you waive it.',
      [['claim-closes', 45, 'invoice']],
    ],
    ['No claim may be brought more than two years after it arose.', [['claim-closes', 2, 'incident']]],
    ['甲方应在收到对账单后7日内提出异议，逾期视为认可。', [['claim-closes', 7, 'received']]],
    ['We delete your data within 60 days of termination.', [['data-return', 60, 'term-end']]],
    ['服务到期后，您的数据将保留20天。', [['data-return', 20, 'term-end']]],
    ['逾期30日未支付费用的，可以释放资源。', [['overdue-termination', 30, 'due']]],
    // Somebody else's time, and times of something else.
    ['You must pay each invoice within 30 days.', []],
    ['We will respond to a claim within 3 days.', []],
    ['平台应在7日内处理异议并回复。', []],
    ['A party that fails to cure its breach within 30 days may be terminated by a claim.', []],
  ])('%s', (text, expected) => expect(timed(text)).toEqual(expected));
});
