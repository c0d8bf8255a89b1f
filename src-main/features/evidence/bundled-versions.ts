import { z } from 'zod';
import type { AcceptanceRecord } from '../../acceptance/record.ts';
import { storedRecord } from '../../acceptance/stored-record.ts';
import { canonicalText } from '../../agreement/canonical.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { BundleRecord } from '../../ledger/bundle-check.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { TAG_KIND_NAMES } from '../../agreement/tag-kinds.ts';
import { ENTRIES } from '../../ledger/bundle.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { readEntry } from '../../ledger/entry-shape.ts';
import { isHash } from '../../ledger/hex.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { type OpenedBundle, parseJson, utf8 } from '../../ledger/open-bundle.ts';

/** A version of the bundle, from the entry that saved it. */
export interface BundledVersion {
  readonly id: string;
  readonly agreementId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly fingerprint: string;
  readonly savedAt: string;
  readonly sourceId: string;
  readonly sourceSha256: string;
  readonly annexOf?: string;
  readonly document: AgreementDocument;
}

const STRUCTURE = /^versions\/[0-9a-f]{64}(?:-\d+)?\.json$/u;

/** The versions whose saving the ledger shows and whose text and structure are in the bundle. */
export function versionsIn({ files }: OpenedBundle): readonly BundledVersion[] {
  const structures = new Map<string, AgreementDocument>();
  for (const [path, bytes] of files) {
    const document = STRUCTURE.test(path) ? bundledDocument(parseJson(utf8(bytes)), files) : undefined;
    if (document) structures.set(sha256Hex(bytes), document);
  }
  const entries = disclosedEntries(files);
  return entries.flatMap(({ kind, subject, at, payload }) => {
    if (kind !== 'version-saved') return [];
    const said = payload as JsonObject;
    const document = readingsNamed(entries, subject)
      .flatMap((hash) => structures.get(hash) ?? [])
      .at(-1);
    const [, id = ''] = subject.split(':');
    const { agreement, ordinal, title, fingerprint, source, sourceSha256, annexOf } = said;
    const whole =
      document !== undefined &&
      isId(id) &&
      isId(agreement) &&
      isId(source) &&
      typeof title === 'string' &&
      Number.isSafeInteger(ordinal) &&
      document.fingerprint === fingerprint &&
      isHash(fingerprint) &&
      isHash(sourceSha256);
    if (!whole) return [];
    const named = { id, agreementId: agreement, ordinal: ordinal as number, title, fingerprint };
    const annexed = isId(annexOf) ? { annexOf } : {};
    return [{ ...named, savedAt: at, sourceId: source, sourceSha256, ...annexed, document }];
  });
}

/** Hashes of the structures that a version had, oldest first: the one it was saved with, and every one read again. */
function readingsNamed(entries: readonly LedgerEntry[], version: string): readonly string[] {
  return entries.flatMap(({ kind, subject, payload }) => {
    if (subject !== version || (kind !== 'version-saved' && kind !== 'reading-kept')) return [];
    const { structure } = payload as JsonObject;
    return isHash(structure) ? [structure] : [];
  });
}

/** A structure whose shape the reader can show, and whose words are those of the text beside it. */
function bundledDocument(value: unknown, files: OpenedBundle['files']): AgreementDocument | undefined {
  const read = documentShape.safeParse(value);
  if (!read.success) return undefined;
  const document = value as AgreementDocument;
  return canonicalText(document) === utf8(files.get(`versions/${document.fingerprint}.txt`)) ? document : undefined;
}

const span = z.object({ start: z.int(), end: z.int(), strong: z.boolean(), underline: z.boolean() });
const lines = z.array(z.number()).length(2);
const documentShape = z.object({
  title: z.string(),
  kind: z.enum(['terms', 'sla', 'service-agreement', 'commitment-letter', 'privacy', 'form-list', 'guide', 'other']),
  language: z.enum(['zh', 'en', 'mixed']),
  fingerprint: z.string(),
  provider: z.string().optional(),
  lines,
  repairs: z.array(z.unknown()),
  blanks: z.array(z.unknown()),
  clauses: z.array(
    z.object({
      id: z.string().max(80),
      number: z.string().optional(),
      heading: z.string().optional(),
      level: z.number(),
      role: z.enum(['heading', 'clause', 'item', 'definition', 'table', 'signature', 'preamble']),
      text: z.string(),
      emphasis: z.array(span.extend({ origin: z.enum(['source', 'rule']) })),
      tags: z.array(z.object({ kind: z.enum(TAG_KIND_NAMES), because: z.string() })),
      lines,
    }),
  ),
  tables: z.array(z.object({ clause: z.string(), header: z.array(z.string()), rows: z.array(z.array(z.string())) })),
  facts: z.array(z.object({ kind: z.string(), unit: z.string(), clause: z.string(), quote: z.string() })),
});

export function disclosedEntries(files: ReadonlyMap<string, Uint8Array>): readonly LedgerEntry[] {
  return (utf8(files.get(ENTRIES)) ?? '').split('\n').flatMap((line) => {
    const read = readEntry(parseJson(line));
    return 'entry' in read && read.entry.payload !== undefined ? [read.entry] : [];
  });
}

export const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/u.test(value);

/**
 * The records of a bundle, each of a format that is known here. One of another is left in the bundle, which is kept whole:
 * a later build reads it there.
 */
export function recordsIn(records: readonly BundleRecord[]): readonly AcceptanceRecord[] {
  return records.flatMap(({ id, record }) => {
    try {
      const read = storedRecord(id, record);
      return isId(read.id) && isId(read.version.id) ? [read] : [];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}
