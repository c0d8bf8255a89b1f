import { cleanup } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { companyInput } from '../../../../../src-main/contract/settings.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, pick, press, valueOf, write } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { aCompany, aSignatory } from '../../given/settings.ts';
import { settings } from './shown.ts';

describe('companies', () => {
  it('one is added with what was typed', async () => {
    const main = await settings({
      'settings.companies': () => [],
      'settings.saveCompany': ({ company }) => aCompany(company),
    });
    // In the list of companies and, while there is none, as what comes next.
    await click(every('button', 'settings.addCompany')[0]!);
    await write(field('settings.fields.name'), 'Eastern Ferries');
    await write(field('settings.fields.bankAccount'), '6222');
    await accessible();
    await click(the('button', 'frame.add'));
    const [sent] = main.inputs('settings.saveCompany');
    expect(sent?.id).toBeUndefined();
    expect(sent?.company).toMatchObject({ name: 'Eastern Ferries', bankAccount: '6222', email: '' });
    expect(notice.said).toBe(said('settings.saved'));
    expect(dialog()).toBeNull();
  });

  it('what does not fit is told at its field before the dialog goes, and saved once', async () => {
    const problems = [{ field: 'creditCode', text: asWritten('Compare it with the licence.') }];
    const main = await settings({ 'settings.saveCompany': ({ company }) => aCompany({ ...company, problems }) });
    await click(the('button', 'settings.addCompany'));
    await write(field('settings.fields.name'), 'Eastern Ferries');
    await write(field('settings.fields.creditCode'), '91330106');
    await click(the('button', 'frame.add'));
    expect(dialog()?.textContent).toContain('Compare it with the licence.');
    await click(the('button', 'frame.add'));
    expect(dialog()).toBeNull();
    expect(main.inputs('settings.saveCompany').map(({ id }) => id)).toEqual([undefined, aCompany().id]);
  });

  it('what was left empty keeps no dialog open', async () => {
    const problems = [{ field: 'address', text: asWritten('It is missing.') }];
    await settings({ 'settings.saveCompany': ({ company }) => aCompany({ ...company, problems }) });
    await click(the('button', 'settings.addCompany'));
    await write(field('settings.fields.name'), 'Eastern Ferries');
    await click(the('button', 'frame.add'));
    expect(dialog()).toBeNull();
    expect(notice.said).toBe(said('settings.saved'));
  });

  it('closing the dialog loses nothing typed; the next one begins empty', async () => {
    await settings({ 'settings.saveCompany': ({ company }) => aCompany(company) });
    await click(the('button', 'settings.addCompany'));
    await write(field('settings.fields.name'), 'Eastern Ferries');
    await press('Escape');
    expect(dialog()).toBeNull();
    await click(the('button', 'settings.addCompany'));
    expect(valueOf(field('settings.fields.name'))).toBe('Eastern Ferries');
    await click(the('button', 'frame.add'));
    await click(the('button', 'settings.addCompany'));
    expect(valueOf(field('settings.fields.name'))).toBe('');
  });

  inEach('by which authority its own signatory signs is told where their title is asked for', async (language) => {
    await settings({}, { language });
    await click(the('button', 'settings.addCompany'));
    expect(reads('settings.fields.byPost')).toBe(true);
  });

  it('no field takes more than its call does', async () => {
    await settings();
    await click(the('button', 'settings.addCompany'));
    for (const [name, shape] of Object.entries(companyInput.shape)) {
      const input = dialog()?.querySelector<HTMLInputElement>(`[name=${name}]`);
      const words = 'unwrap' in shape ? shape.unwrap() : shape;
      expect([name, input?.maxLength]).toEqual([name, words.maxLength]);
    }
  });

  it('whoever comes to add one finds the dialog open where there is none; none is added without a name', async () => {
    const main = await settings({ 'settings.companies': () => [] }, {}, 'companies');
    await click(the('button', 'frame.add'));
    expect(main.inputs('settings.saveCompany')).toEqual([]);
    cleanup();
    await settings({}, {}, 'companies');
    expect(dialog()).toBeNull();
  });

  it('one is changed under its id; a wrong credit code is said at its field and not said to be saved', async () => {
    const main = await settings({ 'settings.saveCompany': refused({ field: 'company.creditCode' }) });
    const before = notice.said;
    await click(the('button', 'settings.editOf', { name: 'Northern Ferries' }));
    expect(valueOf(field('settings.fields.address'))).toBe('Quay 3');
    await write(field('settings.fields.creditCode'), '123');
    await click(the('button', 'frame.save'));
    expect(main.inputs('settings.saveCompany')[0]?.id).toBe(anId(61));
    expect(field('settings.fields.creditCode').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field('settings.fields.creditCode'));
    expect(valueOf(field('settings.fields.creditCode'))).toBe('123');
    expect(notice.said).toBe(before);
  });

  it('what is doubtful is said in its row and at its field', async () => {
    const problems = [{ field: 'phone', text: asWritten('A digit seems to be missing') }];
    await settings({ 'settings.companies': () => [aCompany({ problems })] });
    expect(readsText('A digit seems to be missing')).toBe(true);
    await click(the('button', 'settings.editOf', { name: 'Northern Ferries' }));
    expect(field('settings.fields.phone').getAttribute('aria-invalid')).toBe('true');
    expect(field('settings.fields.email').getAttribute('aria-invalid')).toBeNull();
  });

  it('what was refused stays open as typed', async () => {
    await settings({ 'settings.saveCompany': refused() });
    await click(the('button', 'settings.editOf', { name: 'Northern Ferries' }));
    await write(field('settings.fields.name'), 'Northern Ferries AB');
    await click(the('button', 'frame.save'));
    expect(valueOf(field('settings.fields.name'))).toBe('Northern Ferries AB');
    expect(refusedHere()).toBe(true);
  });

  inEach('contacts are confirmed as of today', async (language) => {
    const main = await settings(
      { 'settings.confirmContacts': ({ on }) => aCompany({ confirmedOn: on }) },
      { language },
    );
    expect(reads('settings.notConfirmed')).toBe(true);
    main.answer({ 'settings.companies': () => [aCompany({ confirmedOn: '2026-11-30' })] });
    await click(the('button', 'settings.confirmToday'));
    expect(main.inputs('settings.confirmContacts')).toEqual([{ id: anId(61), on: '2026-11-30' }]);
    expect(reads('settings.confirmedOn', { date: '2026-11-30' })).toBe(true);
  });
});

describe('signatories', () => {
  const ended = aSignatory({
    id: anId(72),
    name: 'Bo Lind',
    basis: 'authorisation-letter',
    until: '2026-10-31',
    ended: true,
  });
  const within = aSignatory({
    id: anId(73),
    name: 'Cy Dahl',
    basis: 'authorisation-letter',
    until: '2027-06-30',
    limit: 'CNY 1,000',
    letter: { sha256: aHash(5), name: 'letter.pdf' },
  });

  inEach('each with what lets them sign; an authority that ended is said', async (language) => {
    const head = aSignatory({ id: `${anId(61)}/head`, name: 'Dora', ofCompany: true });
    const letter = aSignatory({ id: anId(74), name: 'Eva', basis: 'authorisation-letter' });
    const companies = [aCompany(), aCompany({ id: anId(62), name: 'Southern Ferries' })];
    await settings(
      { 'settings.signatories': () => [head, ended, within, letter], 'settings.companies': () => companies },
      { language },
    );
    expect(reads('review.decision.ofCompany')).toBe(true);
    expect(reads('review.decision.authorityEnded', { day: longDate('2026-10-31') })).toBe(true);
    const holds = said('review.decision.authorityUntil', { day: longDate('2027-06-30') });
    expect(reads('review.decision.authorityWithin', { holds, limit: 'CNY 1,000' })).toBe(true);
    expect(reads('review.decision.authorityMissing')).toBe(true);
    // Whom only the particulars name is changed there.
    expect(every('button', 'settings.signatories.remove', { name: 'Dora' })).toEqual([]);
    await accessible();
  });

  it('none, and nobody to sign for', async () => {
    await settings({ 'settings.signatories': () => [], 'settings.companies': () => [] });
    expect(reads('settings.signatories.none')).toBe(true);
    expect(every('button', 'review.decision.addSignatory')).toEqual([]);
  });

  it('one is added; one is changed under their id, with what they had', async () => {
    const main = await settings({
      'settings.signatories': () => [within],
      'settings.saveSignatory': ({ signatory: { letter: _letter, ...said } }) => aSignatory(said),
    });
    await click(the('button', 'review.decision.addSignatory'));
    await write(field('review.decision.person'), 'Eva');
    await write(field('review.decision.role'), 'Counsel');
    await pick(field('review.decision.basis'), 'post');
    await click(the('button', 'frame.add'));
    await click(the('button', 'settings.editOf', { name: 'Cy Dahl' }));
    expect(readsText('letter.pdf')).toBe(true);
    await write(field('settings.signatories.limit'), '');
    await click(the('button', 'frame.save'));
    const [added, changed] = main.inputs('settings.saveSignatory');
    expect(added).toEqual({ signatory: { companyId: anId(61), name: 'Eva', role: 'Counsel', basis: 'post' } });
    expect(changed).toEqual({
      id: anId(73),
      signatory: {
        companyId: anId(61),
        name: 'Cy Dahl',
        role: 'Director',
        basis: 'authorisation-letter',
        until: '2027-06-30',
        letter: aHash(5),
      },
    });
    expect(notice.said).toBe(said('settings.saved'));
    await click(the('button', 'review.decision.addSignatory'));
    expect(valueOf(field('review.decision.person'))).toBe('');
  });
});
