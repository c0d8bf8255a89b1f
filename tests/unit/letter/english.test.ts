import { describe, expect, it } from 'vitest';
import { say } from '../../../src-main/agreement/sentence.ts';
import { fill } from '../../../src-main/letter/fill.ts';
import type { FilledLetter } from '../../../src-main/letter/filled.ts';
import {
  ASSIGNMENT_REFUSAL,
  AUTHORISATION,
  DAMAGES_CLAIM,
  FORMS,
  NON_RENEWAL_NOTICE,
  OBJECTION,
  PERFORMANCE_DEMAND,
  PERFORMANCE_RECORD,
  REFUND_AND_DATA,
  SEAL_APPROVAL,
  SERVICE_CREDIT_CLAIM,
  TERMINATION_NOTICE,
} from '../../../src-main/letter/forms.ts';
import { valuesIn } from '../../../src-main/letter/language.ts';
import { prefill } from '../../../src-main/letter/profile.ts';
import { articlesEnglish, citedEnglish, STATUTES, type StatuteName } from '../../../src-main/letter/statutes.ts';
import type { LetterTemplate, LetterValues } from '../../../src-main/letter/template.ts';
import { writtenClause } from '../../../src-main/letter/written.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { citedInFull } from './as-filled.ts';
import { COMPANY, CONTACT, SIGNATORY, VALUES } from './example.ts';
import { ENGLISH, OF_FORM } from './example-english.ts';

const filled = (template: LetterTemplate, more: LetterValues = {}, language: 'zh' | 'en' = 'en'): FilledLetter => {
  const writer = { company: COMPANY, contact: CONTACT, signatory: SIGNATORY, today: '2026-11-23' };
  const values = {
    ...prefill(template, writer, language),
    ...VALUES,
    ...(language === 'en' ? { ...ENGLISH, ...OF_FORM[template.id] } : {}),
    ...more,
  };
  return fill(template, values, { inCapitals: capitals, language });
};

/** Everything that stands on the paper, block by block. */
const read = (letter: FilledLetter): string =>
  letter.blocks
    .map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : JSON.stringify(block)))
    .join('\n')
    .replaceAll('\u00a0', ' ');

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Days of the calendar, as ISO writes them. */
const dates = (said: string): readonly string[] => [
  ...[...said.matchAll(/(\d{4})年(\d+)月(\d+)日/gu)].map(([, year, month, day]) => `${year}-${month}-${day}`),
  ...[...said.matchAll(new RegExp(String.raw`(\d+) (${MONTHS.join('|')}) (\d{4})`, 'gu'))].map(
    ([, day, month = '', year]) => `${year}-${MONTHS.indexOf(month) + 1}-${day}`,
  ),
];

/** Days, amounts, percentages and numbers of days: what both languages must say alike. */
const figures = (letter: FilledLetter): readonly string[] => {
  const said = read(letter);
  const numbers = said.matchAll(/\d[\d,]*\.\d\d(?!\d)|\d+(?:\.\d+)?%|(?<![\d,.])\d+(?=(?: days| 天|日内))/gu);
  return [...dates(said), ...[...numbers].map(([figure]) => figure)].toSorted();
};

const NAMES = Object.keys(STATUTES) as StatuteName[];

/** What a text cites in turn, each with its law: an article on its own is of the law that was named last. */
function citations(said: string, language: 'zh' | 'en'): readonly string[] {
  const laws = [...new Set(NAMES.map((name) => STATUTES[name][language === 'zh' ? 'law' : 'english']))];
  const number =
    language === 'zh' ? '第[一二三四五六七八九十百零]+条(?:第.款)?(?:第.项)?' : String.raw`(?<!\d)\d+(?:\(\d+\))*`;
  const list = language === 'zh' ? number : `Articles? ${number}(?:(?:, | and )${number})*`;
  let law = '';
  return [...citedInFull(said).matchAll(new RegExp(`(${list})?(?: of )?(${laws.join('|')})?`, 'gu'))].flatMap(
    ([, cited, named]) => {
      // an English law is named behind its articles, a Chinese one before them
      law = named === undefined ? law : String(laws.indexOf(named));
      return [...(cited ?? '').matchAll(new RegExp(number, 'gu'))].map(([article]) => `${law} ${article}`);
    },
  );
}

/** The same rule in English and in Chinese. */
const inEnglish = (cited: string): string => {
  const [law = '', article = ''] = cited.split(' ');
  const name = NAMES.find((one) => STATUTES[one].article === article);
  return `${law} ${name === undefined ? article : articlesEnglish(name).replace('Article ', '')}`;
};

/** Everything that a form may say in a language, its choices first: they are named where the paper has settled its law. */
const words = (blocks: unknown, form: LetterTemplate, language: 'zh' | 'en'): string =>
  JSON.stringify([blocks, form.fields.map(({ options, english }) => (language === 'zh' ? options : english))]).replace(
    /"number":"第[^"]+"/gu,
    '',
  );

describe('every paper in English', () => {
  it.each(FORMS.map((form) => [form.id, form] as const))('%s is whole, and has no Chinese left on it', (_, form) => {
    const letter = filled(form);
    expect(letter.language).toBe('en');
    expect(letter.style).toBe('english-letter');
    expect(letter.problems).toEqual([]);
    const said = read(letter);
    expect(said).not.toMatch(/\p{Script=Han}|[，。：；（）《》]|undefined|\{\w+/u);
    expect(said).toContain('Example Networks Co., Ltd.');
    expect(said).toContain('23 November 2026');
  });

  it.each(FORMS.map((form) => [form.id, form] as const))('%s has the figures of the Chinese paper', (_, form) => {
    const [chinese, english] = [filled(form, {}, 'zh'), filled(form)];
    expect(figures(english)).toEqual(figures(chinese));
    expect(english.title).not.toBe(chinese.title);
    expect(english.fingerprint).not.toBe(chinese.fingerprint);
  });

  it.each(FORMS.map((form) => [form.id, form] as const))(
    '%s cites the articles that the Chinese paper cites',
    (_, form) => {
      const [chinese, english] = [words(form.blocks, form, 'zh'), words(form.english, form, 'en')];
      expect(citations(english, 'en')).toEqual(citations(chinese, 'zh').map(inEnglish));
    },
  );

  it('a citation is compared with its law, and one too many or in another place is told', () => {
    const code = '《中华人民共和国民法典》';
    expect(citations(`依${code}第四百九十六条第二款、第十条`, 'zh').map(inEnglish)).toEqual(['0 496(2)', '0 10']);
    expect(citations('(Articles 188 and 195), within 72 hours, clause 4.10, 15 days', 'en')).toEqual([' 188', ' 195']);
    const personal = `${citedEnglish('processorReturns')}, ${citedEnglish('arrival')}, ${articlesEnglish('silence')}`;
    expect(citations(personal, 'en')).toEqual(['2 21(2)', '0 137', '0 140(2)']);
  });

  it('is sealed and signed where the Chinese paper is', () => {
    for (const form of FORMS.filter(({ internal }) => !internal)) {
      const zone = filled(form).blocks.find(({ kind }) => kind === 'signature');
      expect(zone).toMatchObject({
        label: 'For and on behalf of',
        mark: '(company seal)',
        signatory: expect.anything(),
      });
    }
    expect(filled(SEAL_APPROVAL).blocks.some(({ kind }) => kind === 'signature')).toBe(false);
  });
});

describe('the words of an English letter', () => {
  it('a termination names its ground, its law and when it takes effect', () => {
    const ground = TERMINATION_NOTICE.fields.find(({ key }) => key === 'ground')?.options?.[0] ?? '';
    const said = read(filled(TERMINATION_NOTICE, { ground, refund: '200', clause: '10.2', quote: 'after 72 hours' }));
    expect(said).toContain('Articles cited are those of the Civil Code of the People’s Republic of China.');
    expect(said).toContain('As the agreed ground for termination has arisen (Article 562(2)), we exercise our right');
    expect(said).toContain('is terminated when this notice reaches you (Article 565(1))');
    expect(said).toContain('Clause 10.2 of the Agreement provides: “after 72 hours”.');
    expect(said).toContain('amounts come to CNY 200.00.');
  });

  it('a claim asks in Civil Code terms, without capitals, and interrupts limitation', () => {
    const said = read(filled(DAMAGES_CLAIM));
    expect(said).toContain(
      'In accordance with Articles 577 and 584 of the Civil Code of the People’s Republic of China, please pay us CNY 3,345.67 within 15 days',
    );
    expect(said).toContain('interrupts the limitation period, which runs anew from its arrival (Articles 188 and 195)');
    expect(said).not.toContain('hours..');
  });

  it('an objection and a refusal take no silence for consent', () => {
    expect(read(filled(OBJECTION, { effectiveOn: '2026-12-10' }))).toContain(
      'of a change to the Cross-Border Line Agreement (version 2) (“the Agreement”) that you propose should take effect on 10 December 2026.',
    );
    expect(read(filled(OBJECTION))).toContain('does not constitute consent to the change (Article 140(2))');
    expect(read(filled(ASSIGNMENT_REFUSAL))).toContain('amounts to consent (Articles 140(2) and 551(2))');
    expect(read(filled(ASSIGNMENT_REFUSAL))).toContain('given by email, that you intend to transfer your rights');
  });

  it('a demand, a refund and a notice against renewal give their days in words', () => {
    expect(read(filled(PERFORMANCE_DEMAND, { dueOn: '2026-11-10' }))).toContain('to be performed by 10 November 2026');
    expect(read(filled(REFUND_AND_DATA))).toContain('was terminated on 20 November 2026.');
    expect(read(filled(REFUND_AND_DATA))).toContain('in a common, machine-readable format');
    expect(read(filled(NON_RENEWAL_NOTICE))).toContain(
      'The Agreement ends on the expiry of its term on 31 December 2026',
    );
  });

  it('what is left out is left out with the words around it', () => {
    expect(read(filled(AUTHORISATION))).toContain('Han Meimei (Purchasing manager) as its agent');
    expect(read(filled(AUTHORISATION, { agentIdentityTail: '002X' }))).toContain('ending in **** 002X) as its agent');
    expect(read(filled(OBJECTION, { agreementVersion: '' }))).toContain(
      'Cross-Border Line Agreement (“the Agreement”).',
    );
  });

  it('the schedules of a service-level claim begin on a page of their own, after the seal', () => {
    const kinds = filled(SERVICE_CREDIT_CLAIM).blocks.map(({ kind }) => kind);
    expect(kinds.indexOf('page-break')).toBeGreaterThan(kinds.indexOf('signature'));
    expect(kinds.indexOf('table')).toBeGreaterThan(kinds.indexOf('page-break'));
  });

  it('warns of Chinese that was filled in, but not of names and quoted words', () => {
    const facts = filled(TERMINATION_NOTICE, {
      facts: '线路中断九十小时',
      quote: '连续中断超过七十二小时',
      clause: '10.2',
    });
    expect(facts.problems.map(({ field, severity }) => [field, severity])).toEqual([['facts', 'warning']]);
    expect(say(facts.problems[0]!.message, 'en')).toContain('still holds Chinese');
    const clause = filled(TERMINATION_NOTICE, { quote: 'after 72 hours', clause: '第四条及第六条' });
    expect(clause.problems.map(({ field, severity }) => [field, severity])).toEqual([['clause', 'warning']]);
    expect(filled(TERMINATION_NOTICE, { quote: 'after 72 hours', clause: '附件二' }).problems).toEqual([]);
    const named = filled(TERMINATION_NOTICE, { addressee: '示例通信有限公司', agreementTitle: '专线协议' });
    expect(named.problems).toEqual([]);
  });

  it('has the company’s English name where its profile has one, and its registered name where not', () => {
    const named = { ...COMPANY, nameEnglish: 'Example Networks Limited' };
    const of = (company: typeof COMPANY, language: 'zh' | 'en') =>
      prefill(TERMINATION_NOTICE, { company, today: '2026-11-23' }, language)['companyName'];
    expect(of(named, 'en')).toBe('Example Networks Limited');
    expect(of(named, 'zh')).toBe(COMPANY.name);
    expect(of(COMPANY, 'en')).toBe(COMPANY.name);
  });

  it('a day in a cell is written short, so that it stands on one line', () => {
    const table = filled(PERFORMANCE_RECORD).blocks.find(({ kind }) => kind === 'table');
    expect(JSON.stringify(table)).toContain('"10 Dec 2026"');
  });

  it('takes what was preset over to the other language, and leaves what was typed', () => {
    const chinese = prefill(REFUND_AND_DATA, { company: COMPANY, today: '2026-11-23' });
    expect(chinese['format']).toBe('通用、可机读的格式');
    const to = { from: 'zh', to: 'en' } as const;
    expect(valuesIn(REFUND_AND_DATA, chinese, to)['format']).toBe('a common, machine-readable format');
    expect(valuesIn(REFUND_AND_DATA, { ...chinese, format: 'CSV' }, to)['format']).toBe('CSV');
  });
});

describe('citations and clauses in English', () => {
  it('are made of the one table', () => {
    expect(articlesEnglish('afterDemand')).toBe('Article 563(1)(3)');
    expect(articlesEnglish('noAuthority', 'apparentAuthority')).toBe('Articles 171(1) and 172');
    expect(citedEnglish('processorReturns')).toBe(
      'Article 21(2) of the Personal Information Protection Law of the People’s Republic of China',
    );
    for (const name of Object.keys(STATUTES) as StatuteName[])
      expect(articlesEnglish(name)).toMatch(/^Article \d+(?:\(\d+\))*$/u);
  });

  it.each([
    ['7.4', '第\u00a07.4\u00a0条', 'clause 7.4'],
    ['条款7.4', '第\u00a07.4\u00a0条', 'clause 7.4'],
    ['第四条', '第四条', 'clause 4'],
    ['四', '第四条', 'clause 4'],
    ['附件二', '附件二', 'Annex 2'],
    ['附表 1', '附表 1', 'Schedule 1'],
    ['附件二第3条', '附件二第3条', 'Annex 2, clause 3'],
    ['第3.2款', '第3.2款', 'clause 3.2'],
    ['第四条第二款第一项', '第四条第二款第一项', 'clause 4(2)(1)'],
    ['第三章', '第三章', 'chapter 3'],
    ['第四条及第六条', '第四条及第六条', 'clause 第四条及第六条'],
    ['Annex 2', 'Annex 2', 'Annex 2'],
  ])('%s', (written, zh, en) => {
    expect(writtenClause(written, 'zh')).toBe(zh);
    expect(writtenClause(written, 'en')).toBe(en);
  });
});
