import type { Phrase } from '../meaning/phrases.ts';
import type { TagKind } from '../model.ts';

/**
 * Sentences that only mention clauses: an invitation to read the liability clauses carefully, a list of the clauses that
 * survive. What they name by the way is not what they are about; only the kinds listed may still be read from them.
 */
export const MENTIONS: readonly {
  readonly why: string;
  readonly chinese: readonly Phrase[];
  readonly english: readonly Phrase[];
  readonly keeps: readonly TagKind[];
}[] = [
  {
    why: 'An invitation to read with care, or a word on how such clauses are marked.',
    chinese: [
      '(提示|提请|提醒|请|务必)…(特别|重点|审慎|仔细|认真|充分)?(注意|关注|阅读|留意|理解)…(条款|约定|内容)',
      '(条款|内容)…(加粗|粗体|下划线|黑体|加下划线)',
      '(加粗|粗体|下划线|黑体).{0,20}(提示|标识|显示|标注)',
      '(审慎阅读|认真阅读|仔细阅读)',
    ],
    english: [
      '(please|should|carefully|you are advised to) (carefully )?(read|review)…(carefully|section|terms|limitation|liability|provisions|agreement)',
      '(bold|capital letters|uppercase|underlined)…(attention|important|emphasi|conspicuous)',
    ],
    keeps: [],
  },
  {
    why: 'A list of clauses that survive.',
    chinese: [
      '(条款).{0,60}(不因|继续有效|仍然有效|继续存在|存续)',
      '(继续存在|继续有效|仍然有效|不因.{0,30}终止).{0,60}条款',
    ],
    english: [
      '(section|clause|provision|article|obligation|right)s?…surviv(e|es|al)',
      'surviv(e|es|al|ing)…(section|clause|provision|article|termination|expir)',
    ],
    keeps: ['survival'],
  },
  {
    why: 'A pointer to another text that governs.',
    chinese: ['(内容|条款|约定|信息|标准).{0,6}以.{0,30}(协议|合同|文本|条款).{0,6}为准'],
    english: ['(as|are) set (out|forth) in (your|the) (agreement|contract) that you (signed|accepted)'],
    keeps: ['general', 'sealed-prevails', 'fee'],
  },
  {
    why: 'Headings are for convenience.',
    chinese: ['(标题|索引|关键词).{0,30}(方便|便利|帮助|仅为|不影响)'],
    english: ['(headings?|captions?|titles)…(convenience|reference)'],
    keeps: ['general'],
  },
];
