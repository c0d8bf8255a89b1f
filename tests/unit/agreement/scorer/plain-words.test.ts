import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

/** How sure a kind is of a clause in a short agreement of one's own: certain, possible, or not found. */
function sure(kind: string, text: string): string {
  const source = ['远岸托管服务合同', '', '1. 服务内容按附件执行。', `2. ${text}`].join('\n\n');
  const clauses = read(readText(source, 'utf-8')).documents[0]?.clauses ?? [];
  const tag = clauses.find((clause) => clause.text === text)?.tags.find((each) => each.kind === kind);
  return tag === undefined ? 'none' : (tag.certainty ?? 'certain');
}

describe('plain Chinese words are as certain as the English ones', () => {
  test.each([
    ['auto-renewal', '期满自动续展一年。'],
    ['auto-renewal', '本协议有效期一年，期满自动续展一年，次数不限。'],
    ['auto-renewal', '服务期限届满，客户未提出异议的，本合同自动顺延一年。'],
    ['auto-renewal', '合同到期前30日双方均未书面提出终止的，自动续约一年。'],
    ['liquidated-damages', '逾期按日万分之五支付违约金。'],
    ['liquidated-damages', '客户应在收到账单后15日内付款。逾期付款的，按日加收0.5‰的违约金。'],
    ['liquidated-damages', '客户逾期付款的，每逾期一日，应按逾期金额的0.05%支付违约金。'],
  ])('%s: %s', (kind, text) => {
    expect(sure(kind, text)).toBe('certain');
  });

  test.each([
    ['auto-renewal', '期满不自动续展，须另行签订合同。'],
    ['auto-renewal', '期满前客户可以关闭自动续期。'],
    ['auto-renewal', '因不可抗力延误的，履行期限自动延长。'],
    ['liquidated-damages', '客户应在收到账单后15日内付款。'],
  ])('what only speaks of it is not: %s, %s', (kind, text) => {
    expect(sure(kind, text)).not.toBe('certain');
  });
});
