import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { renewalOf, type TermGiven } from '../../../../src-main/term/renewal/renewal.ts';
import { basisOfText } from '../basis-of-text.ts';
import { valueOf } from '../basis-of.ts';

const AUTUMN: TermGiven = { on: '2026-09-01' };
const told = (text: string, given: TermGiven = AUTUMN) => renewalOf(basisOfText(text), given);

describe('a day that the text names and the calendar does not have', () => {
  test.each<[string, string, string]>([
    ['The term begins on 31 September 2026 and lasts two years.', '31 September 2026', '2028-09-29'],
    ['本协议服务期限自2027年2月30日起一年。', '2027年2月30日', '2028-02-27'],
    ['本协议有效期自二〇二七年二月二十九日起两年。', '二〇二七年二月二十九日', '2029-02-27'],
    ['The term of this Agreement runs from 1 May 2026 to 31 November 2026.', '31 November 2026', '2026-11-30'],
    ['本协议有效期自2026年5月1日至2026年11月31日。', '2026年11月31日', '2026-11-30'],
  ])('%s', (text, words, bound) => {
    const { end, cancelBy, upcoming } = told(text);
    expect(end).toMatchObject({ known: false, notBefore: bound });
    expect(cancelBy.known).toBe(false);
    expect(upcoming).toEqual([]);
    const [why] = end.known ? [] : end.missing;
    expect(why && say(why.text, 'zh')).toContain(`“${words}”并无此日`);
    expect(why && say(why.text, 'en')).toContain(`“${words}”. There is no such day`);
  });

  test('the day to cancel keeps the earlier reading as its bound', () => {
    const { cancelBy } = renewalOf(
      basisOfText(
        '本合同有效期自2026年5月1日至2027年6月31日。',
        '期满前45日任何一方未书面通知不续约的，自动续展一年。',
      ),
      AUTUMN,
    );
    expect(cancelBy).toMatchObject({ known: false, notBefore: '2027-05-16' });
  });

  test('is shown as written', () => {
    const facts = basisOfText('本协议有效期自2027年2月30日起一年。').sources[0]?.facts ?? [];
    expect(facts.find(({ kind }) => kind === 'start-date')?.value).toBe('2027年2月30日');
  });

  test('is no matter where the person says the day, nor is 29 February of a leap year', () => {
    const said = told('The term begins on 31 September 2026 and lasts two years.', { ...AUTUMN, starts: '2026-10-01' });
    expect(valueOf(said.end)).toMatchObject({ safe: '2028-09-30' });
    const leap = told('本协议有效期自2028年2月29日起一年。', { on: '2028-03-01' });
    expect(valueOf(leap.end)).toMatchObject({ safe: '2029-02-28' });
  });
});
