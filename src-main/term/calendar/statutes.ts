import { type Sentence, sentence } from '../../agreement/sentence.ts';

/** The articles of the Civil Code (中华人民共和国民法典) that the workings cite. */
export const CIVIL_CODE = {
  /** A declaration not made in dialogue takes effect on arrival; as a data message, on entering the designated system. */
  arrival: sentence('term.statutes.article-137'),
  /** A declaration by public announcement takes effect on publication. */
  announcement: sentence('term.statutes.article-139'),
  /** When an announcement to a known party takes effect: on arrival, or on publication; disputed. */
  arrivalOrAnnouncement: sentence('term.statutes.articles-137-139'),
  /** Silence is assent only where agreed, provided or customary; a contract is changed by agreement. */
  changeByAgreement: sentence('term.statutes.articles-140-543'),
  /** The day on which a period begins is not counted; periods by the hour begin at the agreed hour. */
  startDay: sentence('term.statutes.article-201'),
  /** By month or year: the corresponding day; without one, the last day of the month. */
  correspondingDay: sentence('term.statutes.article-202'),
  /** A last day that is a day off moves to the day after; ends at 24:00 or with business hours. */
  lastDay: sentence('term.statutes.article-203'),
  /** The same, and that the parties may provide otherwise. */
  lastDayOrAgreed: sentence('term.statutes.articles-203-204'),
  /** Unless the law or the parties provide otherwise. */
  otherwiseAgreed: sentence('term.statutes.article-204'),
  /** Which words of a figure take it in: 以上, 以内 do, 超过, 不满 do not. */
  inclusion: sentence('term.statutes.article-1259'),
} as const;

/** The articles that are cited, as each stands behind the name of the Code. */
const ARTICLE = {
  137: sentence('term.statutes.number-137'),
  139: sentence('term.statutes.number-139'),
  140: sentence('term.statutes.number-140'),
  201: sentence('term.statutes.number-201'),
  202: sentence('term.statutes.number-202'),
  203: sentence('term.statutes.number-203'),
  204: sentence('term.statutes.number-204'),
  543: sentence('term.statutes.number-543'),
  1259: sentence('term.statutes.number-1259'),
} as const satisfies Readonly<Record<number, Sentence>>;
type Article = keyof typeof ARTICLE;

/** Which articles each citation names. */
const CITED: Readonly<Record<keyof typeof CIVIL_CODE, readonly Article[]>> = {
  arrival: [137],
  announcement: [139],
  arrivalOrAnnouncement: [137, 139],
  changeByAgreement: [140, 543],
  startDay: [201],
  correspondingDay: [202],
  lastDay: [203],
  lastDayOrAgreed: [203, 204],
  otherwiseAgreed: [204],
  inclusion: [1259],
};

const articlesOf = (statute: Sentence): readonly Article[] => {
  const name = (Object.keys(CIVIL_CODE) as (keyof typeof CIVIL_CODE)[]).find((each) => CIVIL_CODE[each] === statute);
  return name ? CITED[name] : [];
};

/** Several citations as one reads them in a row: the Civil Code is named once, with each of its articles once; others follow as they are. */
export function citedOnce(statutes: readonly Sentence[]): readonly Sentence[] {
  const others = new Set(statutes.filter((statute) => articlesOf(statute).length === 0));
  const articles = [...new Set(statutes.flatMap(articlesOf))].sort((a, b) => a - b);
  const [one] = statutes.filter((statute) => articlesOf(statute).length === articles.length);
  if (articles.length === 0 || one) return [...(one && articles.length > 0 ? [one] : []), ...others];
  return [sentence('term.statutes.articles', { articles: articles.map((each) => ARTICLE[each]) }), ...others];
}
