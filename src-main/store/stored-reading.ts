import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AgreementDocument } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import { factsFromStored } from '../agreement/stored-fact.ts';

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
  /** Facts of a former form come in the present one; what is hashed or leaves in a bundle is the stored document. */
  readonly document: AgreementDocument;
  /** SHA-256 of the document as it is stored. */
  readonly sha256: string;
}

/** The reader of a document that was saved with its version: nobody noted which build it was. */
export const UNNAMED_READER = 'before readings were kept';

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

/** A version's row as far as its reading needs it; `document` is JSON. */
export interface VersionWithDocument {
  readonly id: string;
  readonly savedAt: string;
  readonly document: string;
}

/** The one reading that a version has: the document that was saved with it. @throws Refusal `document-unreadable`. */
export function readingOf({ id, savedAt, document }: VersionWithDocument): StoredReading {
  return {
    versionId: id,
    reader: UNNAMED_READER,
    at: savedAt,
    document: parsed(document),
    sha256: createHash('sha256').update(document).digest('hex'),
  };
}

function parsed(json: string): AgreementDocument {
  const value: unknown = JSON.parse(json);
  const { error } = shape.safeParse(value);
  if (!error) {
    const document = value as AgreementDocument;
    return { ...document, facts: factsFromStored(document.facts, document.clauses) };
  }
  throw new Refusal(
    'document-unreadable',
    sentence('store.stored-reading.document-unreadable'),
    sentence('store.stored-reading.document-unreadable.next'),
    { cause: error },
  );
}
