import { describe, expect, test } from 'vitest';
import { type Burden, burdenOf } from '../../../../src-main/agreement/meaning/burdens.ts';
import type { TagKind } from '../../../../src-main/agreement/model.ts';
import { partiesOf } from '../../../../src-main/agreement/parties/parties.ts';
import { documentOf, tagsOf } from '../meaning.ts';

/** Whom a sentence burdens by what it says of a kind; undefined where it says nothing of it. */
function burdened(text: string, kind: TagKind): Burden | undefined {
  const tag = tagsOf(text).find((each) => each.kind === kind);
  return tag && burdenOf(tag, text, partiesOf(documentOf([text])));
}

describe('who is worse off by a clause', () => {
  test.each<[string, TagKind, Burden]>([
    ['服务商有权随时终止本协议。', 'termination', 'customer'],
    ['客户可随时解除本协议。', 'termination', 'provider'],
    ['任何一方可提前三十日通知解除本协议。', 'termination', 'both'],
    ['Provider shall indemnify Customer against claims of third parties.', 'indemnity', 'provider'],
    ['Customer shall indemnify Provider against claims of third parties.', 'indemnity', 'customer'],
    ['Each party shall indemnify the other against claims of third parties.', 'indemnity', 'both'],
    ['客户应投保财产保险。', 'insurance', 'customer'],
    ['服务商应投保责任保险。', 'insurance', 'provider'],
    ['本协议适用中华人民共和国法律。', 'governing-law', 'both'],
    ['双方的争议提交服务商所在地法院管辖。', 'jurisdiction', 'customer'],
    ['已付款项概不退还。', 'non-refundable', 'customer'],
    ['发生数据泄露的，服务商应于两日内告知客户。', 'breach-notification', 'provider'],
    ['双方均不对间接损失承担责任。', 'damages-exclusion', 'both'],
  ])('%s %s: %s', (text, kind, who) => {
    expect(burdened(text, kind)).toBe(who);
  });
});
