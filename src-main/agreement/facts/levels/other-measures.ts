import type { Fact } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain } from '../../meaning/sentences.ts';

/** Words of availability: what stands beside them, or right beneath them, is measured by it. */
const AVAILABILITY =
  /可用|可靠|在线率|连通率|接通率|正常运行|不中断|SLA|服务等级|服务水平|availab|up\s?time|\bup\b|reachable|online|service\slevels?/iu;
/** What else is measured in percent: how fast or how well something is done, and not how long the service is up. */
const ELSE =
  /工单|响应|答复|回复|处理|解决|恢复|修复|备份|满意|准确|成功|及时|按时|投诉|时延|延迟|丢包|投递|到达|完成|合格|接听|\b(?:tickets?|respon\w+|repl(?:y|ies)|answer\w*|resol\w+|restor\w+|solved|contact|backups?|satisf\w+|accura\w+|success\w*|on[\s-]time|complaints?|latency|packets?|deliver\w+|complet\w+|calls?|errors?|durability)\b/iu;

/** The headings above a clause and its own, the nearest first. */
function headingsOf(id: string, clauses: ReadonlyMap<string, Clause>): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (let at = clauses.get(id); at && !seen.has(at.id); at = clauses.get(at.parent ?? '')) {
    seen.add(at.id);
    const own = at.id === id ? (at.heading ?? '') : (at.heading ?? at.text);
    if (own !== '') found.push(own);
  }
  return found;
}

/**
 * The facts without bare figures (`Gold: at least 99 %`) that stand right beneath a heading of something else that is measured, however far above a
 * heading speaks of availability: they promise none.
 */
export function withoutOtherMeasures(
  facts: readonly Fact[],
  sources: readonly { readonly clause: Clause }[],
): readonly Fact[] {
  if (!facts.some(({ kind }) => kind === 'availability')) return facts;
  const clauses = new Map(sources.map(({ clause }) => [clause.id, clause]));
  return facts.filter(({ kind, clause, quote, value }) => {
    if (kind !== 'availability' || typeof value !== 'object' || AVAILABILITY.test(plain(quote))) return true;
    if (OF_ELSE_BEHIND.test(plain(quote))) return false;
    const [nearest = ''] = headingsOf(clause, clauses);
    return !ELSE.test(nearest) || AVAILABILITY.test(nearest);
  });
}

/** A share of things that are done: `99% of tickets`. */
const OF_ELSE_BEHIND =
  /(?:%|per\s?cent)\sof\s(?:all\s|the\s)?(?:\w+\s)?(?:tickets|requests\sfor\ssupport|calls|incidents|cases|backups|deliveries|complaints)\b|(?:%|百分之\S{1,6})的?(?:工单|来电|备份|投诉|报修)/iu;
