import type { AgreementDocument } from '../agreement/model.ts';
import type { DecisionDay } from '../contract/review.ts';
import type { Language } from '../agreement/sentence.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';
import type { AgendaPlace } from '../contract/agenda.ts';
import type { LinkedItem } from '../contract/library.ts';
import type { CaseKind } from '../letter/case.ts';
import type { LetterValues } from '../letter/template.ts';
import type { Quantity } from '../agreement/fact.ts';
import type { AgendaItem } from '../term/agenda/agenda.ts';
import type { Deadline } from '../term/answer.ts';
import type { CivilDate } from '../term/calendar/civil-date.ts';
import type { Store } from '../store/store.ts';
import type { FileToKeep } from './kept-files.ts';
import type { Ports } from './ports.ts';

/**
 * What one feature gives another without either knowing the other: `handlers.ts` hands the function of the one to the
 * handlers of the other.
 */

/** What a person says when something is done: on which day, a note, and a file that shows it. */
export interface ItemDone {
  readonly on: string;
  readonly note: string;
  readonly evidence?: FileToKeep;
}

/** Something with a date, and the screen where it is dealt with. */
export interface PlacedItem {
  readonly item: AgendaItem;
  /** Records what the item asks for, where a person says that it is done: the thing itself, not a mark beside it. */
  readonly close?: (said: ItemDone) => void;
  readonly place?: AgendaPlace;
  /** The day it was recorded, where a record of its own says so: reminders before it were never due. */
  readonly since?: CivilDate;
  /** The item in whose place it stands: what was reminded of by that one is not reminded of again. */
  readonly insteadOf?: string;
}

/** What one feature puts on the agenda. `done` in an item comes from its records; a person's own marks are laid over it. */
export type AgendaSource = (ports: Ports) => readonly PlacedItem[];

/** What one feature holds about an agreement, for the page that shows all of it; the newest first. */
export type LinkSource = (ports: Ports, agreementId: string) => readonly LinkedItem[];

/** What a letter says that a feature drafted of its records, in whichever language. */
export type ToldWords = (language: Language) => LetterValues;
/** Absent: the feature drafted no such letter. What takes long to work out is waited for. */
export type DraftedWords = (ports: Ports, letterId: string) => ToldWords | undefined | Promise<ToldWords | undefined>;

/** Values that the person settled for facts of an agreement, by the former kind of the fact. */
export type OwnValues = (store: Store, agreementId: string) => Readonly<Partial<Record<LegacyKind, number>>>;

/** The days and amounts of an agreement's term, as far as they are known; amounts in the agreement's currency. */
export interface TermTold {
  readonly starts?: string;
  readonly ends?: Deadline;
  /** The safe day, which is known even where it is not known how late one could still argue. */
  readonly cancelBy?: string;
  readonly renews?: Quantity;
  /** The text says that it does not renew by itself. */
  readonly neverRenews?: true;
  /** The larger of what must be spent and what leaving costs. */
  readonly exposure?: string;
  /** What the amount is in: a code of `names.currency`. */
  readonly currency?: string;
}
export type TermTeller = (ports: Ports, agreementId: string) => TermTold;

/** Days that a feature knows of a version that is decided on. */
export type DecisionDays = (
  ports: Ports,
  version: { readonly agreementId: string; readonly versionId: string; readonly document: AgreementDocument },
) => readonly DecisionDay[];

/** What a letter is begun for, as far as it is known. */
export interface LetterAbout {
  readonly companyId?: string | undefined;
  readonly agreementId?: string | undefined;
  /** The language that its values are in, and that it is written in. */
  readonly language?: Language | undefined;
}

/** Starts a letter from a template with what the company's particulars know and what is given; answers its id. */
export type LetterStarter = (ports: Ports, templateId: string, given: LetterValues, about?: LetterAbout) => string;

/** Keys of the agenda items of an agreement that a letter of a kind closes once it is sent. */
export type KeysClosed = (ports: Ports, agreementId: string, about: CaseKind) => readonly string[];

/** The company that the person said an agreement is of. */
export type CompanyOf = (store: Store, agreementId: string) => string | undefined;

/** Agreements that nothing offers to begin something with, asked anew each time. */
export type NotOffered = () => Promise<ReadonlySet<string>>;

/** Settles the change notices that announced a version that was accepted in the world. Call it inside that transaction. */
export type NoticeSettler = (
  ports: Ports,
  accepted: { readonly versionId: string; readonly acceptanceId?: string; readonly by: string },
) => void;
