import { expect } from 'vitest';
import { buildBundle, ENTRIES, MANIFEST, MANIFEST_SIGNATURE } from '../../../src-main/ledger/bundle.ts';
import { canonicalBytes } from '../../../src-main/ledger/canonical-json.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { readZip } from '../../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../../src-main/ledger/zip-write.ts';
import { hashOf, sampleContents } from './sample-bundle.ts';
import { newKey } from './sample-chain.ts';

export const key = newKey();
export const contents = sampleContents(key);
export const bundle = buildBundle(contents, { digest: sha256, signer: key });
export const files = new Map(readZip(bundle).files.map(({ path, bytes }) => [path, bytes]));

export type Change = (files: Map<string, Uint8Array>) => void;

/** The bundle's files changed by hand and packed again without touching the manifest. */
export function forged(change: Change): Uint8Array {
  const copy = new Map(files);
  change(copy);
  return writeZip([...copy].map(([path, bytes]) => ({ path, bytes })));
}

/** The same, by a forger who also makes a fitting manifest, but has not the device's key. */
export function forgedWithManifest(change: Change): Uint8Array {
  return forged((copy) => {
    change(copy);
    const manifest = JSON.parse(text(copy, MANIFEST)) as Record<string, unknown>;
    manifest.files = [...copy]
      .filter(([path]) => path !== MANIFEST && path !== MANIFEST_SIGNATURE)
      .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) }));
    copy.set(MANIFEST, canonicalBytes(manifest));
  });
}

export function text(from: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(from.get(path));
}

export function replaceText(path: string, from: string, to: string): Change {
  return (copy) => {
    const before = text(copy, path);
    expect(before).toContain(from);
    copy.set(path, new TextEncoder().encode(before.replace(from, to)));
  };
}

export function editLines(edit: (lines: string[]) => string[]): Change {
  return (copy) => {
    const lines = text(copy, ENTRIES).split('\n').slice(0, -1);
    copy.set(
      ENTRIES,
      new TextEncoder().encode(
        edit(lines)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
  };
}
