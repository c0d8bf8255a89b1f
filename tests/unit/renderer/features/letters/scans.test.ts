import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ScanView } from '../../../../../src-main/contract/letters-scans.ts';
import ScanBack from '../../../../../src-renderer/features/letters/ScanBack.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, later, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, press, valueOf, write } from '../../given/hands.ts';
import { aScan } from '../../given/letters.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

let changed = 0;

async function scans(
  list: readonly ScanView[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  seam = false,
): Promise<Double> {
  changed = 0;
  const props = {
    letterId: anId(21),
    seal: { shape: 'round-42', seam } as const,
    person: 'Olof Dahl',
    onchanged: () => void (changed += 1),
  };
  const jpeg = new Uint8Array([255, 216]);
  return show(
    ScanBack,
    props,
    { 'letters.scans': () => list, 'letters.scanPicture': () => ({ jpeg }), ...answers },
    wish,
  );
}

const box = { page: 1, left: 100, bottom: 50, width: 42, height: 42 };
const doubtful = aScan({
  overall: 'incomplete',
  sheets: [
    { file: 'scan.pdf', is: 'page', page: 1, zones: [box], seals: [{ ...box, turn: 3 }] },
    { file: 'scan.pdf', is: 'blank', zones: [], seals: [] },
  ],
  checks: [
    { kind: 'page', state: 'found', text: asWritten('Page 1 is there') },
    { kind: 'seal', state: 'missing', text: asWritten('A seal is missing') },
    { kind: 'line', state: 'doubtful', text: asWritten('A line is faint') },
  ],
});

describe('scans that came back', () => {
  inEach('none: says what is expected on them', async (language) => {
    await scans([], {}, { language });
    expect(reads('letters.scans.expected', { shape: said('letters.shapes.round-42') })).toBe(true);
    expect(screen.queryByRole('list')).toBeNull();
    await accessible();
  });

  inEach('across the pages too, where that was asked for', async (language) => {
    await scans([aScan()], {}, { language }, true);
    expect(reads('letters.scans.expectedWithSeam', { shape: said('letters.shapes.round-42') })).toBe(true);
    expect(reads('letters.scans.overall.complete')).toBe(true);
  });

  it('failed: told', async () => {
    await scans([], { 'letters.scans': refused() });
    expect(notice.failure).toEqual(aFailure());
  });

  it('one is read, once at a time, and opened', async () => {
    const answer = later<ScanView | undefined>();
    const main = await scans([], { 'letters.addScan': () => answer.promise });
    await click(the('button', 'letters.scans.import'));
    expect(reads('letters.scans.reading')).toBe(true);
    expect(isDisabled(the('button', 'letters.scans.import'))).toBe(true);
    answer.give(aScan());
    await settled();
    expect(main.inputs('letters.addScan')).toEqual([{ letterId: anId(21), seal: { shape: 'round-42', seam: false } }]);
    expect(dialog()).not.toBeNull();
  });

  it('a closed file dialog opens nothing', async () => {
    await scans([], { 'letters.addScan': () => undefined });
    await click(the('button', 'letters.scans.import'));
    expect(dialog()).toBeNull();
    expect(isDisabled(the('button', 'letters.scans.import'))).toBe(false);
  });
});

describe('judging a scan', () => {
  const open = async (scan: ScanView, answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> => {
    const main = await scans([scan], answers, { language });
    await click(the('button', 'letters.scans.open'));
    return main;
  };

  inEach('what is wrong stands first, beside the sheets', async (language) => {
    const main = await open(doubtful, {}, language);
    const texts = within(dialog()!)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(texts.map((text) => /seal|line|Page/u.exec(text)?.[0])).toEqual(['seal', 'line', 'Page']);
    expect(every('img', 'letters.scans.picture', { number: 2 })).toHaveLength(1);
    expect(main.inputs('letters.scanPicture').map(({ sheet }) => sheet)).toEqual([1, 2]);
    expect(reads('letters.scans.isPage', { page: 1 })).toBe(true);
    expect(reads('letters.scans.is.blank')).toBe(true);
    await accessible();
  });

  inEach('a complete one is confirmed by name', async (language) => {
    const decided = aScan({ state: 'confirmed', decided: { at: '2026-11-30T01:00:00Z', by: 'Olof Dahl' } });
    const main = await open(aScan(), { 'letters.decideScan': () => decided }, language);
    expect(valueOf(field('frame.handledBy'))).toBe('Olof Dahl');
    expect(isDisabled(the('button', 'letters.scans.reject'))).toBe(true);
    await accessible();
    await click(the('button', 'letters.scans.confirm'));
    expect(main.inputs('letters.decideScan')).toEqual([
      { scanId: anId(25), as: 'confirmed', by: 'Olof Dahl', reason: '' },
    ]);
    expect(changed).toBe(1);
    expect(reads('letters.scans.states.confirmed')).toBe(true);
    await click(the('button', 'letters.scans.close'));
    expect(dialog()).toBeNull();
  });

  inEach(
    'one with a line to be signed is not called complete, and confirmed only once a person saw it',
    async (language) => {
      const checks = [{ kind: 'signature', state: 'unseen', text: asWritten('Signature line') }] as const;
      const decided = { at: '2026-11-30T01:00:00Z', by: 'Olof Dahl', signed: true };
      const main = await open(
        aScan({ checks }),
        { 'letters.decideScan': () => aScan({ checks, state: 'confirmed', decided }) },
        language,
      );
      expect(within(dialog()!).queryByText(said('letters.scans.overall.complete'))).toBeNull();
      expect(reads('letters.scans.overall.seals')).toBe(true);
      expect(every('button', 'letters.scans.confirm')).toEqual([]);
      await click(the('checkbox', 'letters.scans.signed'));
      await accessible();
      await click(the('button', 'letters.scans.confirm'));
      expect(main.inputs('letters.decideScan')[0]).toMatchObject({ as: 'confirmed', signed: true });
      expect(reads('letters.scans.signedSeen')).toBe(true);
    },
  );

  it('once decided nothing typed is left to lose: Escape closes without a question', async () => {
    const decided = aScan({ state: 'overruled', decided: { at: '2026-11-30T01:00:00Z', by: 'Ada', reason: 'seen' } });
    await open(doubtful, { 'letters.decideScan': () => decided });
    await write(field('letters.scans.reason'), 'seen');
    await press('Escape');
    expect(every('alertdialog', 'frame.unsaved')).toHaveLength(1);
    await click(the('button', 'frame.keepTyping'));
    await click(the('button', 'letters.scans.overrule'));
    await press('Escape');
    expect(every('alertdialog', 'frame.unsaved')).toEqual([]);
  });

  it('one that is not complete is taken only for a reason, by somebody', async () => {
    const main = await open(doubtful, {
      'letters.decideScan': ({ as, reason }) => ({
        ...doubtful,
        state: as,
        decided: { at: '2026-11-30T01:00:00Z', by: 'Ada', reason },
      }),
    });
    expect(isDisabled(the('button', 'letters.scans.overrule'))).toBe(true);
    await write(field('letters.scans.reason'), 'seen by eye');
    await write(field('frame.handledBy'), ' ');
    expect(isDisabled(the('button', 'letters.scans.overrule'))).toBe(true);
    await write(field('frame.handledBy'), ' Ada ');
    await click(the('button', 'letters.scans.overrule'));
    expect(main.inputs('letters.decideScan')[0]).toMatchObject({ as: 'overruled', by: 'Ada', reason: 'seen by eye' });
    expect(reads('letters.scans.because', { reason: 'seen by eye' })).toBe(true);
  });

  it('one can be rejected; what is refused stays as typed', async () => {
    const main = await open(doubtful, { 'letters.decideScan': refused() });
    await write(field('letters.scans.reason'), 'not ours');
    await click(the('button', 'letters.scans.reject'));
    expect(main.inputs('letters.decideScan')[0]?.as).toBe('rejected');
    expect(valueOf(field('letters.scans.reason'))).toBe('not ours');
    expect(changed).toBe(0);
    await press('Escape');
    await click(the('button', 'frame.discard'));
    expect(dialog()).toBeNull();
    expect(readsText('scan.pdf')).toBe(true);
  });
});
