import { expect, test } from 'vitest';
import type { TagKind } from '../../../../src-main/agreement/model.ts';
import { OBJECTION_CHECKLIST, type ObjectionItem, statesStep } from '../../../../src-main/term/notice/notice-states.ts';

const rests = (id: ObjectionItem['id'], kinds: readonly TagKind[], text: string): boolean =>
  statesStep(OBJECTION_CHECKLIST.find((item) => item.id === id)?.grounds ?? [], kinds, text);

test.each([
  ['confirm-in-writing', ['notice-delivery'], '机房例行检修的，港务方提前两日在公告栏通知客户。', false],
  ['confirm-in-writing', ['notice-delivery'], '客户应留下有效的电话和邮箱。', false],
  ['confirm-in-writing', ['notice-delivery'], '任何一方向对方发出的通知应为书面形式。', true],
  ['migrate-and-back-up', ['data-backup'], '客户不得扫描或攻击他人的备份系统。', false],
  ['migrate-and-back-up', ['data-backup'], '客户应自行备份存放的数据。', true],
  ['export-records', ['invoice'], 'The fee is payable within 20 days of receipt of the invoice.', false],
  ['export-records', ['invoice'], 'Late amounts bear interest from the due date of the invoice.', false],
  ['export-records', ['invoice'], 'Charges are due 20 days after the invoice date.', false],
  ['export-records', ['invoice'], '客户应在收到发票之日起二十日内付款。', false],
  ['export-records', ['invoice'], '客户应在服务商开具发票后二十日内付款。', false],
  ['export-records', ['invoice'], 'The Provider issues an invoice at the end of each month.', true],
  ['export-records', ['invoice'], 'Invoices are issued monthly and sent to the registered address.', true],
  ['export-records', ['invoice'], '服务商按月向客户开具增值税发票。', true],
  ['export-records', ['invoice'], '发票由服务商在付款后开具。', true],
  ['export-records', ['compliance'], '客户不得传播违法的内容。', false],
  ['export-records', [], '客户应当留存访问日志不少于六个月。', true],
] as const)('%s with %j: %s', (id, kinds, text, stated) => {
  expect(rests(id, kinds, text)).toBe(stated);
});
