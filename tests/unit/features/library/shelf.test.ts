import { describe, expect, test } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import type { AgreementSummary, VersionState, VersionSummary } from '../../../../src-main/contract/library.ts';
import { nextStep, onShelf } from '../../../../src-main/features/library/shelf.ts';

type Given = VersionState | `${VersionState}!`;

/** Versions in order, each with its state; `!` marks the one that stands. */
function versions(...states: readonly Given[]): readonly VersionSummary[] {
  return states.map((given, index) => ({
    id: `v${index + 1}`,
    ordinal: index + 1,
    title: 'Terms',
    called: 'Terms',
    fingerprint: '',
    savedAt: '2026-01-01T00:00:00.000Z',
    state: given.replace('!', '') as VersionState,
    why: asWritten(''),
    stands: given.endsWith('!'),
    conspicuous: 0,
  }));
}

const agreement = (states: readonly Given[], more: Partial<AgreementSummary> = {}): AgreementSummary => ({
  id: 'a',
  title: 'Terms',
  kind: 'terms',
  origin: 'own',
  versions: versions(...states),
  ...more,
});

const here = { archived: false, sample: false };

describe('where an agreement stands in the library', () => {
  test.each<[string, readonly Given[], string, string | undefined, readonly string[]]>([
    ['nobody read it', ['not-reviewed'], 'v1', undefined, ['to-review']],
    ['it is being read', ['superseded', 'reviewing'], 'v2', undefined, ['to-review']],
    ['it stands', ['accepted!'], 'v1', undefined, ['in-force']],
    ['a new text came', ['accepted!', 'not-reviewed'], 'v1', 'v2', ['new-version', 'in-force']],
    ['the new text is put off', ['accepted!', 'set-aside'], 'v1', 'v2', ['new-version', 'in-force']],
    ['the new text was declined', ['accepted!', 'declined'], 'v1', undefined, ['in-force']],
    ['the new text was decided on', ['accepted!', 'decided'], 'v2', undefined, ['in-force']],
    ['accepted from a later day on', ['accepted!', 'accepted'], 'v2', undefined, ['in-force']],
    [
      'decided, and a newer one came',
      ['accepted!', 'decided', 'not-reviewed'],
      'v2',
      'v3',
      ['new-version', 'in-force'],
    ],
    ['declined', ['declined'], 'v1', undefined, []],
  ])('%s', (_name, states, shown, waiting, shelves) => {
    const shelved = onShelf(agreement(states), here);
    expect([shelved.shown, shelved.waiting, shelved.shelves]).toEqual([shown, waiting, shelves]);
  });

  test('what is in the archive is nowhere else', () => {
    expect(onShelf(agreement(['accepted!', 'not-reviewed']), { ...here, archived: true }).shelves).toEqual([
      'archived',
    ]);
  });

  test('what was accepted in the world before anybody read it here stands, and is still to be reviewed', () => {
    const [taken] = versions('accepted!');
    const shelved = onShelf(agreement([], { versions: [{ ...taken!, unread: true }] }), here);
    expect(shelved.shelves).toEqual(['to-review', 'in-force']);
    expect(nextStep(shelved, false)).toMatchObject({ do: 'review', versionId: 'v1' });
    expect(nextStep(shelved, true)).toMatchObject({ do: 'decide', versionId: 'v1' });
  });

  test('guides and form lists wait for nobody', () => {
    const guide = onShelf(agreement(['not-reviewed'], { kind: 'guide' }), here);
    expect([guide.reference, guide.shelves]).toEqual([true, []]);
    expect(onShelf(agreement(['not-reviewed'], { kind: 'form-list' }), here).reference).toBe(true);
  });

  test('a colleague’s copy waits for nobody here', () => {
    expect(onShelf(agreement(['accepted!', 'not-reviewed'], { origin: 'Cranes Ltd' }), here)).toMatchObject({
      shelves: ['in-force'],
    });
  });
});

describe('the next thing to do', () => {
  const next = (states: readonly Given[], complete = false, more: Partial<AgreementSummary> = {}) => {
    const step = nextStep(onShelf(agreement(states, more), here), complete);
    return `${step.do} ${step.versionId}`;
  };

  test.each<[readonly Given[], boolean, string]>([
    [['not-reviewed'], false, 'review v1'],
    [['reviewing'], false, 'continue v1'],
    [['reviewing'], true, 'decide v1'],
    [['set-aside'], true, 'decide v1'],
    [['accepted!', 'reviewing'], false, 'continue v2'],
    [['accepted!', 'decided'], true, 'conclude v2'],
    [['accepted!', 'decided', 'not-reviewed'], false, 'conclude v2'],
    [['accepted!'], true, 'read v1'],
    [['declined'], true, 'read v1'],
  ])('%s, all seen: %s', (states, complete, expected) => expect(next(states, complete)).toBe(expected));

  test('is reading where nothing is decided here, and taking it out where it is archived', () => {
    expect(next(['not-reviewed'], false, { origin: 'Cranes Ltd' })).toBe('read v1');
    expect(next(['not-reviewed'], false, { kind: 'guide' })).toBe('read v1');
    expect(nextStep(onShelf(agreement(['accepted!']), { ...here, archived: true }), true).do).toBe('unarchive');
  });
});
