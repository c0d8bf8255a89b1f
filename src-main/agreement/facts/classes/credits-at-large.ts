import type { Base } from '../../fact.ts';
import { sentences } from '../../meaning/sentences.ts';
import { creditBaseIn } from '../../quantity/credit-base.ts';
import type { StructuredDocument } from '../../structure/structured.ts';

/** A document that gives its credits as vouchers says so once, not in every line of its table. */
const IN_VOUCHERS =
  /(?:赔偿|补偿|赔付)[^。；]{0,24}?(?:以|通过)[^。；]{0,6}?代金券|(?:以|通过)代金券(?:的)?(?:形式|方式)|(?:以|用|按)代金券(?:予以|进行)?(?:补偿|赔偿|赔付|给付|发放|兑付)(?!的)|credits?[^.;]{0,40}\b(?:as|in\sthe\sform\sof)\s(?:a\s)?vouchers?/iu;

/** The words that say so, or none. */
export const voucherWords = ({ clauses }: StructuredDocument): string =>
  clauses.map(({ text }) => IN_VOUCHERS.exec(text)?.[0]).find((words) => words !== undefined) ?? '';

/** Words of what is given back where a level is not kept. */
export const CREDIT = /赔偿|补偿|赔付|返还|减免|代金券|\bcredits?\b|compensat|refund/iu;
const DEFINES =
  /月度服务费用?["”」]?\s*(?:：|:|是?指)|monthly\s(?:service\s)?(?:fees?|charges?)["”]?\s(?:means?|is\sthe)/iu;
const CAPS = /不(?:得|会|应)?超过|上限|为限|最高|至多|exceed|maximum|capped|at most/iu;

/**
 * What the credits of a document are a share of, where it says so once for all of them: in its own sentences about credits or where
 * it defines the month's fee, all of them alike; else in those that cap them. Otherwise it is not said, and nothing is taken for
 * granted.
 */
export function baseOfCredits({ clauses, tables }: StructuredDocument): Base {
  const told = clauses.flatMap(({ text }) => sentences(text).map(({ start, end }) => text.slice(start, end)));
  const heads = tables.flatMap(({ header }) => header);
  const about = told.filter((words) => CREDIT.test(words) || DEFINES.test(words));
  for (const places of [[...about.filter((words) => !CAPS.test(words)), ...heads], about]) {
    const [only, other] = new Set(places.flatMap((words) => creditBaseIn(words) ?? []));
    if (only !== undefined) return other === undefined ? only : { words: '' };
  }
  return { words: '' };
}
