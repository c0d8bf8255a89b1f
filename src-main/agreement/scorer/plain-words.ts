import { plain } from '../meaning/sentences.ts';
import type { ClauseTag, TagKind } from '../model.ts';

/** Who wishes for something, or asks whether it is so, does not say that it is. */
const NOT_SAID =
  '需|希望|选择|要求|申请|可以?约定|开通|开启|设置|不得|不再|不会|并不|未|是否|禁止|拒绝|无法|不能|不可|取消|关闭';
/** What is renewed, or by whom, right before `自动`: other words there (`拒绝`, `是否`) may say anything. */
const RENEWED = [
  '(?:(?:如|若)?(?:双方|任何一方)?(?:均|如|若)?(?:无|没有|未提出|未提)异议的?)?',
  '(?:(?:即|将|应)?视为(?:双方)?(?:同意)?)?',
  '(?:则|且)?(?:本|该|此)?(?:(?:合同|协议|服务|订单|订阅|租赁|授权|许可|套餐)(?:的?(?:有效期|期限|期))?|有效期|期限|租期|系统|平台|服务商|双方)?',
  '(?:则|即|将|应|会)*(?:(?:按|以|依)[^，,。；;不拒否可]{1,12})?(?:逐年|每年|每次)?',
].join('');
/** What stands behind, and makes no statement of it: `自动续期可以关闭`, `自动续约须另行商定`. */
const BUT = '(?![^，,。；;]{0,8}(?:功能|条款|与否|可以?|须|需|由|另行|除外|不(?!限)|停止|终止|取消|关闭|失效|解除))';
const END = '(?:期满|届满|到期|期限结束)';

/**
 * Words so plain that nothing learnt makes a doubt of what a rule found in them. Short clauses of one's own agreements say them; those that
 * were learnt from are long, and hardly one of them says so.
 */
const PLAIN: ReadonlyMap<TagKind, RegExp> = new Map([
  [
    'auto-renewal',
    new RegExp(
      `(?<!(?:${NOT_SAID})[^，,。；;]{0,12})${END}(?:之?后|时|之日|当日)?(?:[^。；;]{0,60}?[，,])?${RENEWED}自动(?:续展|续期|续约|续签|续订|续租|顺延|延续|延长|展期)${BUT}`,
      'u',
    ),
  ],
  [
    'liquidated-damages',
    /(?:逾期|迟延|延迟|拖欠|欠费)[^。；;]{0,40}?(?<!不|不再|无需|不会|是否|免于)(?:按日|每日|每天|每逾期(?:一|1)?[日天])[^。；;]{0,40}?(?:[万千百]分之|‰|%|％)[^。；;]{0,30}?违约金/u,
  ],
]);

/** Whether a rule's finding stands in words that say it and nothing else. */
export const isPlainlySaid = ({ kind, title }: Pick<ClauseTag, 'kind' | 'title'>, text: string): boolean =>
  title !== true && PLAIN.get(kind)?.test(plain(text)) === true;
