import { z } from 'zod';
import type { VersionState } from '../../acceptance/standing.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import type { Departure } from '../settings-positions.ts';
import { call, filled, id, language, nothing, words } from '../call.ts';

/** What a person keeps of an agreement beside its text. */
export const particularsInput = z.strictObject({
  owner: words(100).optional(),
  department: words(100).optional(),
  /** As written, a decimal; `currency` says of what. */
  amount: words(30).optional(),
  currency: words(3).optional(),
  costCentre: words(60).optional(),
  /** The zone in which its days are counted: one of `ZONES`, a distance from UTC, or absent for what the text says. */
  zone: words(40).optional(),
  tags: z.array(filled(40)).max(20),
});
export type Particulars = z.infer<typeof particularsInput>;

/** What matters most of an agreement first: a window shows some of them at once. */
export const TABLE_COLUMNS = [
  'title',
  'provider',
  'state',
  'ends',
  'cancelBy',
  'amount',
  'owner',
  'departs',
  'cap',
  'changeNotice',
  'terminationNotice',
  'paymentDue',
  'lateFee',
  'availability',
  'creditTiers',
  'claimWindow',
  'term',
  'starts',
  'renews',
  'exposure',
  'department',
  'costCentre',
  'tags',
  'unrecognised',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** One cell: its words, and what it is sorted and compared by. Absent where nothing is known. */
export interface TableCell {
  readonly words: Sentence;
  /** A number, an ISO day or text. */
  readonly sort: number | string;
  /** What an amount is in, where that is known. */
  readonly currency?: string;
  /** It differs from what most other agreements say. */
  readonly outlier?: true;
  /** What it is read from departs from the company's position. */
  readonly departs?: Departure['stance'];
}

export interface TableRow {
  readonly agreementId: string;
  readonly state: VersionState;
  readonly archived: boolean;
  readonly cells: Partial<Readonly<Record<TableColumn, TableCell>>>;
}

export interface TableView {
  /** In Beijing. */
  readonly today: string;
  readonly rows: readonly TableRow[];
  readonly columns: readonly { readonly name: TableColumn; readonly label: Sentence; readonly figure: boolean }[];
}

export const tableCalls = {
  'library.table': call<TableView>()(nothing),
  /** The rows named, in that order, as a file; absent when the dialog was closed. */
  'library.exportTable': call<{ readonly fileName: string } | undefined>()(
    z.strictObject({ format: z.enum(['csv', 'xlsx']), agreementIds: z.array(id).max(20_000), language }),
  ),
  'library.keepParticulars': call<undefined>()(z.strictObject({ agreementId: id, particulars: particularsInput })),
};
