import { z } from 'zod';
import type { Sentence, Words } from '../agreement/sentence.ts';
import type { SourceMark } from '../agreement/meaning/emphasise.ts';
import type { Reading, ReadingChoices, SourceFormat } from '../agreement/model.ts';
import { call, type Failure, filled, id, nothing, sha256, words } from './call.ts';
import type { FactView } from './views.ts';

/** A source that is kept but not (yet) a version. */
export interface PendingSource {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly importedAt: string;
  readonly state: 'pending' | 'set-aside' | 'unreadable';
  readonly failure?: Failure;
  /** Its reading ended through the process, not through the file: it can be read again. */
  readonly interrupted?: boolean;
}

/** What became of one file that was chosen, dropped or pasted. */
export type ImportOutcome =
  | { readonly name: string; readonly sourceId: string; readonly known?: 'same-file' }
  | { readonly name: string; readonly sourceId?: string; readonly failure: Failure };

/** Another text that a document is like. */
export interface Likely {
  readonly title: string;
  /** Estimated share of words in common, 0 to 1. */
  readonly likeness: number;
  readonly sameProvider: boolean;
}

export interface DocumentProposal {
  /** How many clauses it has, as the library counts them. */
  readonly clauses: number;
  /** How many of its clauses are conspicuous. */
  readonly conspicuous: number;
  /** By their ids: how much of each is marked in the original; `none`: bold by rule alone. */
  readonly marks: Readonly<Record<string, SourceMark>>;
  readonly facts: readonly FactView[];
  /** How many of its clauses depart from the company's positions; absent where none does. */
  readonly departing?: { readonly unacceptable: number; readonly negotiable: number };
  /** The usual protections that were not recognised in it. */
  readonly unrecognised: readonly Sentence[];
  /** A version with the very same text is already in the library. */
  readonly known?: { readonly versionId: string; readonly title: string; readonly ordinal: number };
  /** The agreement that it looks like the next version of. */
  readonly resembles?: Likely & { readonly agreementId: string };
  /** An earlier document of the same source that it looks like the next version of. */
  readonly follows?: Likely & { readonly index: number };
  /** The next closest of all. */
  readonly runnerUp?: Likely;
  /** The name of a provider in the library that the one it names may be; only a person says that it is. */
  readonly providerAlready?: string;
  /** What it continues, or that it is new, can be told without asking the person. */
  readonly sure: boolean;
}

/** Source beside reading, before anything becomes a version. */
export interface ImportReview {
  readonly source: PendingSource;
  readonly format: SourceFormat;
  readonly encoding: string;
  /** The source as text, line by line. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  readonly reading: Reading;
  /** What has to be answered before it is saved; `document`: asked only where this one is saved; `what`: the part that was not read. */
  readonly questions: readonly { readonly id: string; readonly what?: Words; readonly document?: number }[];
  readonly choices: ReadingChoices;
  /** Index-aligned with `reading.documents`. */
  readonly proposals: readonly DocumentProposal[];
  /** Own agreements that a document can be the next version of, with the number that it would have. */
  readonly agreements: readonly { readonly id: string; readonly title: string; readonly next: number }[];
  /** The sources that wait to be checked, oldest first; this one among them while it waits. */
  readonly queue: readonly { readonly id: string; readonly name: string }[];
  /** The notice that waits for this text. */
  readonly noticeId?: string;
}

const lineNumbers = z.array(z.int().positive()).max(10_000);

export const readingChoices = z.strictObject({
  keepApart: lineNumbers.optional(),
  splitAt: lineNumbers.optional(),
  mergeAt: lineNumbers.optional(),
  titles: z.record(z.string().regex(/^\d+$/), words(300)).optional(),
  keepLines: lineNumbers.optional(),
});

/** What the person decided for one document of a source. */
export const documentDecision = z.strictObject({
  index: z.int().nonnegative(),
  /** Fingerprint of the text that was shown to the person: where another is read at this index now, nothing is saved. */
  fingerprint: sha256.optional(),
  /** Save it as the next version of this agreement; absent: as a new agreement. */
  agreementId: id.optional(),
  /** Save it as the next version of an earlier document of this same confirmation, by index. */
  follows: z.int().nonnegative().optional(),
  title: filled(300),
  /** As the person names it; empty: none, whatever the text says; absent: as the text says. */
  provider: words(200).optional(),
});
export type DocumentDecision = z.infer<typeof documentDecision>;

/** What a person says of a doubtful place (`as-seen`, `as-read`), or of a part that was not read (`not-part`). */
export const questionAnswer = z
  .strictObject({
    id: filled(300),
    answer: z.enum(['as-seen', 'as-read', 'not-part']),
    reason: words(500).optional(),
  })
  .refine(({ answer, reason = '' }) => answer === 'as-seen' || reason.trim() !== '', { path: ['reason'] });
export type QuestionAnswer = z.infer<typeof questionAnswer>;

/** A version that a confirmation made; `announced` where it is now the new text of the notice that was named. */
export interface SavedVersion {
  readonly versionId: string;
  readonly agreementId: string;
  readonly announced?: true;
}

/** Of the sources that wait to be checked, those in which nothing asks for a person's look. */
export interface ClearSources {
  readonly clear: readonly { readonly id: string; readonly name: string }[];
  /** How many were looked at, of how many; fewer where it was stopped. */
  readonly looked: number;
  readonly waiting: number;
}

/** What became of sources that were saved together. */
export interface SavedTogether {
  readonly saved: readonly string[];
  /** Those that wait on, with why. */
  readonly left: readonly { readonly name: string; readonly why: Sentence }[];
}

/** A page that came into the watched folder and looks like a next version. */
export interface FolderOffer {
  readonly id: string;
  readonly sourceId: string;
  readonly name: string;
  readonly agreementTitle: string;
  readonly foundAt: string;
}

/** A page in the watched folder whose reading was interrupted so often that it is left alone. */
export interface UnreadPage {
  readonly id: string;
  readonly name: string;
}

/** What the watched folder has to tell, newest first. */
export interface FolderFinds {
  readonly offers: readonly FolderOffer[];
  readonly unread: readonly UnreadPage[];
}

export interface WatchedFolderView {
  readonly on: boolean;
  /** Its last name only; where it lies stays on the main side. */
  readonly name?: string;
  readonly missing: boolean;
}

/** Bringing sources in, and the import review. */
export const importCalls = {
  /** Opens the system dialog; one file, files or a folder. Empty when the person closed it. */
  'import.choose': call<readonly ImportOutcome[]>()(z.strictObject({ what: z.enum(['file', 'files', 'folder']) })),
  /** What can be imported out of the folders that the person just dropped onto the window. */
  'import.dropped': call<readonly ImportOutcome[]>()(nothing),
  /** Bytes that were dropped or pasted; never a path. */
  'import.bytes': call<ImportOutcome>()(
    z.strictObject({ name: filled(255), bytes: z.instanceof(Uint8Array), job: words(60).optional() }),
  ),
  'import.sample': call<readonly ImportOutcome[]>()(nothing),
  'import.review': call<ImportReview>()(
    z.strictObject({
      sourceId: id,
      choices: readingChoices.optional(),
      encoding: words(40).optional(),
      /** The notice that announced this text: kept with it while it waits. */
      noticeId: id.optional(),
    }),
  ),
  'import.confirm': call<readonly SavedVersion[]>()(
    z.strictObject({
      sourceId: id,
      documents: z.array(documentDecision).min(1).max(200),
      /** What was answered of what was asked (`ImportReview.questions`). */
      answers: z.array(questionAnswer).max(2000).optional(),
      /** The notice that announced this text: the version saved for its agreement becomes its new text. */
      noticeId: id.optional(),
    }),
  ),
  'import.clear': call<ClearSources>()(nothing),
  /** Saves these as they were read, each for itself; what cannot be saved so waits on. */
  'import.saveClear': call<SavedTogether>()(z.strictObject({ sourceIds: z.array(id).min(1).max(10_000) })),
  /** Tries again to read a source that is kept. */
  'import.again': call<ImportOutcome>()(z.strictObject({ sourceId: id })),
  'import.setAside': call<undefined>()(z.strictObject({ sourceId: id })),
  /**
   * Takes a source whose texts are all in the library already off the list of those that wait, or puts it back. With a notice,
   * the version there already that is of its agreement becomes its new text; answers whether there was one.
   */
  'import.dismissDuplicate': call<{ readonly announced: boolean }>()(
    z.strictObject({ sourceId: id, away: z.boolean(), noticeId: id.optional() }),
  ),
  'import.cancel': call<undefined>()(nothing),
  'import.watchedFolder': call<WatchedFolderView>()(nothing),
  /** Turning it on asks for the folder in the system dialog. */
  'import.watch': call<WatchedFolderView>()(z.strictObject({ on: z.boolean() })),
  'import.offers': call<FolderFinds>()(nothing),
  /** Dismisses an offer, or the word of a page that was left alone; or shows it again. */
  'import.dismissOffer': call<undefined>()(z.strictObject({ offerId: id, away: z.boolean() })),
};
