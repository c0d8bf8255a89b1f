import { z } from 'zod';
import type { AgreementDocument } from '../agreement/model.ts';
import { factsFromStored } from '../agreement/stored-fact.ts';
import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';

/**
 * What is understood of a version's words: the words never change, their reading may. Kept with the reader that made it
 * and its hash; of several the newest is used.
 */
export interface StoredReading {
  readonly versionId: string;
  /** Build of the reader. */
  readonly reader: string;
  /** When it was made, UTC ISO. */
  readonly at: string;
  readonly document: AgreementDocument;
  /** SHA-256 of the document as it is stored. */
  readonly sha256: string;
}

/** The reader of a document that was saved with its version, in the words of the migration: nobody noted which it was. */
export const UNNAMED_READER = 'before readings were kept';
/** The reader of a document that came in a bundle. */
export const BUNDLED_READER = 'as it came in a bundle';

const list = z.array(z.unknown());

/** As far as a document is relied on before anyone looks at its clauses; what is inside was written by the reader. */
const shape = z.looseObject({
  title: z.string(),
  kind: z.string(),
  language: z.enum(['zh', 'en', 'mixed']),
  fingerprint: z.string(),
  lines: z.tuple([z.number(), z.number()]),
  clauses: list,
  tables: list,
  facts: list,
  repairs: list,
  blanks: list,
});

/** A row of `reading`; `document` is JSON. */
export interface ReadingRow {
  readonly versionId: string;
  readonly reader: string;
  readonly at: string;
  readonly sha256: string;
  readonly document: string;
}

/** A reading as it is kept. @throws Refusal `document-unreadable`. */
export function readingOf({ document, ...rest }: ReadingRow): StoredReading {
  return { ...rest, document: parsed(document) };
}

function parsed(json: string): AgreementDocument {
  const value: unknown = JSON.parse(json);
  const { error } = shape.safeParse(value);
  if (!error) {
    const stored = value as AgreementDocument;
    // Facts that were saved in a former form come in the present one.
    return { ...stored, facts: factsFromStored(stored.facts, stored.clauses) };
  }
  throw new Refusal(
    'document-unreadable',
    sentence('store.stored-reading.document-unreadable'),
    sentence('store.stored-reading.document-unreadable.next'),
    { cause: error },
  );
}
