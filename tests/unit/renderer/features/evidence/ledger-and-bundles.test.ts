import { cleanup, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { EvidencePart, Place } from '../../../../../src-main/contract/event.ts';
import type { AcceptanceLine, LedgerStanding } from '../../../../../src-main/contract/evidence.ts';
import Evidence from '../../../../../src-renderer/features/evidence/Evidence.svelte';
import OpenedBundle from '../../../../../src-renderer/features/evidence/OpenedBundle.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { dateTime } from '../../../../../src-renderer/kernel/dates.ts';
import { aHash, anId, aToken } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { resizeTo } from '../../given/browser.ts';
import { aFailure, refused, type Answers, type Double } from '../../given/double.ts';
import { aBundle, anAcceptance, anEntry, anImported, aRecord, aTimestamp, aWholeEntry } from '../../given/evidence.ts';
import { dialog, every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { given, inEach, said, settled, show } from '../../given/page.ts';
import { aStanding, ledgerAnswers } from '../../given/settings.ts';

type Here = Extract<Place, { screen: 'evidence' }>;

const content = {
  title: 'Record of a decision',
  sections: [{ heading: 'The decision', rows: [{ label: 'By', value: 'Ada Berg' }] }],
  proven: ['The text was shown.'],
  notProven: ['That it was understood.'],
};

const quiet = (lines: readonly AcceptanceLine[]): Answers => ({
  'evidence.acceptances': () => lines,
  'evidence.acceptance': ({ acceptanceId }) =>
    aRecord(lines.find(({ id }) => id === acceptanceId) ?? anAcceptance(), content),
  'evidence.ledger': () => ({ lines: [anEntry()], count: 1 }),
  'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
  'evidence.deposits': () => [],
  'evidence.importedBundles': () => [],
});

interface Open {
  readonly lines?: readonly AcceptanceLine[];
  readonly answers?: Answers;
  readonly wish?: Parameters<typeof show>[3];
  readonly place?: Partial<Here>;
  readonly standing?: LedgerStanding;
}

/** The frame follows the ledger; the screen shows what it found. */
async function evidence({
  lines = [anAcceptance()],
  answers = {},
  wish = {},
  place = {},
  standing = aStanding(),
}: Open = {}): Promise<Double> {
  await given({ ...ledgerAnswers(standing) });
  const stop = followLedger();
  await settled();
  stop();
  return show(
    Evidence,
    { place: { screen: 'evidence', part: 'decisions', ...place } },
    { ...quiet(lines), ...answers },
    wish,
  );
}

const part = (name: EvidencePart, more: Open = {}): Promise<Double> => evidence({ ...more, place: { part: name } });

describe('the marks of a bundle that was opened', () => {
  inEach('are words for who does not see them', async (language) => {
    const check = { what: asWritten('The entries'), why: asWritten('as they should') };
    const checks = [
      { ...check, ok: true as const },
      { ...check, ok: true as const, remark: true as const },
      { ...check, ok: 'unchecked' as const },
      { ...check, ok: false as const },
    ];
    await given({}, { language });
    render(OpenedBundle, { props: { review: aBundle({ checks, ok: false }) } });
    await settled();
    const read = [...document.querySelectorAll('.checks .hidden-visually')].map(({ textContent }) => textContent);
    expect(read).toEqual(
      (['good', 'remark', 'unchecked', 'bad'] as const).map((mark) => said(`evidence.marks.${mark}`)),
    );
    await accessible();
  });
});

describe('the ledger', () => {
  inEach('empty', async (language) => {
    await part('ledger', { wish: { language }, answers: { 'evidence.ledger': () => ({ lines: [], count: 0 }) } });
    expect(reads('evidence.emptyLedger')).toBe(true);
    await accessible();
  });

  inEach('few: who did what when, signed or not', async (language) => {
    const lines = [anEntry(), anEntry({ sequence: 11, signed: false, rollback: true })];
    await part('ledger', { wish: { language }, answers: { 'evidence.ledger': () => ({ lines, count: 2 }) } });
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(reads('evidence.unsigned')).toBe(true);
    expect(reads('evidence.rollback')).toBe(true);
    await accessible();
  });

  it('many: fifty at a time, newer and older', async () => {
    const of = (offset: number) => Array.from({ length: 50 }, (_, at) => anEntry({ sequence: 300 - offset - at }));
    const main = await part('ledger', {
      answers: { 'evidence.ledger': ({ offset }) => ({ lines: of(offset), count: 120 }) },
    });
    expect(reads('evidence.range', { from: 1, to: 50, of: 120 })).toBe(true);
    expect(isDisabled(the('button', 'evidence.newer'))).toBe(true);
    await click(the('button', 'evidence.older'));
    await click(the('button', 'evidence.older'));
    expect(isDisabled(the('button', 'evidence.older'))).toBe(true);
    await click(the('button', 'evidence.groups.notices'));
    expect(the('button', 'evidence.groups.notices').getAttribute('aria-pressed')).toBe('true');
    main.answer({ 'evidence.ledger': refused() });
    await click(the('button', 'evidence.groups.papers'));
    expect(the('button', 'evidence.groups.papers').getAttribute('aria-pressed')).toBe('false');
    expect(the('button', 'evidence.groups.notices').getAttribute('aria-pressed')).toBe('true');
    expect(main.inputs('evidence.ledger').map(({ offset, group }) => [offset, group])).toEqual([
      [0, 'all'],
      [50, 'all'],
      [100, 'all'],
      [0, 'notices'],
      [0, 'papers'],
    ]);
  });

  it('in one column its kinds are one list, that shows what is loaded', async () => {
    const main = await part('ledger', {
      answers: {
        'evidence.ledger': () => {
          resizeTo(640);
          return { lines: [anEntry()], count: 1 };
        },
      },
    });
    const list = screen.getByRole('combobox', { name: said('evidence.group') });
    await pick(list, 'notices');
    expect(valueOf(list)).toBe('notices');
    main.answer({ 'evidence.ledger': refused() });
    await pick(list, 'papers');
    expect(valueOf(list)).toBe('notices');
    expect(main.inputs('evidence.ledger').map(({ group }) => group)).toEqual(['all', 'notices', 'papers']);
  });

  inEach('an entry is shown whole', async (language) => {
    const { signature: _, ...unsigned } = aWholeEntry({ device: 'unsigned' });
    const main = await part('ledger', { wish: { language }, answers: { 'evidence.entry': () => unsigned } });
    await click(screen.getByRole('button', { name: 'An agreement was accepted' }));
    expect(main.inputs('evidence.entry')).toEqual([{ sequence: 12 }]);
    expect(readsText(aHash(11))).toBe(true);
    expect(readsText('"decision": "accepted"')).toBe(true);
    expect(within(dialog()!).getAllByText(said('evidence.unsigned'))).toHaveLength(2);
    await accessible();
    await press('Escape');
    expect(dialog()).toBeNull();
  });

  it('failed: told; any change is looked at again', async () => {
    const main = await part('ledger', { answers: { 'evidence.ledger': refused() } });
    expect(notice.failure).toEqual(aFailure());
    main.answer({ 'evidence.ledger': () => ({ lines: [anEntry()], count: 1 }) });
    main.send('changed', { features: ['library'] });
    await settled();
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });
});

describe('time stamps', () => {
  inEach('none yet', async (language) => {
    await part('timestamps', { wish: { language } });
    expect(reads('evidence.noTimestamps')).toBe(true);
    expect(reads('evidence.noRoots')).toBe(true);
    await accessible();
  });

  inEach('asked for, answered, trusted or not', async (language) => {
    const attached = { at: '2026-11-22T02:00:00Z', authority: 'Time Office', trusted: false, sha256: aHash(9) };
    const timestamps = [
      aTimestamp(),
      aTimestamp({ sequence: 9, attached }),
      aTimestamp({ sequence: 8, attached: { ...attached, trusted: true } }),
    ];
    const roots = [{ id: anId(75), subject: 'Time Root', notAfter: '2030-01-01T00:00:00Z' }];
    await part('timestamps', { wish: { language }, answers: { 'evidence.timestamps': () => ({ timestamps, roots }) } });
    expect(reads('evidence.waiting', { when: dateTime('2026-11-21T02:00:00Z') })).toBe(true);
    expect(reads('evidence.stampTrusted')).toBe(true);
    expect(reads('evidence.stampUntrusted')).toBe(true);
    expect(readsText('Time Root')).toBe(true);
    await accessible();
  });

  it('one is asked for, its answer brought, an authority trusted', async () => {
    const main = await part('timestamps', {
      answers: {
        'evidence.requestTimestamp': () => ({ fileName: 'ask.tsq', sequence: 12 }),
        'evidence.attachTimestamp': () => aTimestamp(),
        'evidence.trustRoot': () => undefined,
      },
    });
    await click(the('button', 'evidence.request'));
    expect(notice.said).toBe(said('evidence.requested', { name: 'ask.tsq' }));
    await click(the('button', 'evidence.attach'));
    expect(notice.said).toBe(said('evidence.attached'));
    await click(the('button', 'evidence.trust'));
    expect(main.inputs('evidence.trustRoot')).toEqual([{}]);
  });

  it('one that is no longer trusted is gone; a refusal leaves all as it is', async () => {
    const roots = [{ id: anId(75), subject: 'Time Root', notAfter: '2030-01-01T00:00:00Z' }];
    const main = await part('timestamps', {
      answers: { 'evidence.timestamps': () => ({ timestamps: [], roots }), 'evidence.distrustRoot': refused() },
    });
    await click(the('button', 'evidence.distrust'));
    expect(readsText('Time Root')).toBe(true);
    main.answer({
      'evidence.distrustRoot': () => aToken('timestamp-root'),
      'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
    });
    await click(the('button', 'evidence.distrust'));
    expect(main.inputs('evidence.distrustRoot')).toHaveLength(2);
    main.send('changed', { features: ['evidence'] });
    await settled();
    expect(reads('evidence.noRoots')).toBe(true);
  });
});

describe('bundles of others', () => {
  inEach('none yet; some', async (language) => {
    await part('bundles', { wish: { language } });
    expect(reads('evidence.noBundles')).toBe(true);
    await accessible();
    cleanup();
    await part('bundles', { wish: { language }, answers: { 'evidence.importedBundles': () => [anImported()] } });
    await accessible();
    expect(reads('evidence.importedLine', { versions: 1, decisions: 1 })).toBe(true);
  });

  inEach('one is opened, looked at, named and taken in', async (language) => {
    const main = await part('bundles', {
      wish: { language },
      answers: { 'evidence.chooseBundle': () => aBundle(), 'evidence.importBundle': () => anImported() },
    });
    await click(the('button', 'evidence.openBundle'));
    expect(reads('evidence.bundleGood')).toBe(true);
    expect(readsText('They follow one another.')).toBe(true);
    expect(every('button', 'evidence.export')).toEqual([]);
    await accessible();
    await write(field('evidence.origin'), 'The southern house');
    await click(the('button', 'evidence.import'));
    expect(main.inputs('evidence.importBundle')).toEqual([{ bundleId: anId(71), origin: 'The southern house' }]);
    expect(way.here).toEqual({ screen: 'library' });
    expect(notice.said).toBe(said('evidence.imported', { name: 'Southern Ferries' }));
  });

  inEach('one that is not good can be looked at, not taken in', async (language) => {
    const bad = aBundle({
      ok: false,
      decisions: [],
      versions: [],
      devices: [],
      checks: [{ what: asWritten('The seal'), ok: false, why: asWritten('It is broken.') }],
    });
    await part('bundles', { wish: { language }, answers: { 'evidence.chooseBundle': () => bad } });
    await click(the('button', 'evidence.openBundle'));
    expect(reads('evidence.bundleBad')).toBe(true);
    expect(reads('evidence.holdsNothing')).toBe(true);
    expect(every('button', 'evidence.import')).toEqual([]);
    await accessible();
    await click(the('button', 'evidence.close'));
    expect(reads('evidence.bundlesText')).toBe(true);
  });

  it('what cannot be taken in is told, and stays open', async () => {
    await part('bundles', {
      answers: { 'evidence.chooseBundle': () => aBundle(), 'evidence.importBundle': refused() },
    });
    await click(the('button', 'evidence.openBundle'));
    await click(the('button', 'evidence.import'));
    expect(refusedHere()).toBe(true);
    expect(reads('evidence.bundleGood')).toBe(true);
    await click(the('button', 'evidence.close'));
  });
});
