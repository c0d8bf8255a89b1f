import type { Fact } from '../../fact.ts';
import type { Clause, ClauseTable } from '../../model.ts';
import { commaParts, plain, sentences, type Stretch } from '../../meaning/sentences.ts';
import { feesIn, periodIn, type StatedFee } from '../../quantity/fee-words.ts';
import { amountsIn } from '../../quantity/yuan.ts';

/** What the service costs, as a clause or a list of prices states it. */

const FEE_ZH =
  '(?:(?:服务|租用|租赁|订阅|使用|许可|套餐|平台|专线|线路|带宽|托管|维护)(?:费(?:用)?|租金)|月租(?:费)?|[月季年](?:服务|使用|租用|套餐)?费|租金|资费|价格|费用)';
const FEE_EN =
  '(?:(?:service|subscription|licen[cs]e|usage|hosting|rental|platform|access|port|maintenance|monthly|annual|yearly|quarterly)\\s(?:service\\s|subscription\\s)?)?(?:fees?|charges?|prices?|rent)';

/** A fee and its amount with nothing of another matter between them; or the amount of a period, and the fee behind it. */
const NAMED_BEFORE: readonly RegExp[] = [
  new RegExp(
    `${FEE_ZH}(?:的)?(?:总额|总价|标准|金额|合计)?(?:[（(][^）)]{0,12}[）)])?(?:统一|固定|暂定)?(?:为|是|：|:|按|共计?)?\\s?(?:每[月季年](?:度)?|每半年)?(?:收取|支付|缴纳)?(?:人民币)?\\s?$`,
    'u',
  ),
  new RegExp(
    `\\b${FEE_EN}(?:\\s(?:for|of)\\s(?:the\\s|this\\s)?[\\w-]+(?:\\s[\\w-]+){0,3}?)?(?:\\s(?:is|are|of|shall\\sbe|will\\sbe|amounts?\\sto|totals?)|:)\\s(?:an?\\samount\\sof\\s|fixed\\sat\\s)?$`,
    'iu',
  ),
];
const COSTS =
  /\b(?:costs?|is\spriced\sat|is\scharged\sat|shall\spay(?:\sthe\s\w+)?|pays(?:\sthe\s\w+)?|售价|定价)\s?(?:为)?\s?$/iu;
const NAMED_BEHIND = new RegExp(`^(?:的)?${FEE_ZH}|^\\s?(?:as|in)\\s(?:the\\s)?${FEE_EN}`, 'iu');

/** A bound, a condition or an example states no price. */
const BOUND =
  /不(?:得|会|应)?(?:超过|高于|低于|少于|足)|至少|至多|最[低高少多]|上限|下限|低于|高于|少于|多于|超过|以[上下内]|为限|满\s?\d|\b(?:exceeds?|exceeding|at\s(?:least|most)|minimum|maximum|no\s(?:more|less)|up\sto|below|above|(?:more|less)\sthan|limited|capped)\b/iu;
/** Money that is paid for something else, given back, or owed for a fault. */
const OTHER =
  /赔偿|补偿|违约|滞纳|罚|责任|退[还款费]|押金|保证金|定金|订金|手续费|工本|安装|开通费|初装|迁移|移机|恢复|复机|减免|代金券|逾期|欠费|差额|\b(?:credits?|compensat\w*|damages|liab\w+|penalt\w+|refund\w*|deposits?|reconnection|set-?up|install\w*|one-?time|late|overdue|interest|indemn\w*|cancel\w*|terminat\w*|reinstate\w*|discount)\b/iu;
const EXAMPLE = /例如|比如|举例|示例：|\be\.g\.|\bfor\s(?:example|instance)\b/iu;

/** The package that a fee is of, as its name stands before it. */
const PACKAGE =
  /([\p{L}\p{N}]{1,12}?(?:版|套餐|方案|档))(?=[^，。]{0,3}(?:每|月|季|年|服务|价格|费|套餐|的))|\b((?:[A-Z][\w-]*\s){1,3}(?:plan|edition|package|tier|Plan|Edition|Package|Tier))\b/u;

const packageIn = (words: string): string | undefined => {
  const found = PACKAGE.exec(words);
  return (found?.[1] ?? found?.[2])?.trim();
};

interface Found {
  readonly value: StatedFee['value'];
  readonly quote: string;
  readonly scope?: NonNullable<Fact['scope']>;
}

const scopeOf = (name: string | undefined): Pick<Found, 'scope'> =>
  name === undefined || name === '' ? {} : { scope: { class: name } };

/** Whether the words around an amount call it the fee. */
function isNamed(ahead: string, behind: string, { timed, value }: StatedFee): boolean {
  if (NAMED_BEFORE.some((pattern) => pattern.test(ahead))) return true;
  return (timed && COSTS.test(ahead)) || (value.every !== undefined && NAMED_BEHIND.test(behind));
}

function feesOfSentence(text: string, { start, end }: Stretch): readonly Found[] {
  const sentence = text.slice(start, end);
  if (EXAMPLE.test(sentence)) return [];
  const words = plain(sentence);
  const parts = commaParts(words);
  const fees = feesIn(words);
  return fees.flatMap((fee): readonly Found[] => {
    const at = parts.findIndex((part) => fee.start >= part.start && fee.start < part.end);
    const part = parts[at];
    if (!part) return [];
    // A colon cuts the name of a fee from its amount.
    const lead = /[：:]$/u.test(words.slice(0, part.start)) ? (parts[at - 1]?.start ?? part.start) : part.start;
    const [ahead, behind] = [words.slice(lead, fee.start), words.slice(fee.end, Math.max(part.end, fee.end))];
    const around = words.slice(lead, Math.max(part.end, fee.end));
    if (BOUND.test(around) || OTHER.test(around) || !isNamed(ahead, behind, fee)) return [];
    return [{ value: fee.value, quote: sentence.trim(), ...scopeOf(packageIn(ahead)) }];
  });
}

const PRICES = /[月季年]费|月租|价格|费用|资费|服务费|租金|\b(?:fees?|prices?|charges?)\b/iu;
const NO_PRICES =
  /可用性|可用率|赔偿|补偿|逾期|退[还款]|单价|\b(?:availab\w+|uptime|credits?|refund\w*|unit\sprice)\b|%/iu;
const FIGURE = /^\d[\d,]*(?:\.\d+)?$/u;

/** The amount of a cell in the currency and over the period that it or the heading of its column says. */
function feeOfCell(cell: string, heading: string): StatedFee['value'] | undefined {
  const [stated, ...others] = feesIn(
    FIGURE.test(plain(cell).trim()) ? `${cell.trim()} ${unitOf(heading)}`.trim() : cell,
  );
  if (!stated || others.length > 0) return undefined;
  const every = stated.value.every ?? periodIn(heading);
  return { ...stated.value, ...(every && { every }) };
}

/** What stands behind the figures of a column: `月费（美元）`, `Price (EUR)`. */
const unitOf = (heading: string): string => /[（(]\s*([^）)/]{1,12}?)\s*(?:\/[^）)]*)?[）)]/u.exec(heading)?.[1] ?? '';

function feesOfTable({ header, rows }: ClauseTable): readonly Found[] {
  if (NO_PRICES.test(header.join(' '))) return [];
  return header.flatMap((heading, column) =>
    column === 0 || !PRICES.test(heading)
      ? []
      : rows.flatMap((row): readonly Found[] => {
          const value = feeOfCell(row[column] ?? '', heading);
          return value ? [{ value, quote: row.join('\t'), ...scopeOf(row[0]?.trim()) }] : [];
        }),
  );
}

/** The fees that a document states for its service, each with its own words. Bounds, unit prices, examples and other sums are none. */
export function statedFees(clauses: readonly Clause[], tables: readonly ClauseTable[]): readonly Fact[] {
  const tableOf = new Map(tables.map((table) => [table.clause, table]));
  return clauses.flatMap((clause) => {
    const table = tableOf.get(clause.id);
    if (!table && amountsIn(clause.text).length === 0) return [];
    const found = table
      ? feesOfTable(table)
      : sentences(clause.text).flatMap((stretch) => feesOfSentence(clause.text, stretch));
    const once = new Map(found.map((each) => [JSON.stringify([each.value, each.scope ?? {}]), each]));
    return [...once.values()].map((each, index): Fact => ({
      ...({ id: `${clause.id}/stated-fee/${index + 1}`, kind: 'stated-fee', unit: 'money' } as const),
      ...each,
      clause: clause.id,
    }));
  });
}
