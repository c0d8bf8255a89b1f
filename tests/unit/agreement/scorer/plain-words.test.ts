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
    ['auto-renewal', '本合同期限一年，期满后自动续约一年。'],
    ['auto-renewal', '本协议到期后如双方无异议自动顺延两年。'],
    ['auto-renewal', '期满自动续展一年不限次数。'],
    ['auto-renewal', '服务期届满前30日任何一方未书面通知不续的，本协议将按原条件自动延长一年。'],
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
    ['auto-renewal', '协议期限两年，到期后是否自动续期由双方另行商定。'],
    ['auto-renewal', '协议期限届满前，任一方可以拒绝自动续约。'],
    ['auto-renewal', '期满后，本合同不得自动续展。'],
    ['auto-renewal', '期满后客户无法自动续订，须重新下单。'],
    ['auto-renewal', '到期如需自动续费，客户应在控制台开通；如需自动续期，另行申请。'],
    ['auto-renewal', '期满，自动续约须经双方书面同意。'],
    ['liquidated-damages', '客户应在收到账单后15日内付款。'],
  ])('what only speaks of it is not: %s, %s', (kind, text) => {
    expect(sure(kind, text)).not.toBe('certain');
  });
});
