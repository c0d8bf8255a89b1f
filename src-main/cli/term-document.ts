import { sentence } from '../agreement/sentence.ts';
import { asLegacy, LEGACY_KINDS, type LegacyKind } from '../agreement/legacy-fact.ts';
import type { AgreementDocument, Fact } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { OwnName, OwnValue, TermBasis } from '../term/basis.ts';
import { SHIPPED_CALENDAR } from '../term/calendar/holiday-tables.ts';
import { UsageError } from './command.ts';
import { readSource } from './read.ts';

/** A document picked from a file, and the others of the file. */
export interface PickedDocument {
  readonly index: number;
  readonly document: AgreementDocument;
  readonly others: readonly AgreementDocument[];
}

/** Takes `FILE:N` apart; without `:N` the index is absent. A drive letter's colon is not followed by digits alone. */
export function fileAndIndex(argument: string): { readonly path: string; readonly index?: number } {
  const match = /^(.+):(\d{1,4})$/u.exec(argument);
  return match ? { path: match[1] ?? '', index: Number(match[2]) } : { path: argument };
}

function listed(documents: readonly AgreementDocument[], indices: readonly number[]): readonly string[] {
  return indices.map((index) => `${index} ${documents[index]?.title ?? ''}`);
}

function refuseIndex(documents: readonly AgreementDocument[], index: number): never {
  const all = listed(documents, [...documents.keys()]);
  throw new Refusal(
    'no-such-document',
    sentence('cli.term-document.no-such-document', { index }),
    sentence('cli.term-document.no-such-document.next', { all }),
  );
}

function refuseChoice(documents: readonly AgreementDocument[], indices: readonly number[], path: string): never {
  const some = listed(documents, indices);
  throw new Refusal(
    'document-not-clear',
    sentence('cli.term-document.document-not-clear', { some }),
    sentence('cli.term-document.document-not-clear.next', { path, index: indices[0] ?? 0 }),
  );
}

function formerly(fact: Fact, kinds: readonly LegacyKind[]): boolean {
  const former = asLegacy(fact);
  return former !== undefined && kinds.includes(former.kind);
}

/** Whose it is and all that it states: two versions of one agreement that state the same give the same answers. */
function stated(document: AgreementDocument | undefined): string {
  const facts = (document?.facts ?? []).map(({ kind, value }) => JSON.stringify([kind, value])).sort();
  return JSON.stringify([document?.provider, document?.kind, facts]);
}

/**
 * The document the person means: the index they gave; else the only one that states any of the needed facts; else, when those
 * are versions that state the same throughout, the last of them. Refuses (`document-not-clear`) where that leaves a choice.
 */
export async function pickDocument(argument: string, needed: readonly LegacyKind[]): Promise<PickedDocument> {
  const { path, index } = fileAndIndex(argument);
  const { documents } = await readSource(path);
  const picked = (at: number): PickedDocument => {
    const document = documents[at];
    if (!document) refuseIndex(documents, at);
    return { index: at, document, others: documents.filter((_, other) => other !== at) };
  };
  if (index !== undefined) return picked(index);
  if (documents.length === 1) return picked(0);
  const having = [...documents.keys()].filter((at) => documents[at]?.facts.some((fact) => formerly(fact, needed)));
  const said = new Set(having.map((at) => stated(documents[at])));
  if (said.size === 1) return picked(having.at(-1) ?? 0);
  return refuseChoice(documents, having.length > 0 ? having : [...documents.keys()], path);
}

/** Reads `--own KIND=NUMBER`, what the person knows where the document is silent. */
export function ownValues(given: readonly string[] | undefined): Partial<Record<OwnName, OwnValue>> {
  const names = [...Object.keys(LEGACY_KINDS), 'fee-notice-days'];
  const entries = (given ?? []).map((text): [string, OwnValue] => {
    const match = /^([a-z-]+)=(\d+(?:\.\d+)?)$/u.exec(text);
    if (!match || !names.includes(match[1] ?? '')) throw new UsageError(`--own ${text}: KIND=NUMBER`);
    return [match[1] ?? '', { value: Number(match[2]), by: 'person' }];
  });
  return Object.fromEntries(entries);
}

/** The basis of a calculation: the documents in order of belief, the shipped calendar, the person's own values. */
export function basisOf(documents: readonly AgreementDocument[], own: readonly string[] | undefined): TermBasis {
  return { sources: documents, calendar: SHIPPED_CALENDAR, own: ownValues(own) };
}
