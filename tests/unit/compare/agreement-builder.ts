import { clauseIds } from '../../../src-main/agreement/structure/identity.ts';
import type { LegacyFact } from '../../../src-main/agreement/legacy-fact.ts';
import { factsFromLegacy } from '../../../src-main/agreement/present-fact.ts';
import type { AgreementDocument, Clause, Emphasis } from '../../../src-main/agreement/model.ts';

/** A clause of a document under construction: `**…**` is bold of the source, the level is that of the dotted number. */
export interface Draft extends Partial<Pick<Clause, 'id' | 'number' | 'role' | 'tags' | 'parent'>> {
  readonly text: string;
  readonly facts?: readonly Omit<LegacyFact, 'clause'>[];
}

const BOLD = /\*\*(.+?)\*\*/gu;

function unmark(marked: string): { readonly text: string; readonly emphasis: readonly Emphasis[] } {
  const emphasis: Emphasis[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(BOLD)) {
    text += marked.slice(at, match.index);
    const words = match[1] ?? '';
    emphasis.push({
      start: text.length,
      end: text.length + words.length,
      strong: true,
      underline: false,
      origin: 'source',
    });
    text += words;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), emphasis };
}

/** A document of clauses written as `3.1 words`, `words`, or as drafts; a dotted number stands under its prefix. */
export function agreement(
  clauses: readonly (string | Draft)[],
  about: Partial<AgreementDocument> = {},
): AgreementDocument {
  const ids = new Map<string, string>();
  const facts: LegacyFact[] = [];
  const drafts = clauses.map((written): Draft => (typeof written === 'string' ? parse(written) : written));
  const wordIds = clauseIds(drafts.map(({ text }) => unmark(text).text));
  const built = drafts.map((draft, index): Clause => {
    const id = draft.id ?? wordIds[index] ?? '';
    const prefix = draft.number?.split('.').slice(0, -1).join('.') ?? '';
    const parent = draft.parent ?? ids.get(prefix);
    if (draft.number !== undefined) ids.set(draft.number, id);
    facts.push(...(draft.facts ?? []).map((fact) => ({ ...fact, clause: id })));
    return {
      id,
      ...(draft.number !== undefined && { number: draft.number }),
      ...(parent !== undefined && { parent }),
      level: draft.number?.split('.').length ?? 1,
      role: draft.role ?? 'clause',
      ...unmark(draft.text),
      tags: draft.tags ?? [],
      lines: [index + 1, index + 1],
    };
  });
  return {
    title: '示例协议',
    kind: 'service-agreement',
    language: 'zh',
    fingerprint: '',
    lines: [1, Math.max(1, built.length)],
    repairs: [],
    clauses: built,
    tables: [],
    facts: factsFromLegacy(facts, (id) => built.find((clause) => clause.id === id)?.text ?? ''),
    blanks: [],
    ...about,
  };
}

function parse(written: string): Draft {
  const match = /^(\d+(?:\.\d+)*|\(\d+\)|[一二三四五六七八九十]+)[.、 ]+(.*)$/su.exec(written);
  return match?.[1] !== undefined && match[2] !== undefined ? { number: match[1], text: match[2] } : { text: written };
}
