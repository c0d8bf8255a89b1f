import { z } from 'zod';
import type { Bilingual } from '../agreement/bilingual.ts';
import type { LetterValues, Standing, TemplateField } from '../letter/template.ts';
import { call, id, nothing, words } from './call.ts';

export type { LetterValues };

/** A field of a letter as the form shows it: the template's own. */
export type LetterField = TemplateField;

/** What a letter can be started from. */
export interface LetterTemplate {
  readonly id: string;
  readonly title: Bilingual;
  /** From an imported document, or in the product's own words and to be checked against the provider's form. */
  readonly source: 'imported' | 'draft';
  readonly versionId?: string;
  readonly agreementTitle?: string;
}

export interface LetterOutput {
  readonly sha256: string;
  readonly name: string;
  readonly at: string;
  readonly kind: 'pdf' | 'signed' | 'electronic-copy';
  readonly pages: number;
  readonly signedBy?: string;
}

export interface LetterView {
  readonly id: string;
  readonly templateId: string;
  readonly title: string;
  /** As published, or our own draft to be checked against the provider's form. */
  readonly standing: Standing;
  readonly state: 'draft' | 'exported' | 'signed' | 'sealed';
  readonly companyId?: string;
  readonly values: LetterValues;
  readonly fields: readonly LetterField[];
  /** `field` is a key, with row and column for a table: `titles.2.amount`. Errors stop the export. */
  readonly problems: readonly {
    readonly field: string;
    readonly severity: 'error' | 'warning';
    readonly text: Bilingual;
  }[];
  readonly fingerprint: string;
  readonly updatedAt: string;
  readonly outputs: readonly LetterOutput[];
}

export interface LetterList {
  readonly templates: readonly LetterTemplate[];
  readonly letters: readonly Pick<LetterView, 'id' | 'title' | 'state' | 'updatedAt'>[];
}

export const sealChoice = z.strictObject({
  shape: z.enum(['round-42', 'round-40', 'round-38', 'square-22', 'oval-45x30']),
  guides: z.boolean(),
  seam: z.boolean(),
});
export type SealChoice = z.infer<typeof sealChoice>;

export const letterValues = z.record(
  words(60),
  z.union([words(4000), z.array(z.record(words(60), words(1000))).max(200)]),
);

/** Which key signs: one that the OS keychain keeps, or a PKCS#12 file chosen in the dialog; its password is not kept. */
export const signingKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), certificateId: id }),
  z.strictObject({ kind: z.literal('file'), password: words(200) }),
]);

export const letterCalls = {
  'letters.list': call<LetterList>()(nothing),
  'letters.start': call<LetterView>()(z.strictObject({ templateId: words(120), companyId: id.optional() })),
  'letters.open': call<LetterView>()(z.strictObject({ letterId: id })),
  'letters.fill': call<LetterView>()(z.strictObject({ letterId: id, companyId: id.optional(), values: letterValues })),
  /** The page as it will be printed: an address for the sandboxed preview frame. */
  'letters.preview': call<{ readonly address: string }>()(z.strictObject({ letterId: id })),
  'letters.export': call<LetterOutput | undefined>()(z.strictObject({ letterId: id, seal: sealChoice })),
  'letters.sign': call<LetterOutput | undefined>()(
    z.strictObject({ letterId: id, seal: sealChoice, key: signingKey, reason: words(200) }),
  ),
  'letters.print': call<{ readonly printed: boolean }>()(z.strictObject({ letterId: id, seal: sealChoice })),
  'letters.remove': call<undefined>()(z.strictObject({ letterId: id })),
  'letters.makeCertificate': call<{ readonly certificateId: string; readonly fileName: string } | undefined>()(
    z.strictObject({
      name: words(100).min(1),
      organisation: words(200).min(1),
      algorithm: z.enum(['ec', 'rsa']),
      password: words(200).min(8),
      /** Keep the key in the OS keychain, so that signing asks for no file. */
      keep: z.boolean(),
    }),
  ),
  /** Saves the local root, so that others can choose to trust it. */
  'letters.saveRoot': call<{ readonly fileName: string } | undefined>()(z.strictObject({ certificateId: id })),
};
