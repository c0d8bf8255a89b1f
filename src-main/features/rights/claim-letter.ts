import { asWritten, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { creditWords } from '../../agreement/fact-words.ts';
import type { MonthView, OutageView } from '../../contract/rights.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { REMEDIES } from '../../letter/form/service-credit-claim.ts';
import type { LetterValues, RowValue } from '../../letter/template.ts';
import type { Answer, TermStep } from '../../term/answer.ts';
import { CURRENCIES, currencyName } from '../../term/fees/currency.ts';
import { periodKind, periodWords } from '../../term/service/period.ts';
import { lateMinutes } from '../../term/service/support/ticket-times.ts';
import type { ServiceLevel } from '../../term/service/service-level.ts';
import type { ObligationBasis } from './basis.ts';

/** What the claim letter of a month says: every line of it is one of the figures, as they were worked out. */
export function claimLetterValues(
  { agreement, text }: ObligationBasis,
  level: ServiceLevel,
  view: MonthView,
): LetterValues {
  const [voucher, money, time] = REMEDIES;
  const tier = level.tier.known ? level.tier.value : undefined;
  const days = level.serviceDays.known ? level.serviceDays.value : undefined;
  const rows = rowsOfUnit(view);
  const instances = [...new Set(rows.flatMap((row) => row.instances))].join('、');
  const clauses = clauseRows(level, view);
  const remedy = days === undefined ? (byVoucher(tier?.form, creditTexts(level, text)) ? voucher : money) : time;
  const foreign = view.currency === 'CNY' ? undefined : say(currencyWords(view), 'zh');
  const log = rows.map((row) => outageRow(row, view));
  return {
    ...(agreement.provider === undefined ? {} : { addressee: agreement.provider }),
    agreementTitle: text.version.title,
    agreementVersion: `第 ${text.version.ordinal} 版`,
    service: serviceName(agreement.title),
    ...instanceOf(view.unit, instances),
    month: say(periodWords(level.period), 'zh'),
    ...(level.availability.known ? { availability: level.availability.value } : {}),
    ...(level.promised.known ? { promised: String(level.promised.value) } : {}),
    basis: basisWords(level),
    remedy,
    ...(days === undefined && level.credit.known && foreign !== undefined ? { currency: foreign } : {}),
    ...(view.moneyNotes.some(isTaxNote) ? { withoutTax: '上述金额不含税，与税款有关的处理按协议约定。' } : {}),
    ...missedValues(view),
    ...(days === undefined ? {} : { serviceDays: String(days) }),
    ...(days === undefined && level.credit.known ? { amount: level.credit.value } : {}),
    clauses,
    steps: workingRows(level, view, remedy),
    outages: log,
    excluded: excludedRows(rows, view),
    logFingerprint: sha256Hex(JSON.stringify(log)),
  };
}

/** `云企业网服务等级协议` is about 云企业网: the name without what kind of paper it is. */
function serviceName(title: string): string {
  return (
    title
      .replace(
        /(?:服务)?(?:等级|水平)?(?:协议|条款|承诺)(?:书)?(?:（.*）|\(.*\))?\s*$|\s*(?:SLA|service level agreement)\s*$/iu,
        '',
      )
      .trim() || title
  );
}

/** The clauses of the promise and of its tier, as a sentence names them: `第 2.1 条、第 3.2 条`. */
function basisWords({ promised, tier }: ServiceLevel): string {
  const numbers = [promised, tier].flatMap(({ steps }) => steps).flatMap(({ clause }) => clause?.number ?? []);
  return [...new Set(numbers)].map((number) => (/^第/u.test(number) ? number : `第 ${number} 条`)).join('、');
}

/** The clauses in which the tier and its cap stand, and those right above them, whole: the form of a credit is said once for all. */
function creditTexts({ tier, cap }: ServiceLevel, { document }: ObligationBasis['text']): readonly string[] {
  const cited = [tier, cap].flatMap(({ steps }) => steps).flatMap(({ clause }) => clause?.id ?? []);
  const of = (id: string | undefined) => document.clauses.filter((clause) => clause.id === id);
  return cited.flatMap(of).flatMap((clause) => [clause, ...of(clause.parent)].map(({ text }) => text));
}

/** What was paid with vouchers is another matter than a credit that is given as one. */
const AS_VOUCHER =
  /(?:以|通过|发放|赔偿|补偿|费的[^，。；]{0,12})(?:[^，。；]{0,8})(?:代金券|抵用券)|\b(?:as|in the form of|by)\s(?:a\s)?(?:\w+\s)?vouchers?/iu;

/** Whether the credit is a voucher: the tier says so, or a clause that gives it. */
const byVoucher = (form: string | undefined, texts: readonly string[]): boolean =>
  form === undefined ? texts.some((text) => AS_VOUCHER.test(text)) : form === 'voucher';

/** What the claim is about: the unit with its instances, else the instances that the log names. */
function instanceOf(unit: string | undefined, instances: string): LetterValues {
  if (unit === undefined) return instances === '' ? {} : { instance: instances };
  return { instance: instances === '' || instances === unit ? unit : `${unit}：${instances}` };
}

/** Outages of the unit that the claim is about: those of another are no matter of it. */
function rowsOfUnit({ rows, units, unit: named }: MonthView): readonly OutageView[] {
  const unit = units.find(({ name }) => name === named);
  if (!unit) return rows;
  const names = unit.instances.length > 0 ? unit.instances : [unit.name];
  return rows.filter(({ instances }) => instances.length === 0 || instances.some((name) => names.includes(name)));
}

/** A moment as the log has it, on the clock of Beijing to the minute: `2026-10-03 09:00`. */
function moment(instant: string): string {
  const beijing = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${beijing.slice(0, 10)} ${beijing.slice(11, 16)}`;
}

const isExcluded = ({ exclusion }: OutageView, { exclusions }: MonthView): boolean =>
  exclusions.some(({ clauseId }) => clauseId === exclusion);

function outageRow(row: OutageView, view: MonthView): RowValue {
  const { from, to, ongoing, minutes, instances, cause } = row;
  return {
    from: moment(from),
    to: ongoing ? '尚未恢复' : moment(to),
    minutes: String(minutes),
    on: instances.join('、'),
    cause,
    counted: isExcluded(row, view) ? '未计入' : '计入',
  };
}

/** What was left out of the count, and by which exclusion. */
function excludedRows(rows: readonly OutageView[], view: MonthView): readonly RowValue[] {
  return rows.flatMap((row): readonly RowValue[] => {
    const exclusion = view.exclusions.find(({ clauseId }) => clauseId === row.exclusion);
    if (!exclusion) return [];
    const { number, text } = exclusion;
    return [
      {
        when: `${moment(row.from)}至${row.ongoing ? '尚未恢复' : moment(row.to)}`,
        minutes: String(row.minutes),
        why: number === undefined ? itemWords(text) : `条款${number}（${itemWords(text)}）`,
      },
    ];
  });
}

/** The working, each line with its own result: the tier's share, then the cap where it is lower, then what is claimed. */
function workingRows(level: ServiceLevel, view: MonthView, remedy: string): readonly RowValue[] {
  const { totalMinutes, unavailableMinutes, excludedMinutes, availability, counted } = level;
  const yuan = (answer: Answer<string>): string =>
    answer.known ? `${answer.value} ${say(currencyWords(view), 'zh')}` : '';
  const tier = level.tier.known ? level.tier.value : undefined;
  const given = tier && say(creditWords(tier.credit), 'zh');
  const capped = level.cap.known && level.fullCredit.known && level.credit.known;
  const lowered = capped && level.credit.value !== level.fullCredit.value;
  const rows: readonly (readonly [string, string])[] = [
    [totalWords(level), `${totalMinutes} 分钟`],
    ...(counted ? ([['服务不可用分钟数（重叠时段合并后）', `${unavailableMinutes} 分钟`]] as const) : []),
    ...(counted && excludedMinutes > 0 ? ([['除外情形分钟数（未计入）', `${excludedMinutes} 分钟`]] as const) : []),
    [
      counted ? `可用性：（${totalMinutes} − ${unavailableMinutes}）÷ ${totalMinutes} × 100%` : '可用性',
      availability.known ? `${availability.value}%` : '没有记录',
    ],
    ...(tier ? ([['适用档次', tierWords(tier)]] as const) : []),
    ...(level.monthlyFee.known ? ([[FEE_OF[periodKind(level.month)], yuan(level.monthlyFee)]] as const) : []),
    ...(given !== undefined && level.fullCredit.known ? ([[given, yuan(level.fullCredit)]] as const) : []),
    ...(given !== undefined && level.serviceDays.known ? ([['约定的补偿', given]] as const) : []),
    ...(level.cap.known ? ([['补偿上限', yuan(level.cap)]] as const) : []),
    ...(level.credit.known
      ? ([[`申请补偿：${remedy}${lowered ? '（不超过上限）' : ''}`, yuan(level.credit)]] as const)
      : []),
  ];
  return rows.map(([step, value]) => ({ step, value }));
}

/** What all the minutes of a period are called, with how many days they are of. */
function totalWords({ month, inHours, totalMinutes }: ServiceLevel): string {
  const name = say(periodWords(month), 'zh');
  return inHours === true ? `${name}服务时间总分钟数` : `${name}总分钟数（${totalMinutes / 1440} 天 × 24 × 60）`;
}

/** What the fee of a period is called. */
const FEE_OF = { month: '当月服务费', quarter: '当季服务费', year: '当年服务费' } as const;

const currencyWords = ({ currency }: MonthView): Sentence => {
  const code = CURRENCIES.find((each) => each === currency);
  return code === undefined ? sentence('names.currency.several') : currencyName(code);
};

const isTaxNote = ({ text }: TermStep): boolean => 'key' in text && text.key === 'term.currency.without-tax';

const WHAT = { response: '首次响应', restore: '恢复' } as const;

/** Tickets whose promised times were missed, where the text gives something for it. */
function missedValues(view: MonthView): LetterValues {
  const { credit, tickets } = view.support;
  if (credit?.known !== true) return {};
  const rows = tickets.flatMap((ticket) =>
    ticket.times.flatMap(({ kind, answer }): readonly RowValue[] => {
      const late = answer.known ? answer.value.late : undefined;
      const done = kind === 'response' ? ticket.responded : ticket.restored;
      if (!answer.known || !late || done === undefined) return [];
      return [
        {
          ticket: ticket.severity === undefined ? ticket.name : `${ticket.name}（${ticket.severity}）`,
          opened: moment(ticket.opened),
          what: WHAT[kind],
          due: moment(answer.value.due),
          done: moment(done),
          late: `${lateMinutes(late.least)} 分钟`,
        },
      ];
    }),
  );
  const clause = credit.steps.find(({ clause: cited }) => cited !== undefined)?.clause;
  const basis = clause?.number === undefined ? '协议约定' : say(clauseNamed(clause.number), 'zh');
  return {
    missed: rows,
    supportAmount: `${credit.value} ${say(currencyWords(view), 'zh')}`,
    supportBasis: basis,
  };
}

const clauseNamed = (number: string): Sentence => asWritten(/^第/u.test(number) ? number : `第 ${number} 条`);

function tierWords({ below, from }: { readonly below: number; readonly from?: number }): string {
  return from === undefined ? `可用性低于 ${below}%` : `可用性低于 ${below}%、不低于 ${from}%`;
}

/** Every clause that the figures rest on, once, with its words. */
function clauseRows(level: ServiceLevel, { support }: MonthView): readonly RowValue[] {
  const answers: readonly Answer<unknown>[] = [
    level.promised,
    level.tier,
    level.cap,
    level.claim.opens,
    level.claim.closes,
    ...(support.credit?.known === true ? [support.credit] : []),
  ];
  const cited = answers.flatMap(({ steps }) => steps).flatMap(({ clause }: TermStep) => (clause ? [clause] : []));
  const once = new Map(cited.map((clause) => [`${clause.number ?? ''} ${clause.quote ?? ''}`, clause]));
  return [...once.values()].map(({ number, quote }) => ({
    clause: number ?? '（无编号）',
    quote: oneLine(quote ?? ''),
  }));
}

/** Cells of a table are read as one sentence. */
const oneLine = (quote: string): string => quote.replace(/\s*[\t\n]\s*/gu, '，').trim();

/** An item of a list without the mark that ends it there. */
const itemWords = (text: string): string => oneLine(text).replace(/[；;。，,]+$/u, '');
