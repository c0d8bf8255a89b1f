import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { every, field, reads, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { anOutput, somePages } from '../../given/letters.ts';
import { inEach, said } from '../../given/page.ts';
import { editor, filled } from './editor.ts';

vi.mock('../../../../../src-renderer/kernel/pdf.ts', async () => (await import('../../given/paper.ts')).paper);

describe('the seal on the paper', () => {
  const mark = (): HTMLElement =>
    screen.getByRole('button', { name: new RegExp(said('letters.shapes.round-42'), 'u') });

  it('is moved by arrow keys, further with Shift, never off the page, and centred again', async () => {
    await editor(filled());
    mark().focus();
    expect(await press('ArrowRight')).toBe(true);
    await press('ArrowUp', { shift: true });
    expect(mark().getAttribute('aria-label')).toBe(
      said('letters.sealAt', { name: said('letters.shapes.round-42'), x: '0.5', y: '5.0' }),
    );
    for (let step = 0; step < 20; step += 1) await press('ArrowRight', { shift: true });
    expect(reads('letters.movedBy', { x: '48.0', y: '5.0' })).toBe(true);
    await click(the('button', 'letters.centre'));
    expect(reads('letters.movedBy', { x: '0.0', y: '0.0' })).toBe(false);
    expect(await press('Tab')).toBe(false);
  });

  it('is dragged by the pointer', async () => {
    await editor(filled());
    vi.spyOn(mark().parentElement!, 'clientWidth', 'get').mockReturnValue(420);
    await fireEvent.pointerDown(mark(), { clientX: 100, clientY: 100 });
    await fireEvent.pointerMove(mark(), { clientX: 120, clientY: 90 });
    await fireEvent.pointerUp(mark());
    await fireEvent.pointerMove(mark(), { clientX: 300, clientY: 90 });
    expect(reads('letters.movedBy', { x: '10.0', y: '5.0' })).toBe(true);
  });

  it('can be hidden', async () => {
    await editor(filled());
    await click(field('letters.showMarks'));
    expect(screen.queryByRole('button', { name: new RegExp(said('letters.shapes.round-42'), 'u') })).toBeNull();
  });

  inEach('across the pages each page has its slice', async (language) => {
    const pages = somePages();
    if (pages.kind !== 'pages') throw new Error('no pages');
    const seam = [
      { page: 1, from: 0, to: 21, group: 0 },
      { page: 2, from: 21, to: 42, group: 0 },
    ];
    const seals = { ...pages.seals, 'round-42': { ...pages.seals['round-42'], seam } };
    await editor(filled(), { 'letters.preview': () => ({ ...pages, seals }) }, { language });
    await click(field('letters.seam'));
    expect(every('img', 'letters.seamSlice')).toHaveLength(2);
    await accessible();
  });

  it('a printer that scales is told', async () => {
    const printer = { name: 'Office', millimetres: 98.2, measuredOn: '2026-11-01', scales: true };
    await editor(filled(), { 'letters.printers': () => [printer] });
    expect(reads('letters.printerScales', { name: 'Office', measured: '98.2' })).toBe(true);
  });
});

describe('what a letter became', () => {
  const signed = anOutput({
    kind: 'signed',
    sha256: aHash(23),
    signatures: [{ name: 'Ada Berg', selfIssued: true }],
    fingerprint: aHash(99),
  });

  inEach('each output says what it is, who signed it, and whether the letter changed since', async (language) => {
    const stamped = anOutput({
      kind: 'signed',
      sha256: aHash(24),
      signatures: [
        { name: 'Bo Lind', selfIssued: false, timestamp: { at: '2026-11-29T04:00:00Z', authority: 'Time Office' } },
      ],
    });
    await editor(filled({ outputs: [anOutput(), signed, stamped] }), {}, { language });
    const list = the('heading', 'letters.outputs').closest('section')!;
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(reads('letters.signedBy', { name: 'Ada Berg' })).toBe(true);
    expect(reads('letters.changedSince')).toBe(true);
    expect(every('button', 'letters.timestampQuery')).toHaveLength(1);
    expect(every('button', 'letters.remove')).toEqual([]);
    await accessible();
  });

  it('a time stamp is asked for and brought in', async () => {
    const main = await editor(filled({ outputs: [signed] }), {
      'letters.timestampQuery': () => ({ fileName: 'ask.tsq' }),
      'letters.timestampAnswer': () => signed,
    });
    await click(the('button', 'letters.timestampQuery'));
    expect(notice.said).toBe(said('letters.querySaved', { name: 'ask.tsq' }));
    await click(the('button', 'letters.timestampAnswer'));
    expect(main.inputs('letters.timestampAnswer')).toEqual([{ letterId: anId(21), sha256: aHash(23) }]);
    expect(main.inputs('letters.open')).toHaveLength(2);
  });
});
