import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { BUNDLE_FORMAT, type BundleManifest, MANIFEST, MANIFEST_SIGNATURE } from './bundle.ts';
import { isCanonicalJson } from './canonical-json.ts';
import type { ChainHead } from './entry.ts';
import { isHash } from './hex.ts';
import { readZip } from './zip-read.ts';

/** A bundle as files, before anything in it is believed. */
export interface OpenedBundle {
  readonly manifest: BundleManifest;
  readonly manifestCanonical: boolean;
  /** All files by path, the manifest included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** False after someone unpacked and packed it again, or put its files in another order. */
  readonly asWritten: boolean;
}

/**
 * Opens a bundle that anybody may have made; believes nothing, verifies nothing (see `verifyBundle`).
 * @throws Refusal `bundle-unreadable` when it is no sound ZIP, `not-a-bundle` without a manifest that fits.
 */
export function openBundle(bytes: Uint8Array): OpenedBundle {
  const { files, asWritten } = readZip(bytes);
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  const text = utf8(byPath.get(MANIFEST));
  const manifest = text === undefined ? undefined : readManifest(text);
  if (text === undefined || !manifest) {
    throw new Refusal(
      'not-a-bundle',
      sentence('ledger.open-bundle.not-a-bundle'),
      sentence('ledger.open-bundle.not-a-bundle.next'),
    );
  }
  return { manifest, manifestCanonical: isCanonicalJson(text), files: byPath, asWritten: asWritten && inOrder(files) };
}

/** The list first, then its signature, then the files by their paths: the one order that a bundle is written in. */
export function inOrder(files: readonly { readonly path: string }[]): boolean {
  const place = (path: string): string => (path === MANIFEST ? '0' : path === MANIFEST_SIGNATURE ? '1' : `2${path}`);
  const places = files.map(({ path }) => place(path));
  return places.every((each, index) => index === 0 || (places[index - 1] ?? '') < each);
}

/** Bytes as text; undefined for what is absent or no UTF-8. */
export function utf8(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Text as JSON; undefined for what is none. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readManifest(text: string): BundleManifest | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  const { format, from, head, files, signedBy, ...rest } = value;
  const fits =
    format === BUNDLE_FORMAT &&
    Object.keys(rest).length === 0 &&
    (from === undefined || isHead(from)) &&
    isHead(head) &&
    typeof signedBy === 'string' &&
    Array.isArray(files) &&
    files.every(isListed);
  return fits ? (value as unknown as BundleManifest) : undefined;
}

function isListed(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { path, bytes, sha256, ...rest } = value;
  return typeof path === 'string' && Number.isSafeInteger(bytes) && isHash(sha256) && Object.keys(rest).length === 0;
}

function isHead(value: unknown): value is ChainHead {
  return (
    isObject(value) && Number.isSafeInteger(value.sequence) && isHash(value.hash) && Object.keys(value).length === 2
  );
}

/** A plain JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
