import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
  desk.now = new Date('2026-11-30T02:00:00.000Z');
});
afterEach(() => desk.end());

/** The term of an agreement that was accepted to its provider on 12 January, and what stands of it on the agenda. */
async function termOf(title: string, body: string) {
  const bytes = new TextEncoder().encode(`${title}\n\n${body}\n`);
  const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title }] });
  const { id: agreementId, versions } = desk.agreement(title);
  desk.conclude(versions[0] ?? '', '2026-01-12');
  const { figures } = await desk.handlers['rights.term']({ agreementId });
  const answer = figures.find(({ name }) => name === 'cancelBy')?.answer;
  const { lines } = await desk.handlers['agenda.list']({});
  return {
    cancelBy: answer?.known ? answer.value : undefined,
    agenda: lines.filter(({ kind }) => kind === 'cancel-by').map(({ date }) => date),
  };
}

test.each([
  [
    '青禾数据交换服务协议',
    '第一条 期限\n1.1 本协议自客户接受之日起生效，有效期一年。期满前30日任何一方未书面提出不续期的，自动续期一年。',
  ],
  [
    'Northfield Data Exchange Agreement',
    '1. Term\n1.1 This Agreement takes effect on the date Customer accepts it and continues for one year. It renews automatically for one-year terms unless either party gives notice of non-renewal at least 30 days before the end of the term.',
  ],
  [
    '青禾数据交换服务协议',
    '第一条 期限\n1.1 本协议有效期为一年，自客户点击同意之日起算。期满前30日任何一方未书面提出不续期的，自动续期一年。',
  ],
  [
    '青禾数据交换服务协议',
    '第一条 期限\n1.1 协议有效期为自贵方接受之日起一年。期满前30日任何一方未书面提出不续期的，自动续期一年。',
  ],
  [
    'Northfield Data Exchange Agreement',
    '1. Term\n1.1 The initial term is one year from acceptance. It renews automatically for one-year terms unless either party gives notice of non-renewal at least 30 days before the end of the term.',
  ],
])(
  'a term that begins with its acceptance runs from the day it was accepted to the provider: %s',
  async (title, body) => {
    expect(await termOf(title, body)).toEqual({ cancelBy: '2026-12-12', agenda: ['2026-12-12'] });
  },
);

test('where the text does not say so, the day of acceptance begins no term', async () => {
  const body =
    '第一条 期限\n1.1 本协议有效期一年。期满前30日任何一方未书面提出不续期的，自动续期一年。\n1.2 订单自客户接受之日起生效。';
  expect(await termOf('青禾数据交换服务协议', body)).toEqual({ cancelBy: undefined, agenda: [] });
});

test.each([
  '本协议有效期一年。账单的付款期限为自客户同意账单之日起30日。',
  'This Agreement lasts one year. The payment term is 30 days from acceptance of the invoice.',
])('another time that runs from an acceptance begins no term: %s', async (words) => {
  const [title, head] = words.startsWith('T')
    ? ['Northfield Terms', '1. Term\n1.1 ']
    : ['青禾协议', '第一条 期限\n1.1 '];
  const { agenda } = await termOf(title, `${head}${words}`);
  expect(agenda).toEqual([]);
  const { end } = await endOf(title);
  expect(end?.known).toBe(false);
});

test.each([
  ['本协议有效期为一年，自客户点击同意之日起算。', '文中自接受之日起算，还没有向服务商接受的记录'],
  ['本协议有效期为一年。', '没有从文中读出从哪一天起算'],
])('what is missing for its first day is told as it is: %s', async (words, told) => {
  const bytes = new TextEncoder().encode(`青禾协议\n\n第一条 期限\n1.1 ${words}\n`);
  const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title: '青禾协议' }] });
  const { end } = await endOf('青禾协议');
  expect(end?.known === false && end.missing.map(({ text }) => say(text, 'zh')).join('')).toContain(told);
});

async function endOf(title: string) {
  const { figures } = await desk.handlers['rights.term']({ agreementId: desk.agreement(title).id });
  return { end: figures.find(({ name }) => name === 'end')?.answer };
}

test.each([
  [
    '青禾数据交换服务协议',
    '第一条 期限\n1.1 本协议有效期一年，自2026年1月15日起至2027年1月14日止。\n1.2 届满前30日任何一方未书面通知对方不再续期的，本协议自动续期一年。',
    '2026-12-15',
  ],
  [
    '青禾数据交换服务协议',
    '第一条 期限\n1.1 本协议自2026年3月1日起生效，有效期一年。\n1.2 除非一方在届满前30日书面告知对方终止，否则本协议自动展期一年。',
    '2027-01-29',
  ],
  [
    'Northfield Data Exchange Agreement',
    '1. Term\n1.1 This Agreement starts on 1 February 2026 and has an initial term of one year. It renews automatically for one-year terms unless either party gives notice of non-renewal at least 30 days before the end of the term.',
    '2027-01-01',
  ],
])(
  'days that a text in force names put its day to cancel on the agenda by themselves: %s %#',
  async (title, body, day) => {
    expect(await termOf(title, body)).toEqual({ cancelBy: day, agenda: [day] });
  },
);

test('the decision tells the days of its term as the desk of terms does, and as if it were accepted today before that', async () => {
  const [title, body] = [
    '青禾数据交换服务协议',
    '第一条 期限\n1.1 本协议自客户接受之日起生效，有效期一年。期满前30日任何一方未书面提出不续期的，自动续期一年。',
  ];
  const bytes = new TextEncoder().encode(`${title}\n\n${body}\n`);
  const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title }] });
  const { id: agreementId, versions } = desk.agreement(title);
  const versionId = versions[0] ?? '';
  const daysOf = async () => (await desk.handlers['review.page']({ versionId, language: 'zh' })).days;
  expect(await daysOf()).toMatchObject([
    { name: 'cancelBy', day: '2027-10-30', ifToday: true },
    { name: 'end', day: '2027-11-29', ifToday: true },
  ]);
  desk.conclude(versionId, '2026-01-12');
  const { figures } = await desk.handlers['rights.term']({ agreementId });
  for (const { name, day, ifToday } of await daysOf()) {
    expect(figures.find((figure) => figure.name === name)?.answer).toMatchObject({ value: day });
    expect(ifToday).toBeUndefined();
  }
  expect(await daysOf()).toHaveLength(2);
});
