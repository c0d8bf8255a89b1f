import { expect, it } from 'vitest';
import { placeWords } from '../../../../../src-renderer/features/compare/place-words.ts';
import { said } from '../../given/page.ts';

it.each([
  ['Payment conditions of the provider', 'Payment…'],
  ['Internationalisation of the fees', 'Internationalisation…'],
  ['Fees and taxes', 'Fees and taxes'],
  ['本协议项下的服务费用由客户承担', '本协议项下的…'],
  ['版本日期：2026年10月15日', '版本日期：2026…'],
])('a clause without a number is named by its first whole words: %s', (excerpt, words) => {
  expect(placeWords({ excerpt })).toBe(said('compare.unnumbered', { words }));
});
