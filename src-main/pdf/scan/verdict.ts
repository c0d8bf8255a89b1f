import type { Sentence } from '../../agreement/sentence.ts';
import type { PrintExpectation } from './expectation.ts';
import { seamSliceOf } from './expectation.ts';
import type { CheckState, SealReading } from './seal-reading.ts';
import type { SheetReading } from './sheet-reading.ts';
import * as words from './words.ts';

/** One thing that was checked, with what was found. `page` is of the print, `sheet` the n-th picture of the scan; both from 1. */
export interface ScanCheck {
  readonly kind:
    'page' | 'order' | 'stranger' | 'duplicate' | 'unreadable' | 'seal' | 'line' | 'seam' | 'seam-height' | 'signature';
  /** `unseen`: nothing looks for it, so a person has to. */
  readonly state: CheckState | 'unseen';
  readonly text: Sentence;
  readonly page?: number;
  readonly sheet?: number;
  readonly zone?: string;
}

export type Overall = 'complete' | 'incomplete' | 'doubtful';

export interface Verdict {
  readonly overall: Overall;
  /** Document part of the page code of the print that came back; absent when none of the expected did. */
  readonly print?: string;
  readonly checks: readonly ScanCheck[];
}

/** A print that is not expected here, by its code, and what it is called. */
export type KnownPrints = ReadonlyMap<string, string>;

interface Sheet {
  readonly number: number;
  readonly reading: SheetReading;
}

/** Seam slices of one group stand at one height; a page that is this far off was not stamped with the others. Millimetres. */
const SEAM_SPREAD = 9;

/**
 * Judges a whole scan: which pages are there, in which order, what does not belong, and whether seal and seam are where they
 * have to be. `complete` only if every single check found what it looked for; a signature by hand is looked for by nobody but
 * a person.
 */
export function judge(
  readings: readonly SheetReading[],
  prints: readonly PrintExpectation[],
  known: KnownPrints = new Map(),
): Verdict {
  const sheets = readings.map((reading, index) => ({ number: index + 1, reading }));
  const print = likeliest(sheets, prints);
  const own = sheets.filter(({ reading }) => print !== undefined && isPageOf(reading, print));
  const strangers = sheets.filter(({ reading }) => reading.code !== undefined && !(print && isPageOf(reading, print)));
  const checks: readonly ScanCheck[] = [
    ...(print ? pageChecks(own, sheets, print) : [{ kind: 'page', state: 'missing', text: words.noPage() } as const]),
    ...strangers.map(({ number, reading }): ScanCheck => stranger(number, reading, known)),
    ...sheets
      .filter(({ reading }) => reading.is === 'unknown')
      .map(({ number }): ScanCheck => ({
        kind: 'unreadable',
        state: 'doubtful',
        sheet: number,
        text: words.unreadable(number),
      })),
    ...(print ? markChecks(own, print) : []),
    ...(print?.signedByHand ? [{ kind: 'signature', state: 'unseen', text: words.signature() } as const] : []),
  ];
  return { overall: overallOf(checks), checks, ...(print ? { print: print.code } : {}) };
}

/** The worst state of any check decides; a scan without checks proves nothing. What nobody looked for decides nothing. */
export function overallOf(checks: readonly Pick<ScanCheck, 'state'>[]): Overall {
  if (checks.length === 0 || checks.some(({ state }) => state === 'missing')) return 'incomplete';
  return checks.some(({ state }) => state === 'doubtful') ? 'doubtful' : 'complete';
}

const isPageOf = ({ is, code }: SheetReading, print: PrintExpectation): boolean =>
  is === 'page' && code?.document === print.code;

/** Of several prints of one letter, the one most of whose pages came back. */
function likeliest(sheets: readonly Sheet[], prints: readonly PrintExpectation[]): PrintExpectation | undefined {
  const counted = prints.map((print) => ({
    print,
    count: sheets.filter(({ reading }) => isPageOf(reading, print)).length,
  }));
  return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.print;
}

const pagesOf = ({ pages }: PrintExpectation): readonly number[] =>
  Array.from({ length: pages }, (_, index) => index + 1);

function pageChecks(own: readonly Sheet[], all: readonly Sheet[], print: PrintExpectation): readonly ScanCheck[] {
  const unreadable = all.filter(({ reading }) => reading.is === 'unknown').length;
  const presence = pagesOf(print).map((page): ScanCheck => {
    const there = own.filter(({ reading }) => reading.code?.page === page);
    const [first] = there;
    if (!first) {
      // a sheet whose code cannot be read may be the very page
      const state = unreadable > 0 ? 'doubtful' : 'missing';
      return { kind: 'page', state, page, text: words.pageMissing(page, unreadable > 0) };
    }
    if (!first.reading.placed) {
      return {
        kind: 'page',
        state: 'doubtful',
        page,
        sheet: first.number,
        text: words.pageUnmeasured(page, first.number),
      };
    }
    return { kind: 'page', state: 'found', page, sheet: first.number, text: words.pageFound(page, first.number) };
  });
  const duplicates = pagesOf(print).flatMap((page): readonly ScanCheck[] => {
    const there = own.filter(({ reading }) => reading.code?.page === page).map(({ number }) => number);
    if (there.length < 2) return [];
    return [{ kind: 'duplicate', state: 'doubtful', page, text: words.duplicate(page, there) }];
  });
  return [...presence, ...duplicates, ...orderChecks(own)];
}

function orderChecks(own: readonly Sheet[]): readonly ScanCheck[] {
  const order = own.map(({ reading }) => reading.code?.page ?? 0);
  const straight = order.every((page, index) => index === 0 || (order[index - 1] ?? 0) <= page);
  return straight ? [] : [{ kind: 'order', state: 'doubtful', text: words.swapped(order) }];
}

function stranger(sheet: number, { code }: SheetReading, known: KnownPrints): ScanCheck {
  const name = code === undefined ? undefined : known.get(code.document);
  return { kind: 'stranger', state: 'doubtful', sheet, text: words.stranger(sheet, code, name) };
}

/** Of several scans of one page the best speaks; that there are several is said elsewhere. */
const RANK: Readonly<Record<CheckState, number>> = { found: 0, doubtful: 1, missing: 2 };
const best = <Reading extends { readonly state: CheckState }>(readings: readonly Reading[]): Reading | undefined =>
  readings.toSorted((a, b) => RANK[a.state] - RANK[b.state])[0];

function markChecks(own: readonly Sheet[], print: PrintExpectation): readonly ScanCheck[] {
  const ofPage = (page: number): readonly Sheet[] => own.filter(({ reading }) => reading.code?.page === page);
  const seals = print.zones.flatMap(({ zone, page }): readonly ScanCheck[] => {
    const readings = ofPage(page).flatMap(({ reading }) => reading.seals.filter((seal) => seal.zone === zone));
    const seal = best(readings);
    const place = { page, zone };
    if (!seal) return [{ kind: 'seal', state: 'doubtful', ...place, text: words.sealUnseen(page) }];
    return [
      { kind: 'seal', state: seal.state, ...place, text: words.seal(page, seal, print.shape) },
      ...lineChecks(seal, place),
    ];
  });
  return [...seals, ...seamChecks(ofPage, print)];
}

function lineChecks({ state, lines }: SealReading, place: { page: number; zone: string }): readonly ScanCheck[] {
  // where there is no seal, that it does not cross a line is no news
  if (state === 'missing') return [];
  return lines.map((line) => ({ kind: 'line', state: line.state, ...place, text: words.line(line) }));
}

function seamChecks(ofPage: (page: number) => readonly Sheet[], print: PrintExpectation): readonly ScanCheck[] {
  const pages = pagesOf(print).filter((page) => seamSliceOf(print, page) !== undefined);
  const read = pages.map((page) => {
    const seams = ofPage(page).flatMap(({ reading }) => (reading.seam ? [reading.seam] : []));
    return { page, seam: best(seams) };
  });
  const middles = read.flatMap(({ seam }) =>
    seam?.state === 'found' && seam.middle !== undefined ? [seam.middle] : [],
  );
  const common = middles.toSorted((a, b) => a - b)[middles.length >> 1];
  return read.flatMap(({ page, seam }): readonly ScanCheck[] => {
    if (!seam) return [{ kind: 'seam', state: 'doubtful', page, text: words.seamUnseen(page) }];
    const check: ScanCheck = { kind: 'seam', state: seam.state, page, text: words.seam(page, seam) };
    const off = seam.middle !== undefined && common !== undefined ? Math.abs(seam.middle - common) : 0;
    return off > SEAM_SPREAD && seam.state === 'found'
      ? [check, { kind: 'seam-height', state: 'doubtful', page, text: words.seamHeight(page, off) }]
      : [check];
  });
}
