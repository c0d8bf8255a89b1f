import { expect, test } from 'vitest';
import { maybeSameProvider } from '../../../../src-main/agreement/parties/same-provider.ts';

const both = (one: string, other: string): readonly boolean[] => [
  maybeSameProvider(one, other),
  maybeSameProvider(other, one),
];

test.each([
  ['青禾云', '青禾云科技有限公司'],
  ['青禾云', '青禾云有限公司'],
  ['青禾云', '杭州青禾云网络科技有限公司'],
  ['青禾云', '青禾云（杭州）信息技术有限公司'],
  ['青禾云', '青禾云集团'],
  ['青禾云计算', '青禾云计算股份有限公司'],
  ['青禾云', '青禾云计算有限公司'],
  ['青禾云科技有限公司', '青禾云科技有限责任公司'],
  ['青禾云科技（杭州）有限公司', '青禾云科技(杭州)有限公司'],
  ['Greenfield Cloud', 'Greenfield Cloud Technology Co., Ltd.'],
  ['Greenfield Cloud', 'Greenfield Cloud, Inc.'],
  ['Greenfield Cloud Ltd', 'Greenfield Cloud Limited'],
  ['GreenField cloud', 'Greenfield Cloud'],
  ['Greenfield Cloud B.V.', 'Greenfield Cloud BV'],
  ['Greenfield', 'Hangzhou Greenfield Software Co Ltd'],
])('%s and %s may be one provider', (one, other) => expect(both(one, other)).toEqual([true, true]));

test.each([
  ['青禾云', '青禾云'],
  ['青禾云', '青禾农业有限公司'],
  ['青禾云', '蓝海云科技有限公司'],
  ['青禾', '青禾云科技有限公司'],
  ['青禾云', '新青禾云科技有限公司'],
  ['青禾云科技有限公司', '青禾云数据有限公司'],
  ['青禾云科技有限公司', '青禾云科技股份有限公司'],
  ['青禾云（北京）有限公司', '青禾云（杭州）有限公司'],
  ['青禾云科技有限公司', '青禾云科技有限公司杭州分公司'],
  ['青禾云', '青禾云科技有限公司杭州分公司'],
  ['杭州', '杭州科技有限公司'],
  ['科技', '科技有限公司'],
  ['', '有限公司'],
  ['Greenfield Cloud', 'Bluefield Cloud Ltd'],
  ['Greenfield', 'Greenfield Cloud Ltd'],
  ['Greenfield Cloud Inc', 'Greenfield Cloud Ltd'],
  ['Greenfield Data Ltd', 'Greenfield Cloud Ltd'],
  ['Ex', 'Ex Ltd'],
  ['Incline', 'Inc'],
])('%s and %s are not asked about', (one, other) => expect(both(one, other)).toEqual([false, false]));
