import { afterEach, expect, test, vi } from 'vitest';
import { noting } from '../../../src-main/shell/anchors.ts';

vi.mock('electron', () => ({ app: {} }));
afterEach(() => void vi.useRealTimers());

test('several changes are noted once, soon', () => {
  vi.useFakeTimers();
  const note = vi.fn();
  const noted = noting({ note }, vi.fn());
  noted.soon();
  noted.soon();
  expect(note).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(note).toHaveBeenCalledOnce();
});

test('a note that fails is told of, and stops neither the work nor the end', () => {
  vi.useFakeTimers();
  const full = new Error('disk full');
  const failed = vi.fn();
  const noted = noting(
    {
      note: () => {
        throw full;
      },
    },
    failed,
  );
  noted.soon();
  expect(() => vi.runAllTimers()).not.toThrow();
  expect(() => noted.now()).not.toThrow();
  expect(failed.mock.calls).toEqual([[full], [full]]);
});
