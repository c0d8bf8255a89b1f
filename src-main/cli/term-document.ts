import { readFileSync } from 'node:fs';
import { sentence } from '../agreement/sentence.ts';
import { FACT_KINDS, type FactKind } from '../agreement/fact.ts';
import { layOver, type SaidFact } from '../agreement/known-fact.ts';
import { LEGACY_KINDS, type LegacyKind } from '../agreement/legacy-fact.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { formerFact } from '../agreement/present-fact.ts';
import { saidFact } from '../agreement/said-fact.ts';
import { typed } from '../../assets/typed/typed-words.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { TermBasis } from '../term/basis.ts';
import { classesOf, isClass } from '../term/pick-fact.ts';
import { SHIPPED_CALENDAR } from '../term/calendar/holiday-tables.ts';
import { readStatutes } from '../term/statutes/statute-table.ts';
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

/** Whose it is and all that it states: two versions of one agreement that state the same give the same answers. */
function stated(document: AgreementDocument | undefined): string {
  const facts = (document?.facts ?? []).map(({ kind, value }) => JSON.stringify([kind, value])).sort();
  return JSON.stringify([document?.provider, document?.kind, facts]);
}

/**
 * The document the person means: the index they gave; else the only one that states any of the needed facts; else, when those
 * are versions that state the same throughout, the last of them. Refuses (`document-not-clear`) where that leaves a choice.
 */
export async function pickDocument(argument: string, needed: readonly FactKind[]): Promise<PickedDocument> {
  const { path, index } = fileAndIndex(argument);
  const { documents } = await readSource(path);
  const picked = (at: number): PickedDocument => {
    const document = documents[at];
    if (!document) refuseIndex(documents, at);
    return { index: at, document, others: documents.filter((_, other) => other !== at) };
  };
  if (index !== undefined) return picked(index);
  if (documents.length === 1) return picked(0);
  const having = [...documents.keys()].filter((at) => documents[at]?.facts.some(({ kind }) => needed.includes(kind)));
  const said = new Set(having.map((at) => stated(documents[at])));
  if (said.size === 1) return picked(having.at(-1) ?? 0);
  return refuseChoice(documents, having.length > 0 ? having : [...documents.keys()], path);
}

const isKind = (name: string): name is FactKind => Object.hasOwn(FACT_KINDS, name);
const isFormerKind = (name: string): name is LegacyKind => Object.hasOwn(LEGACY_KINDS, name);

/** The fact that a plain number gives for a former kind, in that kind's unit; undefined for other words. */
function former(name: string, value: string): SaidFact['fact'] | undefined {
  if (!/^\d+(?:\.\d+)?$/u.test(value)) return undefined;
  if (name === 'fee-notice-days') {
    const { legacy: _former, ...fact } = formerFact('change-notice-days', Number(value));
    return { ...fact, kind: 'price-notice' };
  }
  return isFormerKind(name) ? formerFact(name, Number(value)) : undefined;
}

const UNIT_NAMES: Readonly<Record<string, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  'working-days': '个工作日',
  months: '个月',
  years: '年',
};

/** A kind of a length with its unit in its name, for a plain number: `claim-closes-days=60`. The claim window runs from the month's end. */
function named(name: string, value: string): { readonly kind: FactKind; readonly words: string } | undefined {
  const match = /^(.+?)-(working-days|minutes|hours|days|months|years)$/u.exec(name);
  const [, kind = '', unit = ''] = match ?? [];
  if (!isKind(kind) || FACT_KINDS[kind].shape !== 'length' || !/^\d+(?:\.\d+)?$/u.test(value)) return undefined;
  const words = `${value} ${UNIT_NAMES[unit] ?? ''}`;
  return { kind, words: kind.startsWith('claim-') ? `相关月份结束后 ${words}` : words };
}

/**
 * Reads `--own KIND=VALUE` or `--own KIND[CLASS]=VALUE`: what the person puts in the place of the document, or where it is
 * silent. The value is a number for the kinds of earlier versions, else words with their unit (`15 工作日`, `50% of the monthly fee`).
 */
export function ownFacts(given: readonly string[] | undefined, at: string): readonly SaidFact[] {
  return (given ?? []).map((argument): SaidFact => {
    const match = /^([a-z-]+)(?:\[([^\]]+)\])?=(.+)$/u.exec(argument);
    const [, name = '', scope, written = ''] = match ?? [];
    const value = typed(written);
    const byUnit = isFormerKind(name) ? undefined : named(name, value);
    const kind = isKind(name)
      ? name
      : name === 'fee-notice-days'
        ? 'price-notice'
        : isFormerKind(name)
          ? LEGACY_KINDS[name].kind
          : byUnit?.kind;
    if (!kind) throw new UsageError(`--own ${argument}: KIND=VALUE`);
    const fact = former(name, value) ?? saidFact(kind, byUnit?.words ?? value, scope);
    const scoped = scope === undefined ? fact : { ...fact, scope: { class: scope } };
    return { fact: scoped, who: '--own', at, reason: argument };
  });
}

/** What a command is given beside the document. */
export interface GivenTerms {
  readonly own?: readonly string[] | undefined;
  readonly scope?: string | undefined;
  /** A file with the person's own table of statutes. */
  readonly statutes?: string | undefined;
  readonly now: () => Date;
}

/** The basis of a calculation: the documents in order of belief with the person's facts laid over, the shipped calendar, the class. */
export function basisOf(documents: readonly AgreementDocument[], { own, scope, statutes, now }: GivenTerms): TermBasis {
  const said = ownFacts(own, now().toISOString());
  const stating = (fact: SaidFact['fact']): number =>
    Math.max(
      0,
      documents.findIndex(({ facts }) => facts.some(({ kind }) => kind === fact.kind)),
    );
  const sources = documents.map((document, index) => ({
    ...document,
    facts: layOver(
      document.facts,
      said.filter(({ fact }) => stating(fact) === index),
    ),
  }));
  if (scope !== undefined) checkScope(scope, classesOf(sources.flatMap(({ facts }) => facts)));
  return {
    ...{ sources, calendar: SHIPPED_CALENDAR },
    ...(scope === undefined ? {} : { scope }),
    ...(statutes === undefined ? {} : { statutes: readStatutes(readFileSync(statutes, 'utf8')) }),
  };
}

/** Refuses (`no-such-scope`) a class that nothing is told for: the answer would be that of another, or of all. */
function checkScope(scope: string, classes: readonly string[]): void {
  if (classes.some((each) => isClass(each, scope))) return;
  throw new Refusal(
    'no-such-scope',
    sentence('cli.term-document.no-such-scope', { scope }),
    classes.length === 0
      ? sentence('cli.term-document.no-scopes')
      : sentence('cli.term-document.no-such-scope.next', { classes }),
  );
}
