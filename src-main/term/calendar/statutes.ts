import { sentence } from '../../agreement/sentence.ts';

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
} as const;
