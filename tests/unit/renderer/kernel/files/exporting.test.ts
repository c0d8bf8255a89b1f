import { describe, expect, it } from 'vitest';
import type { CallName } from '../../../../../src-main/contract/index.ts';
import { contract } from '../../../../../src-main/contract/index.ts';
import ProgressBar from '../../../../../src-renderer/frame/ProgressBar.svelte';
import { call } from '../../../../../src-renderer/kernel/client.svelte.ts';
import { exporting, sameAsker, tellingOfExport } from '../../../../../src-renderer/kernel/files/exporting.svelte.ts';
import { FormState } from '../../../../../src-renderer/kernel/form-state.svelte.ts';
import { later } from '../../given/double.ts';
import { reads } from '../../given/find.ts';
import { inEach, settled, show } from '../../given/page.ts';

describe('what is written out', () => {
  inEach('is told on top while it runs, wherever it was asked for', async (language) => {
    const answer = later<{ readonly fileName: string }>();
    await show(ProgressBar, {}, { 'compare.export': () => answer.promise }, { language });
    expect(reads('frame.writingOut.export')).toBe(false);
    const pair = { oldVersionId: crypto.randomUUID(), newVersionId: crypto.randomUUID() };
    const saved = call('compare.export', { ...pair, as: 'pdf', onlyChanges: true, language });
    await settled();
    expect(reads('frame.writingOut.export')).toBe(true);
    answer.give({ fileName: 'redline.pdf' });
    await saved;
    await settled();
    expect(reads('frame.writingOut.export')).toBe(false);
  });

  it('is called what it is: a list that is printed is no file, and a letter is signed', async () => {
    const told = async (name: CallName, input?: unknown): Promise<unknown> => {
      let now: unknown;
      await tellingOfExport(name, () => Promise.resolve((now = exporting.now)), input);
      return now;
    };
    expect(await told('evidence.register', { as: 'csv' })).toBe('export');
    expect(await told('evidence.register', { as: 'print' })).toBe('print');
    expect(await told('letters.sign', { reason: 'print' })).toBe('sign');
  });

  it('is told by whoever asked for it alone, though others are at work meanwhile', async () => {
    const [one, other] = [new FormState(), new FormState()];
    const [file, saving] = [later<undefined>(), later<undefined>()];
    const long = one.attempt(() => tellingOfExport('evidence.exportCourt', () => file.promise));
    const short = other.attempt(() => saving.promise);
    expect([one.writingOut, other.writingOut, exporting.now]).toEqual(['export', undefined, 'export']);
    saving.give(undefined);
    file.give(undefined);
    await Promise.all([long, short]);
    expect([one.writingOut, exporting.now]).toEqual([undefined, undefined]);
  });

  it('is told by whoever asked also where they waited before it', async () => {
    const [one, other] = [new FormState(), new FormState()];
    const [before, file, saving] = [later<undefined>(), later<undefined>(), later<undefined>()];
    const long = one.attempt(async () => {
      const asked = sameAsker();
      await before.promise;
      await asked(() => tellingOfExport('evidence.exportCourt', () => file.promise));
    });
    const short = other.attempt(() => saving.promise);
    before.give(undefined);
    await settled();
    expect([one.writingOut, other.writingOut]).toEqual(['export', undefined]);
    saving.give(undefined);
    file.give(undefined);
    await Promise.all([long, short]);
    expect(exporting.now).toBeUndefined();
  });

  it('is every call that exports or prints, and no other', async () => {
    const told: string[] = [];
    for (const name of Object.keys(contract) as CallName[])
      await tellingOfExport(name, () => {
        if (exporting.now) told.push(name);
        return Promise.resolve();
      });
    const named = Object.keys(contract).filter((name) => /\.(?:export|print)(?:[A-Z]|$)/u.test(name));
    expect(told).toEqual(expect.arrayContaining(named));
    expect(told).toEqual(
      expect.arrayContaining([
        'evidence.register',
        'evidence.captureSheet',
        'settings.moveOut',
        'agenda.calendar',
        'letters.sign',
      ]),
    );
    expect(told).not.toContain('letters.printers');
    expect(told).not.toContain('settings.saveCompany');
  });
});
