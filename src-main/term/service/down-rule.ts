import { sentence } from '../../agreement/sentence.ts';
import type { Missing, TermStep } from '../answer.ts';
import { citation, type FactSource, quoted, sourcesStating } from '../basis.ts';
import { downLengths, type DownLength } from './down/down-lengths.ts';

/** What the document that promises availability calls down, beside how a minute counts. */
export interface DownRule {
  /** Only what all instances have in common is down. */
  readonly all?: TermStep;
  /** Minutes of one interval, where it counts by intervals. */
  readonly interval?: { readonly minutes: number; readonly step: TermStep };
  /** Seconds that an outage must last to count. */
  readonly atLeast?: { readonly seconds: number; readonly step: TermStep };
  /** Minutes of every month, however long it is. */
  readonly fixedMonth?: { readonly minutes: number; readonly step: TermStep };
  /** Only what is down in the hours of the service counts. */
  readonly hours?: TermStep;
  /** Sentences that say how long something lasts to be down and that nobody read, or that say it differently. */
  readonly unread?: { readonly missing: Missing; readonly step: TermStep };
  /** It measures the share of requests that failed, which no log of outages tells. */
  readonly errors?: TermStep;
}

const FAILS = /失败|未成功|不成功|未能|无法|不可用|中断|\bfail(?:s|ed|ure)?\b|unsuccessful|unavailab|unable/iu;
const MINUTES = /分钟|minute/iu;
const ALL =
  /(?:所有|全部|全体)[^，,。；;]{0,30}?(?:实例|节点|资源|边界路由器)|(?:每个|各)(?:网络)?实例[^，。；]{0,12}均|\b(?:all|every)\b[^.;]{0,40}\binstances?\b/iu;
/** What is done with each instance by itself, or to all of them, is not what all of them are. */
const BY_ITSELF = '分别|独立|单独|计算|统计|记录|监控|备份|快照|写入|日志|告警|通知';
const BY_ITSELF_EN =
  '(?:monitor|measur|count|calculat|record|report|check|watch|log)\\w*|for|against|separately|independently|individually';
const FAILING = [
  `(?:处于|出现|发生|为)?(?:不可用|无法(?!(?:被|再)?(?:${BY_ITSELF}))|中断|失败|故障(?!率|自动|转移|迁移|恢复|隔离)|宕机`,
  '|停止(?=服务|运行|工作|响应|提供|[，。；的时]|$))(?!的?(?:概率|可能|几率|风险))',
].join('');
const FAILING_EN = '\\b(?:unavailable|down|unreachable|fail(?:s|ed)?|offline)\\b';
const TOGETHER_EN = '\\b(?:at\\sthe\\ssame\\stime|simultaneously|together(?!\\swith)|concurrently|at\\sonce)\\b';
const ALL_OF_THEM_EN = `\\b(?:all|every)\\b[^.;,]{0,40}\\b(?:instances?|nodes?|replicas?)\\b(?:(?!\\b(?:${BY_ITSELF_EN})\\b)[^.;,]){0,40}?`;
/** An outage is one only while all of them are down, whether or not it is counted in minutes: `all instances … at the same time`. */
const ALL_TOGETHER = new RegExp(
  [
    `(?:所有|全部|全体|每个|各)[^，,。；;]{0,30}?(?:实例|节点|副本)(?:(?!${BY_ITSELF})[^，。；]){0,16}?(?:同时|均|都|一并|全部)${FAILING}`,
    `(?:仅当|只有|仅在)[^，。；]{0,12}?(?:所有|全部|全体)[^，。；]{0,16}?(?:实例|节点|副本)(?:(?!${BY_ITSELF})[^，。；]){0,12}?${FAILING}`,
    `${ALL_OF_THEM_EN}${FAILING_EN}[^.;,]{0,12}${TOGETHER_EN}`,
    `${ALL_OF_THEM_EN}${TOGETHER_EN}[^.;,]{0,20}${FAILING_EN}`,
    `\\bonly\\s(?:when|if|while)\\s${ALL_OF_THEM_EN}${FAILING_EN}`,
  ].join('|'),
  'iu',
);
/** Minutes that count for each instance alone are none that all of them have in common. */
const NOT_EACH_ALONE =
  /^(?!.*(?:每个?|各)[^，。；]{0,12}(?:分别|独立|单独)[^，。；]{0,4}(?:计算|统计|记录|监控|计量)[^，。；]{0,6}(?:不可用|故障|中断))/su;
const FIXED_MONTH =
  /(?:每个?月|服务周期|统计周期|当月)[^。；]{0,20}?(?:按|以|为)\s*(?:30|三十)\s*[天日]|(?:按|以)(?:每月)?\s*(?:30|三十)\s*[天日](?:\/月)?计|43[,，]?200\s*(?:分钟|minutes)|(?:30|thirty)[- ]day month/iu;
const HOURS =
  /(?:仅|只)(?:统计|计算|计|考核|测量)[^。；]{0,24}?\d{1,2}\s?(?:[:：]\s?\d{2}|[点时])[^。；]{0,30}?(?:可用|不可用)|(?:服务|运营|业务|工作|营业|支持)(?:时间|时段)(?:之)?(?:内|以内|中)(?!容)[^。；]{0,30}?(?:可用|不可用|中断|统计|计算|计入|分钟)|(?:可用性|可用率|不可用(?:时间|分钟)|服务周期|总分钟)[^。；]{0,30}?(?:仅|只|均|以|按|指)[^。；]{0,12}?(?:服务|运营|业务|工作|营业|支持)(?:时间|时段)|非(?:服务|工作|运营|营业)(?:时间|时段)[^。；]{0,24}?(?:不计|不算|不纳入|除外)|(?:服务|运营|工作|营业)(?:时间|时段)(?:以外|之外|外)[^。；]{0,24}?(?:不计|不算|不纳入|除外)|\b(?:during|within|in|only)\s(?:the\s)?(?:service|support|business|operating|working)\shours\b|\boutside\s(?:of\s)?(?:the\s)?(?:service|support|business|operating|working)\shours\b[^.;]{0,40}\b(?:not|exclud)/iu;
/** Time of service that is given for an outage is none that is measured. */
const NOT_GIVEN = /^(?!.*(?:补偿|赔偿|延长|赠送|顺延)[^，。；]{0,8}服务时[间段])/su;
const OF_LEVEL = /可用|中断|故障分钟|服务周期|availab|uptime|downtime|unavailab/iu;
const ERRORS =
  /错误率|失败请求(?:数|的)|请求失败率|(?:无效|错误|失败)请求(?:总)?数?\s*[÷/／]|error rate|failed requests?\s*(?:divided|\/|÷)|percentage of (?:errors|failed)/iu;

const sentences = (text: string): readonly string[] => text.match(/[^。；;\n]+[。；;]?/gu) ?? [];

interface Found {
  readonly match: RegExpExecArray;
  readonly clause: NonNullable<TermStep['clause']>;
}

function find(sources: readonly FactSource[], pattern: RegExp, ...also: readonly RegExp[]): Found | undefined {
  for (const source of sources) {
    const found = findIn(source, pattern, also);
    if (found) return found;
  }
  return undefined;
}

function findIn(source: FactSource, pattern: RegExp, also: readonly RegExp[]): Found | undefined {
  for (const { id, text } of source.clauses) {
    for (const each of sentences(text)) {
      const match = pattern.exec(each);
      if (match && also.every((other) => other.test(each))) {
        return { match, clause: citation(source, id, each.trim()) };
      }
    }
  }
  return undefined;
}

const intervalOf = ({ seconds, clause }: DownLength): NonNullable<DownRule['interval']> => {
  const minutes = seconds / 60;
  return { minutes, step: { text: sentence('term.down-rule.interval', { minutes }), clause } };
};

function atLeastOf({ seconds, clause }: DownLength): NonNullable<DownRule['atLeast']> {
  const whole = Math.floor(seconds);
  const text =
    whole % 60 !== 0
      ? sentence('term.down-rule.at-least-seconds', { seconds: whole })
      : whole === seconds
        ? sentence('term.down-rule.at-least', { minutes: whole / 60 })
        : sentence('term.down-rule.more-than', { minutes: whole / 60 });
  return { seconds, step: { text, clause } };
}

const allAlike = (lengths: readonly DownLength[]): boolean => new Set(lengths.map(({ seconds }) => seconds)).size < 2;

/** The one length that an outage must have, or the one interval; words that say one and were not read leave open what is down. */
function lengthsOf(promisers: readonly FactSource[]): Pick<DownRule, 'unread'> & {
  readonly interval?: DownLength;
  readonly atLeast?: DownLength;
} {
  const { atLeast, intervals, unread } = downLengths(promisers);
  const open = [
    ...unread,
    ...[atLeast, intervals].flatMap((each) => (allAlike(each) ? [] : each.map((one) => one.clause))),
  ];
  const [first] = open;
  const [least] = atLeast;
  const [interval] = intervals;
  if (first) {
    const quotes = [...new Set(open.flatMap(({ quote }) => (quote === undefined ? [] : [quoted(quote)])))];
    const text = sentence('term.down-rule.length-unread', { quotes });
    return { unread: { missing: { what: 'fact', name: 'down-rule', text }, step: { text, clause: first } } };
  }
  return { ...(least ? { atLeast: least } : {}), ...(interval ? { interval } : {}) };
}

/** What the document that promises availability (or the credit) calls down, each with its words. */
export function downRule(sources: readonly FactSource[]): DownRule {
  const promising = sourcesStating(sources, 'availability');
  const promisers = promising.length > 0 ? promising : sourcesStating(sources, 'credit-tier');
  const all = find(promisers, ALL, FAILS, MINUTES, NOT_EACH_ALONE) ?? find(promisers, ALL_TOGETHER, NOT_EACH_ALONE);
  const { interval, atLeast, ...open } = lengthsOf(promisers);
  const month = find(promisers, FIXED_MONTH);
  const errors = find(promisers, ERRORS);
  const hours = find(promisers, HOURS, OF_LEVEL, NOT_GIVEN);
  return {
    ...(all ? { all: { text: sentence('term.down-rule.all'), clause: all.clause } } : {}),
    ...(interval && !atLeast ? { interval: intervalOf(interval) } : {}),
    ...(atLeast ? { atLeast: atLeastOf(atLeast) } : {}),
    ...open,
    ...(month
      ? {
          fixedMonth: {
            minutes: 43_200,
            step: { text: sentence('term.down-rule.fixed-month', { minutes: 43_200 }), clause: month.clause },
          },
        }
      : {}),
    ...(hours ? { hours: { text: sentence('term.down-rule.hours'), clause: hours.clause } } : {}),
    ...(errors ? { errors: { text: sentence('term.down-rule.errors'), clause: errors.clause } } : {}),
  };
}
