import { describe, expect, test } from 'vitest';
import { onlyCompany, onlyEnglishCompany, readProvider } from '../../../../src-main/agreement/parties/provider.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const named = (title: string, ...clauses: readonly string[]): string | undefined =>
  read(readText([title, '', ...clauses].join('\n\n'), 'utf-8')).documents[0]?.provider;

type Row = readonly [why: string, title: string, clauses: readonly string[], provider: string | undefined];

describe('a company by the legal form of its country', () => {
  test.each<Row>([
    ['Oy', 'Partner Agreement', ['Havnbro Systems Oy (“Havnbro”) makes software for ships.'], 'Havnbro Systems Oy'],
    ['S.L.', 'Conditions', ['Roble & Pino, S.L. (hereinafter the “Carrier”) carries the goods.'], 'Roble & Pino, S.L.'],
    ['AS', 'Subscriber Agreement', ['between Fjordsign AS (the “CA”) and the Subscriber.'], 'Fjordsign AS'],
    [
      'in capitals',
      'MERCHANT AGREEMENT',
      ['THIS AGREEMENT is made between QUAYPAY SERVICES PTE. LTD. (the “ACQUIRER”) and the MERCHANT.'],
      'QUAYPAY SERVICES PTE. LTD.',
    ],
    [
      'AS in capitals is a word',
      'Terms of Service',
      [
        'QUAYSIDE PROVIDES THE SERVICES AS IS.',
        'Quayside may change these Terms.',
        'Quayside is not liable.',
        'You pay Quayside.',
      ],
      'Quayside',
    ],
    [
      'Latin words in Chinese',
      '证书协议',
      ['“机构”指签发证书的认证机构，即Halvor Trust有限公司（Halvor）。'],
      'Halvor Trust有限公司',
    ],
  ])('%s', (_why, title, clauses, provider) => {
    expect(named(title, ...clauses)).toBe(provider);
  });
});

describe('which of two named companies provides', () => {
  test.each<Row>([
    [
      'the one that is asked to',
      '短信采购合同',
      [
        '委托方：东港物业服务有限公司（以下简称“甲方”）',
        '受托方：星桥通信技术有限公司（以下简称“乙方”）',
        '1. 乙方向甲方提供短信服务，甲方按月支付费用。',
      ],
      '星桥通信技术有限公司',
    ],
    [
      'the one that is not the owner of the goods',
      '仓储合同',
      ['甲方（货主）：东港家居用品有限公司', '乙方（承运及仓储方）：星桥供应链有限公司', '1. 双方立约如下。'],
      '星桥供应链有限公司',
    ],
    [
      'the one behind a word for its side',
      'Carriage Terms',
      [
        '1-1 “Carrier” is Havnbro Logistics Oy; “Shipper” is whoever books.',
        '1-2 Shipper pays.',
        '1-3 Shipper will pack.',
      ],
      'Havnbro Logistics Oy',
    ],
    [
      'never the side that a text only defines',
      'Conditions of Carriage',
      [
        '1. “Principal” shall mean the party giving the order.',
        '2. The goods of the Principal are carried as they are.',
        '3. Principal may inspect. Principal shall pay. Principal will insure.',
      ],
      undefined,
    ],
  ])('%s', (_why, title, clauses, provider) => {
    expect(named(title, ...clauses)).toBe(provider);
  });
});

describe('the name alone', () => {
  const COMPANY = '星桥科技有限公司';

  test.each([
    [`Copyright (c) 2024 All Rights Reserved. ${COMPANY}`, COMPANY],
    [`© 2024 all rights reserved. ${COMPANY}`, COMPANY],
    [`copyright © 2024 ${COMPANY}`, COMPANY],
    [`Copyright 2024 St. Halvor ${COMPANY}`, `St. Halvor ${COMPANY}`],
    [`本网站由Oakline Online. ${COMPANY}运营。`, COMPANY],
    ['This site is provided by us. All Rights Reserved. Oakline Labs Ltd', 'Oakline Labs Ltd'],
    ['PROVIDED BY US. ALL RIGHTS RESERVED. OAKLINE LABS LTD', 'OAKLINE LABS LTD'],
    ['It is operated under Terms of Use. Oakline Labs Ltd', 'Oakline Labs Ltd'],
    ['It is provided by Oakline Sdn. Bhd.', 'Oakline Sdn. Bhd.'],
  ])('without the sentence before it: %s', (text, provider) => {
    expect(readProvider([text])?.name ?? onlyEnglishCompany([text])).toBe(provider);
  });

  test.each([
    ['我们（东港松屿存储技术(大连)有限公司）将调整服务。', '东港松屿存储技术(大连)有限公司'],
    ['本公司（东港松屿存储有限公司）将调整服务。', '东港松屿存储有限公司'],
    ['我们东港松屿存储有限公司将调整服务。', '东港松屿存储有限公司'],
    ['松屿网盘(东港松屿存储有限公司)将调整服务。', '东港松屿存储有限公司'],
    ['东港松屿存储（大连）有限公司将调整服务。', '东港松屿存储（大连）有限公司'],
    ['松屿(东港)存储(大连)有限公司将调整服务。', '松屿(东港)存储(大连)有限公司'],
    ['We (Quayside Storage (Oslo) Ltd) will change the plans.', 'Quayside Storage (Oslo) Ltd'],
    ['We (Quayside Storage Ltd) will change the plans.', 'Quayside Storage Ltd'],
    ['The plans are of Quayside (Oslo) Storage Ltd alone.', 'Quayside (Oslo) Storage Ltd'],
    ['The plans are of Quayside Storage (Oslo) Ltd alone.', 'Quayside Storage (Oslo) Ltd'],
  ])('without a bracket of the sentence before it: %s', (text, provider) => {
    expect(onlyCompany([text]) ?? onlyEnglishCompany([text])).toBe(provider);
    expect(named('Notice', text, text)).toBe(provider);
  });

  test('of the only company of a text', () => {
    expect(onlyCompany([`Terms Of Use. ${COMPANY}`])).toBe(COMPANY);
  });

  test.each<Row>([
    [
      'whose definition says it again',
      'Terms of Service',
      [
        '“Oakline” means the Oakline entity that signed the order form.',
        'Oakline may change the service. Oakline is not liable.',
        'Customer pays Oakline. Oakline will invoice Customer.',
      ],
      'Oakline',
    ],
    [
      'but no role whose definition does not',
      'Terms of Order',
      [
        '“Principal” means the entity that signed the order form.',
        'Principal may change the order. Principal is not liable.',
        'Everybody pays Principal. Principal will invoice.',
      ],
      undefined,
    ],
    [
      'nor one whose definition only says it of another',
      'Terms of Order',
      [
        '“Principal” means the entity that gives an order; the Principal gives it in writing.',
        'Principal may change the order. Principal is not liable.',
        'Everybody pays Principal. Principal will invoice.',
      ],
      undefined,
    ],
  ])('%s', (_why, title, clauses, provider) => {
    expect(named(title, ...clauses)).toBe(provider);
  });
});

describe('a brand', () => {
  test.each<Row>([
    [
      'of the company in brackets behind it',
      '域名服务条款',
      ['第1条 燕栖域名（东港燕栖信息技术有限公司旗下品牌）为您提供注册服务。'],
      '东港燕栖信息技术有限公司',
    ],
    [
      'beside the kind of paper in the title',
      'Skerrick Broadband: Residential Plan Conditions',
      ['1. We bring a line to your home.', '2. You pay us each month.'],
      'Skerrick Broadband',
    ],
    [
      'behind a dash',
      'Terms for Courses — Loomwell Academy',
      ['You enrol online.', 'We return the fee.'],
      'Loomwell Academy',
    ],
    [
      'before what a notice is about',
      '欠费停服时间调整',
      ['为避免账单过高，星桥云内容分发网络 CDN 将缩短保留时间。', '账户欠费的，请及时充值。'],
      '星桥云',
    ],
    [
      'never the first word of a title that names a thing',
      'User Rights Protection Terms',
      ['1. A user may complain.', '2. Users of the shop are heard.', '3. The User Rights are kept.', '4. A User pays.'],
      undefined,
    ],
  ])('%s', (_why, title, clauses, provider) => {
    expect(named(title, ...clauses)).toBe(provider);
  });
});
