import { type Anchor, FACT_KINDS, type Fact, type FactKind, factLabel } from '../../agreement/fact.ts';
import { factWords } from '../../agreement/fact-words.ts';
import { unusedSaid } from '../../agreement/known-fact.ts';
import { saidFact } from '../../agreement/said-fact.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { FactChoice, SaidFactView } from '../../contract/rights.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { correctionEntry, factPapers, type KeptFact, SAID_FACT } from '../../kernel/facts.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import type { Store } from '../../store/store.ts';
import type { UndoToken } from '../../contract/undo.ts';
import type { BasisText } from './basis.ts';

/** A correction as it comes from the screen. */
export interface Correction {
  readonly agreementId: string;
  readonly kind: FactKind;
  readonly value: string;
  readonly anchor?: Anchor | undefined;
  readonly scope?: string | undefined;
  /** Id of the fact of the text that it corrects. */
  readonly instead?: string | undefined;
  readonly by: string;
  readonly reason: string;
}

/** The facts of the text itself, without what was said of them. */
function statedFacts(store: Store, { version }: BasisText): readonly Fact[] {
  return store.agreements.document(version.versionId)?.facts ?? [];
}

/**
 * Keeps a correction, or an addition, with its entry. A tier that is added stands beside the others; whatever else is added stands
 * in the place of all that the text says of it.
 * @throws Refusal `fact-not-read`, `fact-two-readings`, `not-found` where the text no longer states what is corrected.
 */
export function correctFact(ports: Ports, text: BasisText, correction: Correction): void {
  const { agreementId, kind, value, anchor, scope, by, reason } = correction;
  const before = statedFacts(ports.store, text).find((fact) => fact.id === correction.instead && fact.kind === kind);
  if (correction.instead !== undefined && !before) throw unknownThing(sentence('rights.facts.noun'));
  const read = saidFact(kind, value, scope?.trim());
  const from = anchor ?? read.anchor ?? before?.anchor;
  const wide = before?.scope && read.scope === undefined ? { scope: before.scope } : {};
  const at = ports.now().toISOString();
  const body: KeptFact = {
    fact: { ...read, ...wide, ...(from && { anchor: from }) },
    who: by,
    at,
    reason,
    ...(before ? { instead: before } : {}),
    ...(kind === 'credit-tier' && !before ? { beside: true } : {}),
  };
  const id = ports.newId();
  record(ports, {
    entry: { at, kind: 'fact-corrected', subject: `agreement:${agreementId}`, payload: correctionEntry(id, body) },
    write: () => factPapers(ports.store).put({ id, subject: agreementId, state: 'kept', body }, at),
    changed: ['rights', 'notices', 'agenda'],
  });
}

/** Takes a correction back; it can be brought back. @throws Refusal `not-found`. */
export function removeCorrection(ports: Ports, correctionId: string): UndoToken {
  const paper = factPapers(ports.store).get(correctionId);
  if (!paper) throw unknownThing(sentence('rights.facts.noun'));
  return removePaper(ports, SAID_FACT, paper);
}

/** Every kind of fact, and what the text says of each. */
export function factChoices(store: Store, text: BasisText): readonly FactChoice[] {
  const facts = statedFacts(store, text);
  return (Object.keys(FACT_KINDS) as FactKind[]).map((kind) => ({
    kind,
    label: factLabel(kind),
    example: sentence(`format.said.example.${FACT_KINDS[kind].shape}`),
    stated: facts
      .filter((fact) => fact.kind === kind)
      .map((fact) => ({ id: fact.id, words: factWords(fact), quote: fact.quote })),
  }));
}

/** What people said of an agreement's facts, oldest first. */
export function saidFactViews(store: Store, agreementId: string, text: BasisText): readonly SaidFactView[] {
  const papers = factPapers(store).list({ about: agreementId });
  const bodies = papers.map(({ body }) => body);
  const unused = unusedSaid(statedFacts(store, text), bodies);
  return papers.map(({ id, body }) => {
    const { fact, who, at, reason, instead } = body;
    const scope = Object.values(fact.scope ?? {})[0];
    const why = unused.get(body);
    return {
      id,
      label: factLabel(fact.kind),
      words: factWords(fact),
      who,
      at,
      reason,
      ...(why === undefined ? {} : { unused: why }),
      ...(scope === undefined ? {} : { scope }),
      ...(instead ? { instead: { words: factWords(instead), quote: instead.quote } } : {}),
    };
  });
}
