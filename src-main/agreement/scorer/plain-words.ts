import { plain } from '../meaning/sentences.ts';
import type { ClauseTag, TagKind } from '../model.ts';

/**
 * Words so plain that nothing learnt makes a doubt of what a rule found in them. Short clauses of one's own agreements say them; those that
 * were learnt from are long, and hardly one of them says so.
 */
const PLAIN: ReadonlyMap<TagKind, RegExp> = new Map([
  [
    'auto-renewal',
    /(?:期满|届满|到期|期限结束)[^。；;]{0,60}?(?<!不|不再|不会|不予|未|关闭|取消|停止|终止)自动(?:续展|续期|续约|续签|续订|续租|顺延|延续|延长|展期)/u,
  ],
  [
    'liquidated-damages',
    /(?:逾期|迟延|延迟|拖欠|欠费)[^。；;]{0,40}?(?:按日|每日|每天|每逾期(?:一|1)?[日天])[^。；;]{0,40}?(?:[万千百]分之|‰|%|％)[^。；;]{0,30}?违约金/u,
  ],
]);

/** Whether a rule's finding stands in words that say it and nothing else. */
export const isPlainlySaid = ({ kind, title }: Pick<ClauseTag, 'kind' | 'title'>, text: string): boolean =>
  title !== true && PLAIN.get(kind)?.test(plain(text)) === true;
