import { classify } from '../../../src-main/agreement/meaning/classify.ts';
import { facts } from '../../../src-main/agreement/facts/facts.ts';
import { formerShape, type LegacyFact } from '../../../src-main/agreement/legacy-fact.ts';
import type { Clause, ClauseTag, DocumentKind } from '../../../src-main/agreement/model.ts';
import type { StructuredDocument } from '../../../src-main/agreement/structure/structured.ts';

/** A document of clauses for the tests of meaning: `[number, text]`, `[number, text, parent]` (an empty number is none), or a text alone. */
export function documentOf(
  clauses: readonly (string | readonly [string, string, string?])[],
  kind: DocumentKind = 'terms',
): StructuredDocument {
  return {
    title: '示例',
    kind,
    language: 'mixed',
    tables: [],
    clauses: clauses.map((each, index): Clause => {
      const [written, text, parent] = typeof each === 'string' ? ['', each, undefined] : each;
      const number = written === '' ? undefined : written;
      const heading = number !== undefined && text.length <= 30 && !/[。.：:；;]/u.test(text);
      return {
        id: number ?? `p${index}`,
        ...(number !== undefined && { number }),
        ...(parent !== undefined && { parent }),
        level: parent === undefined ? 1 : 2,
        role: heading ? 'heading' : 'clause',
        ...(heading && { heading: text }),
        text,
        emphasis: [],
        tags: [],
        lines: [index + 1, index + 1],
      };
    }),
  };
}

export const tagsOf = (text: string, kind?: DocumentKind): readonly ClauseTag[] =>
  classify(documentOf([text], kind))[0] ?? [];

/** Kinds of a single clause, with the side whose right it is: `termination/provider`. */
export const kindsOf = (text: string, kind?: DocumentKind): string[] =>
  tagsOf(text, kind).map((tag) => (tag.by === undefined ? tag.kind : `${tag.kind}/${tag.by}`));

/** Facts of a single clause, as the former kinds name them. */
export function factsOf(text: string, kind?: DocumentKind): readonly LegacyFact[] {
  const document = documentOf([text], kind);
  return facts(document, classify(document)).flatMap((fact) => formerShape(fact) ?? []);
}
