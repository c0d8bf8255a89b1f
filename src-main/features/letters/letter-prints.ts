import type { PrintExpectation } from '../../pdf/scan/expectation.ts';
import type { SealShape } from '../../pdf/finish/seal.ts';
import { filledOf, type Letter, letters } from './letter-records.ts';
import { madeOf } from './letter-pages.ts';
import { ownFormOf } from './own-forms.ts';
import type { Ports } from '../../kernel/ports.ts';

interface ExpectedSeal {
  readonly shape: SealShape;
  readonly seam: boolean;
}

/** Fingerprints of a letter's outputs by the SHA-256 of the file, as the ledger has them. */
function fingerprints({ store }: Ports, letterId: string): ReadonlyMap<string, string> {
  return new Map(
    store.ledger.ofSubject(`letter:${letterId}`).flatMap(({ payload }): [string, string][] => {
      const { sha256, fingerprint } = (payload ?? {}) as { sha256?: unknown; fingerprint?: unknown };
      return typeof sha256 === 'string' && typeof fingerprint === 'string' ? [[sha256, fingerprint]] : [];
    }),
  );
}

/**
 * Every print of a letter that may come back sealed: each exported one, and the letter as it stands now, which may have been
 * printed without being exported. A provider's own form bears no page code of ours and is none of them.
 */
export async function printsOf(
  ports: Ports,
  letter: Letter,
  { shape, seam }: ExpectedSeal,
): Promise<readonly PrintExpectation[]> {
  if (ownFormOf(ports.store, letter.body.templateId)) return [];
  const { documentCode } = await import('../../pdf/finish/page-code.ts');
  const known = fingerprints(ports, letter.id);
  const filled = filledOf(ports.store, letter);
  const signedByHand = filled.blocks.some((block) => block.kind === 'signature' && block.signatory !== undefined);
  const expected = { shape, seam, style: 'letter', signedByHand } as const;
  const prints = new Map<string, PrintExpectation>();
  for (const { sha256, pages, zones } of letter.body.outputs) {
    const fingerprint = known.get(sha256);
    if (fingerprint === undefined || !zones) continue;
    const code = documentCode(fingerprint);
    prints.set(code, { code, pages, zones, ...expected });
  }
  const present = documentCode(filled.fingerprint);
  if (!prints.has(present)) {
    const { pages, zones } = await madeOf(ports, letter, { shape, guides: false, seam: false });
    prints.set(present, { code: present, pages, zones, ...expected });
  }
  return [...prints.values()];
}

/** What the page codes of all letters are called, so that a stray page can be named. */
export async function knownPrints(ports: Ports): Promise<ReadonlyMap<string, string>> {
  const { documentCode } = await import('../../pdf/finish/page-code.ts');
  return new Map(
    letters(ports.store).flatMap(({ id, body }) =>
      [...fingerprints(ports, id).values()].map((fingerprint): [string, string] => [
        documentCode(fingerprint),
        body.title,
      ]),
    ),
  );
}
