import { describe, expect, it } from 'vitest';
import { say, sentence } from '../../../../../assets/messages/say.ts';
import type { Inspection } from '../../../../../src-main/contract/library.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { toasts, undo } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anInspection } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { type Answers, type Double, refused } from '../../given/double.ts';
import { reads, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { CRANE, HARBOUR, inspected, library } from '../../given/library.ts';
import { inEach, said, settled } from '../../given/page.ts';

async function inspector(
  more: Partial<Inspection>,
  answers: Answers,
  wish: Parameters<typeof library>[2] = {},
): Promise<Double> {
  const main = await library([CRANE], { 'library.inspect': () => anInspection(CRANE, more), ...answers }, wish, {
    screen: 'library',
    agreementId: CRANE.id,
  });
  await inspected();
  return main;
}

describe('a provider that may be here under another name', () => {
  const sameProvider = { name: 'Harbour Board Ltd', agreementIds: [CRANE.id, HARBOUR.id] };
  const provider = CRANE.provider ?? '';

  inEach('is asked about, and takes that name for all its agreements with one press, and back', async (language) => {
    const main = await inspector({ sameProvider }, { 'library.nameProvider': () => undefined }, { language });
    expect(reads('library.sameProvider', { name: sameProvider.name })).toBe(true);
    await accessible();
    await click(the('button', 'library.sameProvider.take', { name: sameProvider.name }));
    expect(toasts.undoable?.text).toBe(said('library.sameProvider.taken', { count: 2, name: sameProvider.name }));
    await undo(toasts.undoable!);
    await settled();
    expect(main.inputs('library.nameProvider')).toEqual([
      { agreementIds: sameProvider.agreementIds, provider: sameProvider.name },
      { agreementIds: sameProvider.agreementIds, provider },
    ]);
  });

  it('is asked about no more where it is another one, with the way back', async () => {
    const main = await inspector({ sameProvider }, { 'library.providersApart': () => undefined });
    await click(the('button', 'library.sameProvider.apart'));
    await undo(toasts.undoable!);
    await settled();
    const names = { one: provider, other: sameProvider.name };
    expect(main.inputs('library.providersApart')).toEqual([
      { ...names, apart: true },
      { ...names, apart: false },
    ]);
  });

  it('is named in Chinese by whole sentences', () => {
    const [one, other] = ['青禾云', '蓝海云'];
    expect(say(sentence('library.sameProvider', { name: one }), 'zh')).toBe('服务商是已有的“青禾云”吗？');
    const keptApart = sentence('library.sameProvider.keptApart', { one, other });
    expect(say(keptApart, 'zh')).toBe('不再询问“青禾云”与“蓝海云”是否同一家');
  });

  it('a refusal is told, and nothing is said to be done', async () => {
    const before = toasts.undoable;
    await inspector({ sameProvider }, { 'library.nameProvider': refused() });
    await click(the('button', 'library.sameProvider.take', { name: sameProvider.name }));
    expect(notice.failure).toBeDefined();
    expect(toasts.undoable).toBe(before);
  });
});
