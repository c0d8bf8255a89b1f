import type { Fact, FactKind, Quantity } from '../../../agreement/fact.ts';
import { mainFacts } from '../../../agreement/facts/payments/further-services.ts';
import { factWords, quantityWords } from '../../../agreement/fact-words.ts';
import { asWritten, say, type Sentence, sentence, stateWord } from '../../../agreement/sentence.ts';
import { unrecognisedProtections } from '../../../agreement/meaning/protections.ts';
import type { TagKind } from '../../../agreement/tag-kinds.ts';
import type { AgreementSummary, VersionSummary } from '../../../contract/library.ts';
import {
  type Particulars,
  TABLE_COLUMNS,
  type TableCell,
  type TableColumn,
  type TableRow,
  type TableView,
} from '../../../contract/library/table.ts';
import type { Departure } from '../../../contract/settings-positions.ts';
import { beijingToday } from '../../../kernel/beijing-today.ts';
import type { TermTeller, TermTold } from '../../../kernel/between-features.ts';
import { withKnownFacts } from '../../../kernel/facts.ts';
import { departing, departures } from '../../../kernel/positions/departures.ts';
import { positionsOf } from '../../../kernel/positions/positions.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { agreementSummaries } from '../../../kernel/standing.ts';
import { away } from '../put-away.ts';
import { onShelf } from '../shelf.ts';
import { outliers } from './outliers.ts';
import { allParticulars } from '../../../kernel/papers/particulars.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** Columns whose cells are read from facts of a kind. */
const FACT_COLUMNS: Partial<Readonly<Record<TableColumn, FactKind>>> = {
  cap: 'liability-cap',
  changeNotice: 'change-notice',
  terminationNotice: 'termination-notice',
  paymentDue: 'payment-due',
  lateFee: 'late-fee',
  availability: 'availability',
  creditTiers: 'credit-tier',
  claimWindow: 'claim-closes',
  term: 'term',
};

/** Columns that are sorted as figures, and in which what lies far from the others is marked. */
const FIGURES: ReadonlySet<TableColumn> = new Set([
  'amount',
  'changeNotice',
  'terminationNotice',
  'paymentDue',
  'lateFee',
  'availability',
  'claimWindow',
  'term',
  'exposure',
  'departs',
]);

const DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  'working-day': 1.4,
  month: 30,
  year: 365,
};

/** A length in days, only to sort and compare by. */
const inDays = ({ value, unit }: Quantity): number => value * (DAYS[unit] ?? 1);

/** What a fact is sorted and compared by: days, percent, percent a year of a late fee; its words otherwise. */
function measure({ value, unit }: Fact): number | undefined {
  if (typeof value === 'number') return unit in DAYS ? inDays({ value, unit }) : value;
  if (typeof value === 'string') return undefined;
  if ('promise' in value) return value.promise;
  if (!('per' in value)) return undefined;
  const yearly = { day: 365, month: 12, year: 1 }[value.per];
  return value.rate.amount * yearly * (value.rate.unit === 'per-mille' ? 0.1 : 1);
}

/** The word of a state. */
const stateName = ({ state, period }: VersionSummary): Sentence => stateWord({ state, by: period?.by }, 'list');

const words = (text: string | undefined): TableCell | undefined =>
  text === undefined || text === '' ? undefined : { words: asWritten(text), sort: text };

/** All that the text says of a kind, each value once. */
function factCell(facts: readonly Fact[], kind: FactKind): TableCell | undefined {
  const found = facts.filter((fact) => fact.kind === kind);
  const once = new Map(found.map((fact) => [say(factWords(fact), 'zh'), fact]));
  const [first, ...others] = once.values();
  if (!first) return undefined;
  const said: Sentence =
    others.length === 0
      ? factWords(first)
      : sentence('library.table.several', { values: [...once.values()].map((fact) => factWords(fact)) });
  // A day sorts as a day, however it is told.
  const { value, unit } = first;
  if (typeof value === 'string' && unit === 'date') return { words: said, sort: value };
  const measured = [...once.values()].flatMap((fact) => measure(fact) ?? []);
  return { words: said, sort: measured.length > 0 ? Math.min(...measured) : say(factWords(first), 'zh') };
}

const dayCell = (day: string | undefined): TableCell | undefined =>
  day === undefined ? undefined : { words: asWritten(day), sort: day };

/** Sorted as figures, but told in words: such a column begins at one edge. */
const IN_WORDS: ReadonlySet<TableColumn> = new Set(['claimWindow']);

/** The kinds of clauses that a column is about: a cell is marked where the company's position on one of them is departed from. */
const CLAUSE_COLUMNS: Partial<Readonly<Record<TableColumn, readonly TagKind[]>>> = {
  cap: ['liability-cap'],
  terminationNotice: ['termination'],
  lateFee: ['late-fee'],
  renews: ['auto-renewal'],
  exposure: ['minimum-commitment', 'early-termination-fee'],
};

/** How many clauses depart from the positions; the unacceptable ones weigh before all others. */
function departingCell(found: readonly Departure[]): TableCell | undefined {
  if (found.length === 0) return undefined;
  const { unacceptable, negotiable } = departing(found);
  return {
    words:
      negotiable === 0
        ? sentence('library.table.unacceptable', { count: unacceptable })
        : unacceptable === 0
          ? sentence('library.table.negotiable', { count: negotiable })
          : sentence('library.table.both', { unacceptable, negotiable }),
    sort: unacceptable + negotiable,
    departs: unacceptable > 0 ? 'unacceptable' : 'negotiable',
  };
}

function withDepartures(cells: Cells, found: readonly Departure[]): Cells {
  const marked = Object.entries(CLAUSE_COLUMNS).flatMap(([column, kinds]) => {
    const cell = cells[column as TableColumn];
    const here = found.filter(({ kind }) => kinds.includes(kind));
    const worst = here.find(({ stance }) => stance === 'unacceptable') ?? here[0];
    return cell && worst ? [[column, { ...cell, departs: worst.stance }] as const] : [];
  });
  return { ...cells, ...Object.fromEntries(marked) };
}

/** Yuan with thousands apart. */
const yuanCell = (yuan: string | undefined, currency?: string): TableCell | undefined =>
  yuan === undefined
    ? undefined
    : {
        words: asWritten(
          `${Number(yuan).toLocaleString('en-US', { minimumFractionDigits: 2 })}${currency === undefined ? '' : ` ${currency}`}`,
        ),
        sort: Number(yuan),
        ...(currency === undefined ? {} : { currency }),
      };

function renewsCell({ renews, neverRenews }: TermTold): TableCell | undefined {
  if (renews) return { words: quantityWords(renews), sort: inDays(renews) };
  return neverRenews ? { words: sentence('library.table.neverRenews'), sort: 0 } : undefined;
}

type Cells = Partial<Record<TableColumn, TableCell | undefined>>;

function cellsOf(
  ports: Ports,
  summary: AgreementSummary,
  shown: string,
  kept: Particulars | undefined,
  termOf: TermTeller,
): Cells {
  const { store } = ports;
  const document = store.agreements.document(shown);
  const facts = document ? withKnownFacts(store, shown, document).facts : [];
  const term = termOf(ports, summary.id);
  const version = summary.versions.find(({ id }) => id === shown);
  const departs = document ? departures(document, positionsOf(store)) : [];
  const absent = document ? unrecognisedProtections(document) : [];
  const main = mainFacts(facts);
  const read = Object.entries(FACT_COLUMNS) as [TableColumn, FactKind][];
  const cells: Cells = {
    title: words(summary.title),
    provider: words(summary.provider),
    state: version && { words: stateName(version), sort: version.state },
    owner: words(kept?.owner),
    department: words(kept?.department),
    amount: yuanCell(kept?.amount, kept?.currency),
    costCentre: words(kept?.costCentre),
    tags:
      kept && kept.tags.length > 0
        ? { words: sentence('library.table.several', { values: kept.tags }), sort: kept.tags.join('、') }
        : undefined,
    ...Object.fromEntries(read.map(([column, kind]) => [column, factCell(main, kind)])),
    paymentDue: factCell(main, 'payment-due') ?? factCell(main, 'payment-day'),
    starts: dayCell(term.starts),
    ends: dayCell(term.ends?.safe),
    cancelBy: dayCell(term.cancelBy),
    renews: renewsCell(term),
    exposure: yuanCell(term.exposure, term.currency),
    departs: departingCell(departs),
    unrecognised:
      absent.length === 0
        ? undefined
        : { words: sentence('library.table.several', { values: absent }), sort: absent.length },
  };
  return withDepartures(cells, departs);
}

function marked(rows: readonly (TableRow & { readonly cells: Cells })[]): readonly TableRow[] {
  const far = new Map(
    [...FIGURES].map((column) => {
      const values = rows.flatMap(({ cells }) => (typeof cells[column]?.sort === 'number' ? [cells[column].sort] : []));
      return [column, outliers(values)] as const;
    }),
  );
  return rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      TABLE_COLUMNS.flatMap((column) => {
        const cell = row.cells[column];
        if (!cell) return [];
        const out = typeof cell.sort === 'number' && far.get(column)?.has(cell.sort) === true;
        return [[column, out ? { ...cell, outlier: true as const } : cell]];
      }),
    ),
  }));
}

/** Every own agreement with what its text says, its term, and what is kept of it. */
export function tableOf(ports: Ports, termOf: TermTeller): TableView {
  const { store, now } = ports;
  const gone = away(store);
  const kept = allParticulars(store);
  const rows = agreementSummaries(store, now().toISOString())
    .filter(({ origin, kind }) => origin === 'own' && kind !== 'guide' && kind !== 'form-list')
    .map((summary) => {
      const { shown, versions } = onShelf(summary, { archived: gone.has(summary.id), sample: false });
      return {
        agreementId: summary.id,
        state: versions.find(({ id }) => id === shown)?.state ?? ('not-reviewed' as const),
        archived: gone.has(summary.id),
        cells: cellsOf(ports, summary, shown, kept.get(summary.id), termOf),
      } as TableRow;
    });
  return {
    today: beijingToday(now()),
    rows: marked(rows),
    columns: TABLE_COLUMNS.map((name) => ({
      name,
      label: sentence(`library.table.columns.${name}`),
      figure: FIGURES.has(name) && !IN_WORDS.has(name),
    })),
  };
}

/** Columns of amounts: in a sheet each has what it is in beside it. */
const MONEY: ReadonlySet<TableColumn> = new Set(['amount', 'exposure']);

/** The rows named, in that order, with the heading, as a sheet; figures that are amounts stay figures. */
export function sheetOf(view: TableView, ids: readonly string[], language: 'zh' | 'en'): Sheet {
  const byId = new Map(view.rows.map((row) => [row.agreementId, row]));
  const cells = (row: TableRow, column: TableColumn): readonly SheetCell[] => {
    const found = row.cells[column];
    if (MONEY.has(column)) return [found?.sort, found?.currency];
    return [found && say(found.words, language)];
  };
  const currency = say(sentence('library.particulars.currency'), language);
  return {
    name: say(sentence('library.table.title'), language),
    rows: [
      view.columns.flatMap(({ name, label }) => [say(label, language), ...(MONEY.has(name) ? [currency] : [])]),
      ...ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [view.columns.flatMap(({ name }) => cells(row, name))] : [];
      }),
    ],
  };
}
