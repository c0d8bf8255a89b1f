import { cleanup, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetBegun } from '../../../../../src-renderer/features/review/decision/deciding.svelte.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { refused } from '../../given/double.ts';
import { dialog, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { aDecision, aDecisionPage } from '../../given/review.ts';
import { aCompany, aSignatory } from '../../given/settings.ts';
import { accept, decision, isChosen, justClicked, known, person, ready } from './deciding.ts';

beforeEach(forgetBegun);

describe('who decides', () => {
  it('whoever signed last is chosen; of several nobody is presumed', async () => {
    const signatories = [aSignatory(), aSignatory({ id: anId(72), name: 'Bo Lind' })];
    await decision(ready(), known({ signatories, signedLast: { companyId: anId(61), signatoryId: anId(72) } }));
    expect(isChosen(person('Bo Lind'))).toBe(true);
    cleanup();
    forgetBegun();
    await decision(ready(), aDecisionPage({ signatories }));
    expect(screen.getAllByRole('radio').filter((radio) => isChosen(radio))).toEqual([]);
  });

  it('somebody is added with a name in English, which nobody has to give', async () => {
    const main = await decision(ready(), known({}), { 'settings.saveSignatory': () => aSignatory() });
    await click(the('button', 'review.decision.addSignatory'));
    await write(field('review.decision.person'), '周敏');
    await write(field('review.decision.role'), '采购总监');
    await pick(field('review.decision.basis'), 'post');
    expect(field('settings.fields.personEnglish').hasAttribute('required')).toBe(false);
    await write(field('settings.fields.personEnglish'), ' Zhou Min ');
    await click(the('button', 'frame.add'));
    expect(main.inputs('settings.saveSignatory')).toEqual([
      {
        signatory: { companyId: anId(61), name: '周敏', nameEnglish: 'Zhou Min', role: '采购总监', basis: 'post' },
      },
    ]);
  });

  inEach('somebody whose letter ended cannot be chosen; it is said why, with the way out', async (language) => {
    const ended = aSignatory({
      id: anId(72),
      name: 'Bo Lind',
      basis: 'authorisation-letter',
      until: '2026-10-31',
      limit: 'CNY 1,000',
      ended: true,
    });
    const renewed = { ...ended, until: '2027-10-31', ended: false, letter: { sha256: aHash(5), name: 'letter.pdf' } };
    const main = await decision(
      ready(),
      known({ signatories: [aSignatory(), ended], signedLast: { companyId: anId(61), signatoryId: anId(72) } }),
      {
        'settings.saveSignatory': () => renewed,
        'review.keepAuthorisation': () => ({ sha256: aHash(5), name: 'letter.pdf' }),
      },
      { language },
    );
    expect(isDisabled(person('Bo Lind'))).toBe(true);
    expect(isChosen(person('Bo Lind'))).toBe(false);
    expect(reads('review.decision.authorityEnded', { day: longDate('2026-10-31') })).toBe(true);
    await click(the('button', 'review.decision.attachNew'));
    expect(valueOf(field('review.decision.person'))).toBe('Bo Lind');
    // A new letter has its own end and limits.
    expect(valueOf(field('settings.signatories.until'))).toBe('');
    await write(field('settings.signatories.until'), '2027-10-31');
    await click(the('button', 'review.decision.attach'));
    expect(readsText('letter.pdf')).toBe(true);
    await accessible();
    main.answer({
      'review.page': () => known({ signatories: [aSignatory(), renewed] }),
    });
    await click(the('button', 'frame.save'));
    expect(main.inputs('settings.saveSignatory')).toEqual([
      {
        id: anId(72),
        signatory: {
          companyId: anId(61),
          name: 'Bo Lind',
          role: 'Director',
          basis: 'authorisation-letter',
          until: '2027-10-31',
          letter: aHash(5),
        },
      },
    ]);
    expect(dialog()).toBeNull();
    expect(isChosen(person('Bo Lind'))).toBe(true);
    const holds = said('review.decision.authorityUntil', { day: longDate('2027-10-31') });
    expect(reads('review.decision.authorityWithin', { holds, limit: 'CNY 1,000' })).toBe(true);
  });

  it('a letter that was not attached lets nobody sign', async () => {
    const signatories = [aSignatory(), aSignatory({ id: anId(72), name: 'Bo', basis: 'authorisation-letter' })];
    await decision(ready(), known({ signatories, signedLast: { companyId: anId(61), signatoryId: anId(72) } }));
    expect(isDisabled(person('Bo'))).toBe(true);
    expect(reads('review.decision.authorityMissing')).toBe(true);
    await click(the('button', 'review.decision.attachNew'));
    expect(valueOf(field('review.decision.person'))).toBe('Bo');
  });

  inEach(
    'where nobody has a letter, the letter is what is missing, and one is led to whom it is of',
    async (language) => {
      const signatories = [aSignatory({ id: anId(72), name: 'Bo', basis: 'authorisation-letter' })];
      await decision(ready(), known({ signatories }), {}, { language });
      expect(reads('review.decision.gap.signatory')).toBe(false);
      await click(the('button', 'review.decision.gap.letter'));
      expect(valueOf(field('review.decision.person'))).toBe('Bo');
      expect(reads('settings.signatories.letterNeeded')).toBe(true);
    },
  );

  it('somebody is added in a dialog, and closing it loses nothing typed', async () => {
    const added = aSignatory({ id: anId(73), name: 'Cy Dahl', basis: 'post' });
    const main = await decision(ready(), known(), { 'settings.saveSignatory': refused({ field: 'signatory.name' }) });
    await write(field('review.decision.reason'), 'a remark');
    await click(the('button', 'review.decision.addSignatory'));
    await write(field('review.decision.person'), 'Cy Dahl');
    await press('Escape');
    expect(dialog()).toBeNull();
    await click(the('button', 'review.decision.addSignatory'));
    expect(valueOf(field('review.decision.person'))).toBe('Cy Dahl');
    await click(the('button', 'frame.add'));
    expect(main.inputs('settings.saveSignatory')).toEqual([]);
    expect(document.activeElement).toBe(field('review.decision.role'));
    await write(field('review.decision.role'), 'Counsel');
    await pick(field('review.decision.basis'), 'post');
    await click(the('button', 'frame.add'));
    expect(refusedHere()).toBe(true);
    main.answer({
      'settings.saveSignatory': () => added,
      'review.page': () => known({ signatories: [aSignatory(), added] }),
    });
    await click(the('button', 'frame.add'));
    expect(main.inputs('settings.saveSignatory').at(-1)?.signatory).toEqual({
      companyId: anId(61),
      name: 'Cy Dahl',
      role: 'Counsel',
      basis: 'post',
    });
    expect(isChosen(person('Cy Dahl'))).toBe(true);
    expect(valueOf(field('review.decision.reason'))).toBe('a remark');
    // Whoever comes next is somebody else.
    await click(the('button', 'review.decision.addSignatory'));
    expect(valueOf(field('review.decision.person'))).toBe('');
  });

  inEach('without a company the way to one is a dialog here', async (language) => {
    const main = await decision(
      ready(),
      aDecisionPage({ companies: [], signatories: [] }),
      { 'settings.saveCompany': () => aCompany() },
      { language },
    );
    main.answer({ 'review.page': () => aDecisionPage() });
    expect(reads('review.decision.noCompany')).toBe(true);
    expect(isDisabled(accept())).toBe(true);
    await accessible();
    await click(accept());
    await write(field('settings.fields.name'), 'Northern Ferries');
    await accessible();
    await click(the('button', 'frame.add'));
    expect(main.inputs('settings.saveCompany')[0]?.company.name).toBe('Northern Ferries');
    expect(dialog()).toBeNull();
    expect(main.inputs('review.page').at(-1)?.companyId).toBe(anId(61));
    expect(isChosen(person('Ada Berg'))).toBe(true);
  });

  it('another company asks for its own words and people', async () => {
    const companies = [61, 62].map((at) => ({ id: anId(at), name: `Company ${at}`, creditCode: '' }));
    const signatories = [aSignatory(), aSignatory({ id: anId(74), companyId: anId(62), name: 'Dora' })];
    const main = await decision(ready(), known({ companies, signatories }));
    main.answer({
      'review.page': () => known({ companies, signatories }),
      'review.statement': ({ companyId }) => ({
        statement: companyId === anId(62) ? 'Other words.' : '',
        button: 'Yes',
      }),
    });
    await pick(field('review.decision.company'), anId(62));
    expect(main.inputs('review.page').at(-1)?.companyId).toBe(anId(62));
    expect(readsText('Other words.')).toBe(true);
    expect(isChosen(person('Dora'))).toBe(true);
    expect(screen.queryByRole('radio', { name: /^Ada/u })).toBeNull();
    await pick(field('review.decision.company'), 'new');
    expect(the('dialog', 'settings.newCompany')).toBeTruthy();
  });

  it('somebody chosen whose authority ends meanwhile decides nothing more', async () => {
    await decision(ready(), known({ signatories: [aSignatory()] }));
    await justClicked();
    expect(isDisabled(accept())).toBe(false);
    cleanup();
    const main = await decision(ready(), known({ signatories: [aSignatory({ ended: true })] }));
    expect(reads('review.conclusion.kinds.just-clicked')).toBe(true);
    expect(isDisabled(accept())).toBe(true);
    await press('Enter', { ctrl: true });
    expect(main.inputs('review.decide')).toEqual([]);
  });

  it('a company that nobody signs for says so', async () => {
    await decision(ready(), aDecisionPage({ signatories: [] }));
    expect(reads('review.decision.noSignatories')).toBe(true);
    await click(the('button', 'review.decision.gap.signatory'));
    expect(the('dialog', 'settings.signatories.add')).toBeTruthy();
  });

  it('where a second person is needed, acceptance waits for both', async () => {
    const main = await decision(ready(), known({ secondPersonNeeded: true }), { 'review.decide': () => aDecision() });
    await justClicked();
    expect(isDisabled(accept())).toBe(true);
    await click(the('button', 'review.decision.gap.second'));
    const second = `${said('review.decision.second')} · `;
    const name = screen.getByLabelText(second + said('review.decision.person'));
    expect(document.activeElement).toBe(name);
    await write(name, 'Bo Lind');
    expect(isDisabled(accept())).toBe(true);
    await write(screen.getByLabelText(second + said('review.decision.role')), 'Controller');
    await click(accept());
    expect(main.inputs('review.decide')[0]?.secondPerson).toEqual({ name: 'Bo Lind', role: 'Controller' });
  });
});
