import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../../src-main/ledger/chain.ts';
import { signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import { appendEntry, type ChainHead, type LedgerEntry, skeleton, UNSIGNED } from '../../../src-main/ledger/entry.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { chainOf, drafts, newKey } from './sample-chain.ts';

const key = newKey();
const verifySignature = signatureVerifier([key.publicKey]);

function check(entries: readonly unknown[], wish: { expectedHead?: ChainHead; from?: ChainHead } = {}) {
  return verifyChain(entries, { digest: sha256, verifySignature, ...wish });
}

function headOf(entries: readonly LedgerEntry[]): ChainHead {
  const last = entries.at(-1);
  if (!last) throw new Error('an empty chain has no head');
  return { sequence: last.sequence, hash: last.hash };
}

/** A copy of the chain with one entry changed. */
function changed(
  entries: readonly LedgerEntry[],
  sequence: number,
  change: Partial<Record<string, unknown>>,
): unknown[] {
  return entries.map((entry) => (entry.sequence === sequence ? { ...entry, ...change } : entry));
}

/** The faults as `kind sequence`, in order. */
async function faults(entries: readonly unknown[], wish: { expectedHead?: ChainHead; from?: ChainHead } = {}) {
  return (await check(entries, wish)).faults.map(({ kind, sequence }) => `${kind} ${sequence}`);
}

const signed = chainOf(drafts(12), key);

describe('an untouched chain', () => {
  test('verifies, with every signature checked', async () => {
    const report = await check(signed, { expectedHead: headOf(signed) });
    expect(report).toMatchObject({
      ok: true,
      entries: 12,
      disclosed: 12,
      head: headOf(signed),
      faults: [],
      remarks: [],
    });
    expect(report.signatures).toEqual({ valid: 12, unsigned: 0, unchecked: 0 });
    expect(report.devices).toEqual([key.id]);
  });

  test('verifies without the payloads, so that content need not be disclosed', async () => {
    const report = await check(signed.map((entry) => (entry.sequence % 3 ? skeleton(entry) : entry)));
    expect(report).toMatchObject({ ok: true, entries: 12, disclosed: 4, head: headOf(signed) });
  });

  test('verifies from any entry on, when the one before is known', async () => {
    const [before] = signed.slice(4, 5);
    expect(await faults(signed.slice(5), { from: before as ChainHead })).toEqual([]);
    expect(await faults(signed.slice(5))).toEqual(['deleted 1']);
  });

  test('may have grown since the head was noted', async () => {
    expect(await faults(signed, { expectedHead: headOf(signed.slice(0, 5)) })).toEqual([]);
  });

  test('may be unsigned when it says so', async () => {
    const entries = chainOf(drafts(3));
    const report = await check(entries);
    expect(report.ok).toBe(true);
    expect(entries[0]?.device).toBe(UNSIGNED);
    expect(report.signatures.unsigned).toBe(3);
  });

  test('can be read as a stream', async () => {
    async function* stream() {
      for (const entry of chainOf(drafts(1000))) yield entry;
    }
    expect(await verifyChain(stream(), { digest: sha256, verifySignature })).toMatchObject({ ok: true, entries: 1000 });
  });
});

describe('every fault is reported with its place', () => {
  test.each<[string, Record<string, unknown>]>([
    ['payload', { payload: { value: 'other' } }],
    ['time', { at: '2020-01-01T00:00:00.000Z' }],
    ['kind', { kind: 'source-imported' }],
    ['subject', { subject: 'setting:other' }],
    ['hash', { hash: 'a'.repeat(64) }],
    ['payload hash', { payloadHash: 'a'.repeat(64) }],
    ['clock', { clock: { rollback: true, source: 'system', offsetMinutes: 480 } }],
  ])('altered: %s', async (_name, change) => {
    const found = await faults(changed(signed, 6, change));
    expect(found[0]).toBe('altered 6');
    expect(found.every((fault) => fault.endsWith(' 6'))).toBe(true);
  });

  test('an entry rewritten with a fitting hash breaks the link of the next and its own signature', async () => {
    const [fifth, sixth] = signed.slice(4, 6) as [LedgerEntry, LedgerEntry];
    const forged = appendEntry(fifth, { ...sixth, payload: { value: 'forged' } }, { digest: sha256, signer: newKey() });
    const report = await faults(signed.map((entry) => (entry.sequence === 6 ? forged : entry)));
    expect(report).toEqual(['unknown-key 6', 'broken-link 7']);
  });

  test('a bad, a missing and an undeclared signature', async () => {
    expect(await faults(changed(signed, 3, { signature: '0'.repeat(128) }))).toEqual(['bad-signature 3']);
    const { signature: _gone, ...bare } = signed[3] as LedgerEntry;
    expect(await faults([...signed.slice(0, 3), bare, ...signed.slice(4)])).toEqual(['missing-signature 4']);
    expect(await faults(changed(chainOf(drafts(3)), 2, { signature: '0'.repeat(128) }))).toEqual(['bad-signature 2']);
  });

  test('deleted: one, a stretch, and the first', async () => {
    expect(await faults(signed.filter(({ sequence }) => sequence !== 6))).toEqual(['deleted 6']);
    const report = await check(signed.filter(({ sequence }) => sequence < 4 || sequence > 8));
    expect(report.faults).toMatchObject([{ kind: 'deleted', sequence: 4, to: 8, position: 4 }]);
    expect(await faults(signed.slice(1))).toEqual(['deleted 1']);
  });

  test('reordered and duplicated', async () => {
    const swapped = [...signed];
    [swapped[4], swapped[5]] = [signed[5] as LedgerEntry, signed[4] as LedgerEntry];
    expect(await faults(swapped)).toEqual(['reordered 5']);
    expect(await faults([...signed.slice(0, 6), signed[2], ...signed.slice(6)])).toEqual(['duplicated 3']);
  });

  test('truncated: the head that is known from elsewhere is not reached', async () => {
    const report = await check(signed.slice(0, 9), { expectedHead: headOf(signed) });
    expect(report.faults).toMatchObject([{ kind: 'truncated', sequence: 10, to: 12 }]);
    expect(await faults([], { expectedHead: headOf(signed) })).toEqual(['truncated 1']);
  });

  test('a whole chain made anew does not fit the known head', async () => {
    expect(await faults(chainOf(drafts(12), key), { expectedHead: headOf(signed) })).toEqual([]);
    const remade = chainOf([{ payload: { value: 'forged' } }, ...drafts(11)], key);
    expect(await faults(remade, { expectedHead: headOf(signed) })).toEqual(['head-mismatch 12']);
  });

  test.each<[string, unknown]>([
    ['no object', 7],
    ['null', null],
    ['a missing member', { sequence: 4 }],
    ['a member too many', { ...signed[3], extra: 1 }],
    ['a time that is none', { ...signed[3], at: '2026-02-31T00:00:00.000Z' }],
    ['a kind that is no word', { ...signed[3], kind: 'Kind 1' }],
    ['text that is no Unicode', { ...signed[3], subject: '\ud800' }],
    ['nesting without end', { ...signed[3], payload: JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown }],
  ])('malformed: %s', async (_name, value) => {
    expect(await faults([...signed.slice(0, 3), value, ...signed.slice(4)])).toEqual(['malformed 4']);
  });

  test('whatever is deleted, moved or changed, the chain does not verify', async () => {
    const place = fc.integer({ min: 0, max: 11 });
    await fc.assert(
      fc.asyncProperty(place, place, fc.constantFrom('delete', 'move', 'copy', 'change'), async (from, to, deed) => {
        const entries: unknown[] = [...signed];
        if (deed === 'change') entries[from] = { ...signed[from], payload: { value: -1 - to } };
        else if (deed === 'copy') entries.splice(to, 0, signed[from]);
        else entries.splice(from, 1);
        if (deed === 'move') entries.splice(to, 0, signed[from]);
        fc.pre(deed !== 'move' || from !== to);
        expect((await check(entries, { expectedHead: headOf(signed) })).ok).toBe(false);
      }),
    );
  });
});

describe('a clock that went back is a remark, not a fault', () => {
  const at = ['2026-11-23T10:00:00.000Z', '2026-11-23T09:00:00.000Z', '2026-11-23T10:30:00.000Z'] as const;

  test('admitted by the entry', async () => {
    const report = await check(
      chainOf(
        at.map((instant, index) => ({ at: instant, rollback: index === 1 })),
        key,
      ),
    );
    expect(report.ok).toBe(true);
    expect(report.remarks).toMatchObject([{ kind: 'clock-rollback', sequence: 2 }]);
  });

  test('is named once: later entries are judged by the corrected time, whatever they say of themselves', async () => {
    const ahead = ['2027-11-23T10:00:00.000Z', '2026-11-23T09:00:00.000Z', '2026-11-23T09:30:00.000Z'];
    const said = ahead.map((instant, index) => ({ at: instant, rollback: index > 0 }));
    expect((await check(chainOf(said, key))).remarks).toMatchObject([{ kind: 'clock-rollback', sequence: 2 }]);
    const again = [...said, { at: '2026-11-23T09:10:00.000Z' }];
    expect((await check(chainOf(again, key))).remarks).toMatchObject([
      { kind: 'clock-rollback', sequence: 2 },
      { kind: 'clock-rollback-unsaid', sequence: 4 },
    ]);
  });

  test('an adjustment of two seconds is nothing', async () => {
    const adjusted = ['2026-11-23T10:00:02.000Z', '2026-11-23T10:00:00.000Z'].map((instant) => ({ at: instant }));
    expect((await check(chainOf(adjusted, key))).remarks).toEqual([]);
  });

  test('or not', async () => {
    const report = await check(
      chainOf(
        at.map((instant) => ({ at: instant })),
        key,
      ),
    );
    expect(report.ok).toBe(true);
    expect(report.remarks).toMatchObject([{ kind: 'clock-rollback-unsaid', sequence: 2 }]);
  });
});

test('a kind that only a later version knows is a remark, not a fault', async () => {
  const kind = 'constructor' as LedgerEntry['kind'];
  const report = await check(chainOf([{ kind }], key));
  expect(report.ok).toBe(true);
  expect(report.remarks).toMatchObject([{ kind: 'unknown-kind', sequence: 1 }]);
});

describe('writing', () => {
  test('refuses a time that is no UTC instant', () => {
    const draft = { kind: 'backup-made', subject: 'backup:1', payload: {}, clock: signed[0]?.clock } as const;
    for (const at of ['2026-11-23', '2026-11-23T08:00:00.000+08:00', '2026-02-30T00:00:00.000Z']) {
      expect(() =>
        appendEntry(undefined, { ...draft, at, clock: (signed[0] as LedgerEntry).clock }, { digest: sha256 }),
      ).toThrow(TypeError);
    }
  });
});
