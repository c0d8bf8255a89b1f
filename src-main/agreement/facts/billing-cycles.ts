import type { Fact } from '../fact.ts';
import type { Clause } from '../model.ts';
import { plain, sentences } from '../meaning/sentences.ts';
import { cycleIn } from '../quantity/billing-cycle.ts';

/** The months by which a service is measured and paid for, where a text speaks of months of its own. */

const CYCLE =
  /(?:计费|账单|账务|结算|出账|收费|缴费|付费|服务|统计|考核|计量|评估)(?:周期|账期|月度|月份|月)|账期|\b(?:billing|invoice|invoicing|service|measurement|accounting|payment)\s(?:cycle|month|period)s?\b|\bmonthly\s(?:billing\s)?(?:cycle|period)s?\b/iu;
/** A month of bills, not of the calendar: begins wherever the bills do. */
const OF_BILLS =
  /(?:计费|账单|账务|结算|出账|收费|缴费)(?:周期|账期|月度|月份|月)|账期|\b(?:billing|invoice|invoicing)\s(?:cycle|month|period)s?\b/iu;
const OF_LEVEL = /可用性|可用率|可用度|在线率|服务等级|不可用|\buptime\b|availab/iu;
/** Which month's fee is meant, or in which one asks, says nothing of what is measured. */
const OF_SOMETHING_ELSE = /费|价|款|申请|索赔|提出|\b(?:fee|charge|paid|pay|invoice|claim|request|submit|receive)/iu;
/** It begins with the service of each customer. */
const OF_ONES_OWN =
  /(?:自|从|以)[^，。；]{0,14}(?:开通|订购|购买|下单|生效|起租|交付|启用)[^。；]{0,24}(?:周期|账期|一个月|1个月)|(?:周期|账期)[^，。；]{0,12}(?:自|从|以)[^，。；]{0,14}(?:开通|订购|购买|下单|生效|起租|交付|启用)|\b(?:cycle|month|period)\b[^.;]{0,60}\b(?:anniversary|activat\w+|subscription\s(?:start|date)|order\sdate|purchase\sdate)\b/iu;
const IS = /为|是|指|按|以|即|自|从|\bis\b|\bmeans?\b|\bbegins?\b|\bstarts?\b|\bruns?\b|\bcommences?\b|\bfrom\b/iu;

interface Told {
  readonly clause: Clause;
  readonly quote: string;
  /** Whether the day is read. */
  readonly known: boolean;
}

const isOfLevel = (words: string, around: string): boolean => OF_LEVEL.test(words) || OF_LEVEL.test(around);

/** The words of a sentence that say by which months a service is measured; none where it says nothing of them. */
function toldIn(clause: Clause, around: string, start: number, end: number): Told | undefined {
  const words = plain(clause.text.slice(start, end));
  const quote = clause.text.slice(start, end).trim();
  if (!CYCLE.test(words)) return undefined;
  if (IS.test(words) && cycleIn(words)) return { clause, quote, known: true };
  if (OF_ONES_OWN.test(words) && isOfLevel(words, around)) return { clause, quote, known: false };
  const parts = words.split(/[，,；;]/u);
  const measured = parts.some(
    (part) => OF_BILLS.test(part) && OF_LEVEL.test(part) && !OF_SOMETHING_ELSE.test(part.replace(OF_BILLS, '')),
  );
  return measured ? { clause, quote, known: false } : undefined;
}

/**
 * What a document says of the months that it measures by: their day where it is written, else the words that leave it open. Where one
 * sentence says the day, those that only speak of such months say nothing more.
 */
export function cycleFacts(places: readonly { readonly clause: Clause; readonly headings: string }[]): readonly Fact[] {
  const told = places.flatMap(({ clause, headings }) =>
    sentences(clause.text).flatMap(({ start, end }) => toldIn(clause, `${headings} ${clause.text}`, start, end) ?? []),
  );
  const known = told.filter((each) => each.known);
  const used = known.length > 0 ? known : told;
  const counted = new Map<string, number>();
  return used.map(({ clause, quote }) => {
    const nth = (counted.get(clause.id) ?? 0) + 1;
    counted.set(clause.id, nth);
    return {
      id: `${clause.id}/billing-cycle/${nth}`,
      kind: 'billing-cycle',
      value: quote,
      unit: 'text',
      clause: clause.id,
      quote,
    };
  });
}
