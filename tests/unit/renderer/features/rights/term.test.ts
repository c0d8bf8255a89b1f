import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { TermFigure, TermView } from '../../../../../src-main/contract/rights/term.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { dialog, field, reads, readsText, the } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aChoice, aFactChoice, aMonth, known, someRights } from '../../given/rights.ts';

const lacking = (name: TermFigure['name'], what: 'fact' | 'input', missing: string): TermFigure => ({
  name,
  as: 'date',
  answer: { known: false, missing: [{ what, name: missing, text: asWritten(`no ${missing}`) }], steps: [] },
});

const FIGURES: readonly TermFigure[] = [
  { name: 'length', as: 'words', answer: known(''), words: asWritten('1 year') },
  {
    name: 'end',
    as: 'date',
    answer: known('2026-12-31'),
    latest: { day: '2027-01-01', why: asWritten('first day out') },
  },
  { name: 'cancelBy', as: 'date', answer: known('2026-12-01') },
  { name: 'renews', as: 'words', answer: known(''), words: asWritten('1 year') },
  { name: 'ceiling', as: 'money', answer: known('1070.00') },
  lacking('sunsetNotice', 'fact', 'sunset-notice'),
  lacking('fee', 'input', 'remaining'),
];

const aTerm = (more: Partial<TermView> = {}): TermView => ({
  currency: 'CNY',
  agreementId: anId(1),
  given: { starts: '2026-01-01' },
  figures: FIGURES,
  statutes: [],
  coming: [
    {
      nth: 2,
      starts: '2027-01-01',
      ends: { safe: '2027-12-31', latest: '2028-01-01' },
      cancelBy: { safe: '2027-12-01', latest: '2027-12-02' },
    },
  ],
  renewsItself: true,
  stands: '2026-01-01',
  ...more,
});

function term(view: TermView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> {
  return show(
    Rights,
    { place: { screen: 'rights', part: 'term', agreementId: anId(1) } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => someRights({ term: true, choices: [aFactChoice()] }),
      'rights.month': () => aMonth(),
      'rights.reopenedClaims': () => [],
      'rights.readFact': () => [],
      'rights.term': () => view,
      ...answers,
    },
    wish,
  );
}

describe('term and renewal of an agreement', () => {
  inEach('says by when to cancel, every figure with the later day, and the terms that follow', async (language) => {
    await term(aTerm(), {}, { language });
    await settled();
    expect(reads('rights.term.answer.renewsUnless', { long: '1 year', day: longDate('2026-12-01') })).toBe(true);
    expect(readsText(longDate('2027-01-01'))).toBe(true);
    expect(readsText('first day out')).toBe(true);
    expect(readsText('1,070.00')).toBe(true);
    expect(reads('rights.term.coming')).toBe(true);
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(2);
    await accessible();
  });

  it('a figure that lacks a fact leads to its correction, one that lacks what a person knows to the term', async () => {
    await term(aTerm());
    await settled();
    const open = (name: TermFigure['name']): HTMLElement =>
      screen.getByText(said(`rights.term.figures.${name}`)).closest('details') as HTMLElement;
    await click(within(open('sunsetNotice')).getByRole('button'));
    expect(within(dialog() as HTMLElement).getByText(said('rights.facts.dialog.kind'))).toBeTruthy();
    await click(within(dialog() as HTMLElement).getByRole('button', { name: said('frame.cancel') }));
    await click(within(open('fee')).getByRole('button'));
    expect(field('rights.term.fields.remaining')).toBeTruthy();
  });

  it('keeps what is entered, and takes it back', async () => {
    const { inputs } = await term(aTerm(), { 'rights.keepTerm': () => undefined });
    await settled();
    await click(screen.getAllByRole('button', { name: said('rights.term.enter') }).at(-1) as HTMLElement);
    await write(field('rights.term.fields.price'), '1000');
    await click(the('button', 'frame.save'));
    expect(inputs('rights.keepTerm')).toEqual([
      { agreementId: anId(1), term: { starts: '2026-01-01', price: '1000' } },
    ]);
  });

  it('drafts the notice of non-renewal and goes to it; a draft is told as one', async () => {
    await term(aTerm(), { 'rights.draftNonRenewal': () => ({ letterId: anId(9) }) });
    await settled();
    await click(the('button', 'rights.term.draft'));
    await waitFor(() => expect(way.here).toMatchObject({ screen: 'letters', letterId: anId(9) }));
  });

  inEach('a notice that is only drafted closes nothing, one that was sent ends the term', async (language) => {
    const draft = { origin: 'case:1', state: 'drafted', letterId: anId(9) } as const;
    await term(aTerm({ notRenewed: draft }), {}, { language });
    await settled();
    expect(reads('rights.term.draftNote')).toBe(true);
    expect(screen.queryByRole('button', { name: said('rights.term.draft') })).toBeNull();
    await click(the('button', 'rights.term.openDraft'));
    expect(way.here).toMatchObject({ screen: 'letters', letterId: anId(9) });
    expect(reads('rights.term.answer.leaves', { day: longDate('2026-12-31') })).toBe(false);
  });

  it('after sending, the end is told and nothing is left to draft', async () => {
    await term(aTerm({ notRenewed: { origin: 'case:1', state: 'sent', sentAt: '2026-11-28T01:00:00Z' } }));
    await settled();
    expect(reads('rights.term.answer.leaves', { day: longDate('2026-12-31') })).toBe(false);
    expect(reads('rights.term.answer.underWayUntil', { day: longDate('2026-12-01') })).toBe(true);
    const arrived = { sentAt: '2026-11-28T01:00:00Z', arrivedAt: '2026-11-29T01:00:00Z' };
    await term(aTerm({ notRenewed: { origin: 'case:1', state: 'arrived', ...arrived } }));
    await settled();
    expect(reads('rights.term.answer.leaves', { day: longDate('2026-12-31') })).toBe(true);
    expect(screen.queryByRole('button', { name: said('rights.term.draft') })).toBeNull();
  });
});
