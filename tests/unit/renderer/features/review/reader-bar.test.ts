import { cleanup, render } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import TopBar from '../../../../../src-renderer/frame/TopBar.svelte';
import Actions from '../../../../../src-renderer/features/review/reader/Actions.svelte';
import Ticks from '../../../../../src-renderer/features/review/reader/Ticks.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { every, readsText, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { given, inEach, settled } from '../../given/page.ts';
import { aView } from '../../given/review.ts';

const acts = { onfind: vi.fn(), onprint: vi.fn(), oncompare: vi.fn() };

async function bar(view = aView(), wish: Parameters<typeof given>[1] = {}): ReturnType<typeof given> {
  const main = await given({}, wish);
  render(TopBar, { props: { onmenu: undefined, onsearch: vi.fn() } });
  render(Actions, { props: { view, ...acts } });
  await settled();
  return main;
}

describe('the bar above a text', () => {
  inEach('names the agreement and the version, and finds, prints and compares', async (language) => {
    const view = aView({ previousAccepted: { versionId: anId(99), ordinal: 3 } });
    await bar(view, { language });
    expect(readsText(view.agreement.title)).toBe(true);
    await click(the('button', 'review.reader.find'));
    await click(the('button', 'review.reader.print'));
    await click(the('button', 'review.reader.compareWith', { ordinal: 3 }));
    expect(Object.values(acts).map((act) => act.mock.calls.length)).toEqual([1, 1, 1]);
    for (const act of Object.values(acts)) act.mockClear();
    await accessible();
  });

  it('offers no comparison where nothing was accepted before', async () => {
    await bar();
    expect(every('button', 'review.reader.compareWith', { ordinal: 1 })).toEqual([]);
  });

  it('the letters grow from size to size, and begin anew with the smallest', async () => {
    const main = await bar(aView(), { textSize: 130 });
    for (const percent of [130, 150, 85]) {
      await click(the('button', 'review.reader.textSize', { percent }));
    }
    expect(main.inputs('settings.setPreferences')).toEqual([{ textSize: 150 }, { textSize: 85 }, { textSize: 100 }]);
  });
});

it('each key clause has its tick, which says how it stands and not how long it was on screen', async () => {
  await given({});
  const notings = [
    { state: 'noted', part: 1, left: 0 },
    { state: 'seen', part: 0.4, left: 3 },
    { state: 'ready', part: 1, left: 0 },
    { state: 'not-seen', part: 0, left: 5 },
  ] as const;
  render(Ticks, { props: { notings } });
  const ticks = [...document.querySelectorAll<HTMLElement>('[aria-hidden=true] > i')];
  expect(ticks.map((tick) => [tick.classList[0], tick.getAttribute('style')])).toEqual([
    ['noted', null],
    ['seen', null],
    ['ready', null],
    ['not-seen', null],
  ]);
  cleanup();
});
