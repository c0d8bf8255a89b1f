import { sentence, type Sentence } from '../../../assets/messages/say.ts';
import type { ImportReview } from '../../../src-main/contract/import.ts';
import type { AgreementDocument, Clause, Reading, ReadingChoices, Repair } from '../../../src-main/contract/views.ts';

/** A place of the reading that a person should look at once: what the reader mended, left out, or found odd. */
export interface PlaceToLook {
  /** The same after the source is read anew, as long as the place is there. */
  readonly id: string;
  /** Index of its document; undefined: outside of all. */
  readonly document: number | undefined;
  /** The clause beside which it stands. */
  readonly clause: string | undefined;
  /** First line of the source that it is about. */
  readonly line: number;
  /** What was done or is odd, what it means and what to do. */
  readonly words: Sentence;
  /** It has to be answered before anything is saved: a doubtful place, or a part that was not read. */
  readonly asks?: { readonly id: string; readonly kind: 'place' | 'part' };
  /** How it is taken back: the choice in which its lines are put or from which they are taken. */
  readonly revert?: { readonly choice: 'keepApart' | 'keepLines'; readonly lines: readonly number[] };
}

/** Words of a line that are enough to find it again. */
const FEW = 24;
const short = (text: string): string => {
  const letters = [...text.replaceAll(/\s+/gu, ' ').trim()];
  return letters.length > FEW ? `${letters.slice(0, FEW).join('')}…` : letters.join('');
};

/** All of them, in the order of the source. */
export function placesOf({
  reading,
  choices,
  lines,
  questions,
}: Pick<ImportReview, 'reading' | 'choices' | 'lines' | 'questions'>): readonly PlaceToLook[] {
  const textOf = (line: number): string => lines.find((each) => each.line === line)?.text ?? '';
  const found = [
    ...reading.documents.flatMap((document, index) => [...mended(document, index), ...oddNumbers(document, index)]),
    ...leftOut(reading),
    ...chosen(reading.documents, choices, textOf),
    ...concerns(reading, new Set(questions.map(({ id }) => id))),
    ...unreadParts(reading, questions),
  ];
  return found.toSorted((one, other) => one.line - other.line);
}

function mended(document: AgreementDocument, index: number): readonly PlaceToLook[] {
  return document.repairs.flatMap(({ kind, line, before }): readonly PlaceToLook[] => {
    const at = { document: index, clause: clauseAt(document, line)?.id, line };
    if (kind === 'split-line') return [{ ...at, id: `split-${line}`, words: sentence('import.place.splitLine') }];
    if (kind !== 'joined-lines') return [];
    const words = sentence('import.place.join', { words: lastWords(before.split('\n')[0] ?? '') });
    return [{ ...at, id: `join-${line}`, words, revert: { choice: 'keepApart', lines: [line] } }];
  });
}

const lastWords = (text: string): string => [...text.trim()].slice(-8).join('');

function oddNumbers(document: AgreementDocument, index: number): readonly PlaceToLook[] {
  return document.clauses.flatMap((clause, at): readonly PlaceToLook[] => {
    const words = anomalyWords(document.clauses, at);
    return words
      ? [{ id: `number-${clause.lines[0]}`, document: index, clause: clause.id, line: clause.lines[0], words }]
      : [];
  });
}

/** What is odd about the number of a clause, what it may mean and what to do; undefined where nothing is. */
export function anomalyWords(clauses: readonly Clause[], at: number): Sentence | undefined {
  const clause = clauses[at];
  if (!clause?.anomaly) return undefined;
  const number = clause.number ?? '';
  const before = clauses.slice(0, at).findLast((each) => each.parent === clause.parent && each.number !== undefined);
  switch (clause.anomaly) {
    case 'gap':
      return before?.number === undefined
        ? sentence('import.place.gapAtStart', { number })
        : sentence('import.place.gap', { number, before: before.number });
    case 'duplicate-number':
      return sentence('import.place.duplicate', { number });
    default:
      return sentence('import.place.misplaced', { number });
  }
}

/** Lines left out that follow each other are one place. */
function leftOut({ documents, dropped }: Reading): readonly PlaceToLook[] {
  const all = [...dropped, ...documents.flatMap(({ repairs }) => repairs)]
    .filter(({ kind }) => kind === 'dropped-chrome')
    .toSorted((one, other) => one.line - other.line);
  const runs: Repair[][] = [];
  for (const each of all) {
    const run = runs.at(-1);
    if (run && each.line - (run.at(-1)?.line ?? 0) <= 2) run.push(each);
    else runs.push([each]);
  }
  return runs.flatMap((run): readonly PlaceToLook[] => {
    const [first] = run;
    if (!first) return [];
    const words = sentence('import.place.leftOut', { words: short(first.before), count: run.length });
    const lines = run.map(({ line }) => line);
    return [
      {
        ...beside(documents, first.line),
        id: `left-out-${first.line}`,
        line: first.line,
        words,
        revert: { choice: 'keepLines', lines },
      },
    ];
  });
}

/** What the person took back stays to be looked at, so that it can be done again. */
function chosen(
  documents: readonly AgreementDocument[],
  { keepApart = [], keepLines = [] }: ReadingChoices,
  textOf: (line: number) => string,
): readonly PlaceToLook[] {
  const place = (choice: 'keepApart' | 'keepLines', line: number): PlaceToLook => ({
    ...beside(documents, line),
    id: `${choice}-${line}`,
    line,
    words: sentence(choice === 'keepApart' ? 'import.place.keptApart' : 'import.place.keptLine', {
      words: short(textOf(line)),
    }),
    revert: { choice, lines: [line] },
  });
  return [...keepApart.map((line) => place('keepApart', line)), ...keepLines.map((line) => place('keepLines', line))];
}

const concernOf = (
  kind: Reading['suspicions'][number]['kind'],
  caused: boolean,
): 'import.place.concern' | 'import.place.concern-cause' | 'import.place.struck' =>
  kind === 'struck' && !caused ? 'import.place.struck' : caused ? 'import.place.concern-cause' : 'import.place.concern';

function concerns({ documents, suspicions }: Reading, asked: ReadonlySet<string>): readonly PlaceToLook[] {
  return suspicions.map(({ id, kind, lines, seen, read, cause }): PlaceToLook => {
    const [line] = lines;
    const name = sentence(`import.concern.${kind}`);
    const words = sentence(concernOf(kind, cause !== undefined), {
      kind: name,
      cause: cause ?? '',
      seen: seen === undefined ? sentence('import.place.nothing') : short(seen),
      read: read === undefined ? sentence('import.place.nothing') : short(read),
    });
    const asks = asked.has(id) ? { asks: { id, kind: 'place' } as const } : {};
    return { ...beside(documents, line), id: `concern-${id}`, line, words, ...asks };
  });
}

/** Parts of the source that were not read and may belong to the agreement. */
function unreadParts({ documents }: Reading, questions: ImportReview['questions']): readonly PlaceToLook[] {
  return questions.flatMap(({ id, what }): readonly PlaceToLook[] => {
    if (!what) return [];
    const line = documents.at(-1)?.lines[1] ?? 1;
    return [
      {
        ...beside(documents, line),
        id,
        line,
        words: sentence('import.place.part', { what }),
        asks: { id, kind: 'part' },
      },
    ];
  });
}

/** The document and the clause at a line, or the next ones after it, or the last. */
function beside(documents: readonly AgreementDocument[], line: number): Pick<PlaceToLook, 'document' | 'clause'> {
  const at = documents.findIndex(({ lines }) => lines[1] >= line);
  const document = documents[at];
  if (!document) return { document: undefined, clause: undefined };
  return { document: at, clause: clauseAt(document, line)?.id };
}

const clauseAt = ({ clauses }: AgreementDocument, line: number): Clause | undefined =>
  clauses.find(({ lines }) => lines[1] >= line) ?? clauses.at(-1);

/** Where in the text of a clause lines of the source were joined: offsets, increasing. */
export function joinsIn({ text, lines }: Clause, repairs: readonly Repair[]): readonly number[] {
  const found = new Set<number>();
  for (const { kind, line, before } of repairs) {
    if (kind !== 'joined-lines' || line < lines[0] || line > lines[1]) continue;
    const parts = before.split('\n').map((part) => part.trim());
    for (const [at, part] of parts.slice(0, -1).entries()) {
      const [tail, head] = [part.slice(-SEAM), (parts[at + 1] ?? '').slice(0, SEAM)];
      for (const glue of ['', ' ']) {
        const start = text.indexOf(`${tail}${glue}${head}`);
        if (start !== -1) found.add(start + tail.length);
      }
    }
  }
  return [...found].toSorted((one, other) => one - other);
}

/** Characters on either side of a seam that tell it from others. */
const SEAM = 8;
