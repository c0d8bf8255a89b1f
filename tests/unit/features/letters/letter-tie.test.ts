import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { personOnPaper } from '../../../../src-main/kernel/papers/signatories.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { COMPANY, CONTACT } from '../../letter/example.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** Of which agreement a letter is, in which language, and that a paper that was made of it stays with the agreement that it names. */

const ENGLISH_LINE = `Example Line Agreement

Provider: Example Carrier Limited

1. Term
1.1 This Agreement runs for twelve months.
2. Liability
2.1 The Provider's liability is limited to the fees paid for the month.
3. Law
3.1 This Agreement is governed by the laws of the People's Republic of China.
`;
const PARTY = {
  companyName: COMPANY.name,
  creditCode: COMPANY.creditCode,
  contactName: CONTACT.name,
  contactPhone: CONTACT.phone,
  date: '2026-11-23',
};

const PROFILE = {
  ...{ name: COMPANY.name, creditCode: COMPANY.creditCode, address: COMPANY.address },
  ...{ legalRepresentative: COMPANY.legalRepresentative, contact: CONTACT.name, phone: CONTACT.phone, email: '' },
  ...{ bank: '', bankAccount: '', signatory: '', signatoryRole: '' },
};

let desk: AppUnderTest;
let agreementId: string;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  agreementId = desk.agreement('跨域专线服务协议').id;
});
afterEach(() => desk.end());

/** A paper was made of the letter, as its export leaves it. */
function exported(letterId: string): void {
  const papers = letterPapers(desk.store);
  const letter = papers.get(letterId);
  if (!letter) throw new Error('no such letter');
  const output = {
    sha256: 'a'.repeat(64),
    name: 'letter.pdf',
    at: '2026-11-23T02:00:00.000Z',
    kind: 'pdf',
    pages: 1,
  } as const;
  papers.put({ id: letterId, state: 'exported', body: { ...letter.body, outputs: [output] } }, output.at);
}

/** What a paper that breaks an agreement down holds once it is said of which one. */
async function rowsOf(templateId: string, key: string): Promise<readonly Record<string, string>[]> {
  const letterId = await begun(templateId, PARTY, true);
  const { values } = await desk.handlers['letters.open']({ letterId });
  return values[key] as readonly Record<string, string>[];
}

async function begun(templateId: string, values: Readonly<Record<string, string>>, tied: boolean): Promise<string> {
  const { id, values: known } = await desk.handlers['letters.start']({ templateId });
  await desk.handlers['letters.fill']({ letterId: id, values: { ...(known as Record<string, string>), ...values } });
  if (tied) await desk.handlers['letters.tieAgreement']({ letterId: id, agreementId });
  return id;
}

const code = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return 'done';
};

describe('a letter', () => {
  test('of which a paper was made stays with its agreement: the paper names that one', async () => {
    const other = desk.agreement('服务等级').id;
    const tie = (letterId: string, to: string) => desk.handlers['letters.tieAgreement']({ letterId, agreementId: to });
    const values = { breach: '线路中断', knownOn: '2026-11-02', total: '1', addressee: '示例通信有限公司' };
    const losses = [{ item: '备用线路', amount: '1', proof: '发票' }];
    const made = async (tied: boolean): Promise<string> => {
      const letterId = await begun('damages-claim', values, tied);
      const { values: known } = await desk.handlers['letters.open']({ letterId });
      const { title } = desk.store.agreements.versionsOf(agreementId).at(-1) ?? { title: '' };
      await desk.handlers['letters.fill']({
        letterId,
        values: { ...(known as Record<string, string>), ...PARTY, agreementTitle: title, losses },
      });
      exported(letterId);
      return letterId;
    };
    const tied = await made(true);
    expect(await code(() => tie(tied, other))).toBe('letter-tied-made');
    expect((await desk.handlers['letters.open']({ letterId: tied })).agreementId).toBe(agreementId);
    const named = await made(false);
    expect(await code(() => tie(named, other))).toBe('letter-tied-made');
    expect((await tie(named, agreementId)).agreementId).toBe(agreementId);
  });

  test('is written in the language of the agreement that it is first said to be about, and in that one from then on', async () => {
    const bytes = new TextEncoder().encode(ENGLISH_LINE);
    const outcome = await desk.handlers['import.bytes']({ name: 'line.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    const [saved] = await desk.handlers['import.confirm']({
      sourceId,
      documents: [{ index: 0, title: 'Line Agreement' }],
    });
    const english = saved?.agreementId ?? '';
    const letterId = await begun('termination-notice', {}, false);
    const tied = await desk.handlers['letters.tieAgreement']({ letterId, agreementId: english });
    expect(tied).toMatchObject({ language: 'en', title: 'Notice of Termination' });
    expect(tied.values['agreementVersion']).toBe('as obtained by us on 23\u00a0November\u00a02026');
    const later = await desk.handlers['letters.tieAgreement']({ letterId, agreementId });
    expect(later.language).toBe('en');
    const { values } = later;
    const back = await desk.handlers['letters.fill']({
      letterId,
      language: 'zh',
      values: values as Record<string, string>,
    });
    expect(back).toMatchObject({ language: 'zh', title: '解除协议通知' });
  });
});

/** A text that charges in what is said, kept as an agreement of its own. */
async function charging(words: string, title: string): Promise<string> {
  const bytes = new TextEncoder().encode(ENGLISH_LINE.replace('2. Liability', `1.2 ${words}\n2. Liability`));
  const outcome = await desk.handlers['import.bytes']({ name: `${title}.txt`, bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title }] });
  return saved?.agreementId ?? '';
}

describe('a letter about an agreement that charges in another currency', () => {
  const tie = (letterId: string, to: string) => desk.handlers['letters.tieAgreement']({ letterId, agreementId: to });

  test('is in that currency, in its form as on its paper, and in yuan again once it is about another agreement', async () => {
    const dollars = await charging('All fees are payable in US dollars.', 'Dollar Agreement');
    const letterId = await begun('damages-claim', { total: '1' }, false);
    const tied = await tie(letterId, dollars);
    expect(tied.values['currency']).toBe('USD');
    const columns = tied.fields.find(({ key }) => key === 'losses')?.columns ?? [];
    expect(columns.map(({ label }) => say(label, 'en'))).toContain('Amount (USD)');
    expect((await tie(letterId, agreementId)).values['currency']).toBe('');
  });

  test('keeps a currency that was typed, and is put into the other language with it', async () => {
    const dollars = await charging('All fees are payable in US dollars.', 'Dollar Agreement');
    const letterId = await begun('damages-claim', { total: '1', currency: '欧元' }, false);
    const tied = await tie(letterId, dollars);
    expect(tied).toMatchObject({ language: 'en', values: { currency: '欧元' } });
    expect(tied.problems.some(({ field }) => field === 'currency')).toBe(false);
  });

  test('whose text names several leaves the currency to the agreement', async () => {
    const several = await charging('Fees are payable in US dollars. Invoices are paid in euros.', 'Mixed Agreement');
    const tied = await tie(await begun('damages-claim', { total: '1' }, false), several);
    expect(tied.values['currency']).toBe('(currency as agreed)');
  });
});

describe('papers that break an agreement down', () => {
  test('a breakdown of commitments has every undertaking in its own words, with its clause', async () => {
    agreementId = desk.agreement('承诺书').id;
    const rows = await rowsOf('commitment-breakdown', 'commitments');
    const version = desk.store.agreements.versionsOf(agreementId).at(-1);
    const clauses =
      version && desk.store.agreements.document(version.id)?.clauses.filter(({ role }) => role === 'clause');
    expect(rows.map(({ words }) => words)).toEqual(clauses?.map(({ text }) => text));
    expect(rows.length).toBeGreaterThan(2);
  });

  test('a performance record has what is to be done by a day, with its clause; another agreement brings its own', async () => {
    const rows = await rowsOf('performance-record', 'duties');
    expect(rows.length).toBeGreaterThan(0);
    for (const { clause, duty } of rows)
      expect([clause, duty]).toEqual([expect.stringMatching(/\d/u), expect.stringContaining('：')]);
    const letterId = await begun('performance-record', PARTY, true);
    await desk.handlers['letters.tieAgreement']({ letterId, agreementId: desk.agreement('等级协议').id });
    const { values } = await desk.handlers['letters.open']({ letterId });
    expect(values['duties']).not.toEqual(rows);
  });
});

test('a letter put into English takes the company’s English name along, and back; what was typed stays', async () => {
  const { id: companyId } = await desk.handlers['settings.saveCompany']({
    company: { ...PROFILE, name: '示例远航股份有限公司', nameEnglish: 'Example Voyage Co., Ltd.' },
  });
  const { id: letterId } = await desk.handlers['letters.start']({ templateId: 'termination-notice', companyId });
  const put = async (language: 'zh' | 'en', values: Readonly<Record<string, string>> = {}) => {
    const { values: known } = await desk.handlers['letters.open']({ letterId });
    return desk.handlers['letters.fill']({
      letterId,
      language,
      values: { ...(known as Record<string, string>), ...values },
    });
  };
  const english = await put('en');
  expect(english).toMatchObject({ values: { companyName: 'Example Voyage Co., Ltd.' }, usualSeal: 'round-42' });
  expect((await put('zh')).values['companyName']).toBe('示例远航股份有限公司');
  await put('zh', { companyName: '另一家公司' });
  expect((await put('en')).values['companyName']).toBe('另一家公司');
});

test('a company without a named contact is called under its own number; with one under the contact’s', async () => {
  const started = async (contact: string) => {
    const { id: companyId } = await desk.handlers['settings.saveCompany']({
      company: { ...PROFILE, contact, email: 'office@example.com' },
    });
    const { values } = await desk.handlers['letters.start']({ templateId: 'explanation-letter', companyId });
    return [values['contactName'], values['contactPhone'], values['contactEmail']];
  };
  expect(await started('')).toEqual([undefined, CONTACT.phone, 'office@example.com']);
  expect(await started(CONTACT.name)).toEqual([CONTACT.name, CONTACT.phone, 'office@example.com']);
});

test('an English letter names the company’s people in English where they have such names, whichever part they have in it', async () => {
  const { id: companyId } = await desk.handlers['settings.saveCompany']({
    company: { ...PROFILE, signatory: PROFILE.legalRepresentative, legalRepresentativeEnglish: 'Chen Yuan' },
  });
  const { id: letterId } = await desk.handlers['letters.start']({ templateId: 'authorisation', companyId });
  const { values: written } = await desk.handlers['letters.open']({ letterId });
  const { values } = await desk.handlers['letters.fill']({
    letterId,
    language: 'en',
    values: written as Record<string, string>,
  });
  expect(written).toMatchObject({ agentName: PROFILE.legalRepresentative });
  expect(values).toMatchObject({ legalRepresentative: 'Chen Yuan', agentName: 'Chen Yuan' });
});

test('an English letter calls somebody who was added to those who sign as statements do', async () => {
  const { id: companyId } = await desk.handlers['settings.saveCompany']({
    company: { ...PROFILE, contact: PROFILE.legalRepresentative, contactEnglish: 'Chen Yuan (Finance)' },
  });
  const head = { companyId, name: PROFILE.legalRepresentative, role: '总经理', basis: 'post' } as const;
  const named = async () => {
    const { id: letterId } = await desk.handlers['letters.start']({ templateId: 'authorisation', companyId });
    const { values: written } = await desk.handlers['letters.open']({ letterId });
    const values = written as Record<string, string>;
    const letter = await desk.handlers['letters.fill']({ letterId, language: 'en', values });
    const who = { name: PROFILE.legalRepresentative, company: PROFILE.name };
    return [letter.values['legalRepresentative'], personOnPaper(desk.store, who, 'en')];
  };
  expect(await named()).toEqual([PROFILE.legalRepresentative, PROFILE.legalRepresentative]);
  await desk.handlers['settings.saveSignatory']({ signatory: { ...head, nameEnglish: 'Chen Yuan' } });
  expect(await named()).toEqual(['Chen Yuan', 'Chen Yuan']);
  await desk.handlers['settings.saveSignatory']({ signatory: { ...head, nameEnglish: 'Yuan Chen' } });
  expect(await named()).toEqual([PROFILE.legalRepresentative, PROFILE.legalRepresentative]);
});

test.each([
  ['termination-notice', true],
  ['reconciliation', false],
])(
  'under the law of another place %s says on screen whether it cites the mainland’s: %s',
  async (templateId, cites) => {
    const bytes = new TextEncoder().encode(ENGLISH_LINE.replace("the People's Republic of China", 'Singapore'));
    const outcome = await desk.handlers['import.bytes']({ name: 'line.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    const documents = [{ index: 0, title: 'Line Agreement' }];
    const [saved] = await desk.handlers['import.confirm']({ sourceId, documents });
    const letterId = await begun(templateId, {}, false);
    const { cautions = [] } = await desk.handlers['letters.tieAgreement']({
      letterId,
      agreementId: saved?.agreementId ?? '',
    });
    expect(cautions.some((each) => say(each, 'zh').includes('引用中国内地法律'))).toBe(cites);
    const { cautions: here = [] } = await desk.handlers['letters.open']({
      letterId: await begun(templateId, {}, true),
    });
    expect(here.map((each) => say(each, 'en')).join('')).not.toContain('mainland');
  },
);

test('a letter that is from now on written in the other language names the version in that one; what was typed stays', async () => {
  const letterId = await begun('termination-notice', PARTY, true);
  const version = async (values: Readonly<Record<string, string>>, language: 'zh' | 'en') => {
    const held = (await desk.handlers['letters.open']({ letterId })).values as Record<string, string>;
    const { values: now } = await desk.handlers['letters.fill']({ letterId, language, values: { ...held, ...values } });
    return (now['agreementVersion'] as string).replaceAll('\u00a0', ' ');
  };
  expect(await version({}, 'zh')).toBe('2026年10月15日版');
  expect(await version({}, 'en')).toBe('dated 15 October 2026');
  expect(await version({}, 'zh')).toBe('2026年10月15日版');
  expect(await version({ agreementVersion: '第二稿' }, 'en')).toBe('第二稿');
});
