import { describe, expect, test } from 'vitest';
import { selfName } from '../../../../src-main/agreement/documents/self-name.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

describe('the name that a text gives itself', () => {
  test.each([
    ['为使用星桥云短信，您应当阅读并遵守《星桥云短信服务协议》（以下简称“本协议”）。', '星桥云短信服务协议'],
    ['请您阅读《星桥云服务协议》（以下简称:本协议）。', '星桥云服务协议'],
    ['您应当遵守《星桥云服务等级协议》（下称“本SLA”）。', '星桥云服务等级协议'],
    ['星桥云点播服务级别协议（简称 SLA）规定了服务的指标。', '星桥云点播服务级别协议'],
    ['This Cloud Storage Service Level Agreement (“SLA”) governs the use.', 'Cloud Storage Service Level Agreement'],
    ['You accept these Website Terms of Use (the “Terms”).', 'Website Terms of Use'],
  ])('%s', (opening, name) => {
    expect(selfName([opening])).toBe(name);
  });

  test.each([
    '本协议规定了双方的权利。',
    '您同意《数据处理附件》（以下简称“附件”）。',
    '双方签订的协议规定了费用。',
    'The Customer (“you”) accepts the Agreement.',
    'This is between you and us (“the parties”).',
  ])('none: %s', (opening) => {
    expect(selfName([opening])).toBeUndefined();
  });

  test('names a text that begins with a welcome, and tells its kind; a title of its own goes before', () => {
    const text = '您应当遵守《星桥云服务等级协议》（以下简称“本协议”）。\n\n1. 可用性不低于99.9%。\n';
    const document = (head: string) => read(readText(`${head}\n\n${text}`, 'utf-8')).documents[0];
    expect(document('欢迎使用星桥云！')).toMatchObject({ title: '星桥云服务等级协议', kind: 'sla' });
    expect(document('星桥云存储服务条款')).toMatchObject({ title: '星桥云存储服务条款', kind: 'terms' });
  });

  test('terms for whoever uses something are terms, also where they call themselves an agreement', () => {
    const kind = (title: string) => read(readText(`${title}\n\n1. 您应当付款。\n`, 'utf-8')).documents[0]?.kind;
    expect(['星桥用户协议', '星桥账号注销协议', '星桥服务协议'].map(kind)).toEqual([
      'terms',
      'terms',
      'service-agreement',
    ]);
  });
});
