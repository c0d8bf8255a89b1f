import { sentence } from '../../agreement/sentence.ts';
import { randomBytes, X509Certificate } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { timestampCalls } from '../../contract/evidence.ts';
import type { TimestampOverview, TimestampView } from '../../contract/evidence.ts';
import type { TimestampVerdict } from '../../ledger/bundle-check.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { fromHex, toHex } from '../../ledger/hex.ts';
import type { PaperRow } from '../../store/papers.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { paperById, PAPERS, papersOf } from '../../kernel/stored-names.ts';

interface Body {
  readonly sequence: number;
  readonly hash: string;
  /** Hex, as it stands in the request. */
  readonly nonce: string;
  readonly attached?: { readonly at: string; readonly authority: string; readonly sha256: string };
}

interface Root {
  readonly subject: string;
  readonly notAfter: string;
  /** Hex. */
  readonly der: string;
}

const { timestamp: TIMESTAMP, timestampRoot: ROOT } = PAPERS.evidence;

/**
 * External time for a machine without a network: a request goes out as a file, the authority's answer comes back as a
 * file, and is verified against the entry that it stamps before it is kept.
 */
export function timestampHandlers(ports: Ports): Handlers<typeof timestampCalls> {
  const { store, files } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'evidence.timestamps': () => timestampView(store),

    'evidence.requestTimestamp': async ({ sequence }) => {
      const entry = sequence === undefined ? store.ledger.head<LedgerEntry>() : store.ledger.at<LedgerEntry>(sequence);
      if (!entry) throw unknownThing(sentence('evidence.timestamps.timestamp-handlers.evidence-request-timestamp'));
      const { timestampNonce, timestampRequest } = await import('../../ledger/timestamp-request.ts');
      const nonce = timestampNonce(randomBytes(16));
      const fileName = await files.save({
        name: `assent-${entry.sequence}.tsq`,
        bytes: timestampRequest(entry.hash, nonce),
      });
      if (fileName === undefined) return undefined;
      const body: Body = { sequence: entry.sequence, hash: entry.hash, nonce: toHex(nonce) };
      const row = { ...TIMESTAMP, id: ports.newId(), subject: `entry:${entry.sequence}` };
      store.papers.add({ ...row, state: 'requested', body, createdAt: at() });
      tellChanged(ports, ['evidence']);
      return { fileName, sequence: entry.sequence };
    },

    'evidence.attachTimestamp': async () => {
      const [file] = await files.choose({
        title: sentence('evidence.timestamps.timestamp-handlers.evidence-attach-timestamp.title'),
        extensions: ['tsr', 'der'],
      });
      if (!file) return undefined;
      const { row, verdict } = await stampedRequest(store, file.bytes);
      const kept = toKeep(file);
      const attached = { at: verdict.at, authority: verdict.authority, sha256: kept.sha256 };
      const body: Body = { ...row.body, attached };
      const { sequence, hash } = row.body;
      record(ports, {
        entry: { kind: 'timestamp-attached', subject: `entry:${sequence}`, payload: { sequence, hash, ...attached } },
        files: [kept],
        write: () => store.papers.update(row.id, verdict.trusted ? 'trusted' : 'attached', body, at()),
        changed: ['evidence'],
      });
      return timestampView(store).timestamps.find((stamp) => stamp.sequence === sequence);
    },

    'evidence.trustRoot': async () => {
      const [file] = await files.choose({
        title: sentence('evidence.timestamps.timestamp-handlers.evidence-trust-root.title'),
        extensions: ['cer', 'crt', 'pem', 'der'],
      });
      if (!file) return undefined;
      const root = readRoot(file.bytes);
      const known = papersOf<Root>(store, ROOT).some(({ body }) => body.der === root.der);
      if (!known) store.papers.add({ ...ROOT, id: ports.newId(), state: 'trusted', body: root, createdAt: at() });
      await retrust(ports);
      return timestampView(store);
    },

    'evidence.distrustRoot': async ({ rootId }) => {
      if (!paperById(store, ROOT, rootId))
        throw unknownThing(sentence('evidence.timestamps.timestamp-handlers.evidence-distrust-root'));
      store.papers.remove(rootId);
      await retrust(ports);
      return timestampView(store);
    },
  };
}

/** A timestamp that was attached to an entry: what it says, and the answer's bytes. */
export interface AttachedTimestamp {
  readonly sequence: number;
  readonly at: string;
  readonly authority: string;
  readonly trusted: boolean;
  readonly sha256: string;
}

/** All timestamps attached so far, by the entry that they stamp. */
export function attachedTimestamps(store: Store): readonly AttachedTimestamp[] {
  return papersOf<Body>(store, TIMESTAMP).flatMap(({ state, body }) => {
    const { attached, sequence } = body;
    return attached ? [{ sequence, ...attached, trusted: state === 'trusted' }] : [];
  });
}

/** The earliest timestamp over this entry or one after it: either shows that the entry was there. */
export function timestampAfter(store: Store, sequence: number): AttachedTimestamp | undefined {
  return attachedTimestamps(store)
    .filter((stamp) => stamp.sequence >= sequence)
    .toSorted((a, b) => Number(b.trusted) - Number(a.trusted) || a.at.localeCompare(b.at))[0];
}

/** DER of the roots that the person trusts. */
export function trustedRoots(store: Store): readonly Uint8Array[] {
  return papersOf<Root>(store, ROOT).map(({ body }) => fromHex(body.der));
}

function timestampView(store: Store): TimestampOverview {
  const timestamps = papersOf<Body>(store, TIMESTAMP).map(({ state, createdAt, body }): TimestampView => ({
    sequence: body.sequence,
    hash: body.hash,
    requestedAt: createdAt,
    ...(body.attached ? { attached: { ...body.attached, trusted: state === 'trusted' } } : {}),
  }));
  const roots = papersOf<Root>(store, ROOT).map(({ id, body }) => ({
    id,
    subject: body.subject,
    notAfter: body.notAfter,
  }));
  return { timestamps: timestamps.toReversed(), roots };
}

/** The request that an answer belongs to: the one whose hash and nonce it names. */
async function stampedRequest(
  store: Store,
  response: Uint8Array,
): Promise<{
  readonly row: PaperRow<Body>;
  readonly verdict: TimestampVerdict & { readonly at: string; readonly authority: string };
}> {
  const open = papersOf<Body>(store, TIMESTAMP).filter(({ body }) => body.attached === undefined);
  let last: TimestampVerdict | undefined;
  for (const row of open.toReversed()) {
    const verdict = await judge(store, response, row.body);
    const { ok, at, authority } = verdict;
    if (ok && at !== undefined && authority !== undefined) return { row, verdict: { ...verdict, at, authority } };
    last ??= verdict;
  }
  throw notOurs(last);
}

async function judge(store: Store, response: Uint8Array, { hash, nonce }: Body): Promise<TimestampVerdict> {
  const { verifyTimestamp } = await import('../../ledger/timestamp.ts');
  return verifyTimestamp(response, { hash, nonce }, { roots: trustedRoots(store), crypto: globalThis.crypto });
}

/** Judges every attached answer anew after the trusted roots changed. */
async function retrust(ports: Ports): Promise<void> {
  const { store } = ports;
  for (const { id, body } of papersOf<Body>(store, TIMESTAMP)) {
    const bytes = body.attached && store.attachments.bytes(body.attached.sha256);
    if (!bytes) continue;
    const { ok, trusted } = await judge(store, bytes, body);
    store.papers.update(id, ok && trusted ? 'trusted' : 'attached', body, ports.now().toISOString());
  }
  tellChanged(ports, ['evidence']);
}

function readRoot(bytes: Uint8Array): Root {
  try {
    const { subject, validTo, raw } = new X509Certificate(bytes);
    const name = subject.split('\n').toReversed().join(', ');
    return { subject: name, notAfter: new Date(validTo).toISOString(), der: toHex(raw) };
  } catch (cause) {
    throw new Refusal(
      'certificate-unreadable',
      sentence('evidence.timestamps.certificate-unreadable'),
      sentence('evidence.timestamps.certificate-unreadable.next'),
      { cause },
    );
  }
}

function notOurs(last: TimestampVerdict | undefined): Refusal {
  const why = last?.why ?? sentence('evidence.timestamps.not-ours.why');
  return new Refusal(
    'timestamp-not-ours',
    sentence('evidence.timestamps.timestamp-not-ours', { why }),
    sentence('evidence.timestamps.timestamp-not-ours.next'),
  );
}
