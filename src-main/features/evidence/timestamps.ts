import { sentence } from '../../agreement/sentence.ts';
import { randomBytes, X509Certificate } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { timestampCalls } from '../../contract/evidence.ts';
import type { TimestampOverview, TimestampView } from '../../contract/evidence.ts';
import type { TimestampVerdict } from '../../ledger/bundle-check.ts';
import { toHex } from '../../ledger/hex.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import type { ChainHead } from '../../ledger/entry.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import {
  type KeptRoot,
  type KeptTimestamp,
  rootEntry,
  rootPapers,
  TIMESTAMP_ROOT,
  type TimestampPaper,
  timestampPapers,
  trustedRoots,
} from '../../kernel/papers/timestamps.ts';

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
      const entry = sequence === undefined ? store.ledger.head() : store.ledger.at(sequence);
      if (!entry) throw unknownThing(sentence('evidence.timestamps.timestamp-handlers.evidence-request-timestamp'));
      const request = await stampRequest(entry);
      const fileName = await files.save({ name: `assent-${entry.sequence}.tsq`, bytes: request.bytes });
      if (fileName === undefined) return undefined;
      keepRequest(ports, request.body);
      return { fileName, sequence: entry.sequence };
    },

    'evidence.attachTimestamp': async () => {
      const [file] = await files.choose({
        title: sentence('evidence.timestamps.timestamp-handlers.evidence-attach-timestamp.title'),
        extensions: ['tsr', 'der'],
      });
      if (!file) return undefined;
      const { sequence } = await attachStamp(ports, file);
      return timestampView(store).timestamps.find((stamp) => stamp.sequence === sequence);
    },

    'evidence.trustRoot': async () => {
      const [file] = await files.choose({
        title: sentence('evidence.timestamps.timestamp-handlers.evidence-trust-root.title'),
        extensions: ['cer', 'crt', 'pem', 'der'],
      });
      if (!file) return undefined;
      const root = readRoot(file.bytes);
      const known = rootPapers(store)
        .list()
        .some(({ body }) => body.der === root.der);
      const id = ports.newId();
      if (!known)
        record(ports, {
          entry: { kind: 'timestamp-root-trusted', subject: `timestamp-root:${id}`, payload: rootEntry(root) },
          write: () => rootPapers(store).put({ id, state: 'trusted', body: root }, at()),
          changed: ['evidence'],
        });
      await retrust(ports);
      return timestampView(store);
    },

    'evidence.distrustRoot': async ({ rootId }) => {
      const root = rootPapers(store).get(rootId);
      if (!root) throw unknownThing(sentence('evidence.timestamps.timestamp-handlers.evidence-distrust-root'));
      const token = removePaper(ports, TIMESTAMP_ROOT, root);
      await retrust(ports);
      return token;
    },
  };
}

/** A request over an entry's hash: its bytes, and what is kept of it until the answer comes. */
export async function stampRequest({ sequence, hash }: ChainHead): Promise<{
  readonly bytes: Uint8Array;
  readonly body: KeptTimestamp;
}> {
  const { timestampNonce, timestampRequest } = await import('../../ledger/timestamp-request.ts');
  const nonce = timestampNonce(randomBytes(16));
  return { bytes: timestampRequest(hash, nonce), body: { sequence, hash, nonce: toHex(nonce) } };
}

/** Keeps a request that went out. */
export function keepRequest(ports: Ports, body: KeptTimestamp): void {
  const paper = { id: ports.newId(), subject: `entry:${body.sequence}`, state: 'requested', body } as const;
  timestampPapers(ports.store).put(paper, ports.now().toISOString());
  tellChanged(ports, ['evidence']);
}

/** Verifies an answer against the request that it belongs to, and keeps it. @throws Refusal `timestamp-not-ours`. */
export async function attachStamp(
  ports: Ports,
  file: ChosenFile,
): Promise<TimestampVerdict & { readonly sequence: number; readonly hash: string }> {
  const { store } = ports;
  const { row, verdict } = await stampedRequest(store, file.bytes);
  const kept = toKeep(file);
  const attached = { at: verdict.at, authority: verdict.authority, sha256: kept.sha256 };
  const body: KeptTimestamp = { ...row.body, attached };
  const { sequence, hash } = row.body;
  const state = verdict.trusted ? 'trusted' : 'attached';
  record(ports, {
    entry: { kind: 'timestamp-attached', subject: `entry:${sequence}`, payload: { sequence, hash, ...attached } },
    files: [kept],
    write: () => timestampPapers(store).put({ id: row.id, state, body }, ports.now().toISOString()),
    changed: ['evidence'],
  });
  return { ...verdict, sequence, hash };
}

/**
 * The stamp of an answer: verified and attached, or, where it was attached before, judged anew by what is trusted now.
 * @throws Refusal `timestamp-not-ours`.
 */
export async function stampOf(ports: Ports, file: ChosenFile): ReturnType<typeof attachStamp> {
  const { sha256 } = toKeep(file);
  const before = timestampPapers(ports.store)
    .list()
    .find(({ body }) => body.attached?.sha256 === sha256);
  if (!before) return attachStamp(ports, file);
  const { sequence, hash } = before.body;
  return { ...(await judge(ports.store, file.bytes, before.body)), sequence, hash };
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
  return timestampPapers(store)
    .list()
    .flatMap(({ state, body: { attached, sequence } }) =>
      attached ? [{ sequence, ...attached, trusted: state === 'trusted' }] : [],
    );
}

function timestampView(store: Store): TimestampOverview {
  const stamps = timestampPapers(store).list();
  const timestamps = stamps.map(({ state, createdAt, body }): TimestampView => ({
    sequence: body.sequence,
    hash: body.hash,
    requestedAt: createdAt,
    ...(body.attached ? { attached: { ...body.attached, trusted: state === 'trusted' } } : {}),
  }));
  const roots = rootPapers(store)
    .list()
    .map(({ id, body: { subject, notAfter } }) => ({ id, subject, notAfter }));
  return { timestamps: timestamps.toReversed(), roots };
}

/** The request that an answer belongs to: the one whose hash and nonce it names. */
async function stampedRequest(
  store: Store,
  response: Uint8Array,
): Promise<{
  readonly row: TimestampPaper;
  readonly verdict: TimestampVerdict & { readonly at: string; readonly authority: string };
}> {
  const open = timestampPapers(store)
    .list()
    .filter(({ body }) => body.attached === undefined);
  let last: TimestampVerdict | undefined;
  for (const row of open.toReversed()) {
    const verdict = await judge(store, response, row.body);
    const { ok, at, authority } = verdict;
    if (ok && at !== undefined && authority !== undefined) return { row, verdict: { ...verdict, at, authority } };
    last ??= verdict;
  }
  throw notOurs(last);
}

async function judge(store: Store, response: Uint8Array, { hash, nonce }: KeptTimestamp): Promise<TimestampVerdict> {
  const { verifyTimestamp } = await import('../../ledger/timestamp.ts');
  return verifyTimestamp(response, { hash, nonce }, { roots: trustedRoots(store), crypto: globalThis.crypto });
}

/** Judges every attached answer anew after the trusted roots changed. */
export async function retrust(ports: Ports): Promise<void> {
  const { store } = ports;
  for (const { id, body } of timestampPapers(store).list()) {
    const bytes = body.attached && store.attachments.bytes(body.attached.sha256);
    if (!bytes) continue;
    const { ok, trusted } = await judge(store, bytes, body);
    const state = ok && trusted ? 'trusted' : 'attached';
    timestampPapers(store).put({ id, state, body }, ports.now().toISOString());
  }
  tellChanged(ports, ['evidence']);
}

function readRoot(bytes: Uint8Array): KeptRoot {
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
