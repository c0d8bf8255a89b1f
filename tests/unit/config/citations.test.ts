import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LAWS } from '../../../src-main/letter/laws.ts';
import { chineseNumeral } from '../../../src-main/agreement/quantity/numerals.ts';
import { FORMER_FORMS, FORMS } from '../../../src-main/letter/forms.ts';
import { SHIPPED_STATUTES } from '../../../src-main/term/statutes/statute-table.ts';

/** An article of a law that a sentence cites: `civil-code 496`. Of one that the table does not have the name as it was written. */
type Citation = string;

const NAMES = LAWS.laws
  .flatMap(({ id, zh }) => zh.map((name) => ({ id, name })))
  .toSorted((a, b) => b.name.length - a.name.length);
const ARTICLE = /第(?<number>[一二三四五六七八九十百千零]+)条/u;
/** A law by name, an unknown one in its marks before an article, or an article. */
const TOKEN = new RegExp(
  `《?(?<name>${NAMES.map(({ name }) => name).join('|')})》?|(?<foreign>《[^《》]{2,60}》)(?=(?:（[^）]{1,20}）)?第[一二三四五六七八九十百千零]+条)|${ARTICLE.source}(?<to>至)?`,
  'gu',
);

/** What a Chinese sentence cites; where it names no law, articles are the Civil Code's. */
function citedIn(words: string): readonly Citation[] {
  const found: Citation[] = [];
  let [law, from] = ['civil-code', 0];
  for (const match of words.matchAll(TOKEN)) {
    const { name, foreign, number: written = '', to } = match.groups ?? {};
    if (name !== undefined) law = NAMES.find((each) => each.name === name)?.id ?? name;
    else if (foreign !== undefined) law = foreign;
    else {
      const number = chineseNumeral(written) ?? 0;
      for (let each = from === 0 ? number : from + 1; each <= number; each += 1) found.push(`${law} ${each}`);
      from = to === undefined ? 0 : number;
    }
  }
  return found;
}

const catalogue = (language: 'zh' | 'en'): readonly (readonly [string, string])[] =>
  readdirSync(`assets/messages/${language}`).flatMap((file) =>
    Object.entries(
      JSON.parse(readFileSync(`assets/messages/${language}/${file}`, 'utf8')) as Record<string, string>,
    ).map(([key, text]) => [`${file} ${key}`, text] as const),
  );

const beside = SHIPPED_STATUTES.rows.flatMap(({ id, article, says, whateverLaw }) =>
  [article.zh, `${article.zh}：${says.zh}`, whateverLaw?.zh ?? ''].map((text) => [`beside ${id}`, text] as const),
);
const papers = [...FORMS, ...FORMER_FORMS].map(
  // The company’s own rules count their articles as a law does.
  (form) =>
    [`paper ${form.id}`, JSON.stringify([form.blocks, form.fields]).replace(/"number":"第[^"]+"/gu, '')] as const,
);
const everywhere = [...catalogue('zh'), ...beside, ...papers];
const known = new Set(LAWS.laws.flatMap(({ id, articles }) => articles.map((article) => `${id} ${article}`)));

describe('citations', () => {
  test('every article that is cited anywhere stands in the one table of laws', () => {
    const unknown = everywhere.flatMap(([where, text]) =>
      citedIn(text).flatMap((citation) => (known.has(citation) ? [] : [`${where}: ${citation}`])),
    );
    expect(unknown).toEqual([]);
  });

  test('the table holds nothing that is not cited, and each law has the day from which it is in force', () => {
    const cited = new Set(everywhere.flatMap(([, text]) => citedIn(text)));
    expect([...known].filter((citation) => !cited.has(citation))).toEqual([]);
    const all = everywhere.map(([, text]) => text).join('\n');
    expect(LAWS.laws.filter(({ zh }) => !zh.some((name) => all.includes(name)))).toEqual([]);
    for (const { since } of LAWS.laws) expect(since <= LAWS.asOf).toBe(true);
    expect(new Set(LAWS.laws.map(({ id }) => id)).size).toBe(LAWS.laws.length);
  });

  test('a sentence cites the same articles in English', () => {
    const english = new Map(catalogue('en'));
    const numbers = (text: string): ReadonlySet<number> =>
      new Set(
        [...text.matchAll(/\barticles? (\d+(?:(?:, | and | to |–)\d+)*)/giu)].flatMap(([, list = '']) =>
          [...list.matchAll(/(\d+)(?:(?: to |–)(\d+))?/gu)].flatMap(([, from, to = from]) =>
            Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
          ),
        ),
      );
    const differing = catalogue('zh').flatMap(([where, text]) => {
      const chinese = [...new Set(citedIn(text).map((citation) => Number(citation.split(' ')[1])))].toSorted(
        (a, b) => a - b,
      );
      // The number of an article by itself, which stands among others of its law.
      const alone = where.includes('statutes.number-') ? 'article ' : '';
      const others = [...numbers(`${alone}${english.get(where) ?? ''}`)].toSorted((a, b) => a - b);
      return chinese.join() === others.join() ? [] : [`${where}: ${chinese.join()} ≠ ${others.join()}`];
    });
    expect(differing).toEqual([]);
  });
});
