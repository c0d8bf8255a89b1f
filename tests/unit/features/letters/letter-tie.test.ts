import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
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
    expect(tied.values['agreementVersion']).toBe('version 1');
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
