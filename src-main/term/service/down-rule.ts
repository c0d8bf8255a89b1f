import { chineseNumeral } from '../../agreement/quantity/numerals.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { citation, type FactSource, sourcesStating } from '../basis.ts';

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
  /** It measures the share of requests that failed, which no log of outages tells. */
  readonly errors?: TermStep;
}

const FAILS = /失败|未成功|不成功|未能|无法|不可用|中断|\bfail(?:s|ed|ure)?\b|unsuccessful|unavailab|unable/iu;
const MINUTES = /分钟|minute/iu;
const ALL =
  /(?:所有|全部|全体)[^，,。；;]{0,30}?(?:实例|节点|资源|边界路由器)|(?:每个|各)(?:网络)?实例[^，。；]{0,12}均|\b(?:all|every)\b[^.;]{0,40}\binstances?\b/iu;
const NUMBER = '(\\d{1,3}|[一二三四五六七八九十]+|one|two|three|five|ten|fifteen|thirty)';
const INTERVAL = new RegExp(
  `${NUMBER}\\s*(?:个)?分钟(?:的|为)?(?:一个)?(?:时间|统计|计量|监控|采样)?(?:间隔|区间|时段|时间段|周期|粒度)|(?:每|任一|任意)(?:个)?(?:连续)?${NUMBER}\\s*分钟内|以${NUMBER}\\s*分钟为(?:一个)?(?:统计|计量|计算)?(?:单位|粒度|周期)|${NUMBER}[- ]minutes? (?:interval|period|window)`,
  'iu',
);
const AT_LEAST = new RegExp(
  `(?:连续|持续)${NUMBER}\\s*分钟(?:及|或)?以上|(?:连续|持续)?(?:超过|大于|达到?)${NUMBER}\\s*分钟(?:的)?[^。；]{0,12}(?:计入|视为|记为)|不足${NUMBER}\\s*分钟的?[^。；]{0,6}不(?:予)?计入?|(?:at least|more than|exceeding|longer than) ${NUMBER} (?:consecutive|continuous) minutes|${NUMBER} or more consecutive minutes`,
  'iu',
);
const FIXED_MONTH =
  /(?:每个?月|服务周期|统计周期|当月)[^。；]{0,20}?(?:按|以|为)\s*(?:30|三十)\s*[天日]|(?:按|以)(?:每月)?\s*(?:30|三十)\s*[天日](?:\/月)?计|43[,，]?200\s*(?:分钟|minutes)|(?:30|thirty)[- ]day month/iu;
const HOURS =
  /(?:仅|只)(?:统计|计算|计|考核|测量)[^。；]{0,24}?\d{1,2}\s?(?:[:：]\s?\d{2}|[点时])[^。；]{0,30}?(?:可用|不可用)|(?:服务|运营|业务|工作|营业|支持)(?:时间|时段)(?:之)?(?:内|以内|中)(?!容)[^。；]{0,30}?(?:可用|不可用|中断|统计|计算|计入|分钟)|(?:可用性|可用率|不可用(?:时间|分钟)|服务周期|总分钟)[^。；]{0,30}?(?:仅|只|均|以|按|指)[^。；]{0,12}?(?:服务|运营|业务|工作|营业|支持)(?:时间|时段)|非(?:服务|工作|运营|营业)(?:时间|时段)[^。；]{0,24}?(?:不计|不算|不纳入|除外)|(?:服务|运营|工作|营业)(?:时间|时段)(?:以外|之外|外)[^。；]{0,24}?(?:不计|不算|不纳入|除外)|\b(?:during|within|in|only)\s(?:the\s)?(?:service|support|business|operating|working)\shours\b|\boutside\s(?:of\s)?(?:the\s)?(?:service|support|business|operating|working)\shours\b[^.;]{0,40}\b(?:not|exclud)/iu;
const OF_LEVEL = /可用|中断|故障分钟|服务周期|availab|uptime|downtime|unavailab/iu;
const ERRORS =
  /错误率|失败请求(?:数|的)|请求失败率|(?:无效|错误|失败)请求(?:总)?数?\s*[÷/／]|error rate|failed requests?\s*(?:divided|\/|÷)|percentage of (?:errors|failed)/iu;

const ENGLISH: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  fifteen: 15,
  thirty: 30,
};

function numberIn(match: RegExpExecArray): number | undefined {
  const said = match.slice(1).find((each) => each !== undefined);
  if (said === undefined) return undefined;
  return /^\d+$/u.test(said) ? Number(said) : (ENGLISH[said.toLowerCase()] ?? chineseNumeral(said));
}

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

/** What the document that promises availability (or the credit) calls down, each with its words. */
export function downRule(sources: readonly FactSource[]): DownRule {
  const promising = sourcesStating(sources, 'availability');
  const promisers = promising.length > 0 ? promising : sourcesStating(sources, 'credit-tier');
  const all = find(promisers, ALL, FAILS, MINUTES);
  const interval = find(promisers, INTERVAL, FAILS);
  const atLeast = find(promisers, AT_LEAST, FAILS);
  const month = find(promisers, FIXED_MONTH);
  const errors = find(promisers, ERRORS);
  const hours = find(promisers, HOURS, OF_LEVEL);
  const minutes = interval && numberIn(interval.match);
  const least = atLeast && numberIn(atLeast.match);
  return {
    ...(all ? { all: { text: sentence('term.down-rule.all'), clause: all.clause } } : {}),
    ...(interval && minutes !== undefined && minutes > 1 && !atLeast
      ? {
          interval: {
            minutes,
            step: { text: sentence('term.down-rule.interval', { minutes }), clause: interval.clause },
          },
        }
      : {}),
    ...(atLeast && least !== undefined
      ? {
          atLeast: {
            seconds: least * 60,
            step: { text: sentence('term.down-rule.at-least', { minutes: least }), clause: atLeast.clause },
          },
        }
      : {}),
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
