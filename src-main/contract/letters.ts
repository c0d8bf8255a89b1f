import { z } from 'zod';
import { type Language, LANGUAGES, type Sentence } from '../agreement/sentence.ts';
import type { Case } from '../letter/case.ts';
import type { LetterValues, Standing, TemplateField } from '../letter/template.ts';
import type { SealShape, SeamSlice } from '../pdf/finish/seal.ts';
import { call, filled, id, nothing, sha256, words } from './call.ts';
import type { UndoToken } from './undo.ts';

export type { LetterValues };

/** A field of a letter as the form shows it: the template's own. */
export type LetterField = TemplateField;

/** What a letter can be started from. */
export interface LetterTemplate {
  readonly id: string;
  readonly title: Sentence;
  /** From an imported document; in the product's own words, to be checked against the provider's form; or the provider's own file. */
  readonly source: 'imported' | 'draft' | 'own-form';
  readonly versionId?: string;
  readonly agreementTitle?: string;
  /** It belongs to a version that stands now. */
  readonly stands?: boolean;
  /** Forms of the provider's that look like this paper: they come first. */
  readonly instead?: readonly { readonly id: string; readonly title: Sentence }[];
  /** Of an own form. */
  readonly format?: OwnFormat;
  /** Whose it is and when it was added, where another one is called the same. */
  readonly apart?: { readonly provider?: string; readonly at: string };
}

/** A provider's own form is filled in its own file. */
export type OwnFormat = 'pdf' | 'docx';

/** Who signed an output, as its certificate says. */
export interface SignatureNote {
  readonly name: string;
  readonly selfIssued: boolean;
  /** Proven time: only where a timestamp authority's token was brought. */
  readonly timestamp?: { readonly at: string; readonly authority: string };
}

export interface LetterOutput {
  readonly sha256: string;
  readonly name: string;
  readonly at: string;
  readonly kind: 'pdf' | 'signed' | 'electronic-copy' | 'filled-form';
  /** 0 where nobody but Word can count them. */
  readonly pages: number;
  /** Of the content that it was made of: another than the letter's, and the letter was changed since. */
  readonly fingerprint?: string;
  /** In the order of signing. */
  readonly signatures?: readonly SignatureNote[];
}

export interface LetterView {
  readonly id: string;
  readonly templateId: string;
  /** On the paper. */
  readonly title: string;
  /** What screens call it: in English, not by a Chinese title on its paper. */
  readonly name: Sentence;
  /** As published, or our own draft to be checked against the provider's form. */
  readonly standing: Standing;
  readonly state: 'draft' | 'exported' | 'signed' | 'sealed';
  /** It was published as one that cannot be revoked: said on screen, never on the paper. */
  readonly irrevocable?: true;
  /** What to check before it is sealed: said on screen, never on the paper. */
  readonly cautions?: readonly Sentence[];
  /** The provider's own file is filled instead of a paper of ours. */
  readonly ownForm?: { readonly format: OwnFormat; readonly file: string };
  readonly companyId?: string;
  /** The agreement that it is about; what is said of it in the world counts for that one. */
  readonly agreementId?: string;
  /** The agreement whose text it is itself: it is never about that one. */
  readonly itself?: string;
  /** It speaks of one agreement. */
  readonly aboutAgreement: boolean;
  /** That it is written in; `english`: its template has an English paper too. */
  readonly language: Language;
  readonly english: boolean;
  readonly values: LetterValues;
  readonly fields: readonly LetterField[];
  /** `field` is a key, with row and column for a table: `titles.2.amount`. Errors stop the export. */
  readonly problems: readonly LetterProblem[];
  readonly fingerprint: string;
  readonly updatedAt: string;
  readonly outputs: readonly LetterOutput[];
  /** It stays in the company: nothing is said to have gone out. */
  readonly internal?: true;
  /** The seal that a company of this form usually has. */
  readonly usualSeal: SealShape;
  /** A later version of the agreement carries its own letter. */
  readonly newer?: { readonly templateId: string; readonly title: string };
}

export interface LetterProblem {
  readonly field: string;
  readonly severity: 'error' | 'warning';
  readonly text: Sentence;
}

/** One letter as the list shows it: how far it got, and what tells it from others of its template. */
export interface LetterLine extends Pick<LetterView, 'id' | 'name' | 'state' | 'updatedAt'> {
  /** Whom it goes to and what it belongs to, as far as the letter says so. */
  readonly about?: {
    readonly provider?: string;
    readonly agreement?: string;
    /** A day in it is told in the language of the list, whatever language the letter is in. */
    readonly version?: Sentence;
  };
  /** Of a draft: what still stops its export. */
  readonly left?: number;
  /** How far it got in the world, once anything was said of it. */
  readonly way?: Pick<Case, 'kind' | 'state'>;
  /** What became of the scan that came back last. */
  readonly scan?: ScanState;
}

export type ScanState = 'unchecked' | 'confirmed' | 'overruled' | 'rejected';

export interface LetterList {
  /** Those of a version that stands now before the others. */
  readonly templates: readonly LetterTemplate[];
  /** Newest first. */
  readonly letters: readonly LetterLine[];
}

/** A rectangle in millimetres, origin at the page's lower left corner. */
export interface PlacedBox {
  /** 1-based. */
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** How a seal of one shape lies over the pages. */
export interface SealGeometry {
  readonly outline: 'ellipse' | 'rectangle';
  readonly width: number;
  readonly height: number;
  /** In the middle of each zone. */
  readonly places: readonly PlacedBox[];
  readonly seam: readonly (SeamSlice & { readonly group: number })[];
  readonly seamBottom: number;
}

/** The pages as they will be exported, or the words of a Word file that only Word can lay out. */
export type LetterPreview =
  | {
      readonly kind: 'pages';
      readonly pdf: Uint8Array;
      readonly seals: Readonly<Record<SealShape, SealGeometry>>;
      /** Where a handwritten signature usually stands. */
      readonly hand: PlacedBox;
    }
  | { readonly kind: 'words'; readonly paragraphs: readonly (readonly FormWords[])[] };

/** Words of a form; `field` where they were filled in, or are still open. */
export interface FormWords {
  readonly text: string;
  readonly field?: string;
}

const millimetres = (least: number, most: number) => z.number().min(least).max(most);
/** Millimetres to the right and upwards. */
export const offset = z.strictObject({ x: millimetres(-210, 210), y: millimetres(-297, 297) });
export type Offset = z.infer<typeof offset>;

/** Every seal that can be chosen. */
export const SEAL_SHAPE_NAMES = [
  ...(
    [45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20] as const
  ).map((diameter) => `round-${diameter}` as const),
  'square-22',
  'oval-40x30',
  'oval-45x30',
] satisfies SealShape[];

export const sealChoice = z.strictObject({
  shape: z.enum(SEAL_SHAPE_NAMES),
  guides: z.boolean(),
  seam: z.boolean(),
  /** Of the seal from the middle of its zone. */
  offset: offset.optional(),
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

const LARGEST_PICTURE = 12_000_000;
/** A transparent PNG. */
export const picture = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= LARGEST_PICTURE,
);
const handwriting = z.strictObject({
  png: picture,
  page: z.number().int().min(1).max(2000),
  left: millimetres(0, 210),
  bottom: millimetres(0, 297),
  height: millimetres(3, 60),
});

const letter = z.strictObject({ letterId: id });
const outputOf = z.strictObject({ letterId: id, sha256 });
const papers = z.strictObject({ letterIds: z.array(id).max(40), versionIds: z.array(id).max(20) });

/** A printer as a person names it, and how long its 100 mm came out. */
export interface PrinterView {
  readonly name: string;
  readonly millimetres: number;
  readonly measuredOn: string;
  /** Off by more than half a millimetre: seals come out in the wrong size and place. */
  readonly scales: boolean;
}

export const letterCalls = {
  'letters.list': call<LetterList>()(nothing),
  'letters.start': call<LetterView>()(z.strictObject({ templateId: words(120), companyId: id.optional() })),
  /** Says which agreement a letter is about; what is known of it fills what is still open of a draft. */
  'letters.tieAgreement': call<LetterView>()(z.strictObject({ letterId: id, agreementId: id })),
  'letters.open': call<LetterView>()(letter),
  'letters.fill': call<LetterView>()(
    z.strictObject({
      letterId: id,
      companyId: id.optional(),
      language: z.enum(LANGUAGES).optional(),
      values: letterValues,
    }),
  ),
  'letters.preview': call<LetterPreview>()(z.strictObject({ letterId: id, seal: sealChoice })),
  'letters.export': call<LetterOutput | undefined>()(z.strictObject({ letterId: id, seal: sealChoice })),
  /** Signs the paper, or `output`, which is signed already, once more. */
  'letters.sign': call<LetterOutput | undefined>()(
    z.strictObject({
      letterId: id,
      seal: sealChoice,
      key: signingKey,
      reason: words(200),
      /** Seen on the page unless told otherwise. */
      visible: z.boolean().optional(),
      /** Stands in the visible signature at its true size. */
      sealPicture: picture.optional(),
      output: sha256.optional(),
    }),
  ),
  /** Pictures of seal and signature on the page, for an electronic copy that says so of itself. */
  'letters.copy': call<LetterOutput | undefined>()(
    z.strictObject({
      letterId: id,
      seal: sealChoice,
      sealPicture: picture.optional(),
      handwriting: handwriting.optional(),
    }),
  ),
  /** A transparent PNG chosen in the system dialog. It is not kept. */
  'letters.choosePicture': call<{ readonly name: string; readonly png: Uint8Array } | undefined>()(
    z.strictObject({ what: z.enum(['seal', 'handwriting']) }),
  ),
  'letters.print': call<{ readonly printed: boolean }>()(z.strictObject({ letterId: id, seal: sealChoice })),
  'letters.remove': call<UndoToken>()(letter),
  /** Saves the request (RFC 3161) that a timestamp authority is to answer. */
  'letters.timestampQuery': call<{ readonly fileName: string } | undefined>()(outputOf),
  /** Brings the authority's answer into the signed file. */
  'letters.timestampAnswer': call<LetterOutput | undefined>()(outputOf),
  'letters.importForm': call<LetterTemplate | undefined>()(nothing),
  'letters.removeForm': call<UndoToken>()(z.strictObject({ templateId: words(120) })),
  /** What does not agree across the papers of a set. */
  'letters.checkSet': call<readonly LetterProblem[]>()(papers),
  'letters.exportSet': call<{ readonly folder: string; readonly files: readonly string[] } | undefined>()(
    papers.extend({ seal: sealChoice }),
  ),
  'letters.printRuler': call<{ readonly printed: boolean }>()(nothing),
  'letters.saveRuler': call<{ readonly fileName: string } | undefined>()(nothing),
  'letters.printers': call<readonly PrinterView[]>()(nothing),
  'letters.measured': call<readonly PrinterView[]>()(
    z.strictObject({ name: filled(80), millimetres: millimetres(95, 105) }),
  ),
  'letters.makeCertificate': call<{ readonly certificateId: string; readonly fileName: string } | undefined>()(
    z.strictObject({
      name: filled(100),
      organisation: filled(200),
      algorithm: z.enum(['ec', 'rsa']),
      password: words(200).min(8),
      /** Keep the key in the OS keychain, so that signing asks for no file. */
      keep: z.boolean(),
    }),
  ),
  /** Saves the local root, so that others can choose to trust it. */
  'letters.saveRoot': call<{ readonly fileName: string } | undefined>()(z.strictObject({ certificateId: id })),
};
