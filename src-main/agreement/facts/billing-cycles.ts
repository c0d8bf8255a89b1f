import type { Fact } from '../fact.ts';
import type { Clause } from '../model.ts';
import { plain, sentences } from '../meaning/sentences.ts';
import { cycleIn, isOfCalendar, namesDay } from '../quantity/billing-cycle.ts';

/** The months by which a service is measured and paid for, where a text speaks of months of its own. */

const CYCLE =
  /(?:计费|账单|账务|结算|出账|收费|缴费|付费|服务|统计|考核|计量|评估)(?:周期|账期|月度|月份|月)|账期|\b(?:billing|invoice|invoicing|service|measurement|accounting|payment)\s(?:cycle|month|period)s?\b|\bmonthly\s(?:billing\s)?(?:cycle|period)s?\b/iu;
/** A month of bills, not of the calendar: begins wherever the bills do. */
const OF_BILLS =
  /(?:计费|账单|账务|结算|出账|收费|缴费)(?:周期|账期|月度|月份|月)|账期|\b(?:billing|invoice|invoicing)\s(?:cycle|month|period)s?\b/iu;
const CYCLES = new RegExp(CYCLE, 'giu');
const OF_LEVEL = /可用性|可用率|可用度|在线率|服务等级|不可用|\buptime\b|availab/iu;
/** Which month's fee is meant, or in which one asks, says nothing of what is measured. */
const OF_SOMETHING_ELSE = /费|价|款|申请|索赔|提出|\b(?:fee|charge|paid|pay|invoice|claim|request|submit|receive)/iu;
const OF_CLAIMS = /[^，,。；;]*(?:申请|索赔|提出|\b(?:claim|request|submit|receive))[^，,。；;]*/giu;
/** It begins with the service of each customer. */
const OF_ONES_OWN =
  /(?:自|从|以)[^，。；]{0,14}(?:开通|订购|购买|下单|生效|起租|交付|启用)[^。；]{0,24}(?:周期|账期|一个月|1个月)|(?:周期|账期)[^，。；]{0,12}(?:自|从|以)[^，。；]{0,14}(?:开通|订购|购买|下单|生效|起租|交付|启用)|\b(?:cycle|month|period)\b[^.;]{0,60}\b(?:anniversary|activat\w+|subscription\s(?:start|date)|order\sdate|purchase\sdate)\b/iu;
const IS =
  /为|是|指|按|以|即|自|从|截|\bis\b|\bmeans?\b|\bbegins?\b|\bstarts?\b|\bends?\b|\bruns?\b|\bcommences?\b|\bcloses?\b|\bexpires?\b|\bfrom\b/iu;
const OF_PAYMENT = /付款|支付|缴|收款|发票|开票|结清|\bpay(?:s|ment|able|ing)?\b|\binvoic|\bbilled\b/iu;
/** A month of service, whichever it is. */
const OF_SOME_MONTH = /月度|每月|当月|单月|\bmonthly\b|\b(?:each|every|any|a|the|per)\smonth\b/iu;
/** What the text means by a month throughout: the months that it measures by, whatever they are paid by. */
const OF_THE_WORD =
  /(?:所称|所指|所述|中)的?["']?(?:每?个?月|月度|月份)["']?(?:均|皆|都|一律)?(?:系|是)?(?:指|为)|["'](?:每?个?月|月度|月份)["']\s?(?:一词)?(?:均|皆|都|一律)?(?:系|是)?(?:指|为)|^\s*(?:\d[\d.]*\s*)?(?:每?个?月|月度|月份)(?:系指|是指|指)|["'](?:a\s)?(?:calendar\s)?months?["'](?:\sshall)?\s(?:means?|refers?\sto|is|are)\b|\b(?:the\s(?:term|word)|(?:a|each|every)\smonth|months?)\s(?:in\sthis\sagreement\s)?(?:means?|refers?\sto)\b/iu;

interface Told {
  readonly clause: Clause;
  readonly quote: string;
  /**
   * `day`: when such months begin; `written`: a day of theirs that is not understood; `open`: that they are measured by, and no day;
   * `calendar`: that months of the calendar are; `month`: that some month is.
   */
  readonly says: 'day' | 'written' | 'open' | 'calendar' | 'month';
  /** A month of bills, told where bills are paid or anywhere else but beside what is measured. */
  readonly bills?: 'paid' | 'apart';
}

const isOfLevel = (words: string, around: string): boolean => OF_LEVEL.test(words) || OF_LEVEL.test(around);

/** Where a month of bills is told; absent where it stands beside what is measured, or is none. */
function billsOf(words: string, around: string): Pick<Told, 'bills'> {
  if (!OF_BILLS.test(words) || isOfLevel(words, around)) return {};
  return { bills: OF_PAYMENT.test(around) ? 'paid' : 'apart' };
}

/** What a sentence says of the months that a service is measured by; none where it says nothing of them. */
function toldIn(clause: Clause, around: string, start: number, end: number): Told | undefined {
  const words = plain(clause.text.slice(start, end));
  const told = { clause, quote: clause.text.slice(start, end).trim() };
  const parts = words.split(/[，,；;]/u);
  if (OF_THE_WORD.test(words.replace(/[“”‘’「」『』]/gu, '"'))) {
    if (cycleIn(words)) return { ...told, says: isOfCalendar(words) ? 'calendar' : 'day' };
    if (CYCLE.test(words)) return { ...told, says: 'open' };
    if (namesDay(words)) return { ...told, says: 'written' };
  }
  if (!CYCLE.test(words)) {
    const calendar = parts.some((part) => isOfCalendar(part) && !OF_SOMETHING_ELSE.test(part));
    if (calendar && isOfLevel(words, around)) return { ...told, says: 'calendar' };
    const month = OF_LEVEL.test(words) && OF_SOME_MONTH.test(words.replace(OF_CLAIMS, ''));
    return month ? { ...told, says: 'month' } : undefined;
  }
  if (IS.test(words) && cycleIn(words)) return { ...told, says: 'day', ...billsOf(words, around) };
  if (IS.test(words) && namesDay(words) && !OF_SOMETHING_ELSE.test(words.replace(CYCLES, '')))
    return { ...told, says: 'written', ...billsOf(words, around) };
  if (OF_ONES_OWN.test(words) && isOfLevel(words, around)) return { ...told, says: 'open' };
  const measured = parts.some(
    (part) => OF_BILLS.test(part) && OF_LEVEL.test(part) && !OF_SOMETHING_ELSE.test(part.replace(OF_BILLS, '')),
  );
  return measured ? { ...told, says: 'open' } : undefined;
}

/** The sentences that count: those that say a day, else those that leave it open; what speaks against them is never left out. */
function usedOf(told: readonly Told[]): readonly Told[] {
  const saying = (says: Told['says']): readonly Told[] => told.filter((each) => each.says === says);
  const [open, calendar, month] = [saying('open'), saying('calendar'), saying('month')];
  // A month of bills is one of service only where what is measured refers to it; where bills are paid it says nothing else.
  const ofService = ({ bills }: Told): boolean => bills === undefined || open.length > 0 || bills === 'apart';
  const days = saying('day').filter(ofService);
  const written = saying('written').filter(ofService);
  const found = days.length > 0 ? days : written;
  if (found.length > 0) {
    const apart = open.length === 0 && found.every(({ bills }) => bills === 'apart');
    return [...found, ...(calendar.length > 0 ? calendar : apart ? month.slice(0, 1) : [])];
  }
  if (open.length === 0) return [];
  return calendar.length > 0 ? calendar : open;
}

/**
 * What a document says of the months that it measures by: their day where it is written, else the words that leave it open. Where one
 * sentence says the day, those that only speak of such months say nothing more; those that say another month stand beside it.
 */
export function cycleFacts(places: readonly { readonly clause: Clause; readonly headings: string }[]): readonly Fact[] {
  const told = places.flatMap(({ clause, headings }) =>
    sentences(clause.text).flatMap(({ start, end }) => toldIn(clause, `${headings} ${clause.text}`, start, end) ?? []),
  );
  const counted = new Map<string, number>();
  return usedOf(told).map(({ clause, quote }) => {
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
