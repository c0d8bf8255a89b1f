import type { Language, Sentence } from '../agreement/sentence.ts';
import type { MarkedText } from '../agreement/model.ts';
import type { EventName, EventPayload } from '../contract/index.ts';
import type { BackupsView, BackupView, FileCheckView, Preferences } from '../contract/settings.ts';
import type { JsonObject } from '../ledger/canonical-json.ts';
import type { LedgerFinding, NotePlace } from '../ledger/anchors/ledger-note.ts';
import type { EntryClock, EntryKind, EntrySigner, LedgerEntry } from '../ledger/entry.ts';
import type { Subject } from '../ledger/subject.ts';
import type { Anchor } from '../ledger/verdict.ts';
import type { PrintFonts } from '../pdf/typeset/font.ts';
import type { Paper } from '../pdf/paper.ts';
import type { PrintExpectation } from '../pdf/scan/expectation.ts';
import type { ScannedSheet } from '../pdf/scan/read.ts';
import type { Store } from '../store/store.ts';
import type { LogRequest, ReadLog } from './logs/log-job.ts';

/** A file a person chose in a system dialog: its bytes, never its path. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files as a person meets them. The shell shows dialogs; the command line and tests give their own. */
export interface FilePort {
  /** Empty when the person closed the dialog. */
  choose(request: {
    readonly title: Sentence;
    readonly extensions: readonly string[];
    readonly multiple?: boolean;
    readonly folder?: boolean;
  }): Promise<readonly ChosenFile[]>;
  /** Files of the folders that the person last dropped onto the window, once: those with one of these extensions. */
  dropped(extensions: readonly string[]): Promise<readonly ChosenFile[]>;
  /** Name of the written file; absent when the person closed the dialog. */
  save(request: { readonly name: string; readonly bytes: Uint8Array }): Promise<string | undefined>;
  /** All into one folder that the person chooses, nothing there overwritten; absent when the dialog was closed. */
  saveAll(request: {
    readonly title: Sentence;
    readonly files: readonly ChosenFile[];
  }): Promise<{ readonly folder: string } | undefined>;
  /** The sample set that the product ships in a language; absent, in the person's. */
  samples(language?: Language): Promise<readonly ChosenFile[]>;
  /** A shipped asset: fonts, holiday tables, the offline verifier. */
  asset(name: string): Promise<Uint8Array>;
}

/** Paper: laid out by Chromium in the app, by the plain page setter on the command line. */
export interface PrintPort {
  toPdf(paper: Paper, fonts: PrintFonts): Promise<Uint8Array>;
  /** Shows the system's print dialog; whether the person printed. */
  dialog(pdf: Uint8Array, name: string): Promise<boolean>;
}

/** Seals secrets through the operating system, where it can. */
export interface KeychainPort {
  readonly available: boolean;
  seal(secret: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
}

/** A folder that the person asked to be watched. Paths stay on this side of the page. */
export interface FolderPort {
  /** Path of the chosen folder; absent when the person closed the dialog. */
  choose(title: Sentence): Promise<string | undefined>;
  exists(path: string): boolean;
  /**
   * Watches a folder in place of the one before: pages written into it after `since` (UTC ISO) are handed over once they
   * are complete, with the time up to which the folder was looked through; so are, at every look, the names in `again`.
   * False when there is no such folder.
   */
  watch(
    path: string,
    from: { readonly since: string; readonly again: () => readonly string[] },
    found: (files: readonly ChosenFile[], lookedAt: string) => Promise<void>,
  ): boolean;
  stop(): void;
}

/** Where the ledger stands that a restored one takes the place of. */
export type PresentLedger = { readonly entries: number; readonly head?: string } | 'unreadable' | 'none';

/** Where a restored database came from, and what it took the place of. */
export interface RestoredFrom {
  /** From a backup, from a file that the person chose, or from one that was made to move to this computer. */
  readonly how: 'backup' | 'file' | 'moved';
  readonly name: string;
  /** Entries that it holds, and the hash and time of the newest. */
  readonly entries: number;
  readonly head?: string;
  readonly made?: string;
  /** What the replaced database is called among the backups. */
  readonly replaced: string;
  /** Where the replaced ledger stood; absent where there was none. */
  readonly present: PresentLedger;
  /** How many entries both have in common; absent where that could not be read, and in a note of an earlier build. */
  readonly common?: number;
}

/** Copies of the database, beside it and in a second place. Each was looked through to its end before it counted. */
export interface BackupPort {
  overview(): Promise<BackupsView>;
  make(store: Store): Promise<BackupView>;
  /** Copies the newest to the second place, where that is there. */
  copyNewest(): Promise<void>;
  /** Takes effect at the next start, which this brings about; the present database is kept among the backups. */
  restore(which: Pick<BackupView, 'place' | 'name'>, present: PresentLedger): Promise<void>;
  /** The same from a file that the person chooses: a backup, or one that was made to move; false when the dialog was closed. */
  restoreFile(title: Sentence, present: PresentLedger): Promise<boolean>;
  /** Backups go to a second folder, too, from now on; `first` names the history. False when the dialog was closed. */
  chooseSecond(title: Sentence, first: string): Promise<boolean>;
  forgetSecond(): void;
  /**
   * Writes everything into one file that the person chooses; `finish` is given the copy before it counts. Its name, or
   * undefined when the dialog was closed.
   */
  moveOut(request: {
    readonly name: string;
    readonly store: Store;
    readonly finish: (file: string) => void;
  }): Promise<string | undefined>;
  openFolder(): void;
}

/** What helps when something is wrong. */
export interface SupportPort {
  /** What is known of the database file since this start. */
  fileCheck(): FileCheckView;
  /** Shows the folder of the log. */
  openLog(): void;
  /** The problem report as it would be saved; the figures are added to what the machine knows. */
  report(figures: Readonly<Record<string, number>>): string;
}

/** The machine the app runs on, as an acceptance records it. */
export interface Environment {
  readonly app: string;
  readonly build: string;
  readonly runtime: string;
  readonly osUser: string;
  readonly device: string;
  readonly locale: string;
  readonly folder: string;
}

/** A part of the page in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What one place says of the ledger. */
export interface PlacedFinding {
  readonly place: NotePlace;
  /** When it was noted there, UTC ISO. */
  readonly at: string;
  readonly finding: LedgerFinding;
}

/** The anchors of one ledger, as the app keeps them. */
export interface AnchorKeeper {
  /** Every head that is noted, whether the ledger agrees with it or not. */
  all(): readonly Anchor[];
  /** What does not agree, as it was found when the records were opened, until the person accepts it. */
  findings(): readonly PlacedFinding[];
  /** Notes where the ledger stands now. Nothing is noted while something does not agree. */
  note(): void;
  /** From now on the ledger counts as it stands; whoever calls it has the ledger say so. */
  accept(): void;
}

/** Everything a feature needs from outside of the domain. */
export interface Ports {
  readonly store: Store;
  readonly now: () => Date;
  /**
   * Milliseconds of a clock that only goes forward: for how long something took, whatever is done to the clock on the wall.
   * Its zero means nothing.
   */
  readonly monotonic: () => number;
  /** Minutes east of UTC. */
  readonly offsetMinutes: () => number;
  readonly newId: () => string;
  readonly parse: (
    bytes: Uint8Array,
    name: string,
    options: { readonly encoding?: string; readonly signal?: AbortSignal; readonly invoice?: boolean },
  ) => Promise<MarkedText>;
  /** Reads the files of one scan against the prints that may come back, away from the window. */
  readonly readScan: (
    files: readonly ChosenFile[],
    prints: readonly PrintExpectation[],
    progress: (done: number, total: number) => void,
  ) => Promise<readonly ScannedSheet[]>;
  /** Reads a log of outages or tickets, away from the window. */
  readonly readLog: (log: LogRequest) => Promise<ReadLog>;
  readonly files: FilePort;
  readonly folder: FolderPort;
  readonly print: PrintPort;
  readonly keychain: KeychainPort;
  /** A picture (PNG) of a part of the page as it is on screen; absent where there is no window. */
  readonly picture: (box: Box) => Promise<Uint8Array | undefined>;
  /** A bundle that the system opened with the app (double click, command line), once. */
  readonly openedFile: () => Promise<ChosenFile | undefined>;
  /** Opens a copy of somebody's records, apart from one's own; closing it removes it. */
  readonly openCopy: (bytes: Uint8Array) => { readonly store: Store; readonly close: () => void };
  readonly environment: Environment;
  readonly emit: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
  readonly backups: BackupPort;
  readonly support: SupportPort;
  readonly ledger: LedgerWriter;
  /** What is known of the ledger from outside of its file; absent where nothing is kept there. */
  readonly anchors?: () => Promise<readonly Anchor[]>;
  /** Keeps them, and says what of them does not agree. */
  readonly anchorKeeper: AnchorKeeper;
  /** From now on entries are signed by this key. */
  readonly useDeviceKey: (key: EntrySigner) => void;
  /** Lets menu and theme follow what the person chose. */
  readonly applyPreferences: (preferences: Preferences) => void;
}

/** What an entry says before the writer adds salt, clock, place in the chain and signature. */
export interface EntryToWrite {
  readonly kind: EntryKind;
  readonly subject: Subject;
  readonly payload: JsonObject;
  /** UTC instant; now where it is absent. */
  readonly at?: string;
}

/** The one way into the ledger. Only `record()` appends, inside the transaction of what the entry says. */
export interface LedgerWriter {
  append(entry: EntryToWrite): LedgerEntry;
  /**
   * Whether the clock stands before an entry already written, or before a time that was `noted` elsewhere (in a review that is
   * under way); noticing it is an entry of its own.
   */
  watchClock(at: string, noted?: string): boolean;
  /** Whose clock the entries are dated by. */
  readonly source: EntryClock['source'];
  signer(): EntrySigner | undefined;
}
