import { plain, sentences } from '../../../agreement/meaning/sentences.ts';
import { NUMBER, readNumber } from '../../../agreement/quantity/written-numbers.ts';
import { citation, type FactSource } from '../../basis.ts';
import type { TermStep } from '../../answer.ts';

/**
 * How long a service must be down to count, by slots: a length in minutes or seconds, whether shorter or longer ones are meant, that it is
 * the service that is down, and that this counts or does not; or the interval that is measured.
 */
export interface DownLength {
  /** Seconds; a little more than the figure where the figure itself is not enough. */
  readonly seconds: number;
  readonly clause: NonNullable<TermStep['clause']>;
}

/** What a text says of such lengths: those that were read, and the sentences that say one nobody read. */
export interface DownLengths {
  readonly atLeast: readonly DownLength[];
  readonly intervals: readonly DownLength[];
  readonly unread: readonly NonNullable<TermStep['clause']>[];
}

const LENGTH = String.raw`(?<![\d.])(?<n>${NUMBER})[\s-]*个?(?:(?:consecutive|continuous|uninterrupted|full)[\s-])?(?<unit>分钟|秒钟?|minutes?\b|seconds?\b)`;
const pattern = (source: string): RegExp => new RegExp(source.replace('LENGTH', LENGTH), 'giu');

/** `five or more consecutive minutes`. */
const OR = (words: string): string =>
  String.raw`(?<n>${NUMBER})\sor\s(?:${words})\s(?:(?:consecutive|continuous)\s)?(?<unit>minutes?|seconds?)\b`;

/** Shorter than the length; where `over`, the length itself is among them. */
const SHORTER: readonly (readonly [RegExp, boolean])[] = [
  [pattern('(?:不足|不满|未满|少于|小于|低于|未达到?|达不到|短于|不到)\\s*LENGTH'), false],
  [pattern('(?:未超过|不超过|未逾)\\s*LENGTH'), true],
  [pattern('LENGTH(?:及)?(?:以内|以下|之内)'), true],
  [pattern(String.raw`\b(?:less|shorter|fewer|briefer)\s(?:in\s\w+\s)?than\sLENGTH`), false],
  [pattern(String.raw`\b(?:under|below)\sLENGTH`), false],
  [
    pattern(
      String.raw`\b(?:(?:not|never|no)\s(?:exceed(?:ing)?|more\sthan|longer\sthan|last(?:ing)?\smore\sthan)|up\sto)\sLENGTH`,
    ),
    true,
  ],
  [pattern(String.raw`LENGTH\sor\s(?:less|shorter|fewer)`), true],
  [pattern(OR('less|fewer')), true],
];
const LONGER: readonly (readonly [RegExp, boolean])[] = [
  [pattern('LENGTH(?:及|或|\\s)?(?:者)?以上'), false],
  [pattern('(?<!不|未|没有)(?:超过|大于|超出|长于|逾)\\s*LENGTH(?!(?:及|或)?以上)'), true],
  [
    pattern(
      '(?:连续|持续)(?:的|不可用|中断|故障|时间|时长|无法访问|无法使用)*(?:达到?|满|至少|不少于|不低于)?\\s*LENGTH',
    ),
    false,
  ],
  [pattern('(?<![未不])(?:达到?|届?满|不少于|不低于|不短于|至少)\\s*LENGTH'), false],
  [
    pattern(String.raw`\b(?:at\sleast|(?:no|not)\s(?:less|shorter|fewer)\sthan|a\sminimum\sof|lasting|lasts?)\sLENGTH`),
    false,
  ],
  [
    pattern(
      String.raw`(?<!\b(?:not|no|never)\s)\b(?:(?:more|longer|greater)\sthan|exceed(?:s|ing)?|over|in\sexcess\sof)\sLENGTH`,
    ),
    true,
  ],
  [pattern(String.raw`LENGTH\sor\s(?:more|longer|greater)`), false],
  [pattern(OR('more|longer')), false],
  [pattern(String.raw`LENGTH(?=\s(?:in\sa\srow|consecutively|without\sinterruption))`), false],
  [
    pattern(String.raw`(?<n>${NUMBER})[\s-](?:consecutive|continuous|uninterrupted)[\s-](?<unit>minutes?|seconds?)\b`),
    false,
  ],
];
const UNIT = '(?:时间|统计|计量|计算|监控|监测|采样|检测)*(?:单元|单位|间隔|区间|时段|时间段|周期|粒度|窗口|时间片)';
const INTERVALS: readonly RegExp[] = [
  pattern(`LENGTH(?:的|为|作为)*(?:一?个)?${UNIT}`),
  pattern('(?:每|任一|任意)(?:个)?LENGTH(?:内|中|为一)'),
  pattern(
    String.raw`LENGTH[\s-](?:time\s|measurement\s|sampling\s|monitoring\s)?(?:interval|period|window|slot|increment|bucket|block|unit)s?\b`,
  ),
  pattern(String.raw`\b(?:interval|period|window|increment|slot)s?\sof\sLENGTH`),
];

const DOWN =
  /不可用|中断|故障|宕机|停机|无法(?:正常)?(?:访问|使用|连接)|失败|未成功|outage|down\s?time|unavailab|interrupt|\bdown\b|\bfail/iu;
const COUNTS =
  /计为|计入|计作|视为|视同|记为|算作|算为|认定|属于|构成|(?:不可用|中断|故障|宕机)(?:时间|时长|分钟数?)?[”"」]?\s?[：:]|才|方(?:可|能|为|计)|(?:是|系)?指|定义|纳入|统计|means?\b|(?:downtime|unavailability|outage)[”"]?:|\bdefin|\bconstitut|\bcount|\bconsider|\bregard|\btreat|\bdeem|\bonly\b|\bincluded\b|\bcalculat|\bmeasur/iu;
const NOT_COUNTED =
  /不(?:予|再|得|应)?(?:计|算|视|记|纳|构成|属于|认定|作为|统计)|忽略|排除|剔除|扣除|除外|\b(?:not|never|nor)\b[^.;]{0,40}\b(?:count|consider|regard|treat|deem|constitut|includ|downtime|unavailab|taken)|\bdisregard|\bexclud|\bignor|\bno\s(?:downtime|unavailability)\b/iu;
/** What is done within a time, given for one, or follows from one: no rule of counting. */
const OTHER_MATTER =
  /响应|通知|告知|报告|上报|修复|维护|升级|赔偿|补偿|赔付|返还|减免|终止|解除|退订|提前|计划内?|例行|演练|割接|切换|申请|受理|支付|respon[ds]|notif|\breport|\brepair|\brestor|mainten|\bplanned|\bscheduled|\bcredit|refund|compensat|terminat|\badvance|submit|\bticket|\bpay/iu;
/** What comes together over a month is no length of one outage. */
const ALTOGETHER =
  /累计|合计|总计|总时长|(?:全|每|当|单|该)(?:个)?(?:月|季|年)|\b(?:total|aggregate|cumulative|altogether)\b|\b(?:per|a|each|any|every|the)\s(?:calendar\s)?(?:month|quarter|year)\b/iu;
const SAYS_LENGTH = new RegExp(LENGTH.replace('[\\s-]*', '(?:\\sor\\s(?:more|longer|less|fewer))?[\\s-]*'), 'iu');

const SHORT_OR_LONG = new RegExp(
  [...SHORTER, ...LONGER].map(([{ source }]) => source.replaceAll(/\?<\w+>/gu, '?:')).join('|'),
  'iu',
);

function secondsOf({ groups = {} }: RegExpMatchArray): number | undefined {
  const value = readNumber(groups['n'] ?? '');
  return value === undefined ? undefined : value * (/^(?:分|min)/iu.test(groups['unit'] ?? '') ? 60 : 1);
}

/** The first length that one of the patterns finds; a hair more where the figure itself is not enough. */
function lengthBy(patterns: readonly (readonly [RegExp, boolean])[], words: string): number | undefined {
  for (const [each, over] of patterns)
    for (const match of words.matchAll(each)) {
      const seconds = secondsOf(match);
      if (seconds !== undefined) return over ? seconds + A_HAIR : seconds;
    }
  return undefined;
}
/** Logs tell milliseconds. */
const A_HAIR = 0.001;

interface Said {
  readonly atLeast?: number;
  readonly interval?: number;
  readonly unread?: true;
}

function saidIn(words: string, next: string): Said {
  if (!SAYS_LENGTH.test(words)) return {};
  const interval = lengthBy(
    INTERVALS.map((each) => [each, false]),
    words,
  );
  if (interval !== undefined && interval > 60 && DOWN.test(`${words} ${next}`)) return { interval };
  if (!DOWN.test(words) || OTHER_MATTER.test(words)) return {};
  if (ALTOGETHER.test(words)) return NOT_COUNTED.test(words) && SHORT_OR_LONG.test(words) ? { unread: true } : {};
  const shorter = lengthBy(SHORTER, words);
  const longer = lengthBy(LONGER, words);
  const atLeast = NOT_COUNTED.test(words) ? shorter : COUNTS.test(words) ? longer : undefined;
  if (atLeast !== undefined) return { atLeast };
  const first = SAYS_LENGTH.exec(words);
  const seconds = (first && secondsOf(first)) ?? 60;
  const isRule = NOT_COUNTED.test(words) || COUNTS.test(words) || shorter !== undefined;
  return isRule && seconds > 60 ? { unread: true } : {};
}

/** What the clauses of a text say of how long the service must be down to count. */
export function downLengths(sources: readonly FactSource[]): DownLengths {
  const atLeast: DownLength[] = [];
  const intervals: DownLength[] = [];
  const unread: NonNullable<TermStep['clause']>[] = [];
  for (const source of sources)
    for (const { id, text } of source.clauses) {
      const stretches = sentences(text).map(({ start, end }) => text.slice(start, end).trim());
      for (const [index, words] of stretches.entries()) {
        const said = saidIn(plain(words), plain(stretches[index + 1] ?? ''));
        const clause = (): DownLength['clause'] => citation(source, id, words);
        if (said.atLeast !== undefined) atLeast.push({ seconds: said.atLeast, clause: clause() });
        if (said.interval !== undefined) intervals.push({ seconds: said.interval, clause: clause() });
        if (said.unread === true) unread.push(clause());
      }
    }
  return { atLeast, intervals, unread };
}
