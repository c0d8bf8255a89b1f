import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentence } from '../../../../src-main/agreement/sentence.ts';
import type { Input, Output } from '../../../../src-main/contract/index.ts';
import { personOnPaper, signatoryPapers } from '../../../../src-main/kernel/papers/signatories.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

type Company = Input<'settings.saveCompany'>['company'];

let desk: AppUnderTest;
beforeEach(() => (desk = new AppUnderTest()));
afterEach(() => desk.end());

const company = async (more: Partial<Company> = {}): Promise<string> =>
  (await desk.handlers['settings.saveCompany']({ company: { ...COMPANY, ...more } })).id;
const people = async (): Promise<Output<'settings.signatories'>> => desk.handlers['settings.signatories']({});
const summary = async () => (await people()).map(({ name, role, basis }) => [name, role, basis]);

describe('who signs for a company', () => {
  test('its particulars name its legal representative, and who signs its letters', async () => {
    await company({ signatory: '李航', signatoryRole: '运维经理' });
    await desk.handlers['settings.setPreferences']({ language: 'en' });
    expect(await summary()).toEqual([
      ['陈远', 'Legal representative', 'legal-representative'],
      ['李航', '运维经理', 'post'],
    ]);
    expect((await people()).every(({ ofCompany }) => ofCompany)).toBe(true);
  });

  test('our own word for the head is in the language of the page, in whichever it was kept', async () => {
    const companyId = await company({ signatory: '陈远', signatoryRole: '法定代表人' });
    await desk.handlers['settings.saveSignatory']({
      signatory: { companyId, name: '周敏', role: 'Legal representative', basis: 'post' },
    });
    expect((await summary()).map(([, role]) => role)).toEqual(['法定代表人', '法定代表人']);
    await desk.handlers['settings.setPreferences']({ language: 'en' });
    expect((await summary()).map(([, role]) => role)).toEqual(['Legal representative', 'Legal representative']);
  });

  test('one person who is both is one, under their own title; an empty field names nobody', async () => {
    await company();
    expect(await summary()).toEqual([['陈远', '总经理', 'legal-representative']]);
    await company({ name: '另一家', legalRepresentative: '', signatory: '', signatoryRole: '' });
    expect(await summary()).toHaveLength(1);
  });

  test('somebody who was added is remembered, and stands for the same name of the particulars', async () => {
    const companyId = await company();
    desk.chosen = [{ name: '授权.pdf', bytes: new TextEncoder().encode('%PDF-1.7 letter') }];
    const letter = await desk.handlers['review.keepAuthorisation']({});
    const saved = await desk.handlers['settings.saveSignatory']({
      signatory: {
        companyId,
        name: '周敏',
        role: '采购总监',
        basis: 'authorisation-letter',
        letter: letter!.sha256,
        until: '2027-06-30',
        limit: '50 万元以内',
      },
    });
    expect(saved).toEqual({
      id: saved.id,
      companyId,
      name: '周敏',
      role: '采购总监',
      basis: 'authorisation-letter',
      letter: { sha256: letter!.sha256, name: '授权.pdf' },
      until: '2027-06-30',
      limit: '50 万元以内',
      ofCompany: false,
      ended: false,
    });
    expect(desk.store.ledger.head()).toMatchObject({
      kind: 'settings-changed',
      subject: `signatory:${saved.id}`,
      payload: { company: companyId, name: '周敏', letter: { name: '授权.pdf' } },
    });
    await desk.handlers['settings.saveSignatory']({
      signatory: { companyId, name: '陈远', role: '董事长', basis: 'post' },
    });
    expect(await summary()).toEqual([
      ['周敏', '采购总监', 'authorisation-letter'],
      ['陈远', '董事长', 'post'],
    ]);
  });

  test('changed under the same id; what only a letter has goes with it', async () => {
    const companyId = await company();
    const signatory = {
      companyId,
      name: '周敏',
      role: '采购总监',
      basis: 'authorisation-letter',
      until: '2027-06-30',
    } as const;
    const { id } = await desk.handlers['settings.saveSignatory']({ signatory });
    await desk.handlers['settings.saveSignatory']({ id, signatory: { ...signatory, basis: 'post' } });
    expect(signatoryPapers(desk.store).get(id)?.body).toEqual({ name: '周敏', role: '采购总监', basis: 'post' });
    expect(signatoryPapers(desk.store).list()).toHaveLength(1);
  });

  test('an English name is kept and told; of two for one name none is guessed, and none of another company is taken', async () => {
    const companyId = await company({ legalRepresentativeEnglish: 'Chen Yuan' });
    const other = await company({ name: '另一家' });
    const signatory = { companyId, name: '周敏', nameEnglish: 'Zhou Min', role: '采购总监', basis: 'post' } as const;
    const { id, nameEnglish } = await desk.handlers['settings.saveSignatory']({ signatory });
    expect(nameEnglish).toBe('Zhou Min');
    expect(desk.store.ledger.head()?.payload).toMatchObject({ nameEnglish: 'Zhou Min' });
    const called = (name: string, language: 'zh' | 'en' = 'en', of: string = COMPANY.name): string =>
      personOnPaper(desk.store, { name, company: of }, language);
    expect([called('周敏'), called('周敏', 'zh'), called('陈远'), called('李航')]).toEqual([
      'Zhou Min',
      '周敏',
      'Chen Yuan',
      '李航',
    ]);
    expect(called('周敏', 'en', '另一家')).toBe('周敏');
    await desk.handlers['settings.saveSignatory']({
      signatory: { ...signatory, companyId: other, nameEnglish: 'Chow Man' },
    });
    expect([called('周敏'), called('周敏', 'en', '另一家')]).toEqual(['Zhou Min', 'Chow Man']);
    await desk.handlers['settings.saveSignatory']({ signatory: { ...signatory, nameEnglish: 'Chow Man' } });
    expect(called('周敏')).toBe('周敏');
    await desk.handlers['settings.saveSignatory']({ id, signatory: { ...signatory, nameEnglish: undefined } });
    expect(called('周敏')).toBe('Chow Man');
  });

  test('a contact of the same name lends no English name to whoever signs; of somebody who does not sign it is theirs', async () => {
    const companyId = await company({ contact: '周敏', contactEnglish: 'Zhou Min (Finance)' });
    const called = (): string => personOnPaper(desk.store, { name: '周敏', company: COMPANY.name }, 'en');
    expect(called()).toBe('Zhou Min (Finance)');
    const signatory = { companyId, name: '周敏', role: '采购总监', basis: 'post' } as const;
    await desk.handlers['settings.saveSignatory']({ signatory });
    expect(called()).toBe('周敏');
  });

  test('Chinese in the English name of somebody who was added is told', async () => {
    const companyId = await company();
    const signatory = { companyId, name: '周敏', role: '采购总监', basis: 'post' } as const;
    const doubt = async (nameEnglish: string) =>
      (await desk.handlers['settings.saveSignatory']({ signatory: { ...signatory, nameEnglish } })).doubt;
    expect([await doubt('Zhou 敏'), await doubt('Zhou Min')]).toEqual([
      sentence('letter.company.name-english'),
      undefined,
    ]);
  });

  test('a letter holds through its last day in Beijing, and no longer', async () => {
    const companyId = await company();
    await desk.handlers['settings.saveSignatory']({
      signatory: { companyId, name: '周敏', role: '采购总监', basis: 'authorisation-letter', until: '2026-11-24' },
    });
    const ended = async () => (await people()).at(-1)?.ended;
    desk.now = new Date('2026-11-24T15:59:59.000Z');
    expect(await ended()).toBe(false);
    desk.now = new Date('2026-11-24T16:00:00.000Z');
    expect(await ended()).toBe(true);
  });

  test('for a company, or of somebody, that is not there, nothing is kept', async () => {
    const companyId = await company();
    const before = desk.store.ledger.count();
    const nobody = '00000000-0000-4000-8000-000000000009';
    const signatory = { companyId, name: '周敏', role: '采购总监', basis: 'post' } as const;
    const refused = async (input: Input<'settings.saveSignatory'>): Promise<void> =>
      expect((async () => desk.handlers['settings.saveSignatory'](input))()).rejects.toMatchObject({
        code: 'not-found',
      });
    await refused({ signatory: { ...signatory, companyId: nobody } });
    await refused({ id: nobody, signatory });
    await expect((async () => desk.handlers['settings.removeSignatory']({ id: nobody }))()).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(desk.store.ledger.count()).toBe(before);
  });
});

describe('an address of mail', () => {
  test.each(['liqiang', 'lin@', 'lin @example.com', 'lin@example'])(
    'that can be none is refused: %s',
    async (email) => {
      await expect(company({ email })).rejects.toMatchObject({ code: 'email', field: 'company.email' });
      expect(await desk.handlers['settings.companies']({})).toEqual([]);
    },
  );

  test.each(['abc', '12', 'ask Lin'])('a phone that cannot be dialled is refused: %s', async (phone) => {
    await expect(company({ phone })).rejects.toMatchObject({ code: 'phone', field: 'company.phone' });
    expect(await desk.handlers['settings.companies']({})).toEqual([]);
  });

  test.each(['0571-8800 0000 转 12', '+86 (571) 8800-0000', '95588', ''])(
    'one that can be is kept: %s',
    async (phone) => {
      await company({ phone });
      expect((await desk.handlers['settings.companies']({})).map((kept) => kept.phone)).toEqual([phone]);
    },
  );

  test('is kept without the blanks around it; none is none', async () => {
    await company({ email: ' lin@example.com ' });
    await company({ name: '另一家', email: '' });
    const kept = (await desk.handlers['settings.companies']({})).map(({ email }) => email);
    expect(kept).toEqual(['lin@example.com', '']);
  });
});

describe('a unified social credit code', () => {
  test.each([
    ['91330106MA2CFLDG4X', 'settings.credit-code.check'],
    ['91330106MA2CFLDG4', 'settings.credit-code.length'],
    ['91330106MA2CFLDIO4', 'settings.credit-code.character'],
  ])('that is certain to be wrong is refused at its field: %s', async (creditCode, key) => {
    await expect(company({ creditCode })).rejects.toMatchObject({
      code: 'credit-code',
      field: 'company.creditCode',
      sentence: { key },
    });
    expect(await desk.handlers['settings.companies']({})).toEqual([]);
  });

  test('is kept as it is printed; none is none', async () => {
    await company({ creditCode: ' 91330106 ma2cfldg4r ' });
    await company({ name: '境外公司', creditCode: '' });
    expect((await desk.handlers['settings.companies']({})).map(({ creditCode }) => creditCode)).toEqual([
      '91330106MA2CFLDG4R',
      '',
    ]);
  });
});
