import { z } from 'zod';
import type { Sentence } from '../../agreement/sentence.ts';
import { call, date, filled, id, language, nothing, sha256, words } from '../call.ts';
import type { AdverseToConfirm } from '../evidence.ts';
import type { UndoToken } from '../undo.ts';

/** What can stand in a list of evidence, in the order in which a court reads it. */
export const EXHIBIT_KINDS = [
  'text',
  'conclusion',
  'sealed',
  'decision',
  'standing',
  'explanation',
  'notice',
  'letter',
  'dispatch',
  'log',
  'figures',
  'order',
  'invoice',
  'capture',
  'deposit',
  'ledger',
] as const;
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number];

/** What a piece of evidence is as it is handed in: the original, electronic data, a copy. */
export const EXHIBIT_FORMS = ['original', 'electronic', 'copy'] as const;
export type ExhibitForm = (typeof EXHIBIT_FORMS)[number];

/** One row of a list of evidence, as it is composed of the record and as the person left it. */
export interface ExhibitView {
  /** `text:…`, `letter:…`: the same for as long as the record holds it. */
  readonly key: string;
  readonly kind: ExhibitKind;
  readonly name: Sentence;
  readonly origin: Sentence;
  readonly form: ExhibitForm;
  readonly purpose: Sentence;
  /** The purpose is the person's own words. */
  readonly own: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  /** What of it is printed out of the ledger when the list leaves. */
  readonly extract: boolean;
  /** What in it speaks against whoever hands it in. */
  readonly adverse: readonly Sentence[];
  readonly left: boolean;
  /** The record brought it in after the person last saw the list: it is left out until they take it in. */
  readonly fresh: boolean;
}

/** What a list is of: agreements, a case of one of them, a period (civil days in Beijing). */
const courtScope = z.strictObject({
  agreementIds: z.array(id).min(1).max(50).readonly(),
  origin: words(120)
    .regex(/^(?:claim|notice|explanation|letter|case):.+$/u)
    .exactOptional(),
  from: date.exactOptional(),
  to: date.exactOptional(),
});
export type CourtScope = z.infer<typeof courtScope>;

/** How the person left one row: in this place of the list, with these words. */
const courtRow = z.strictObject({
  key: filled(200),
  left: z.literal(true).exactOptional(),
  form: z.enum(EXHIBIT_FORMS).exactOptional(),
  purpose: filled(500).exactOptional(),
});
export type CourtRow = z.infer<typeof courtRow>;

export interface CourtChoices {
  readonly agreements: readonly { readonly id: string; readonly title: string; readonly versions: number }[];
  readonly cases: readonly { readonly origin: string; readonly name: Sentence; readonly agreementId?: string }[];
}

export interface CourtListLine {
  readonly id: string;
  readonly title: string;
  readonly scope: CourtScope;
  readonly savedAt: string;
  readonly rows: number;
}

export interface CourtListView {
  readonly id: string;
  readonly title: string;
  readonly scope: CourtScope;
  readonly rows: readonly ExhibitView[];
  /** When it last left, and in which form. */
  readonly exported: readonly { readonly at: string; readonly as: CourtExport; readonly sha256: string }[];
}

/** The list as a paper, the paper on the electronic data, or everything in one ZIP. */
export const COURT_EXPORTS = ['list', 'statement', 'pack'] as const;
export type CourtExport = (typeof COURT_EXPORTS)[number];

export const courtCalls = {
  'evidence.courtChoices': call<CourtChoices>()(nothing),
  'evidence.courtLists': call<readonly CourtListLine[]>()(nothing),
  /** @throws `not-found`. */
  'evidence.courtList': call<CourtListView>()(z.strictObject({ listId: id })),
  /** Begins a list: composed of the record. */
  'evidence.beginCourtList': call<CourtListView>()(z.strictObject({ title: filled(120), scope: courtScope })),
  /** Keeps order, purposes, forms and what is left out. */
  'evidence.saveCourtList': call<CourtListView>()(
    z.strictObject({ listId: id, title: filled(120), rows: z.array(courtRow).max(2000) }),
  ),
  'evidence.removeCourtList': call<UndoToken>()(z.strictObject({ listId: id })),
  /** What in the rows that are to leave speaks against whoever hands them in. */
  'evidence.courtAdverse': call<AdverseToConfirm>()(z.strictObject({ listId: id })),
  /** Refused unless what is adverse was `seen` as it is now, and where the records have a fault, unless it is wanted `despite` that. */
  'evidence.exportCourt': call<{ readonly fileName: string; readonly sha256: string } | undefined>()(
    z.strictObject({
      listId: id,
      as: z.enum(COURT_EXPORTS),
      language,
      seen: sha256,
      despite: z.literal(true).exactOptional(),
    }),
  ),
};
