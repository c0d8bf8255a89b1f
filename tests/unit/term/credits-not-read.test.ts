import { expect, test } from 'vitest';
import { whyNot } from './quantity/stated.ts';
import { september } from './service/straight-from-text.ts';

const PROMISE = '月度可用性不低于99.9%。';

test.each([
  '未达到承诺的，赠送两个月服务期。',
  '未达标的当月，客户少付半个月费用。',
  '可用性不达标的，服务期顺延十天。',
  '未达到承诺的，客户下月享八折。',
  'Where the commitment is missed, Customer gets a discount of some kind for one month.',
  'If the promise is not kept, the term is extended by two weeks.',
  'For every month below the promise one additional month is free.',
  'Customer is entitled to ten free days of service where the level is missed.',
])('a credit that nobody read is told with its words, and the text is not called silent: %s', (text) => {
  const { credit } = september([PROMISE, text], 600);
  expect(whyNot(credit)).toContain('没有从文中认出“赔偿档位”');
  expect(whyNot(credit)).toContain(text.slice(0, 12));
});

test.each([
  '客户可免费试用三十天。',
  '云岭每月发布可用性报告。',
  '新用户购买一年赠送两个月。',
  '备份保存三十天。',
  'A free trial of thirty days is given.',
  'Backups are retained for seven days.',
  'Customer is given thirty days of notice.',
  'Yunling monitors uptime every day.',
])('what is given for another reason is none: %s', (text) => {
  expect(whyNot(september([PROMISE, text], 600).credit)).toContain('协议没有写明“赔偿档位”');
});
