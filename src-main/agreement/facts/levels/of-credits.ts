import type { StructuredDocument } from '../../structure/structured.ts';
import { CREDIT } from '../classes/credits-at-large.ts';
import type { Place } from '../place.ts';

export const SERVICE_LEVEL =
  /SLA|service level|uptime|availab|service credit|可用性|可用率|可用度|服务等级|服务水平|在线率|compensation (?:standard|scheme|plan)|赔偿标准/iu;

/** Whether a table of levels is one of credits: the shares of commissions, of complaints or of refunds for cancelling are others. */
export function speaksOfCredits(
  { header, rows }: Pick<StructuredDocument['tables'][number], 'header' | 'rows'>,
  { headings, behindPromise, serviceLevel }: Place,
  title: string,
): boolean {
  if (serviceLevel || behindPromise) return true;
  const words = [title, headings, ...header, ...rows.flat()].join(' ');
  return CREDIT.test(words) || SERVICE_LEVEL.test(words);
}
