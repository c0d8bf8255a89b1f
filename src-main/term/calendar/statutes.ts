import type { Sentence } from '../../agreement/sentence.ts';

function article(number: number, zh: string): Sentence {
  return { zh: `《民法典》${zh}`, en: `PRC Civil Code, article ${number}` };
}

/** The articles of the Civil Code (中华人民共和国民法典) that the workings cite. */
export const CIVIL_CODE = {
  /** A declaration not made in dialogue takes effect on arrival; as a data message, on entering the designated system. */
  arrival: article(137, '第一百三十七条'),
  /** A declaration by public announcement takes effect on publication. */
  announcement: article(139, '第一百三十九条'),
  /** The day on which a period begins is not counted; periods by the hour begin at the agreed hour. */
  startDay: article(201, '第二百零一条'),
  /** By month or year: the corresponding day; without one, the last day of the month. */
  correspondingDay: article(202, '第二百零二条'),
  /** A last day that is a day off moves to the day after; ends at 24:00 or with business hours. */
  lastDay: article(203, '第二百零三条'),
  /** Unless the law or the parties provide otherwise. */
  otherwiseAgreed: article(204, '第二百零四条'),
} as const;
