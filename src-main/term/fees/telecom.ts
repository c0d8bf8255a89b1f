import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, known, restingOn } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { dayAfter } from '../calendar/deadline.ts';
import { countPeriod, foreignLaw } from '../count-period.ts';
import { statuteArticle, statuteFigure } from '../statutes/statute-table.ts';

/** From when arrears let a telecom operator cut a line off, and end the contract, by the regulation. */
export interface TelecomArrears {
  readonly suspension: Answer<Deadline>;
  readonly termination: Answer<Deadline>;
}

const TELECOM_TITLE = /专线|专网|电路|宽带|电信|通信线路|leased line|telecom/iu;
const TELECOM_TEXT =
  /(?:基础|增值)电信业务|电信(?:专线|服务合同)|leased line services?|telecommunications? services? agreement/iu;
const NOT_TELECOM = /(?:不|非)(?:属于|是|包括|含)?(?:基础|增值)?电信/u;

/** Whether an agreement is one on a telecom line, by its title or its own words. */
export function isTelecom([own]: TermBasis['sources']): boolean {
  if (!own) return false;
  if (TELECOM_TITLE.test(own.title ?? '')) return true;
  return own.clauses.some(({ text }) => TELECOM_TEXT.test(text) && !NOT_TELECOM.test(text));
}

/**
 * What the regulation gives a customer in arrears whatever the contract says: a line may be suspended after thirty days overdue,
 * the contract ended after sixty more of suspension. Source: Telecommunications Regulations (2016), art. 34. Absent for other
 * agreements and for what was paid by then.
 */
export function telecomArrears(
  given: TermBasis,
  settlementDay: CivilDate,
  paidOff?: CivilDate,
): TelecomArrears | undefined {
  if (!isTelecom(given.sources)) return undefined;
  // The regulation's own periods are counted by the law of the mainland, whatever law the contract chooses.
  const basis = foreignLaw(given) ? { ...given, sources: [] } : given;
  const suspendAfter = statuteFigure(basis.statutes, 'telecom-arrears', 'suspendAfterDays');
  const terminateAfter = statuteFigure(basis.statutes, 'telecom-arrears', 'terminateAfterDays');
  const thirty = countPeriod(basis, settlementDay, { days: suspendAfter });
  if (paidOff !== undefined && (!thirty.known || paidOff <= thirty.value.safe)) return undefined;
  const statute = statuteArticle(basis.statutes, 'telecom-arrears');
  const by = (answer: Answer<Deadline>, text: Sentence): Answer<Deadline> => ({
    ...answer,
    steps: [...answer.steps, { text, statute }],
  });
  const suspension = by(
    dayAfter(thirty, (day) => sentence('term.orders.telecom-suspension', { day })),
    sentence('term.orders.telecom-rule', { suspendAfter, terminateAfter }),
  );
  if (!suspension.known) return { suspension, termination: suspension };
  const [soon, late] = [suspension.value.safe, suspension.value.latest].map((day) =>
    dayAfter(countPeriod(basis, day, { days: terminateAfter }), (end) =>
      sentence('term.orders.telecom-termination', { day: end }),
    ),
  );
  if (!soon?.known) return { suspension, termination: soon ?? suspension };
  const latest = late?.known ? late.value : soon.value;
  const why = latest.why ?? suspension.value.why;
  const end = { safe: soon.value.safe, latest: latest.latest, ...(why ? { why } : {}) };
  return { suspension, termination: restingOn([suspension], known(end, soon.steps)) };
}
