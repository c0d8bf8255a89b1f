import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ObligationsView } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { dialog, field, reads, readsText, stopsAt, the } from '../../given/find.ts';
import { click, pick, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aChoice, aFactChoice, aMonth, aSaidFact, someRights } from '../../given/rights.ts';

function facts(
  more: Partial<ObligationsView> = {},
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> {
  return show(
    Rights,
    { place: { screen: 'rights', part: 'facts', agreementId: anId(1) } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => someRights(more),
      'rights.month': () => aMonth(),
      'rights.reopenedClaims': () => [],
      'rights.readFact': () => [],
      ...answers,
    },
    wish,
  );
}

const TWO = [
  { versionId: anId(2), ordinal: 1 },
  { versionId: anId(3), ordinal: 2 },
];

describe('what a person said of the facts', () => {
  inEach('stands with who, when and why, what the text said instead, and whether it is used', async (language) => {
    const given: ObligationsView['said'] = [
      aSaidFact(),
      aSaidFact({ id: anId(302), label: asWritten('Payment due'), scope: 'Cold storage', unused: 'not-stated' }),
      aSaidFact({ id: anId(303), unused: 'replaced' }),
      aSaidFact({ id: anId(304), ordinal: 7, unused: 'other-version' }),
    ];
    await facts({ said: given, versions: TWO }, {}, { language });
    expect(
      reads('rights.facts.saidBy', { who: 'Ada Berg', day: longDate(aSaidFact().at), reason: aSaidFact().reason }),
    ).toBe(true);
    expect(reads('rights.facts.saidInstead', { words: '15 days', quote: 'fifteen days' })).toBe(true);
    expect(reads('rights.facts.saidScope', { label: 'Payment due', scope: 'Cold storage' })).toBe(true);
    expect(reads('rights.facts.saidUnused')).toBe(true);
    expect(reads('rights.facts.saidReplaced')).toBe(true);
    expect(reads('rights.facts.saidFor', { ordinal: 7 })).toBe(true);
    expect(reads('rights.facts.saidOther')).toBe(true);
    await accessible();
  });
});

describe('correcting a fact', () => {
  inEach('the kind, what of the text it replaces, the value, who and why', async (language) => {
    const choices = [aFactChoice(), aFactChoice({ kind: 'vat-rate', label: asWritten('Tax'), stated: [] })];
    const main = await facts(
      { choices, anchors: ['received', 'order'] },
      { 'rights.correctFact': () => undefined },
      { language },
    );
    const open = the('button', 'rights.facts.correctOpen');
    // The one next thing of this part, where every screen has it.
    expect([open.className, open.closest('footer') === null]).toEqual(['primary', false]);
    await click(open);
    const save = within(dialog()!).getByRole('button', { name: said('frame.save') });
    await click(save);
    expect(main.inputs('rights.correctFact')).toEqual([]);
    expect(reads('frame.field.unchosen', { name: said('rights.facts.dialog.kind') })).toBe(true);
    await pick(field('rights.facts.dialog.kind'), 'payment-due');
    expect(readsText('e.g. 7 days')).toBe(true);
    await pick(field('rights.facts.dialog.which'), 'c4/payment-due/1');
    await write(field('rights.facts.dialog.value'), ' 10 days ');
    await pick(field('rights.facts.dialog.anchor'), 'received');
    await write(field('rights.facts.dialog.reason'), 'The bill says so.');
    await stopsAt(said('rights.facts.dialog.by'), {
      control: () => field('rights.facts.dialog.by'),
      send: () => save,
      sent: () => main.inputs('rights.correctFact'),
    });
    await write(field('rights.facts.dialog.by'), 'Ada Berg');
    await stopsAt(said('rights.facts.dialog.reason'), {
      control: () => field('rights.facts.dialog.reason'),
      send: () => save,
      sent: () => main.inputs('rights.correctFact'),
    });
    await write(field('rights.facts.dialog.reason'), 'The bill says so.');
    await accessible();
    await click(save);
    expect(main.inputs('rights.correctFact')).toEqual([
      {
        agreementId: anId(1),
        versionId: someRights().basis.versionId,
        kind: 'payment-due',
        value: '10 days',
        by: 'Ada Berg',
        reason: 'The bill says so.',
        instead: 'c4/payment-due/1',
        anchor: 'received',
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('what was to be replaced of another kind is not sent', async () => {
    const choices = [aFactChoice(), aFactChoice({ kind: 'vat-rate', label: asWritten('Tax'), stated: [] })];
    const main = await facts({ choices }, { 'rights.correctFact': () => undefined });
    await click(the('button', 'rights.facts.correctOpen'));
    await pick(field('rights.facts.dialog.kind'), 'payment-due');
    await pick(field('rights.facts.dialog.which'), 'c4/payment-due/1');
    await pick(field('rights.facts.dialog.kind'), 'vat-rate');
    await write(field('rights.facts.dialog.value'), '6 %');
    await write(field('rights.facts.dialog.by'), 'Ada Berg');
    await write(field('rights.facts.dialog.reason'), 'Rate of today.');
    await click(within(dialog()!).getByRole('button', { name: said('frame.save') }));
    expect(main.inputs('rights.correctFact')).toEqual([
      {
        agreementId: anId(1),
        versionId: someRights().basis.versionId,
        kind: 'vat-rate',
        value: '6 %',
        by: 'Ada Berg',
        reason: 'Rate of today.',
      },
    ]);
  });

  inEach(
    'is for the version that is chosen, and of several readings one is chosen before it is kept',
    async (language) => {
      const other = [
        aFactChoice({ stated: [{ id: 'c9/payment-due/1', words: asWritten('3 days'), quote: 'three days' }] }),
      ];
      const main = await facts(
        { choices: [aFactChoice()], versions: TWO },
        {
          'rights.factChoices': () => other,
          'rights.readFact': ({ value }) =>
            value.includes('-') ? [asWritten('10 days'), asWritten('15 days')] : [asWritten('10 natural days')],
          'rights.correctFact': () => undefined,
        },
        { language },
      );
      await click(the('button', 'rights.facts.correctOpen'));
      await pick(field('rights.facts.dialog.version'), anId(2));
      expect(main.inputs('rights.factChoices')).toEqual([{ agreementId: anId(1), versionId: anId(2) }]);
      await pick(field('rights.facts.dialog.kind'), 'payment-due');
      await pick(field('rights.facts.dialog.which'), 'c9/payment-due/1');
      await write(field('rights.facts.dialog.value'), '10 days');
      await waitFor(() => expect(reads('rights.facts.dialog.readAs', { words: '10 natural days' })).toBe(true));
      await write(field('rights.facts.dialog.value'), '10-15 days');
      await write(field('rights.facts.dialog.by'), 'Ada Berg');
      await write(field('rights.facts.dialog.reason'), 'The bill says so.');
      const readings = await waitFor(() => field('rights.facts.dialog.readings'));
      const save = within(dialog()!).getByRole('button', { name: said('frame.save') });
      await click(save);
      expect(main.inputs('rights.correctFact')).toEqual([]);
      expect(reads('frame.field.unchosen', { name: said('rights.facts.dialog.readings') })).toBe(true);
      await pick(readings, '1');
      await accessible();
      await click(save);
      expect(main.inputs('rights.correctFact')).toMatchObject([
        { versionId: anId(2), value: '10-15 days', reading: 1, instead: 'c9/payment-due/1' },
      ]);
    },
  );
});
