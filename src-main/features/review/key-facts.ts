import type { FactKind } from '../../agreement/fact.ts';
import { mainFacts } from '../../agreement/facts/payments/further-services.ts';
import { factNamed, factWords } from '../../agreement/fact-words.ts';
import type { AgreementDocument, Fact } from '../../agreement/model.ts';
import { numbersIn } from '../../agreement/structure/number-above.ts';
import { type Sentence, say, sentence } from '../../agreement/sentence.ts';
import type { KeyFact } from '../../contract/review.ts';

/** How many a person takes in at a glance. */
const SHOWN = 4;

/** What weighs most first, each with what stands under it where the text has it. */
const ORDER: readonly { readonly kinds: readonly FactKind[]; readonly under?: FactKind }[] = [
  { kinds: ['payment-due', 'payment-day'], under: 'late-fee' },
  { kinds: ['non-renewal-notice'], under: 'auto-renewal' },
  { kinds: ['liability-cap'], under: 'credit-cap' },
  { kinds: ['termination-notice'], under: 'change-notice' },
  { kinds: ['court', 'arbitration-body'], under: 'governing-law' },
  { kinds: ['availability'], under: 'claim-closes' },
  { kinds: ['term'], under: 'auto-renewal' },
  { kinds: ['minimum-commitment'], under: 'early-termination-fee' },
  { kinds: ['late-fee'], under: 'overdue-termination' },
  { kinds: ['change-notice'] },
  { kinds: ['renewal-lead'] },
  { kinds: ['credit-cap'] },
  { kinds: ['claim-closes'], under: 'claim-opens' },
  { kinds: ['early-termination-fee'] },
  { kinds: ['data-return'] },
  { kinds: ['governing-law'] },
];

type Told = Pick<AgreementDocument, 'facts' | 'clauses'>;

/**
 * The facts that weigh most in a decision, at most four, each kind once. A value that was another in the text before says
 * so; where the text gives several, the others are counted.
 */
export function keyFacts(document: Told, before: Told | undefined): readonly KeyFact[] {
  const told = new Set<FactKind>();
  const facts = mainFacts(document.facts);
  const numberOf = numbersIn(document.clauses);
  const factsBefore = before && mainFacts(before.facts);
  return ORDER.flatMap(({ kinds, under }): readonly KeyFact[] => {
    const kind = kinds.find((each) => !told.has(each) && facts.some((fact) => fact.kind === each));
    if (kind === undefined || told.size >= SHOWN * 2) return [];
    const values = distinct(facts, kind);
    const [first] = values;
    if (!first) return [];
    told.add(kind);
    const beside = under === undefined || told.has(under) ? undefined : distinct(facts, under)[0];
    const was = factsBefore && distinct(factsBefore, kind)[0];
    if (beside) told.add(beside.kind);
    return [
      {
        label: keepsAnOrder(first) ? sentence('names.fact.order-kept') : factNamed(first),
        words: factWords(first),
        clauseId: first.clause,
        others: values.length - 1,
        ...numberOf(first.clause),
        ...(was && !same(factWords(was), factWords(first)) ? { before: factWords(was) } : {}),
        ...(beside ? { beside: { label: factNamed(beside), words: factWords(beside) } } : {}),
      },
    ];
  }).slice(0, SHOWN);
}

/** How long an order is kept that is not paid at once gives nobody longer to pay. */
const KEPT = /保留|预留|\b(?:kept|held|reserv\w+)\b/iu;
const keepsAnOrder = ({ kind, anchor, quote }: Fact): boolean =>
  kind === 'payment-due' && anchor === 'order' && KEPT.test(quote);

/** The facts of a kind, each value once. */
function distinct(facts: readonly Fact[], kind: FactKind): readonly Fact[] {
  const words = new Set<string>();
  return facts.filter((fact) => {
    const said = fact.kind === kind ? say(factWords(fact), 'zh') : undefined;
    if (said === undefined || words.has(said)) return false;
    words.add(said);
    return true;
  });
}

const same = (one: Sentence, other: Sentence): boolean => say(one, 'zh') === say(other, 'zh');
