import { z } from 'zod';
import { type Fact, factLabel, type KnownFact } from '../agreement/fact.ts';
import { layOver, type SaidFact } from '../agreement/known-fact.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { sentence } from '../agreement/sentence.ts';
import { presentFact } from '../agreement/stored-fact.ts';
import type { JsonObject } from '../ledger/canonical-json.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { Store } from '../store/store.ts';
import { type Paper, type PaperKind, type Repository, repository } from './papers/repository.ts';
import { shape } from './papers/shape.ts';
import { PAPERS } from './stored-names.ts';

/**
 * What a person said of one fact of an agreement: kept with who, when and why, for which version, and what the text said when it
 * was corrected.
 */
export interface KeptFact extends SaidFact {
  /** Absent in what was kept before versions were told apart: said for all that were there. */
  readonly versionId?: string;
}
export type FactPaper = Paper<KeptFact, 'kept'>;

const fact = presentFact.transform((stored) => stored as Fact);

/** What an entry says of it; values as the text of their JSON. */
const entryOf = ({ fact: said, who, reason, instead, versionId }: KeptFact): JsonObject => ({
  fact: said.kind,
  version: versionId ?? 'all',
  value: JSON.stringify(said.value),
  unit: said.unit,
  anchor: said.anchor ?? 'none',
  scope: Object.values(said.scope ?? {}).join(', '),
  by: who,
  reason,
  ...(instead ? { insteadOf: JSON.stringify(instead.value), insteadUnit: instead.unit, quote: instead.quote } : {}),
});

export const SAID_FACT: PaperKind<KeptFact, 'kept'> = {
  name: PAPERS.rights.fact,
  noun: sentence('rights.facts.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      fact,
      who: z.string(),
      at: z.string(),
      reason: z.string(),
      instead: fact.exactOptional(),
      beside: z.literal(true).exactOptional(),
      versionId: z.string().exactOptional(),
    }),
    (body) => body,
  ),
  called: ({ body }) => factLabel(body.fact.kind),
  removal: {
    what: 'fact',
    entries: { removed: 'fact-correction-removed', restored: 'fact-correction-restored' },
    entry: ({ id, subject, body }) => ({
      subject: `agreement:${subject ?? ''}`,
      payload: { correction: id, ...entryOf(body) },
    }),
    changed: ['rights', 'notices', 'agenda'],
  },
};

export const factPapers = (store: Store): Repository<KeptFact, 'kept'> => repository(store, SAID_FACT);

/** What the entry of a new correction says. */
export const correctionEntry = (id: string, body: KeptFact): JsonObject => ({ correction: id, ...entryOf(body) });

/** A document whose facts are the ones that are used. */
export type KnownDocument = Omit<AgreementDocument, 'facts'> & { readonly facts: readonly KnownFact[] };

/**
 * Whether something that was said holds for a version: it was said for it, or corrects words, wherever they still stand.
 * What the one version leaves open, another may state.
 */
export function holdsFor({ versionId, instead, at }: KeptFact, version: Pick<VersionRow, 'id' | 'savedAt'>): boolean {
  return instead !== undefined || (versionId === undefined ? version.savedAt <= at : versionId === version.id);
}

/** The document with what people said of this version's facts laid over its own. */
export function withKnownFacts(store: Store, versionId: string, document: AgreementDocument): KnownDocument {
  const version = store.agreements.version(versionId);
  const said = version ? factPapers(store).list({ about: version.agreementId }) : [];
  const bodies = said.map(({ body }) => body);
  return {
    ...document,
    facts: layOver(document.facts, version ? bodies.filter((each) => holdsFor(each, version)) : []),
  };
}
