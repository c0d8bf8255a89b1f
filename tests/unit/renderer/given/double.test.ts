import { describe, expect, it } from 'vitest';
import { call, CallRefused, hear } from '../../../../src-renderer/kernel/client.svelte.ts';
import { aLibrary } from './agreements.ts';
import { aFailure, double, later, refused } from './double.ts';
import type { LibraryView } from '../../../../src-main/contract/library.ts';

describe('the double of the contract', () => {
  it('answers through the client of the page, and keeps what was asked', async () => {
    const main = double({ 'library.list': () => aLibrary() });
    expect(await call('library.list', {})).toEqual(aLibrary());
    expect(main.inputs('library.list')).toEqual([{}]);
    expect(main.faults).toEqual([]);
  });

  it('gives a copy: what the page does to an answer stays with the page', async () => {
    const view = aLibrary();
    double({ 'library.list': () => view });
    expect(await call('library.list', {})).not.toBe(view);
  });

  it('an input that the schema refuses is a fault, whatever the page makes of the error', async () => {
    const main = double({ 'library.rename': () => undefined });
    await expect(call('library.rename', { agreementId: 'none', title: '' })).rejects.toThrow('does not fit');
    expect(main.faults).toHaveLength(1);
    expect(main.faults[0]).toContain('library.rename');
    expect(main.calls).toEqual([]);
  });

  it('a call that nobody answers is a fault by its name', async () => {
    const main = double({});
    await expect(call('library.list', {})).rejects.toThrow('nobody answers library.list');
    expect(main.faults).toEqual(['nobody answers library.list']);
  });

  it('a call and an event that the contract does not know are faults', async () => {
    const main = double({});
    await expect(window.assent.call('library.burn', {})).rejects.toThrow();
    expect(() => window.assent.on('burnt', () => undefined)).toThrow();
    expect(main.faults).toEqual(['there is no call library.burn', 'there is no event burnt']);
  });

  it('a refusal arrives as the typed failure', async () => {
    double({ 'library.list': refused({ code: 'library-locked' }) });
    const thrown: unknown = await call('library.list', {}).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(CallRefused);
    expect((thrown as CallRefused).failure).toEqual(aFailure({ code: 'library-locked' }));
  });

  it('an answer can come later', async () => {
    const answer = later<LibraryView>();
    double({ 'library.list': () => answer.promise });
    let arrived = false;
    const asked = call('library.list', {}).then((view) => {
      arrived = true;
      return view;
    });
    await Promise.resolve();
    expect(arrived).toBe(false);
    answer.give(aLibrary([]));
    expect(await asked).toEqual(aLibrary([]));
  });

  it('events reach who listens, and nobody else', () => {
    const main = double({});
    const heard: unknown[] = [];
    const stop = hear('changed', (payload) => heard.push(payload));
    expect(main.listening()).toBe(1);
    main.send('changed', { features: ['library'] });
    main.send('command', { name: 'palette' });
    stop();
    main.send('changed', { features: ['rights'] });
    expect(heard).toEqual([{ features: ['library'] }]);
    expect(main.listening()).toBe(0);
  });
});
