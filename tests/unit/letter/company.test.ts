import { say } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, it } from 'vitest';
import { companyProblems, contactsToConfirm } from '../../../src-main/letter/company.ts';
import { setProblems } from '../../../src-main/letter/consistency.ts';
import { fill } from '../../../src-main/letter/fill.ts';
import { ACCOUNT_ADJUSTMENT, AUTHORISATION, INVOICE_TITLES } from '../../../src-main/letter/forms.ts';
import { prefill } from '../../../src-main/letter/profile.ts';
import type { LetterValues } from '../../../src-main/letter/template.ts';
import { writtenAmount, writtenDate } from '../../../src-main/letter/written.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { COMPANY, CONTACT, VALUES } from './example.ts';

describe('company profile', () => {
  it('is in order when it is complete', () => expect(companyProblems(COMPANY)).toEqual([]));

  it('names what is missing or mistyped', () => {
    const wrong = {
      ...COMPANY,
      name: ' ',
      creditCode: '91330100799655058C',
      contacts: [{ name: '李雷', phone: '12' }],
    };
    expect(companyProblems(wrong).map(({ code, field }) => `${code} ${field}`)).toEqual([
      'missing name',
      'code-check creditCode',
      'phone-form contacts.1.phone',
    ]);
  });

  it('looks at phone and mail of a company without a contact', () => {
    const wrong = { ...COMPANY, contacts: [], phone: '12', email: 'nobody' };
    expect(companyProblems(wrong).map(({ field }) => field)).toEqual(['phone', 'email']);
    expect(companyProblems({ ...COMPANY, contacts: [], phone: CONTACT.phone })).toEqual([]);
  });

  it('doubts an English name with Chinese in it', () => {
    expect(companyProblems({ ...COMPANY, nameEnglish: 'Example Networks Limited' })).toEqual([]);
    const [doubt] = companyProblems({ ...COMPANY, nameEnglish: 'Example 网络 Limited' });
    expect(doubt).toMatchObject({ code: 'chinese-left', field: 'nameEnglish', severity: 'warning' });
  });

  it('doubts an English name of a person with Chinese in it', () => {
    const named = {
      ...COMPANY,
      legalRepresentativeEnglish: 'Chen 远',
      signatories: [
        {
          name: COMPANY.legalRepresentative,
          nameEnglish: '陈 Yuan',
          position: '董事长',
          standing: 'legal-representative' as const,
        },
      ],
      contacts: [{ ...CONTACT, nameEnglish: 'Li 航' }],
    };
    expect(companyProblems(named).map(({ code, field }) => `${code} ${field}`)).toEqual([
      'chinese-left legalRepresentativeEnglish',
      'chinese-left signatories.1.nameEnglish',
      'chinese-left contacts.1.nameEnglish',
    ]);
  });

  it('doubts a representative who is somebody else, and an authority without a basis', () => {
    const signatories = [
      { name: '张三', position: '董事长', standing: 'legal-representative' as const },
      { name: '李四', position: '经理', standing: 'authorised' as const },
    ];
    expect(companyProblems({ ...COMPANY, signatories }).map(({ code }) => code)).toEqual([
      'representative-differs',
      'authority-without-basis',
    ]);
  });

  it('reminds of contacts nobody has confirmed for six months, at the end of a shorter month', () => {
    const contact = (confirmedOn: string | undefined) => ({ ...CONTACT, confirmedOn });
    const company = { ...COMPANY, contacts: [contact('2026-08-31'), contact('2026-08-30'), contact(undefined)] };
    expect(contactsToConfirm(company, '2027-02-28').map(({ due, never }) => `${due} ${never}`)).toEqual([
      '2027-02-28 false',
      '2027-02-28 false',
      '2027-02-28 true',
    ]);
    expect(contactsToConfirm(company, '2027-02-27').length).toBe(1);
  });
});

describe('a set of papers', () => {
  const letter = (template: typeof AUTHORISATION, more: LetterValues = {}) =>
    fill(
      template,
      { ...prefill(template, { company: COMPANY, contact: CONTACT, today: '2026-11-23' }), ...VALUES, ...more },
      { inCapitals: capitals },
    );

  it('agrees when every paper says the same', () => {
    expect(setProblems([letter(AUTHORISATION), letter(INVOICE_TITLES), letter(ACCOUNT_ADJUSTMENT)])).toEqual([]);
  });

  it('shows a name that differs only in its brackets for what it is', () => {
    const [one, two] = [
      letter(AUTHORISATION, { companyName: '示例（杭州）有限公司' }),
      letter(INVOICE_TITLES, { companyName: '示例(杭州)有限公司' }),
    ];
    const [problem] = setProblems([one, two]);
    expect(problem).toMatchObject({ code: 'set-differs', field: 'companyName', severity: 'error' });
    expect(say(problem!.message, 'zh')).toContain('仅全角半角、空格或标点不同');
  });

  it('takes the same code typed in lower case for the same', () => {
    expect(
      setProblems([letter(AUTHORISATION, { creditCode: COMPANY.creditCode.toLowerCase() }), letter(INVOICE_TITLES)]),
    ).toEqual([]);
  });
});

describe('written values', () => {
  it('writes dates unpadded and amounts with separators', () => {
    expect(writtenDate('2026-03-01')).toBe('2026年3月1日');
    expect(writtenAmount('１２３４５６７.5')).toBe('1,234,567.50');
    expect(writtenAmount('-0.005')).toBe('-0.01');
    expect(writtenAmount('999')).toBe('999.00');
  });
});
