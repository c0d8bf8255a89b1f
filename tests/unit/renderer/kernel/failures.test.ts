import { describe, expect, it, vi } from 'vitest';
import { call, failureFrom } from '../../../../src-renderer/kernel/client.svelte.ts';
import {
  attempt,
  closeFailure,
  notice,
  showKnownFailure,
  tell,
} from '../../../../src-renderer/kernel/failures.svelte.ts';
import { aFailure, refused } from '../given/double.ts';
import { given } from '../given/page.ts';

describe('failures', () => {
  it('what the main side refused is shown as it was typed, and stays until it is closed', async () => {
    await given({ 'library.list': refused({ code: 'locked' }) });
    expect(await attempt(() => call('library.list', {}))).toBeUndefined();
    expect(notice.failure).toEqual(aFailure({ code: 'locked' }));
    closeFailure();
    expect(notice.failure).toBeUndefined();
  });

  it('what succeeds passes its result on', async () => {
    await given({});
    expect(await attempt(() => Promise.resolve(17))).toBe(17);
    expect(notice.failure).toBeUndefined();
  });

  it('anything else that is thrown is a defect of the page, with its trace', async () => {
    await given({});
    const { code, details } = failureFrom(new Error('broken'));
    expect(code).toBe('page-defect');
    expect(details).toContain('broken');
    expect(failureFrom('only words').details).toBe('only words');
  });

  it('a failure that was known before is shown as well', async () => {
    await given({});
    showKnownFailure(aFailure({ code: 'known' }));
    expect(notice.failure?.code).toBe('known');
  });

  it('a word of success goes by itself, five seconds after the last one', async () => {
    await given({});
    vi.useFakeTimers();
    tell('one');
    vi.advanceTimersByTime(4000);
    tell('other');
    vi.advanceTimersByTime(4999);
    expect(notice.said).toBe('other');
    vi.advanceTimersByTime(1);
    expect(notice.said).toBeUndefined();
  });
});
