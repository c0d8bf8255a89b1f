import { type FactKind, factLabel, UNITS } from '../../../agreement/fact.ts';
import { factWords, unitWords as wordsOfUnit } from '../../../agreement/fact-words.ts';
import { LEGACY_KINDS, type LegacyKind } from '../../../agreement/legacy-fact.ts';
import type { AgreementDocument } from '../../../agreement/model.ts';
import type { Sentence } from '../../../agreement/sentence.ts';
import type { FactLine } from '../../../contract/rights.ts';
import { statuteViews } from '../../../kernel/papers/statutes.ts';
import { factsOf } from '../../../term/basis.ts';
import type { ObligationBasis } from '../basis.ts';

/** What figures of these screens can rest on, in the order of the screen, and the part that each is there for. */
const FACT_PARTS = {
  availability: 'service',
  'credit-tier': 'service',
  'claim-opens-working-day': 'service',
  'claim-closes-months': 'service',
  'outage-termination-hours': 'service',
  'liability-cap': undefined,
  'payment-due-days': 'orders',
  'renewal-lead-days': 'orders',
  'late-fee-per-day': 'orders',
  'overdue-termination-days': 'orders',
  'damages-multiple': 'orders',
  'vat-rate': undefined,
  'invoice-ordinary-day': undefined,
  'invoice-special-day': undefined,
} as const satisfies Readonly<Partial<Record<LegacyKind, FactLine['part']>>>;
type OurFact = keyof typeof FACT_PARTS;
const FACTS = Object.keys(FACT_PARTS) as readonly OurFact[];

/** Facts that are one number: only these can a person settle. */
const NUMBERS: ReadonlySet<LegacyKind> = new Set(
  FACTS.filter(
    (kind) => !['credit-tier', 'liability-cap', 'invoice-ordinary-day', 'invoice-special-day'].includes(kind),
  ),
);

const OUR_KINDS: ReadonlySet<FactKind> = new Set(FACTS.map((kind) => LEGACY_KINDS[kind].kind));

/** Whether figures of these screens rest on facts of the kind. */
export const isReckonedWith = (kind: FactKind): boolean => OUR_KINDS.has(kind);

/** The fact of a name, if it is one number that a person can settle. */
export const settledAs = (name: string): OurFact | undefined =>
  FACTS.find((each) => each === name && NUMBERS.has(each));

/** The kinds of facts that a text states, each once: all tiers of a credit are one fact. */
export const statedKinds = ({ facts }: Pick<AgreementDocument, 'facts'>): readonly FactKind[] => [
  ...new Set(facts.map(({ kind }) => kind)),
];

/** What figures rest on, too, and is no one number: where the text states it, it stands behind what it is of. */
const BEHIND: Readonly<Partial<Record<OurFact, FactKind>>> = { 'credit-tier': 'credit-cap' };

/** What figures of these screens can rest on, stated or not, and after it whatever else the text states. */
export function factLines(basis: ObligationBasis): readonly FactLine[] {
  const stated = statedKinds(basis.text.document).filter((kind) => !isReckonedWith(kind));
  const behind = new Set<FactKind>(Object.values(BEHIND));
  return [
    ...FACTS.flatMap((kind) => {
      const other = stated.find((each) => each === BEHIND[kind]);
      return [factLine(basis, kind), ...(other ? [statedLine(basis, other)] : [])];
    }),
    ...stated.filter((kind) => !behind.has(kind)).map((kind) => statedLine(basis, kind)),
  ];
}

/** What stands behind an own value; nothing behind the number of a working day. */
function ownUnit(kind: LegacyKind): Sentence | undefined {
  const unit = kind === 'claim-opens-working-day' ? undefined : UNITS.find((each) => each === LEGACY_KINDS[kind].unit);
  return unit && wordsOfUnit(unit);
}

function factLine({ terms, own }: ObligationBasis, kind: OurFact): FactLine {
  const part = FACT_PARTS[kind];
  const mine = own.own[kind];
  const unitWords = ownUnit(kind);
  const facts = factsOf(terms, LEGACY_KINDS[kind].kind);
  return {
    kind,
    fact: LEGACY_KINDS[kind].kind,
    unit: LEGACY_KINDS[kind].unit,
    ...(part ? { part } : {}),
    ...(unitWords ? { unitWords } : {}),
    number: NUMBERS.has(kind),
    label: factLabel(LEGACY_KINDS[kind].kind),
    values: facts.map(({ fact, step }) => ({ words: factWords(fact), step })),
    conflict: NUMBERS.has(kind) && new Set(facts.map(({ fact }) => JSON.stringify([fact.value, fact.unit]))).size > 1,
    statutes: facts.length > 0 ? statuteViews(terms, [LEGACY_KINDS[kind].kind]) : [],
    ...(mine === undefined ? {} : { own: mine }),
  };
}

/** A fact that other screens reckon with, or that is only told. */
function statedLine({ terms }: ObligationBasis, kind: FactKind): FactLine {
  return {
    kind,
    fact: kind,
    unit: '',
    number: false,
    label: factLabel(kind),
    values: factsOf(terms, kind).map(({ fact, step }) => ({ words: factWords(fact), step })),
    conflict: false,
    statutes: statuteViews(terms, [kind]),
  };
}
