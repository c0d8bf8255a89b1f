import type { CaseView } from '../../../src-main/contract/letters-cases.ts';
import type { MonthView } from '../../../src-main/contract/rights.ts';
import { listDate, longDate, monthName, periodName, relativeDays } from '../../kernel/dates.ts';
import { t } from '../../kernel/preferences.svelte.ts';
import { latestWords } from '../../ui/latest-day.ts';
import { creditedWords } from '../../kernel/credited-words.ts';
import { money } from '../../kernel/money.ts';
import { trimmed } from '../../kernel/rights.ts';

/** A credit is due and only the month's fee, which the person knows, is missing for its amount. */
export const feeMissing = ({ level, rows }: Pick<MonthView, 'level' | 'rows'>): boolean =>
  rows.length > 0 &&
  !level.credit.known &&
  !level.monthlyFee.known &&
  level.tier.known &&
  level.tier.value !== undefined;

/** The credit waits for one thing that the person knows: which instances there are, or which one is meant. */
export const unitMissing = ({ level }: Pick<MonthView, 'level'>): boolean =>
  !level.credit.known && level.credit.missing.some(({ name }) => name === 'instances' || name === 'instance');

/** The text measures by billing months, and nobody said yet on which day they begin. */
export const cycleMissing = ({ level }: Pick<MonthView, 'level'>): boolean =>
  !level.availability.known && level.availability.missing.some(({ name }) => name === 'billing-cycle');

/** Where today stands outside the days on which a claim that is still to go out can be sent, as its letter tells it. */
export function windowNote(view: MonthView): Pick<CaseView, 'window' | 'steps' | 'state'> | undefined {
  const { window, claim, claimDays } = view;
  const { opens, closes, safe } = claimDays;
  if (claim?.sentAt !== undefined || (window !== 'before' && window !== 'closed')) return undefined;
  return {
    state: 'drafted',
    steps: [],
    window: {
      ...(opens === undefined ? {} : { opens }),
      ...(closes === undefined ? {} : { closes }),
      ...(safe === undefined ? {} : { safe }),
      today: window === 'before' ? 'before' : 'after',
    },
  };
}

/** What the month is called; with its days where the text measures by months that begin on a day of their own. */
export function monthWords({ month, first, last, period }: MonthView): string {
  const name = period === month ? monthName(month) : periodName(period);
  return first === `${month}-01`
    ? name
    : t('rights.status.cycle', { month: name, first: listDate(first), last: listDate(last) });
}

/** Whether a month rests on another text than what is said above, or on one that stood at one of the two times only. */
export const restsOtherwise = (month: MonthView['basis'], now: MonthView['basis']): boolean =>
  month.versionId !== now.versionId || (month.by === 'accepted') !== (now.by === 'accepted');

/** A claim is for what is owed; another amount that is owed by now is another claim. */
export const isClaimed = ({ level: { credit, serviceDays }, claim }: Pick<MonthView, 'level' | 'claim'>): boolean =>
  claim !== undefined &&
  claim.early !== true &&
  (serviceDays.known && serviceDays.value !== undefined
    ? claim.days === serviceDays.value
    : credit.known && credit.value === claim.amount);

/** What was owed for the month came in: nothing is due any more. */
export const isSettled = (view: Pick<MonthView, 'level' | 'claim'>): boolean =>
  view.claim?.settled !== undefined && isClaimed(view);

/** No text stood in the month, and none was chosen or decided on: no claim can rest on it. */
export const standsForClaim = ({ basis: { by } }: Pick<MonthView, 'basis'>): boolean =>
  by === 'accepted' || by === 'chosen' || by === 'decided';

/** That it was credited, when, and what had been claimed. */
function settledAnswer(
  month: string,
  { settled, amount, days }: NonNullable<MonthView['claim']>,
  currency: string,
): string {
  const said = { month, day: listDate(settled?.on ?? '') };
  if (settled?.credited)
    return t('rights.status.settledBy', {
      ...said,
      credited: creditedWords(settled.credited),
      amount: money(amount, currency),
    });
  return days === undefined
    ? t('rights.status.settled', { ...said, amount: money(amount, currency) })
    : t('rights.status.settledDays', { ...said, days });
}

/** What a month gives, in words and yuan. */
export function monthAnswer(view: MonthView): string {
  const { level, rows, complete, currency, claim } = view;
  const name = monthWords(view);
  const { credit } = level;
  if (claim?.settled && isClaimed(view)) return settledAnswer(name, claim, currency);
  if (rows.length === 0 && complete === undefined) return t('rights.status.noData', { month: name });
  if (cycleMissing({ level })) return t('rights.status.cycleMissing', { month: name });
  if (unitMissing({ level })) return t('rights.status.unitMissing', { month: name });
  if (feeMissing({ level, rows })) return t('rights.status.feeMissing', { month: name });
  if (!credit.known) return t('rights.status.unknown', { month: name });
  return credit.value === '0.00'
    ? t('rights.status.nothing', { month: name })
    : t('rights.status.owed', { month: name, amount: money(credit.value, currency) });
}

const isToClaim = ({ level: { credit }, claim }: MonthView): boolean =>
  claim?.sentAt === undefined && (!credit.known || credit.value !== '0.00');

/** What was measured against what was promised, and the share of which fee that gives. */
function reckoning({ level, currency }: MonthView): readonly (string | false | undefined)[] {
  const { availability, breach, creditPercent, monthlyFee, promised } = level;
  const numbers = promised.known &&
    availability.known && {
      availability: trimmed(availability.value),
      promised: String(promised.value),
    };
  const measured =
    numbers && breach.known && (breach.value ? t('rights.status.below', numbers) : t('rights.status.reached', numbers));
  const reckoned =
    creditPercent.known && creditPercent.value > 0 && monthlyFee.known && breach.known && breach.value
      ? t('rights.status.share', { percent: creditPercent.value, fee: money(monthlyFee.value, currency) })
      : undefined;
  return [measured, reckoned];
}

/** Until when it can be claimed, unless the claim went out, and why it is so much: sentences, one after the other. */
export function monthReasons(view: MonthView): readonly string[] {
  const { rows, complete, running } = view;
  if (rows.length === 0 && complete === undefined) return [];
  const toClaim = isToClaim(view);
  const { safe, latest } = view.claimDays;
  const until = safe && t('rights.status.closes', { date: longDate(safe), relative: relativeDays(safe) });
  const note = isSettled(view) ? view.claim?.settled?.note : undefined;
  return [
    running && t('rights.status.running', { month: monthWords(view), day: longDate(running.last) }),
    note !== undefined && t('rights.status.settledNote', { note: note.replace(/[\s。．.；;!！]+$/u, '') }),
    toClaim && until,
    toClaim && latest && t('rights.status.latest', { latest: latestWords(latest, safe) }),
    ...reckoning(view),
  ].flatMap((words) => words || []);
}

/** How far the claim of a month got: drafted, sent or settled, when, and over what. */
export function claimWords(
  { at, sentAt, settled, amount, days }: NonNullable<MonthView['claim']>,
  currency: string,
): string {
  if (settled) return t('rights.claimWasSettled', { day: listDate(settled.on) });
  const day = listDate(sentAt ?? at);
  if (days !== undefined) return t(sentAt ? 'rights.claimWasSentDays' : 'rights.claimedDays', { day, days });
  return t(sentAt ? 'rights.claimWasSent' : 'rights.claimed', { day, amount: money(amount, currency) });
}
