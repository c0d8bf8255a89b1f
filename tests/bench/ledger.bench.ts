import { verifyChain } from '../../src-main/ledger/chain.ts';
import { createDeviceKey, type DeviceKey, signatureVerifier } from '../../src-main/ledger/device-key.ts';
import { appendEntry, type ChainHead, type EntrySigner, type LedgerEntry } from '../../src-main/ledger/entry.ts';
import { fromHex } from '../../src-main/ledger/hex.ts';
import { sha256 } from '../../src-main/ledger/node-digest.ts';

const SIZES = [1_000, 10_000, 100_000] as const;

interface Run {
  readonly entries: number;
  readonly signed: boolean;
  readonly verifyMs: number;
  readonly perEntryUs: number;
}

/**
 * Verification of a ledger of up to 100,000 entries, unsigned and signed. `growth` is how many times longer the largest
 * takes per entry than the smallest: 1 is linear. `toBare` is the ratio to nothing but parsing the line, hashing it
 * twice and checking the signature, in the same run.
 */
export default async function ledgerBench(): Promise<{
  readonly name: string;
  readonly runs: readonly Run[];
  readonly growth: Readonly<Record<'unsigned' | 'signed', number>>;
  readonly toBare: Readonly<Record<'unsigned' | 'signed', number>>;
}> {
  const keychain = { seal: (secret: Uint8Array) => secret, open: (sealed: Uint8Array) => sealed };
  const { key } = createDeviceKey({ keychain });
  const runs: Run[] = [];
  const bare: number[] = [];
  for (const signer of [undefined, key]) {
    const lines = ledgerLines(SIZES.at(-1) ?? 0, signer);
    await timed(lines.slice(0, SIZES[0]), key);
    bare.push(perEntry(await timedBare(lines.slice(0, SIZES[1]), key), SIZES[1]));
    for (const size of SIZES) {
      const milliseconds = await timed(lines.slice(0, size), key);
      const verifyMs = Math.round(milliseconds);
      runs.push({ entries: size, signed: signer !== undefined, verifyMs, perEntryUs: perEntry(milliseconds, size) });
    }
  }
  const ofSize = (signed: boolean, size: number): number =>
    runs.find((run) => run.signed === signed && run.entries === size)?.perEntryUs ?? 0;
  const growth = (signed: boolean): number => ratio(ofSize(signed, SIZES[2]), ofSize(signed, SIZES[0]));
  return {
    name: 'ledger verification',
    runs,
    growth: { unsigned: growth(false), signed: growth(true) },
    toBare: {
      unsigned: ratio(ofSize(false, SIZES[1]), bare[0] ?? 0),
      signed: ratio(ofSize(true, SIZES[1]), bare[1] ?? 0),
    },
  };
}

/** The least that any verification of these lines must do. */
async function timedBare(lines: readonly string[], key: DeviceKey): Promise<number> {
  const verify = signatureVerifier([key.publicKey]);
  const before = performance.now();
  for (let start = 0; start < lines.length; start += 256) {
    await Promise.all(
      lines.slice(start, start + 256).map(async (line) => {
        const { hash, signature } = JSON.parse(line) as LedgerEntry;
        sha256(sha256(Buffer.from(line)));
        return signature === undefined ? 'valid' : await verify(key.id, fromHex(hash), fromHex(signature));
      }),
    );
  }
  return performance.now() - before;
}

function perEntry(milliseconds: number, entries: number): number {
  return Math.round((milliseconds * 10_000) / entries) / 10;
}

function ratio(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100;
}

async function timed(lines: readonly string[], key: DeviceKey): Promise<number> {
  const before = performance.now();
  const report = await verifyChain(parsed(lines), {
    digest: sha256,
    verifySignature: signatureVerifier([key.publicKey]),
  });
  if (!report.ok || report.entries !== lines.length) throw new Error('the ledger of the bench does not verify');
  return performance.now() - before;
}

function* parsed(lines: readonly string[]): Generator<unknown> {
  for (const line of lines) yield JSON.parse(line) as unknown;
}

function ledgerLines(count: number, signer: EntrySigner | undefined): readonly string[] {
  const lines: string[] = [];
  let head: ChainHead | undefined;
  for (let index = 0; index < count; index += 1) {
    const entry: LedgerEntry = appendEntry(
      head,
      {
        at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
        kind: 'acceptance-decided',
        subject: `acceptance:${index}`,
        payload: { record: index.toString(16).padStart(64, '0'), decision: 'accepted', title: '示例服务条款' },
        clock: { rollback: false, source: 'system', offsetMinutes: 480 },
      },
      signer ? { digest: sha256, signer } : { digest: sha256 },
    );
    lines.push(JSON.stringify(entry));
    head = entry;
  }
  return lines;
}
