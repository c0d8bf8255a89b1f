import { render } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import LeavingDialog from '../../../../src-renderer/frame/LeavingDialog.svelte';
import { leave, leaving } from '../../../../src-renderer/ui/leaving/leaving.svelte.ts';
import { aHash, anId } from '../given/agreements.ts';
import { accessible } from '../given/axe.ts';
import { refused } from '../given/double.ts';
import { dialog, reads, readsText, the } from '../given/find.ts';
import { click } from '../given/hands.ts';
import { given, inEach, settled } from '../given/page.ts';

const scope = { kind: 'acceptance', acceptanceId: anId(81) } as const;
const line = { at: '2026-11-20T02:00:00Z', text: asWritten('Declined without reading.'), sequence: 12 };
let left = 0;
const go = (): Promise<void> => Promise.resolve(void (left += 1));

beforeEach(() => {
  left = 0;
  leaving.asked = undefined;
});

inEach(
  'what speaks against us is seen before anything leaves, and keeps it here until one goes on',
  async (language) => {
    const main = await given(
      { 'evidence.adverse': () => ({ lines: [line], seen: aHash(98), entries: { whole: 12, hashed: 30 } }) },
      { language },
    );
    render(LeavingDialog);
    await leave(scope, 'bundle', go);
    await settled();
    expect(main.inputs('evidence.adverse')).toEqual([{ scope }]);
    expect(readsText('Declined without reading.')).toBe(true);
    expect(reads('evidence.adverse.entry', { sequence: 12 })).toBe(true);
    expect(left).toBe(0);
    await accessible();
    await click(the('button', 'frame.cancel'));
    expect([dialog(), left]).toEqual([null, 0]);
    await leave(scope, 'bundle', go);
    await settled();
    await click(the('button', 'evidence.adverse.export'));
    expect([dialog(), left]).toEqual([null, 1]);
  },
);

it('where nothing speaks against us it leaves at once; where that is not known it does not', async () => {
  await given({});
  render(LeavingDialog);
  await leave(scope, 'bundle', go);
  expect([dialog(), left]).toEqual([null, 1]);
  await given({ 'evidence.adverse': refused() });
  await leave(scope, 'bundle', go);
  expect([dialog(), left]).toEqual([null, 1]);
});

it('of a paper alone no file of a person goes along; of a bundle it is told with what the law asks', async () => {
  const copy = { ...line, text: asWritten('A copy of a passport.'), personal: true } as const;
  await given({ 'evidence.adverse': () => ({ lines: [copy], seen: aHash(98), entries: { whole: 1, hashed: 0 } }) });
  render(LeavingDialog);
  await leave(scope, 'paper', go);
  expect([dialog(), left]).toEqual([null, 1]);
  await leave(scope, 'bundle', go);
  await settled();
  expect(readsText('A copy of a passport.')).toBe(true);
  expect(reads('evidence.personal.why')).toBe(true);
  expect(reads('evidence.adverse.none')).toBe(true);
  await accessible();
  await click(the('button', 'evidence.adverse.export'));
  expect([dialog(), left]).toEqual([null, 2]);
});
