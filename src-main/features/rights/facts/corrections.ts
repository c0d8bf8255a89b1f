import { type Anchor, FACT_KINDS, type Fact, type FactKind, factLabel } from '../../../agreement/fact.ts';
import { factWords } from '../../../agreement/fact-words.ts';
import { unusedSaid } from '../../../agreement/known-fact.ts';
import { exampleOf, saidFact } from '../../../agreement/said-fact.ts';
import { sentence } from '../../../agreement/sentence.ts';
import type { FactChoice, SaidFactView } from '../../../contract/rights.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { correctionEntry, factPapers, holdsFor, type KeptFact, SAID_FACT } from '../../../kernel/facts.ts';
import { removePaper } from '../../../kernel/papers/removal.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import type { VersionRow } from '../../../store/agreements.ts';
import type { Store } from '../../../store/store.ts';
import type { UndoToken } from '../../../contract/undo.ts';
import type { BasisText } from '../basis.ts';

/** A correction as it comes from the screen. */
export interface Correction {
  readonly agreementId: string;
  /** The version it is said for; absent: the one that figures rest on. */
  readonly versionId?: string | undefined;
  readonly kind: FactKind;
  readonly value: string;
  /** Which of the readings of the value is meant. */
  readonly reading?: number | undefined;
  readonly anchor?: Anchor | undefined;
  readonly scope?: string | undefined;
  /** Id of the fact of the text that it corrects. */
  readonly instead?: string | undefined;
  readonly by: string;
  readonly reason: string;
}

/** The facts of the text itself, without what was said of them. */
function statedFacts(store: Store, versionId: string): readonly Fact[] {
  return store.agreements.document(versionId)?.facts ?? [];
}

/** A version of the agreement. @throws Refusal `not-found`. */
function versionOf(store: Store, agreementId: string, versionId: string): VersionRow {
  const version = store.agreements.version(versionId);
  if (version?.agreementId !== agreementId) throw unknownThing(sentence('rights.basis.obligation-basis'));
  return version;
}

/**
 * Keeps a correction, or an addition, with its entry. A tier that is added stands beside the others; whatever else is added stands
 * in the place of all that the text says of it.
 * @throws Refusal `fact-not-read`, `fact-two-readings`, `not-found` where the text no longer states what is corrected.
 */
export function correctFact(ports: Ports, text: BasisText, correction: Correction): void {
  const { agreementId, kind, value, reading, anchor, scope, by, reason } = correction;
  const version = versionOf(ports.store, agreementId, correction.versionId ?? text.version.versionId);
  const before = statedFacts(ports.store, version.id).find(
    (fact) => fact.id === correction.instead && fact.kind === kind,
  );
  if (correction.instead !== undefined && !before) throw unknownThing(sentence('rights.facts.noun'));
  const read = saidFact(kind, value, scope?.trim(), reading);
  const from = anchor ?? read.anchor ?? before?.anchor;
  const wide = before?.scope && read.scope === undefined ? { scope: before.scope } : {};
  const at = ports.now().toISOString();
  const body: KeptFact = {
    fact: { ...read, ...wide, ...(from && { anchor: from }) },
    who: by,
    at,
    reason,
    versionId: version.id,
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

/** Every kind of fact, and what a version of the text says of each. @throws Refusal `not-found`. */
export function factChoices(store: Store, agreementId: string, versionId: string): readonly FactChoice[] {
  const facts = statedFacts(store, versionOf(store, agreementId, versionId).id);
  return (Object.keys(FACT_KINDS) as FactKind[]).map((kind) => ({
    kind,
    label: factLabel(kind),
    example: exampleOf(kind),
    stated: facts
      .filter((fact) => fact.kind === kind)
      .map((fact) => ({ id: fact.id, words: factWords(fact), quote: fact.quote })),
  }));
}

/** What people said of an agreement's facts, oldest first, and what of it the text of today leaves unused. */
export function saidFactViews(
  store: Store,
  agreementId: string,
  { version: shown }: BasisText,
): readonly SaidFactView[] {
  const version = store.agreements.version(shown.versionId);
  const papers = factPapers(store).list({ about: agreementId });
  const here = papers.map(({ body }) => body).filter((body) => version !== undefined && holdsFor(body, version));
  const unused = unusedSaid(statedFacts(store, shown.versionId), here);
  return papers.map(({ id, body }) => {
    const { fact, who, at, reason, instead } = body;
    const scope = Object.values(fact.scope ?? {})[0];
    const why = here.includes(body) ? unused.get(body) : 'other-version';
    const ordinal = body.versionId === undefined ? undefined : store.agreements.version(body.versionId)?.ordinal;
    return {
      id,
      label: factLabel(fact.kind),
      words: factWords(fact),
      who,
      at,
      reason,
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(why === undefined ? {} : { unused: why }),
      ...(scope === undefined ? {} : { scope }),
      ...(instead ? { instead: { words: factWords(instead), quote: instead.quote } } : {}),
    };
  });
}
