import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { LetterField, LetterView } from '../../../../../src-main/contract/letters.ts';
import type { CompanyView } from '../../../../../src-main/contract/settings.ts';
import ProfileOffer from '../../../../../src-renderer/features/letters/ProfileOffer.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused, type Answers, type Double } from '../../given/double.ts';
import { every, reads, refusedHere, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { aLetter } from '../../given/letters.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aCompany } from '../../given/settings.ts';

const aField = (key: string, from?: LetterField['from']): LetterField => ({
  key,
  label: asWritten(key),
  kind: 'text',
  required: false,
  from,
});
const CODE = '91330106MA2CFLDG4R';
const typed = (more: Partial<LetterView> = {}): LetterView =>
  aLetter({
    fields: [
      aField('creditCode', 'company.creditCode'),
      aField('bank', 'company.bank.name'),
      aField('phone', 'contact.phone'),
      aField('subject'),
    ],
    values: { creditCode: CODE, bank: 'Harbour Bank', phone: '  ', subject: 'Storage' },
    ...more,
  });
/** Lacks the code and the phone; its bank is another than the letter's. */
const company = aCompany({ creditCode: '', phone: '', bank: 'Quay Bank' });
let saved: CompanyView | undefined;

const offer = (letter: LetterView, answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> =>
  show(
    ProfileOffer,
    { letter, company, onsaved: (after: CompanyView) => void (saved = after) },
    { 'settings.saveCompany': ({ company: given }) => aCompany({ ...given }), ...answers },
    { language },
  );

describe('what was typed in a letter because the profile lacks it', () => {
  inEach('is offered to the profile, which keeps the rest as it is', async (language) => {
    const main = await offer(typed(), {}, language);
    expect(reads('letters.notInProfile', { items: [said('settings.fields.creditCode')] })).toBe(true);
    await accessible();
    await click(the('button', 'letters.toProfile'));
    const { id, problems: _, ...known } = company;
    expect(main.inputs('settings.saveCompany')).toEqual([{ id, company: { ...known, creditCode: CODE } }]);
    expect(id).toBe(anId(61));
    expect(saved?.creditCode).toBe(CODE);
  });

  it('not where it does not fit', async () => {
    await offer(typed({ problems: [{ field: 'creditCode', severity: 'error', text: asWritten('Wrong') }] }));
    expect(every('button', 'letters.toProfile')).toEqual([]);
  });

  it('a refusal stands beside the button', async () => {
    await offer(typed(), { 'settings.saveCompany': refused() });
    await click(the('button', 'letters.toProfile'));
    expect(refusedHere()).toBe(true);
  });
});
