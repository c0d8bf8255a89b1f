import { paymentDayIn } from '../../agreement/quantity/payment-day.ts';
import type { Fact } from '../../agreement/fact.ts';
import { sha256 } from '../../agreement/fingerprint.ts';
import { type Answer, type Bounds, type Deadline, unknown } from '../answer.ts';
import type { FoundFact, TermBasis } from '../basis.ts';
import { type CivilDate, dateWords } from '../calendar/civil-date.ts';
import { sentence } from '../../agreement/sentence.ts';
import { paymentRules } from './payment-day.ts';

/** One of several rules by which a text wants something paid, and the day that it gives. */
export interface PaymentChoice {
  /** Names the rule by what it says, in whatever version of the text it stands. */
  readonly rule: string;
  readonly found: FoundFact;
  readonly due: Answer<Deadline>;
}

/** How long a rule's name is at most, so that an order can be kept with it. */
const LONGEST_RULE = 500;

/**
 * What a rule of payment says, whatever the words are: two that say the same are one. One that says more than a name holds is called
 * by the digest of it.
 */
export function paymentRuleKey({ kind, value, unit, calendar, anchor, scope }: Fact): string {
  const said = kind === 'payment-day' && typeof value === 'string' ? (paymentDayIn(value) ?? value) : value;
  const key = JSON.stringify([kind, said, unit, calendar ?? '', anchor ?? '', scope ?? {}]);
  return key.length > LONGEST_RULE ? sha256(key) : key;
}

/** The rules of payment that a text states, each once. */
export function differentRules(basis: TermBasis): readonly FoundFact[] {
  const rules = new Map<string, FoundFact>();
  for (const each of paymentRules(basis)) {
    const key = paymentRuleKey(each.fact);
    if (!rules.has(key)) rules.set(key, each);
  }
  return [...rules.values()];
}

const isRule = ({ kind }: Fact): boolean => kind === 'payment-due' || kind === 'payment-day';

/** The same basis with the one rule of payment that a person picked; as it is, where the text does not state that one. */
export function byPaymentRule(basis: TermBasis, rule: string | undefined): TermBasis {
  if (rule === undefined || !paymentRules(basis).some(({ fact }) => paymentRuleKey(fact) === rule)) return basis;
  const { own = {}, ...rest } = basis;
  const { 'payment-due-days': _own, ...others } = own;
  const sources = basis.sources.map((source) => ({
    ...source,
    facts: source.facts.filter((fact) => !isRule(fact) || paymentRuleKey(fact) === rule),
  }));
  return { ...rest, own: others, sources };
}

/**
 * Where a text states several rules of payment: each of them, in the order of the text, with the day on which it would have a sum paid.
 * Empty where there is nothing to pick from.
 */
export function paymentChoices(
  basis: TermBasis,
  dueBy: (basis: TermBasis) => Answer<Deadline>,
): readonly PaymentChoice[] {
  const rules = differentRules(basis);
  return rules.length < 2
    ? []
    : rules.map((found): PaymentChoice => {
        const rule = paymentRuleKey(found.fact);
        return { rule, found, due: dueBy(byPaymentRule(basis, rule)) };
      });
}

/** The first and the last day that rules of payment give; open to a side where one of them gives no day on it. */
export function boundsOfChoices(choices: readonly Pick<PaymentChoice, 'due'>[]): Bounds {
  const firsts = choices.map(({ due }) => (due.known ? due.value.safe : due.notBefore));
  const lasts = choices.map(({ due }) => (due.known ? due.value.safe : due.notAfter));
  const [notBefore] = given(firsts);
  const notAfter = given(lasts).at(-1);
  return { ...(notBefore === undefined ? {} : { notBefore }), ...(notAfter === undefined ? {} : { notAfter }) };
}

/** The days in order, where none is missing. */
function given(days: readonly (CivilDate | undefined)[]): readonly CivilDate[] {
  const there = days.flatMap((day) => day ?? []);
  return there.length === days.length ? there.toSorted() : [];
}

/** The days that the rules give, told before the answer that lies between them. */
export function betweenChoices(due: Answer<Deadline>, choices: readonly PaymentChoice[]): Answer<Deadline> {
  const isOpen = !due.known && due.missing.some(({ what, name }) => what === 'conflict' || name === 'scope');
  if (due.known || !isOpen || choices.length < 2) return due;
  const steps = choices.flatMap(({ due: each }) =>
    each.known
      ? [...each.steps, { text: sentence('term.payment-rules.day', { day: dateWords(each.value.safe) }) }]
      : each.steps,
  );
  return unknown(due.missing, [...new Set(steps)], boundsOfChoices(choices));
}
