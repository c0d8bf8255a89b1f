import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { OutsideWindow } from '../../letter/case.ts';
import { SERVICE_CREDIT_CLAIM } from '../../letter/forms.ts';
import type { Answer } from '../../term/answer.ts';
import { type CivilDate, dateWords, type Month } from '../../term/calendar/civil-date.ts';
import type { MonthView } from '../../contract/rights.ts';
import type { Period } from '../../term/service/period.ts';
import type { ServiceLevel } from '../../term/service/service-level.ts';
import { todayOf } from '../../kernel/days/today.ts';
import { placeIn } from '../../kernel/cases/case-moves.ts';
import type { SendingWindow } from '../../kernel/cases/cases.ts';
import type { LetterStarter } from '../../kernel/between-features.ts';
import { letterLanguage, statedVersionWords } from '../../kernel/papers/letter-words.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { companyOf, type ObligationBasis, obligationBases } from './basis.ts';
import { claimWindowInSlices } from './claim-cases.ts';
import { claimLetterValues } from './claim-letter.ts';
import { claimOf, claimPapers, type KeptClaim } from './claim-records.ts';
import { undisturbed } from './log/in-slices.ts';
import { outageLog, unpackingOutages } from './outage-records.ts';
import { type LogFile, logFilesOf } from './log/log-files.ts';
import { around, outagesOf, periodLevelInSlices, periodOf, timeAround } from './period-level.ts';
import { wasEarly } from './term/running-period.ts';
import { monthInSlices } from './service-month.ts';

/** Which claim is drafted. */
export interface WantedClaim {
  readonly agreementId: string;
  readonly month: Month;
  readonly unit?: string | undefined;
  /** Why, although its window is closed. */
  readonly outside?: string | undefined;
}

/**
 * Drafts the claim of a month: its letter, the claim itself and the entry; the letter's id. A draft closes no deadline. In slices.
 * An unchanged claim is not drafted twice: its letter is opened again.
 * @throws Refusal `claim-text-not-chosen` where no text stood in the month and none was chosen, `claim-not-known` where a
 * figure is missing, `claim-nothing-owed` where no tier is reached, `claim-closed` after the last day without a reason.
 */
export function* draftClaim(ports: Ports, startLetter: LetterStarter, wanted: WantedClaim): Generator<void, string> {
  const { store } = ports;
  const { agreementId } = wanted;
  const { result } = yield* undisturbed(store, () => claimFigures(ports, wanted));
  if (typeof result === 'string') return result;
  const { period, basis, level, credit, ofUnit, view, late, logFiles } = result;
  return record(ports, () => {
    const language = letterLanguage(store, agreementId, ports.now().toISOString());
    const version = statedVersionWords(store, { id: basis.text.version.versionId }, language);
    const about = { companyId: companyOf(store, basis)?.company.id, agreementId, language };
    const values = claimLetterValues(basis, level, view, { language, version, logFiles });
    const letterId = startLetter(ports, SERVICE_CREDIT_CLAIM.id, values, about);
    const at = ports.now().toISOString();
    const drafted = { state: 'drafted', at, said: '', ...(late ? { outside: late } : {}) } as const;
    const days = level.serviceDays.known ? { days: level.serviceDays.value } : {};
    const body: KeptClaim = { month: period, amount: credit, letterId, history: [drafted], ...ofUnit, ...days };
    return {
      entry: {
        at,
        kind: 'claim-drafted',
        subject: `agreement:${agreementId}`,
        payload: {
          month: period,
          ...ofUnit,
          version: basis.text.version.versionId,
          letter: letterId,
          availability: level.availability.known ? level.availability.value : 'not recorded',
          unavailableMinutes: level.unavailableMinutes,
          excludedMinutes: level.excludedMinutes,
          credit,
          ...days,
          ...(late ? { outside: { ...late } } : {}),
        },
      },
      write: () => {
        claimPapers(store).put({ id: ports.newId(), subject: agreementId, state: 'drafted', body }, at);
        return letterId;
      },
      changed: ['rights', 'agenda'],
    };
  });
}

/** What a claim says; the id of its letter where the same claim was drafted before. In slices. */
function* claimFigures(
  ports: Ports,
  { agreementId, month, unit: wanted, outside }: WantedClaim,
): Generator<void, ClaimFigures | string> {
  const { store } = ports;
  const { period, basis } = periodOf(obligationBases(store, agreementId), month);
  refuseUnchosen(basis);
  yield* unpackingOutages(store, agreementId, timeAround(basis, period));
  const papers = yield* around(basis, outageLog(ports, agreementId), period);
  const outages = yield* outagesOf(papers);
  const level = yield* periodLevelInSlices(basis, outages, period, wanted);
  const { unit } = level;
  const ofUnit = unit === undefined ? {} : { unit };
  const credit = owed(level);
  const before = claimOf(store, agreementId, period, {
    units: basis.own.units,
    unit: unit === undefined ? undefined : { name: unit },
  });
  const days = level.serviceDays.known ? level.serviceDays.value : undefined;
  const isEarly =
    before !== undefined && wasEarly(before, period, { today: todayOf(ports.now(), basis.terms), terms: basis.terms });
  const isUnchanged = before?.amount === credit && before.days === days && before.state !== 'withdrawn' && !isEarly;
  if (isUnchanged && before.letterId !== undefined) return before.letterId;
  const view = yield* monthInSlices(ports, agreementId, month, unit);
  const window = yield* claimWindowInSlices(store, agreementId, { month: period, ...ofUnit });
  const late = refuseClosed(window, todayOf(ports.now(), basis.terms), outside);
  return { period, basis, level, credit, ofUnit, view, late, logFiles: logFilesOf(store, papers, view.rows) };
}

interface ClaimFigures {
  readonly period: Period;
  readonly basis: ObligationBasis;
  readonly level: ServiceLevel;
  readonly credit: string;
  readonly ofUnit: { readonly unit?: string };
  readonly view: MonthView;
  readonly late: OutsideWindow | undefined;
  readonly logFiles: readonly LogFile[];
}

/** A claim rests on a text that stood in its month, or that the person chose for want of one. */
function refuseUnchosen({ text: { version } }: ObligationBasis): void {
  if (version.by === 'accepted' || version.by === 'chosen' || version.by === 'decided') return;
  throw new Refusal(
    'claim-text-not-chosen',
    sentence('rights.claim.text-not-chosen', { ordinal: version.ordinal }),
    sentence('rights.claim.text-not-chosen.next'),
  );
}

/** Why a claim is drafted although its window is closed. @throws Refusal `claim-closed` without a reason. */
function refuseClosed(window: SendingWindow, today: CivilDate, outside: string | undefined): OutsideWindow | undefined {
  if (placeIn(window, today) !== 'after' || window.closes === undefined) return undefined;
  const reason = outside?.trim();
  if (reason !== undefined && reason !== '') return { when: 'after', reason };
  throw new Refusal(
    'claim-closed',
    sentence('rights.claim.closed', { day: dateWords(window.closes) }),
    sentence('rights.claim.closed.next'),
    { field: 'outside' },
  );
}

/** The amount owed in yuan; nothing where what is owed is days of service. */
function owed(level: ServiceLevel): string {
  if (level.promised.known && level.serviceDays.known) return '0.00';
  const needed: readonly Answer<unknown>[] = [level.promised, level.tier, level.credit];
  const missing = needed.flatMap((answer) => (answer.known ? [] : answer.missing));
  if (missing.length > 0 || !level.credit.known) {
    const texts = [...new Map(missing.map((each) => [each.name, each.text])).values()];
    throw new Refusal(
      'claim-not-known',
      sentence('rights.claim.claim-not-known', { missing: texts }),
      sentence('rights.claim.claim-not-known.next'),
    );
  }
  if (level.credit.value === '0.00') {
    throw new Refusal(
      'claim-nothing-owed',
      sentence('rights.claim.claim-nothing-owed'),
      sentence('rights.claim.claim-nothing-owed.next'),
    );
  }
  return level.credit.value;
}
