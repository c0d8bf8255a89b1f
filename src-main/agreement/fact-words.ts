import { type Fact, factLabel, type InvoiceDay, type Quantity, type Share, type TierValue, type Unit } from './fact.ts';
import { words, type Words } from './sentence.ts';

const both = (zh: string, en: string): Words => words({ zh, en });

const UNIT_NAMES: Readonly<Record<Unit, { readonly zh: string; readonly one: string; readonly many: string }>> = {
  minute: { zh: ' 分钟', one: ' minute', many: ' minutes' },
  hour: { zh: ' 小时', one: ' hour', many: ' hours' },
  day: { zh: ' 天', one: ' day', many: ' days' },
  'working-day': { zh: ' 个工作日', one: ' working day', many: ' working days' },
  month: { zh: ' 个月', one: ' month', many: ' months' },
  year: { zh: ' 年', one: ' year', many: ' years' },
  percent: { zh: '%', one: '%', many: '%' },
  'per-mille': { zh: '‰', one: '‰', many: '‰' },
  times: { zh: ' 倍', one: '×', many: '×' },
  'service-day': { zh: ' 天服务', one: ' day of service', many: ' days of service' },
  money: { zh: ' 元', one: ' yuan', many: ' yuan' },
  date: { zh: '', one: '', many: '' },
  text: { zh: '', one: '', many: '' },
};

/** What stands behind a number: ` 天`, `%`. */
export function unitWords(unit: Unit, count = 2): Words {
  const { zh, one, many } = UNIT_NAMES[unit];
  return both(zh, count === 1 ? one : many);
}

/** A number with its unit: `30 天`, `99.95%`. */
export function quantityWords({ value, unit }: Quantity): Words {
  const behind = unitWords(unit, value);
  return both(`${value}${behind.zh}`, `${value}${behind.en}`);
}

const shareWords = ({ amount, unit }: Share): Words => quantityWords({ value: amount, unit });

/** A tier: `低于 99.95%、不低于 99%：月费的 15%`. */
function tierWords({ below, from, credit }: TierValue): Words {
  const given =
    'amount' in credit
      ? both(`月费的 ${shareWords(credit).zh}`, `${shareWords(credit).en} of the month’s fee`)
      : quantityWords(credit);
  return both(
    `低于 ${below}%${from === undefined ? '' : `、不低于 ${from}%`}：${given.zh}`,
    `below ${below}%${from === undefined ? '' : `, from ${from}%`}: ${given.en}`,
  );
}

function invoiceWords({ months, day, plan }: InvoiceDay): Words {
  const month = months === 1 ? '次月' : months === 2 ? '次次月' : `${months} 个月后`;
  return both(
    `${plan === 'prepaid' ? '先付费' : '后付费'}：${month} ${day} 日起`,
    `${plan}: from day ${day}, ${months === 1 ? 'next month' : `${months} months later`}`,
  );
}

function lengthWords({ kind, unit, anchor }: Fact, value: number): Words {
  if (kind === 'claim-opens' && unit === 'working-day' && anchor === 'month-end')
    return both(`次月第 ${value} 个工作日后`, `after working day ${value} of the next month`);
  const { zh, en } = quantityWords({ value, unit });
  return kind === 'claim-closes' && anchor === 'month-end'
    ? both(`相关月份结束后 ${zh}内`, `within ${en} of the month’s end`)
    : both(zh, en);
}

const PERIODS = { day: both('每天 ', ' a day'), month: both('每月 ', ' a month'), year: both('每年 ', ' a year') };

/** A fact's value in words, in both languages; words of the agreement stay as they are. */
export function factWords(fact: Fact): Words {
  const { value } = fact;
  if (typeof value === 'string') return both(value, value);
  if (typeof value === 'number') return lengthWords(fact, value);
  if ('promise' in value) return quantityWords({ value: value.promise, unit: 'percent' });
  if ('credit' in value) return tierWords(value);
  if ('plan' in value) return invoiceWords(value);
  if ('amount' in value) return shareWords(value);
  if ('delay' in value) {
    if (value.words !== undefined) return both(value.words, value.words);
    const { zh, en } = quantityWords(value.delay);
    return value.channel === 'post' ? both(`交邮后 ${zh}`, `${en} after posting`) : both(zh, en);
  }
  if ('per' in value) {
    const rate = shareWords(value.rate);
    return both(`${PERIODS[value.per].zh}${rate.zh}`, `${rate.en}${PERIODS[value.per].en}`);
  }
  const said = 'reference' in value ? `${value.reference} ${value.rate ?? ''}`.trim() : (value.place ?? value.rule);
  return both(said, said);
}

/** A fact as a screen shows it: named, and its value in words. */
export interface FactView {
  readonly id: string;
  readonly label: Words;
  readonly words: Words;
  readonly clause: string;
  readonly quote: string;
}

/** Facts as a screen shows them, in their order. */
export function factViews(facts: readonly Fact[]): readonly FactView[] {
  return facts.map((fact) => {
    const { id, kind, clause, quote } = fact;
    return { id, label: factLabel(kind), words: factWords(fact), clause, quote };
  });
}
