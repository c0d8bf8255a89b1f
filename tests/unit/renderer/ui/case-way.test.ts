import { cleanup, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import CaseWay from '../../../../src-renderer/ui/case/CaseWay.svelte';
import { listDate, longDate } from '../../../../src-renderer/kernel/dates.ts';
import { money } from '../../../../src-renderer/kernel/money.ts';
import { toasts, undo } from '../../../../src-renderer/kernel/toasts.svelte.ts';
import type { CaseView } from '../../../../src-main/contract/letters-cases.ts';
import { accessible } from '../given/axe.ts';
import { aCase, aSentCase } from '../given/cases.ts';
import type { Answers } from '../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../given/find.ts';
import { click, isDisabled, pick, write } from '../given/hands.ts';
import { inEach, said, settled, show, TODAY } from '../given/page.ts';

const way = (view: CaseView | undefined, answers: Answers = {}, props: object = {}, wish = {}) =>
  show(CaseWay, { origin: 'claim:k1', ...props }, { 'letters.case': () => view, ...answers }, wish);

const drawn = (): readonly string[] =>
  [...screen.getAllByRole('list')[0]!.querySelectorAll('.words')].map(({ textContent }) => textContent);

describe('the way of a case', () => {
  inEach('draws what happened with its day, and what is ahead; nothing that did not happen', async (language) => {
    await way(aSentCase(), {}, {}, { language });
    expect(drawn()).toEqual([
      ...(['drafted', 'exported', 'sent'] as const).map((state) => said(`letters.case.states.${state}`)),
      ...(['arrived', 'answered', 'credited'] as const).map((state) => said(`letters.case.ahead.${state}`)),
    ]);
    expect(readsText(listDate('2026-11-20'))).toBe(true);
    expect(readsText(said('letters.case.proofOf', { name: 'receipt.eml' }))).toBe(true);
    expect(readsText(said('review.explanations.channels.mail'))).toBe(true);
    expect(readsText(said('letters.case.waiting', { days: 10 }))).toBe(true);
    const now = document.querySelector('[aria-current=step]');
    expect(now?.textContent).toContain(said('letters.case.ahead.arrived'));
    await accessible();
  });

  it('without a letter nothing is exported or sealed on the way; settled is settled where nothing is paid', async () => {
    const { letterId: _none, ...rest } = aCase({ kind: 'explanation' });
    await way(rest);
    expect(drawn()).toEqual([
      said('letters.case.states.drafted'),
      ...(['sent', 'arrived', 'answered', 'settled'] as const).map((state) => said(`letters.case.ahead.${state}`)),
    ]);
  });

  it('an objection that was decided on is not drafted before its letter is', async () => {
    const { letterId: _none, ...decided } = aCase({ kind: 'objection' });
    await way(decided);
    expect(drawn()[0]).toBe(said('letters.case.ahead.drafted'));
    expect(document.querySelector('[aria-current=step]')?.textContent).toContain(said('letters.case.ahead.drafted'));
    cleanup();
    await way(aCase({ kind: 'objection' }));
    expect(drawn()).toContain(said('letters.case.states.drafted'));
  });

  it('what was given up has no way on, and says why', async () => {
    const step = { state: 'withdrawn', at: '2026-11-21T02:00:00.000Z', said: 'Ada', note: 'Too little' } as const;
    await way(aCase({ state: 'withdrawn', steps: [...aCase().steps, step], next: [], undoable: true }));
    expect(drawn()).toEqual([said('letters.case.states.drafted'), said('letters.case.states.withdrawn')]);
    expect(readsText('Too little')).toBe(true);
    expect(every('button', 'letters.case.undo')).toHaveLength(1);
  });

  it('offers every next step, and leaves the first to the screen where that offers it', async () => {
    await way(aSentCase());
    for (const act of ['arrived', 'answered', 'credited', 'withdrawn'] as const)
      expect(every('button', `letters.case.mark.${act}`)).toHaveLength(1);
    await way(aSentCase(), {}, { lead: 'elsewhere' });
    expect(every('button', 'letters.case.mark.arrived')).toHaveLength(1);
  });

  it('takes a form of the screen’s own where there is one', async () => {
    const answered = vi.fn();
    await way(aSentCase(), {}, { own: { answered } });
    await click(the('button', 'letters.case.mark.answered'));
    expect(answered).toHaveBeenCalledOnce();
    expect(dialog()).toBeNull();
  });

  it('by when an answer was asked for, and that a draft closes nothing', async () => {
    await way(aSentCase({ answerBy: '2026-12-08' }));
    expect(readsText(said('letters.case.answerBy', { day: longDate('2026-12-08') }))).toBe(true);
    await way(aCase({ window: { closes: '2026-12-31', today: 'within' } }));
    expect(reads('letters.case.draft', { day: longDate('2026-12-31') })).toBe(true);
  });
});

it.each([
  ['early', { opens: '2026-12-31', closes: '2027-01-30', today: 'before' }, '2026-12-31'],
  ['late', { opens: '2026-10-01', closes: '2026-10-31', today: 'after' }, '2026-10-31'],
] as const)('where it is too %s, says where the reason is given', async (key, window, day) => {
  await way(aCase({ window }));
  expect(reads(`letters.case.${key}`, { day: longDate(day) })).toBe(true);
});

describe('a step of a case', () => {
  inEach(
    'is said by a person with day, way and proof, and can be taken back from where it is told',
    async (language) => {
      const main = await way(
        aCase(),
        {
          'letters.takeCaseStep': () => aSentCase(),
          'letters.keepCaseProof': () => ({ sha256: 'a'.repeat(64), name: 'receipt.eml' }),
          'letters.undoCaseStep': () => aCase(),
        },
        {},
        { language },
      );
      await click(the('button', 'letters.case.mark.sent'));
      expect(isDisabled(the('button', 'letters.case.title.sent'))).toBe(true);
      await write(field('frame.handledBy'), ' Ada Berg ');
      await click(the('button', 'letters.case.proof'));
      expect(readsText('receipt.eml')).toBe(true);
      await accessible();
      await click(the('button', 'letters.case.title.sent'));
      expect(main.inputs('letters.takeCaseStep')).toEqual([
        { origin: 'claim:k1', state: 'sent', on: TODAY, by: 'Ada Berg', channel: 'ticket', proof: 'a'.repeat(64) },
      ]);
      expect(dialog()).toBeNull();
      expect(drawn()).toContain(said('letters.case.states.sent'));
      await undo(toasts.undoable!);
      expect(main.inputs('letters.undoCaseStep')).toEqual([{ origin: 'claim:k1', state: 'sent' }]);
      await click(the('button', 'letters.case.undo'));
      await settled();
      expect(drawn()).not.toContain(said('letters.case.states.sent'));
    },
  );

  inEach(
    'without the seal that its letter has a place for is said so, and only marked as sent anyway',
    async (language) => {
      const main = await way(
        aCase({ unsealed: true }),
        { 'letters.takeCaseStep': () => aSentCase() },
        {},
        { language },
      );
      await click(the('button', 'letters.case.mark.sent'));
      expect(reads('letters.case.unsealed')).toBe(true);
      await write(field('frame.handledBy'), 'Ada Berg');
      await accessible();
      await click(the('button', 'letters.case.sendUnsealed'));
      expect(main.inputs('letters.takeCaseStep')).toMatchObject([{ state: 'sent', by: 'Ada Berg' }]);
    },
  );

  inEach('outside its window asks for the reason, and sends it along', async (language) => {
    const window = { opens: '2026-12-07', today: 'before' } as const;
    const main = await way(aCase({ window }), { 'letters.takeCaseStep': () => aSentCase() }, {}, { language });
    expect(reads('letters.case.early', { day: longDate('2026-12-07') })).toBe(true);
    await click(the('button', 'letters.case.mark.sent'));
    await write(field('frame.handledBy'), 'Ada');
    expect(isDisabled(the('button', 'letters.case.title.sent'))).toBe(true);
    await write(field('letters.case.reason'), 'The plan ends before.');
    await click(the('button', 'letters.case.title.sent'));
    expect(main.inputs('letters.takeCaseStep')[0]).toMatchObject({ outside: 'The plan ends before.' });
  });

  it('that was taken outside its window says so', async () => {
    const outside = { when: 'after', reason: 'Agreed by phone' } as const;
    const steps = [...aCase().steps, { state: 'sent', at: '2026-11-20T02:00:00.000Z', said: 'Ada', outside } as const];
    await way(aSentCase({ steps }));
    expect(readsText(said('letters.case.outside.after', { reason: 'Agreed by phone' }))).toBe(true);
  });
});

describe('a claim of money that is settled', () => {
  inEach(
    'asks how much came in and as what; the amount that was claimed is beside the field, never in it',
    async (language) => {
      const claimed = { amount: '250.00', currency: 'CNY' };
      const view = aSentCase({ claimed });
      const main = await way(view, { 'letters.takeCaseStep': () => view }, { taking: 'settled' }, { language });
      const amount = field('letters.case.credited.amount') as HTMLInputElement;
      expect([amount.value, amount.placeholder]).toEqual(['', '250.00']);
      await write(field('frame.handledBy'), 'Ada');
      expect(isDisabled(the('button', 'letters.case.title.credited'))).toBe(true);
      await write(amount, '200');
      await pick(field('letters.case.credited.paidIn'), 'voucher');
      await click(the('button', 'letters.case.title.credited'));
      expect(main.inputs('letters.takeCaseStep')).toMatchObject([
        { state: 'settled', credited: { amount: '200', paidIn: 'voucher' } },
      ]);
    },
  );

  it('says what came in and the difference, where the way is told', async () => {
    const credited = { amount: '200.00', paidIn: 'money', currency: 'CNY', difference: '-50.00' } as const;
    const step = { state: 'settled', at: '2026-11-21T02:00:00.000Z', said: 'Ada', credited } as const;
    await way(aSentCase({ state: 'settled', steps: [...aSentCase().steps, step], next: [] }));
    const came = said('letters.case.credited.came.money', { amount: money('200.00', 'CNY') });
    expect(readsText(said('letters.case.credited.less', { came, difference: money('50.00', 'CNY') }))).toBe(true);
  });
});
