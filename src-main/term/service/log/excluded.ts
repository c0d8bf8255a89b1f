import { plainHeading } from './plain-heading.ts';

const YES = new Set([
  ...['是', '有', '属于', '除外', '已除外', '是除外', '免责', '已免责', '排除', '已排除', '不计入', '不计算', '剔除'],
  ...['yes', 'y', 'true', 't', '1', '√', '✓', '✔', 'excluded', 'exclude', 'exempt', 'not counted'],
]);
const NO = new Set([
  ...['', '-', '--', '—', '/', 'n/a', 'na', 'null', 'none', 'nil', 'no', 'n', 'false', 'f', '0', '×', '✗'],
  ...['否', '无', '不', '不是', '没有', '不属于', '非除外', '不除外', '未除外', '非免责', '不免责', '未免责'],
  ...['不排除', '未排除', '非排除', '计入', '计算', '应计入', '非计划', '非计划内', '计划外', '不适用'],
  ...['not excluded', 'not exempt', 'included', 'counted', 'counts', 'unplanned', 'not planned', 'unscheduled'],
]);

/** Columns that ask the other way round: whether the row counts; what says so, and what denies it. */
const COUNTS = new Set([
  ...['是否计入', '计入', '是否计算', '是否计入不可用', '是否计入中断', '是否统计'],
  ...['counted', 'counts', 'included', 'include', 'count'],
]);
const COUNTED = new Set([
  ...['', '是', '有', '计入', '已计入', '应计入', '计算', '统计', '√', '✓', '✔'],
  ...['yes', 'y', 'true', 't', '1', 'counted', 'counts', 'included'],
]);
const NOT_COUNTED = new Set([
  ...['否', '不', '不是', '无', '不计入', '未计入', '不计算', '不计', '不统计', '除外', '排除', '剔除', '免责', '×'],
  ...['no', 'n', 'false', 'f', '0', 'excluded', 'exclude', 'not counted', 'not included'],
]);

/** Columns that ask whether it was planned: the column, not its yes, names the exclusion. */
const PLANNED = new Set([
  '计划内',
  '是否计划内',
  '计划维护',
  '是否计划维护',
  '是否计划',
  'planned',
  'scheduled',
  'planned maintenance',
]);

/** Headings of columns that say in one word whether a row is left out of the count. */
export const EXCLUSION_ASKED: readonly string[] = [...PLANNED, ...COUNTS];

/** A clause, an item of a list: `(1)`, `3.2`, `第三条`, `c-12`. */
const REFERENCE =
  /^(?:第.{1,8}[条款项章节]|[(（][\p{L}\d]{1,4}[)）]|(?=.*\d)[\p{L}\d][\p{L}\d.\-_/()（）]*|[①-⑳])(?:[第\s(（][^，。]{0,20})?$/u;
/** Causes that agreements leave out of the count. */
const CAUSE =
  /维护|维修|检修|升级|割接|演练|变更|不可抗|客户|用户|甲方|租户|欠费|停机|政府|监管|命令|攻击|黑客|电力|停电|运营商|第三方|光缆|自然|灾害|地震|洪水|台风|战争|疫情|计划|测试|试用|mainten|upgrade|scheduled|planned|force|majeure|customer|client|user|third|carrier|attack|power|government|legal|test|suspen|disaster|beta/iu;
/** A denial, or a question that is still open, is no reason. */
const DENIES = /^(?:非|未|无(?!线)|没|否|别|不(?!可抗)|待|not?\b|non|un(?!iversal|ited)|tbd|pending|maybe|[?？])/iu;

/** What is longer tells a cause in words of its own. */
const LONG = 12;

/** Whether a row is left out of the count: no; yes, with what names the exclusion; or in words that could be either. */
export type Excluded = 'counts' | 'unclear' | { readonly item: string };

/**
 * What a cell under a heading says of it. A yes or a no is understood in the sense of the heading; other words name the exclusion where
 * they are a reference or a cause, and are never taken for one where they deny or say nothing.
 */
export function excludedBy(cell: string, heading: string): Excluded {
  const said = cell.normalize('NFKC').trim().toLowerCase();
  const asked = plainHeading(heading);
  if (COUNTS.has(asked)) {
    if (COUNTED.has(said)) return 'counts';
    return NOT_COUNTED.has(said) ? { item: `${heading}: ${cell}` } : 'unclear';
  }
  if (NO.has(said)) return 'counts';
  if (YES.has(said)) return { item: PLANNED.has(asked) ? heading : cell };
  if (DENIES.test(said)) return 'unclear';
  return REFERENCE.test(said) || CAUSE.test(said) || said.length > LONG ? { item: cell } : 'unclear';
}
