import { Refusal } from '../../agreement/refusal.ts';
import type { ChainHead } from '../entry.ts';
import { type OpenedBundle, openBundle } from '../open-bundle.ts';
import { verifyTimestamp } from '../timestamp.ts';
import { bundleInPack, verifyCourtPack } from '../pack/verify-court-pack.ts';
import { verifyBundle, verifyOpened } from '../verify-bundle.ts';
import type { Verified } from './report-view.ts';
import { webDigest, webSignatures } from './web-crypto.ts';

/** Verifies the bytes that the person chose, by what the browser has. It knows no keys: each one is new to it. */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
  expectedHead: ChainHead | undefined,
): Promise<Verified> {
  const by = {
    digest: webDigest,
    verifySignature: webSignatures,
    verifyTimestamp: (response: Uint8Array, hash: string) => verifyTimestamp(response, { hash }, { roots: [], crypto }),
    expectedHead,
  };
  const pack = await verifyCourtPack(bytes, by);
  if (pack) return { name, ...openedIn(bytes), report: pack };
  let bundle: OpenedBundle;
  try {
    bundle = openBundle(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { name, report: await verifyBundle(bytes, by) };
  }
  return { name, bundle, report: await verifyOpened(bundle, by) };
}

/** The bundle inside a court pack, where it opens: its texts and records are shown as those of any bundle. */
function openedIn(pack: Uint8Array): { readonly bundle?: OpenedBundle } {
  const inner = bundleInPack(pack);
  try {
    return inner ? { bundle: openBundle(inner) } : {};
  } catch (error) {
    if (error instanceof Refusal) return {};
    throw error;
  }
}
