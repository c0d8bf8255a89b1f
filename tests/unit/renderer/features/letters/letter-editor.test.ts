import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { replace, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anAgreement, anId, aLibrary, aToken } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aCase } from '../../given/cases.ts';
import { aFailure, pending, refused, type Answers } from '../../given/double.ts';
import { every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { aLetter, anOutput } from '../../given/letters.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { aField, editor, filled, told } from './editor.ts';

vi.mock('../../../../../src-renderer/kernel/pdf.ts', async () => (await import('../../given/paper.ts')).paper);

/** What is typed is kept after a pause. */
const pause = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 380));
  await settled();
};

describe('states of a letter', () => {
  it('loading: nothing is shown', async () => {
    await editor(filled(), { 'letters.open': pending });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('too early or too late to send: told at its head', async () => {
    const early = aCase({ window: { opens: '2026-12-07', today: 'before' } });
    await editor(filled(), { 'letters.caseOfLetter': () => early });
    const note = screen.getByText(said('letters.case.early', { day: longDate('2026-12-07') }));
    expect(note.closest('form')?.querySelector('h1')).toBeTruthy();
    cleanup();
    const late = aCase({ window: { closes: '2026-11-20', today: 'after' } });
    await editor(filled(), { 'letters.caseOfLetter': () => late });
    expect(reads('letters.case.late', { day: longDate('2026-11-20') })).toBe(true);
  });

  it('failed: told', async () => {
    await editor(filled(), { 'letters.open': refused() });
    expect(notice.failure).toEqual(aFailure());
  });

  inEach('the form beside the paper, whose words can be read', async (language) => {
    await editor(filled(), {}, { language });
    expect(screen.getByRole('heading', { name: 'Letter of commitment' })).toBeTruthy();
    expect(reads('letters.ownDraft')).toBe(true);
    expect(the('figure', 'letters.pageOf', { page: 2, pages: 2 }).textContent).toContain('Words of page 2.');
    expect(reads('letters.ready')).toBe(true);
    await accessible();
  });

  inEach('what is wrong stops the paper, a warning does not', async (language) => {
    const problems = [
      { field: 'subject', severity: 'error' as const, text: asWritten('A subject is needed') },
      { field: 'other', severity: 'warning' as const, text: asWritten('Look again') },
    ];
    await editor(filled({ problems }), {}, { language });
    expect(field('letters.company')).toBeTruthy();
    expect(screen.getByLabelText(/Field subject/u).getAttribute('aria-invalid')).toBe('true');
    expect(readsText('A subject is needed')).toBe(true);
    expect(reads('letters.problems', { count: 1 })).toBe(true);
    expect(reads('letters.warnings', { count: 1 })).toBe(true);
    for (const key of ['letters.print', 'letters.sign'] as const) expect(isDisabled(the('button', key))).toBe(true);
    // What comes next is never a dead button: it names what is to be mended, and leads there.
    expect(every('button', 'letters.export')).toEqual([]);
    await click(screen.getByRole('button', { name: said('letters.next.mend', { field: 'Field subject' }) }));
    expect(document.activeElement).toBe(screen.getByLabelText(/Field subject/u));
    await accessible();
  });

  inEach('without a company the way to one is shown', async (language) => {
    await editor(aLetter(), { 'settings.companies': () => [] }, { language });
    await accessible();
    await click(the('button', 'letters.noCompany'));
    expect(way.here).toEqual({ screen: 'settings', part: 'companies' });
  });

  inEach('a Word form of theirs shows its words, and only Word lays it out', async (language) => {
    const words = {
      kind: 'words' as const,
      paragraphs: [
        [{ text: 'To the harbour: ' }, { text: 'Northern Ferries', field: 'company' }, { text: '', field: 'open' }],
      ],
    };
    await editor(
      filled({ ownForm: { format: 'docx', file: 'form.docx' } }),
      { 'letters.preview': () => words },
      { language },
    );
    expect(reads('letters.ownFormNote', { file: 'form.docx' })).toBe(true);
    expect(readsText('To the harbour: Northern Ferries')).toBe(true);
    expect(reads('letters.wordOnly')).toBe(true);
    expect(every('button', 'letters.print')).toEqual([]);
    expect(every('button', 'letters.exportWord')).toHaveLength(1);
    await accessible();
  });

  inEach('a letter that calls itself irrevocable says what to check before it is sealed', async (language) => {
    await editor(filled({ standing: 'as-published', irrevocable: true }), {}, { language });
    expect(reads('letters.irrevocable')).toBe(true);
    await accessible();
  });

  inEach('what to check before it is sealed is said on screen', async (language) => {
    const caution = { zh: '签前请核对。', en: 'Check before it is sealed.' };
    await editor(filled({ cautions: [caution] }), {}, { language });
    expect(document.body.textContent).toContain(caution[language]);
    await accessible();
  });

  it('a newer letter of the agreement is offered', async () => {
    await editor(filled({ newer: { templateId: 'newer', title: 'Letter of 2027' }, standing: 'as-published' }));
    expect(reads('letters.newer', { title: 'Letter of 2027' })).toBe(true);
    expect(reads('letters.asPublished')).toBe(true);
    await click(the('button', 'letters.startNewer'));
    expect(told.started).toEqual(['newer']);
  });
});

describe('filling a letter', () => {
  it('what is typed is kept once, after a pause, and the paper made anew', async () => {
    const main = await editor(filled());
    const before = main.inputs('letters.preview').length;
    await write(screen.getByLabelText(/^Field subject/u), 'Stor');
    await write(screen.getByLabelText(/^Field subject/u), 'Storage of boats');
    expect(main.inputs('letters.fill')).toEqual([]);
    await pause();
    expect(main.inputs('letters.fill')).toEqual([
      { letterId: anId(21), companyId: anId(61), values: { subject: 'Storage of boats' } },
    ]);
    expect(main.inputs('letters.preview').length).toBeGreaterThan(before);
  });

  it('every kind of field can be filled', async () => {
    const fields = [
      aField('long', { kind: 'long-text' }),
      aField('pickOne', { kind: 'choice', options: ['one', 'two'] }),
      aField('day', { kind: 'date', required: true }),
      aField('mail', { kind: 'email' }),
    ];
    const main = await editor(aLetter({ fields }));
    await write(screen.getByLabelText(/^Field long/u), 'Many words');
    await pick(screen.getByLabelText(/^Field pickOne/u), 'two');
    await write(screen.getByLabelText(/^Field day/u), '2026-12-01');
    await write(screen.getByLabelText(/^Field mail/u), 'a@b.example');
    await pause();
    expect(main.inputs('letters.fill').at(-1)?.values).toEqual({
      long: 'Many words',
      pickOne: 'two',
      day: '2026-12-01',
      mail: 'a@b.example',
    });
  });

  inEach('rows are added, filled and removed, and a wrong cell says so', async (language) => {
    const fields = [
      aField('titles', { kind: 'rows', columns: [aField('name'), aField('amount', { kind: 'amount' })] }),
    ];
    const problems = [{ field: 'titles.2.amount', severity: 'error' as const, text: asWritten('No amount') }];
    const main = await editor(
      aLetter({ fields, problems, values: { titles: [{ name: 'A', amount: '1' }] } }),
      {},
      { language },
    );
    await click(the('button', 'letters.addRow'));
    await write(screen.getAllByLabelText('Field name')[1]!, 'B');
    await fireEvent.blur(screen.getAllByLabelText(/Field amount/u)[1]!);
    expect(screen.getAllByLabelText(/Field amount/u)[1]?.getAttribute('aria-invalid')).toBe('true');
    await accessible();
    await click(the('button', 'letters.removeRow', { index: 1 }));
    await pause();
    expect(main.inputs('letters.fill').at(-1)?.values).toEqual({ titles: [{ name: 'B' }] });
  });

  it('another company is kept with the letter', async () => {
    const main = await editor(filled());
    await pick(field('letters.company'), anId(62));
    await pause();
    expect(main.inputs('letters.fill')[0]?.companyId).toBe(anId(62));
  });

  it('what was typed is kept when the screen is left', async () => {
    const main = await editor(filled());
    await write(screen.getByLabelText(/^Field subject/u), 'Unsaved');
    cleanup();
    await settled();
    expect(main.inputs('letters.fill')[0]?.values).toEqual({ subject: 'Unsaved' });
  });

  it('one paper is made at a time', async () => {
    const main = await editor(filled(), { 'letters.preview': pending });
    await write(screen.getByLabelText(/^Field subject/u), 'One');
    await pause();
    await write(screen.getByLabelText(/^Field subject/u), 'Two');
    await pause();
    expect(main.inputs('letters.preview')).toHaveLength(1);
    expect(reads('letters.layingOut')).toBe(true);
  });
});

describe('making the paper', () => {
  it('what was typed last is kept before it is made', async () => {
    const main = await editor(filled(), { 'letters.export': () => anOutput() });
    await write(screen.getByLabelText(/^Field subject/u), 'At the last moment');
    await click(the('button', 'letters.export'));
    const names = main.calls.map(({ name }) => name);
    expect(names.indexOf('letters.fill')).toBeLessThan(names.indexOf('letters.export'));
    expect(notice.said).toBe(said('letters.exported', { name: 'commitment.pdf' }));
  });

  it('where that cannot be kept no paper is made of what was there before, and it is tried again', async () => {
    const main = await editor(filled(), { 'letters.fill': refused(), 'letters.export': () => anOutput() });
    await write(screen.getByLabelText(/^Field subject/u), 'At the last moment');
    await click(the('button', 'letters.export'));
    await click(the('button', 'letters.print'));
    expect(main.inputs('letters.export')).toEqual([]);
    expect(main.inputs('letters.print')).toEqual([]);
    expect(refusedHere()).toBe(true);
    expect(valueOf(screen.getByLabelText(/^Field subject/u))).toBe('At the last moment');
    main.answer({ 'letters.fill': ({ values }) => filled({ values }) });
    await click(the('button', 'letters.export'));
    expect(main.inputs('letters.fill').at(-1)?.values).toEqual({ subject: 'At the last moment' });
    expect(main.inputs('letters.export')).toHaveLength(1);
  });

  it('it is printed with the seal that is chosen', async () => {
    const main = await editor(filled(), { 'letters.print': () => ({ printed: true }) });
    await pick(the('combobox', 'letters.seal'), 'square-22');
    await click(field('letters.seam'));
    await click(the('button', 'letters.print'));
    expect(main.inputs('letters.print')).toEqual([
      { letterId: anId(21), seal: { shape: 'square-22', guides: false, seam: true } },
    ]);
  });

  it('printed outlines change the paper itself', async () => {
    const main = await editor(filled());
    await click(field('letters.guides'));
    expect(main.inputs('letters.preview').at(-1)?.seal).toEqual({ shape: 'round-42', guides: true, seam: false });
  });

  inEach('what its text belongs to is read; what was typed over it before can be mended', async (language) => {
    const fields = [
      aField('agreementTitle', { preset: 'Berth terms', fixed: true }),
      aField('subject', { preset: 'Storage' }),
    ];
    const known = (): boolean => screen.getByLabelText<HTMLInputElement>(/^Field agreementTitle/u).readOnly;
    await editor(filled({ fields, values: { agreementTitle: 'Berth terms', subject: 'Storage' } }), {}, { language });
    expect(known()).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>(/^Field subject/u).readOnly).toBe(false);
    cleanup();
    await editor(filled({ fields, values: { agreementTitle: 'Another' } }), {}, { language });
    expect(known()).toBe(false);
  });

  it('one that was put back is open again, unless one went on to another', async () => {
    const letters = { screen: 'letters' } as const;
    await editor(filled(), { 'letters.remove': () => aToken('letter'), 'library.undo': () => undefined });
    for (const [there, back] of [
      [letters, { ...letters, letterId: anId(21) }],
      [
        { ...letters, letterId: anId(22) },
        { ...letters, letterId: anId(22) },
      ],
      [{ screen: 'agenda' }, { screen: 'agenda' }],
    ] as const) {
      await click(the('button', 'letters.remove'));
      replace(there);
      await toasts.undoable?.undo?.();
      expect(way.here).toEqual(back);
    }
  });

  it('a letter without an output can be removed; a refusal leaves it', async () => {
    const main = await editor(filled(), { 'letters.remove': refused() });
    await click(the('button', 'letters.remove'));
    expect(refusedHere()).toBe(true);
    expect(told.removed).toBe(0);
    main.answer({ 'letters.remove': () => aToken('letter') });
    await click(the('button', 'letters.remove'));
    expect(main.inputs('letters.remove')).toHaveLength(2);
    expect(told.removed).toBe(1);
  });
});

describe('an objection that was begun by itself', () => {
  const itself = (origin: string): Answers => ({
    'letters.caseOfLetter': () => aCase({ origin, kind: 'objection' }),
    'notices.list': () => ({ notices: [], today: '2026-11-30' }),
  });

  inEach('can be linked to a change notice', async (language) => {
    await editor(filled({ templateId: 'objection' }), itself(`letter:${anId(21)}`), { language });
    await click(the('button', 'letters.tie'));
    expect(reads('letters.tie.none')).toBe(true);
  });

  it('of a notice, or another letter, cannot', async () => {
    await editor(filled({ templateId: 'objection' }), itself(`notice:${anId(41)}`));
    expect(every('button', 'letters.tie')).toEqual([]);
    cleanup();
    await editor(filled({ templateId: 'non-renewal-notice' }), itself(`letter:${anId(21)}`));
    expect(every('button', 'letters.tie')).toEqual([]);
  });
});

describe('the agreement of a letter that was begun by itself', () => {
  const own = (origin: string): Answers => ({
    'letters.caseOfLetter': () => aCase({ origin }),
    'library.list': () =>
      aLibrary([anAgreement(), anAgreement({ id: anId(72), title: 'Second terms', origin: 'Ada' })]),
    'letters.tieAgreement': ({ agreementId }) => filled({ aboutAgreement: true, agreementId }),
  });

  inEach('is chosen among the own ones, and kept at once', async (language) => {
    const main = await editor(filled({ aboutAgreement: true }), own(`letter:${anId(21)}`), { language });
    expect(reads('letters.agreementNote')).toBe(true);
    await accessible();
    await pick(field('letters.agreement'), anAgreement().id);
    expect(main.inputs('letters.tieAgreement')).toEqual([{ letterId: anId(21), agreementId: anAgreement().id }]);
    expect(readsText('Second terms')).toBe(false);
  });

  it('is not asked where a record says it, or where the letter speaks of none', async () => {
    await editor(filled({ aboutAgreement: true }), own(`claim:${anId(41)}`));
    expect(every('combobox', 'letters.agreement')).toEqual([]);
    cleanup();
    await editor(filled(), own(`letter:${anId(21)}`));
    expect(every('combobox', 'letters.agreement')).toEqual([]);
  });
});
