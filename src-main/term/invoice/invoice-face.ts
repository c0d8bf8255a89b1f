import { SIGNED } from './signed-yuan.ts';

/** Name and value of what an invoice says, by the words of its printed face. */
export type InvoiceField = readonly [name: string, value: string];

/** Longest line and most lines of a page that are looked at: a printed invoice has a few dozen short ones. */
const LONGEST_LINE = 400;
const MOST_LINES = 1000;

const NAME = '[^\\s:][^:]*?(?= {2}| ?(?:销|名 {0,2}称|统一社会|纳税人)|$)';
const TAX_NUMBER = '[0-9A-Z]{15,20}(?![0-9A-Z])';
const DIGITS = '[\\d,]{1,24}\\.\\d{2}(?!\\d)';
const AMOUNT = `(?:${SIGNED} ?${DIGITS}|\\( ?[¥￥]? ?${DIGITS} ?\\))`;
const NUMBER_LABELS = '统一社会信用代码/纳税人识别号|纳税人识别号';

/** What stands behind a label, by the name that it has among the fields. */
const LABELLED: readonly (readonly [name: string, pattern: RegExp])[] = [
  // The number of the invoice that a red letter takes back stands on its face as well.
  ['发票号码', /(?<!蓝字|蓝字数电|正数|原|原蓝字)发票号码 {0,2}: {0,2}(\d{8}(?:\d{12})?)(?!\d)/gu],
  ['发票代码', /(?<!蓝字|蓝字数电|正数|原|原蓝字)发票代码 {0,2}: {0,2}(\d{10}(?:\d{2})?)(?!\d)/gu],
  ['开票日期', /开票日期 {0,2}: {0,2}(\d{4} ?[年-] ?\d{1,2} ?[月-] ?\d{1,2})/gu],
  ['合计金额', new RegExp(`合计金额 {0,2}: {0,2}(${AMOUNT})`, 'gu')],
  ['合计税额', new RegExp(`合计税额 {0,2}: {0,2}(${AMOUNT})`, 'gu')],
  ['价税合计', new RegExp(`(?:价税合计 {0,2}:|\\(小写\\)) {0,2}(${AMOUNT})`, 'gu')],
  // A share that stands by itself: one behind a word (折扣率10%) is none of tax.
  ['税率', /(?<![^ ])(\d{1,2}(?:\.\d{1,2})? ?%)(?![^ ])/gu],
  ['发票种类', /([^ ]{0,20}(?:专用发票|普通发票))/gu],
];

/**
 * Reads the fields of an invoice from the lines of its page, each line by itself. Buyer and seller stand side by side there, the buyer
 * first: a name or number that comes another number of times than twice is nobody's.
 */
export function faceFields(lines: readonly string[]): readonly InvoiceField[] {
  // A tab or two blanks tell columns apart; more say nothing more, and the patterns need not go through them.
  const plain = lines.slice(0, MOST_LINES).map((line) =>
    line
      .normalize('NFKC')
      .replace(/\t|\s{2,}/gu, '  ')
      .replace(/ {2,}/gu, '  ')
      .trim()
      .slice(0, LONGEST_LINE),
  );
  const found = (pattern: RegExp): readonly string[] =>
    plain.flatMap((line) => [...line.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [
    ...LABELLED.flatMap(([name, pattern]) => found(pattern).map((value): InvoiceField => [name, value])),
    ...sides('名称', found(new RegExp(`(?<!购买方|销售方|项目)名 {0,2}称 {0,2}: {0,2}(${NAME})`, 'gu'))),
    ...sides(
      '纳税人识别号',
      found(new RegExp(`(?<!购买方|销售方)(?:${NUMBER_LABELS}) {0,2}: {0,2}(${TAX_NUMBER})`, 'gu')),
    ),
    ...ofParty('购买方', found),
    ...ofParty('销售方', found),
    ...plain.flatMap(sums),
    ...(plain.some((line) => /红字发票信息确认单|被红冲蓝字/u.test(line)) ? ([['是否蓝字发票', '否']] as const) : []),
  ];
}

/** Some print the party before its label. */
const ofParty = (
  party: '购买方' | '销售方',
  found: (pattern: RegExp) => readonly string[],
): readonly InvoiceField[] => [
  ...found(new RegExp(`${party}名称 {0,2}: {0,2}(${NAME})`, 'gu')).map((value): InvoiceField => [
    `${party}名称`,
    value,
  ]),
  ...found(new RegExp(`${party}(?:${NUMBER_LABELS}) {0,2}: {0,2}(${TAX_NUMBER})`, 'gu')).map((value): InvoiceField => [
    `${party}纳税人识别号`,
    value,
  ]),
];

function sides(name: string, values: readonly string[]): readonly InvoiceField[] {
  const [buyer = '', seller = ''] = values;
  return values.length === 2
    ? [
        [`购买方${name}`, buyer],
        [`销售方${name}`, seller],
      ]
    : [];
}

/** Net and tax in the line of sums: `合 计 ¥100.00 ¥6.00`. */
function sums(line: string): readonly InvoiceField[] {
  const [, net, tax] = new RegExp(`(?<!价税)合 {0,2}计 {0,2}(${AMOUNT}) {1,2}(${AMOUNT})`, 'u').exec(line) ?? [];
  return net === undefined || tax === undefined
    ? []
    : [
        ['合计金额', net],
        ['合计税额', tax],
      ];
}
