import type { Fact } from '../../fact.ts';
import { sentences } from '../../meaning/sentences.ts';

/** Services that are bought beside the main one, and are paid for by a rule of their own: `另行购买的增值服务`, `add-ons`. */
const FURTHER =
  /(?<class>增值(?:服务|业务|功能)|(?:附加|附带|额外|扩展|可选)(?:的)?(?:服务|功能|资源|用量)|(?:培训|实施|定制开发|专业|咨询)服务|超(?:出|额)(?:套餐)?(?:部分|用量)|\b(?:value-added|additional|optional|professional|extra|supplementary|implementation|training)\s(?:service|feature|module|usage)s?\b|\badd-ons?\b|\boverages?\b)/iu;

const isPayment = ({ kind }: Fact): boolean => kind === 'payment-due' || kind === 'payment-day';

/** The further service that the words before a rule name, in its sentence; the words of the rule itself where none stand before it. */
function furtherService(clause: string, { quote }: Fact): string | undefined {
  const stretch = sentences(clause).find(({ start, end }) => clause.slice(start, end).includes(quote));
  if (!stretch) return FURTHER.exec(quote)?.groups?.['class'];
  const until = clause.indexOf(quote, stretch.start) + quote.length;
  return FURTHER.exec(clause.slice(stretch.start, until))?.groups?.['class'];
}

/**
 * Facts in which the rule to pay for a further service has that service as its class. Only beside a rule that names none: of a document
 * that is about such a service the rule is the only one.
 */
export function ofFurtherServices(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  const named = new Map(
    facts
      .filter((fact) => isPayment(fact) && fact.scope === undefined)
      .map((fact) => [fact, furtherService(textOf(fact.clause), fact)] as const),
  );
  if (![...named.values()].includes(undefined)) return facts;
  return facts.map((fact) => {
    const service = named.get(fact);
    return service === undefined ? fact : { ...fact, scope: { class: service } };
  });
}

/**
 * The facts without the rules to pay that hold for one class alone, where another rule holds for all: what a further service is paid by
 * is not how the agreement is paid.
 */
export function mainFacts<Stated extends Fact>(facts: readonly Stated[]): readonly Stated[] {
  const isWide = facts.some((fact) => isPayment(fact) && fact.scope === undefined);
  return isWide ? facts.filter((fact) => !isPayment(fact) || fact.scope === undefined) : facts;
}
