import { describe, expect, it } from 'vitest';
import type { VersionSummary } from '../../../../../src-main/contract/library.ts';
import { acceptedBefore, stateInList } from '../../../../../src-renderer/features/library/shelf-words.ts';
import { aVersion } from '../../given/agreements.ts';
import { given, said } from '../../given/page.ts';

const SAVED = '2026-11-20T02:00:00.000Z';
const accepted = (since: string, more: Partial<VersionSummary> = {}): VersionSummary =>
  aVersion({ state: 'accepted', stands: true, savedAt: SAVED, since, ...more });

describe('a text that was accepted before it came in', () => {
  it('says on which day it came in: whether it read so then is to be checked', () => {
    expect(acceptedBefore(accepted('2026-10-01T00:00:00+08:00'))).toBe('2026-11-20');
  });

  it('says nothing where it came in first, on the same day, or was not accepted', () => {
    expect(acceptedBefore(accepted('2026-11-21T02:00:00.000Z'))).toBeUndefined();
    expect(acceptedBefore(accepted('2026-11-19T16:00:00.000Z'))).toBeUndefined();
    expect(acceptedBefore(accepted('2026-10-01T00:00:00+08:00', { state: 'declined' }))).toBeUndefined();
  });
});

it('a text that nobody read here says so beside its state', async () => {
  await given({}, {});
  const read = stateInList(accepted('2026-11-21T02:00:00.000Z'));
  expect(stateInList(accepted('2026-11-21T02:00:00.000Z', { unread: true }))).toBe(
    said('library.row.unread', { said: read }),
  );
});
