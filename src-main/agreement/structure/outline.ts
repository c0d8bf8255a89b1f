import { blanksOf } from './blanks.ts';
import { clauseIds } from './identity.ts';
import type { Blank, Clause, ClauseTable, Repair } from '../model.ts';
import { nest } from './nesting.ts';
import { type Piece, readPieces } from './pieces.ts';
import { rolesOf, standingsOf } from './roles.ts';
import type { DocumentPart } from '../documents/split-documents.ts';
import { clauseTable } from './tables.ts';

/** The clauses of one document as a tree in document order, with tables and blanks; tags and rules' emphasis still to come. */
export interface Outline {
  readonly clauses: readonly Clause[];
  readonly tables: readonly ClauseTable[];
  readonly blanks: readonly Blank[];
  readonly repairs: readonly Repair[];
}

/** Reads the structure of one document. `keep` are source lines that are not to be split. */
export function outline(part: DocumentPart, keep: ReadonlySet<number> = new Set()): Outline {
  const { pieces, repairs } = readPieces(part.passages, part.title, keep);
  const standings = standingsOf(pieces);
  const placed = nest(pieces, standings);
  const roles = rolesOf(pieces, standings, placed);
  const ids = clauseIds(pieces.map((piece) => piece.text));
  const clauses = pieces.map((piece, index): Clause => {
    const place = placed[index];
    const parent = place?.parent === undefined ? undefined : ids[place.parent];
    const heading = roles[index]?.heading;
    const anomaly = place?.anomaly;
    return {
      id: ids[index] ?? '',
      ...(piece.number && { number: piece.number.raw }),
      ...(parent !== undefined && { parent }),
      level: place?.level ?? 1,
      role: roles[index]?.role ?? 'clause',
      ...(heading !== undefined && heading !== '' && { heading }),
      text: piece.text,
      emphasis: piece.emphasis,
      tags: [],
      lines: [piece.first, piece.last],
      ...(anomaly && { anomaly }),
    };
  });
  const tables = pieces.flatMap((piece, index) => tableOf(piece, ids[index] ?? ''));
  const blanks = clauses.flatMap((clause) => blanksOf(clause.id, clause.text, clause.role === 'signature'));
  return { clauses, tables, blanks, repairs };
}

const tableOf = (piece: Piece, id: string): readonly ClauseTable[] => (piece.rows ? [clauseTable(id, piece.rows)] : []);
