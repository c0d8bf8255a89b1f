import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { TextsView } from '../../../../../src-main/contract/letters-sealed-copies.ts';
import SealedCopyNotes from '../../../../../src-renderer/features/review/SealedCopyNotes.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { inEach, settled, show } from '../../given/page.ts';
import { aCopy, someTexts } from '../../given/review.ts';

let picked: string[] = [];

async function notes(texts: TextsView, answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> {
  picked = [];
  const props = { versionId: anId(101), onpick: (id: string) => void picked.push(id) };
  return show(SealedCopyNotes, props, { 'letters.governingTexts': () => texts, ...answers }, wish);
}

const difference = { id: anId(96), clauseId: 'c3', clicked: 'nobody’s fault', foundAt: '2026-11-25T02:00:00Z' };
const resolved = { at: '2026-11-26T02:00:00Z', by: 'Ada Berg', how: 'a slip of the pen' };
const differing = aCopy({ differences: [difference] });

describe('which text governs', () => {
  it('loading and failed: nothing is claimed', async () => {
    await notes(someTexts(), { 'letters.governingTexts': pending });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('failed: told', async () => {
    await notes(someTexts(), { 'letters.governingTexts': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('heading')).toBeNull();
  });

  inEach('says which, why, by which clause, and what is open', async (language) => {
    const texts = someTexts({
      copies: [differing],
      governing: {
        governs: 'sealed',
        why: asWritten('The sealed text goes first.'),
        clause: { clauseId: 'c4', number: '1.3', because: 'the sealed text' },
        openDifferences: [difference],
      },
      replaced: [{ versionId: anId(77), title: 'Old terms', ordinal: 2 }],
    });
    await notes(texts, {}, { language });
    expect(reads('review.explanations.texts.governs.sealed')).toBe(true);
    expect(readsText('The sealed text goes first.')).toBe(true);
    expect(reads('review.explanations.texts.open', { count: 1 })).toBe(true);
    expect(readsText('Old terms')).toBe(true);
    await accessible();
    await click(the('button', 'review.explanations.texts.clause', { number: '1.3' }));
    expect(picked).toEqual(['c4']);
  });

  it('a copy that comes back is opened at once; a closed file dialog changes nothing', async () => {
    const main = await notes(someTexts(), { 'letters.addSealedCopy': () => undefined });
    await click(the('button', 'review.explanations.texts.receive'));
    expect(dialog()).toBeNull();
    main.answer({ 'letters.addSealedCopy': () => someTexts({ copies: [aCopy()] }) });
    await click(the('button', 'review.explanations.texts.receive'));
    expect(screen.getByRole('dialog', { name: 'sealed.pdf' })).toBeTruthy();
  });

  it('what changed is looked at again', async () => {
    const main = await notes(someTexts());
    main.answer({ 'letters.governingTexts': () => someTexts({ copies: [aCopy()] }) });
    main.send('changed', { features: ['review'] });
    await settled();
    expect(screen.getByRole('button', { name: 'sealed.pdf' })).toBeTruthy();
  });
});

describe('checking a sealed copy', () => {
  const open = async (copy = differing, answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> => {
    const main = await notes(someTexts({ copies: [copy] }), answers, { language });
    await click(screen.getByRole('button', { name: 'sealed.pdf' }));
    return main;
  };

  inEach('one whose words are the same is confirmed by name', async (language) => {
    const main = await open(aCopy(), { 'letters.judgeSealedCopy': () => someTexts() }, language);
    expect(reads('review.explanations.texts.same')).toBe(true);
    expect(isDisabled(the('button', 'review.explanations.texts.confirm'))).toBe(true);
    await write(field('frame.handledBy'), ' Ada Berg ');
    expect(isDisabled(the('button', 'review.explanations.texts.reject'))).toBe(true);
    await accessible();
    await click(the('button', 'review.explanations.texts.confirm'));
    expect(main.inputs('letters.judgeSealedCopy')).toEqual([
      { copyId: anId(95), as: 'confirmed', by: 'Ada Berg', reason: '' },
    ]);
    expect(dialog()).toBeNull();
  });

  inEach(
    'an open difference keeps it from being confirmed; with a reason it is overruled or rejected',
    async (language) => {
      const main = await open(differing, { 'letters.judgeSealedCopy': () => someTexts() }, language);
      expect(reads('review.explanations.texts.differences', { count: 1 })).toBe(true);
      expect(reads('review.explanations.texts.nothing')).toBe(true);
      await write(field('frame.handledBy'), 'Ada Berg');
      expect(isDisabled(the('button', 'review.explanations.texts.confirm'))).toBe(true);
      await write(field('review.explanations.texts.reason'), 'only a slip');
      expect(isDisabled(the('button', 'review.explanations.texts.reject'))).toBe(false);
      await click(the('button', 'review.explanations.texts.overrule'));
      expect(main.inputs('letters.judgeSealedCopy')[0]).toMatchObject({ as: 'overruled', reason: 'only a slip' });
    },
  );

  it('a difference is resolved by somebody, in words', async () => {
    const main = await open(differing, { 'letters.resolveDifference': () => someTexts() });
    const resolve = (): HTMLElement => the('button', 'review.explanations.texts.resolve');
    await write(field('review.explanations.texts.how'), 'a slip of the pen');
    expect(isDisabled(resolve())).toBe(true);
    await write(field('frame.handledBy'), 'Ada Berg');
    expect(isDisabled(resolve())).toBe(false);
    await click(resolve());
    expect(main.inputs('letters.resolveDifference')).toEqual([
      { copyId: anId(95), differenceId: anId(96), by: 'Ada Berg', how: 'a slip of the pen' },
    ]);
  });

  it('a resolved difference says how, and no longer stands in the way', async () => {
    await open(aCopy({ differences: [{ ...difference, resolved }] }));
    expect(
      reads('review.explanations.texts.resolved', {
        date: longDate('2026-11-26'),
        by: 'Ada Berg',
        how: 'a slip of the pen',
      }),
    ).toBe(true);
    await write(field('frame.handledBy'), 'Ada Berg');
    expect(isDisabled(the('button', 'review.explanations.texts.confirm'))).toBe(false);
  });

  it('one whose text cannot be read is compared by eye; a judged one is not judged again', async () => {
    await open(aCopy({ compared: false, state: 'rejected', by: 'Ada Berg', reason: 'not ours' }));
    expect(reads('review.explanations.texts.byEye')).toBe(true);
    expect(readsText('not ours')).toBe(true);
    expect(every('button', 'review.explanations.texts.confirm')).toEqual([]);
    await press('Escape');
    expect(dialog()).toBeNull();
  });

  it('a difference leads to its clause', async () => {
    await open();
    await click(the('button', 'library.open'));
    expect(picked).toEqual(['c3']);
    expect(dialog()).toBeNull();
  });

  inEach('seals are told by party, of which kind, by whom, of which day; the last of both counts', async (language) => {
    const main = await open(aCopy({ state: 'confirmed' }), { 'letters.tellSeals': () => someTexts() }, language);
    await write(field('frame.handledBy'), 'Ada Berg');
    const tell = (): HTMLElement => the('button', 'review.explanations.texts.tellSeals');
    await pick(field('review.explanations.texts.seals'), 'theirs');
    expect(reads('review.explanations.texts.oneSided.theirs')).toBe(true);
    expect(isDisabled(tell())).toBe(false);
    await pick(field('review.explanations.texts.seals'), 'both');
    expect(isDisabled(tell())).toBe(true);
    const of = (name: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    await write(of('oursDatedOn'), '2026-11-20');
    await write(of('theirsDatedOn'), '2026-11-18');
    await write(of('theirsSignatory'), ' Bo ');
    await pick(of('oursKind'), 'contract');
    expect(reads('review.explanations.texts.lastSeal', { day: longDate('2026-11-20') })).toBe(true);
    await accessible();
    await click(tell());
    expect(main.inputs('letters.tellSeals')).toEqual([
      {
        copyId: anId(95),
        by: 'Ada Berg',
        seals: {
          on: 'both',
          datedOn: '2026-11-20',
          parties: {
            ours: { kind: 'contract', datedOn: '2026-11-20' },
            theirs: { signatory: 'Bo', datedOn: '2026-11-18' },
          },
        },
      },
    ]);
  });

  it('what was told of one before its parties were told apart is there to be completed', async () => {
    const former = aCopy({ state: 'confirmed', seals: 'both', datedOn: '2026-11-20' });
    const main = await open(former, { 'letters.tellSeals': () => someTexts() });
    await write(field('frame.handledBy'), 'Ada Berg');
    await click(the('button', 'review.explanations.texts.tellSeals'));
    expect(main.inputs('letters.tellSeals')[0]?.seals).toEqual({ on: 'both', datedOn: '2026-11-20' });
  });

  it('what was refused is told, and the dialog stays as it was', async () => {
    await open(aCopy(), { 'letters.judgeSealedCopy': refused() });
    await write(field('frame.handledBy'), 'Ada Berg');
    await click(the('button', 'review.explanations.texts.confirm'));
    expect(valueOf(field('frame.handledBy'))).toBe('Ada Berg');
  });
});

describe('replacing an earlier agreement', () => {
  const supersedes = { clauseId: 'c2', number: '9.1', because: 'replaces what was agreed before' };
  const candidates = [{ versionId: anId(77), title: 'Old terms', ordinal: 2 }];

  inEach('by the clause that says so: which one, a person says', async (language) => {
    const main = await notes(
      someTexts({ supersedes, candidates }),
      { 'letters.replaceAgreement': () => someTexts() },
      { language },
    );
    await click(the('button', 'review.explanations.texts.supersede'));
    expect(readsText('replaces what was agreed before')).toBe(true);
    await write(field('frame.handledBy'), 'Ada Berg');
    expect(isDisabled(the('button', 'review.explanations.save'))).toBe(true);
    await click(screen.getByRole('radio'));
    await accessible();
    await click(the('button', 'review.explanations.save'));
    expect(main.inputs('letters.replaceAgreement')).toEqual([
      { versionId: anId(101), replacedVersionId: anId(77), by: 'Ada Berg' },
    ]);
    expect(dialog()).toBeNull();
  });

  it('without such a clause, or without anything to replace, it is not offered', async () => {
    await notes(someTexts({ candidates }));
    expect(every('button', 'review.explanations.texts.supersede')).toEqual([]);
  });
});
