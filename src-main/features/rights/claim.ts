import { say, sentence } from '../../agreement/sentence.ts';
import { creditWords } from '../../agreement/fact-words.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { SERVICE_LEVEL_CLAIM } from '../../letter/forms.ts';
import type { LetterValues, RowValue } from '../../letter/template.ts';
import type { Answer, TermStep } from '../../term/answer.ts';
import { lastDayOf, type Month, monthWords } from '../../term/calendar/civil-date.ts';
import type { ServiceLevel } from '../../term/service/service-level.ts';
import { claimOf, claimPapers, type KeptClaim } from './claim-records.ts';
import type { LetterStarter } from '../../kernel/between-features.ts';
import { endOfDay, type ObligationBasis, obligationBases } from './basis.ts';
import { type OutagePaper, outageLog } from './outage-records.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { monthLevel, monthsOf } from './service-month.ts';

/**
 * Drafts the claim of a month: its letter, the claim itself and the entry; the letter's id. A draft closes no deadline.
 * An unchanged claim is not drafted twice: its letter is opened again.
 * @throws Refusal `claim-text-not-chosen` where no text stood in the month and none was chosen, `claim-not-known` where a
 * figure is missing, `claim-nothing-owed` where no tier is reached.
 */
export function draftClaim(
  ports: Ports,
  startLetter: LetterStarter,
  {
    agreementId,
    month,
    unit,
  }: { readonly agreementId: string; readonly month: Month; readonly unit?: string | undefined },
): string {
  const { store } = ports;
  const basis = obligationBases(store, agreementId)(endOfDay(lastDayOf(month)));
  refuseUnchosen(basis);
  const log = outageLog(ports, agreementId).filter((row) => monthsOf([row]).includes(month));
  const level = monthLevel(basis, log, month, unit);
  const credit = owed(level);
  const before = claimOf(store, agreementId, month);
  if (before?.letterId !== undefined && before.amount === credit && before.state !== 'withdrawn')
    return before.letterId;
  return record(ports, () => {
    const letterId = startLetter(ports, SERVICE_LEVEL_CLAIM.id, letterValues(basis, level, log));
    const at = ports.now().toISOString();
    const body: KeptClaim = { month, amount: credit, letterId, history: [{ state: 'drafted', at, said: '' }] };
    return {
      entry: {
        at,
        kind: 'claim-drafted',
        subject: `agreement:${agreementId}`,
        payload: {
          month,
          version: basis.text.version.versionId,
          letter: letterId,
          availability: level.availability.known ? level.availability.value : 'not recorded',
          unavailableMinutes: level.unavailableMinutes,
          excludedMinutes: level.excludedMinutes,
          credit,
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

/** A claim rests on a text that stood in its month, or that the person chose for want of one. */
function refuseUnchosen({ text: { version } }: ObligationBasis): void {
  if (version.by === 'accepted' || version.by === 'chosen' || version.by === 'decided') return;
  throw new Refusal(
    'claim-text-not-chosen',
    sentence('rights.claim.text-not-chosen', { ordinal: version.ordinal }),
    sentence('rights.claim.text-not-chosen.next'),
  );
}

/** The amount owed. */
function owed(level: ServiceLevel): string {
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

function letterValues(basis: ObligationBasis, level: ServiceLevel, log: readonly OutagePaper[]): LetterValues {
  const { agreement, text } = basis;
  const tier = level.tier.known ? level.tier.value : undefined;
  const instances = [...new Set(log.flatMap(({ body }) => body.instances))];
  return {
    ...(agreement.provider === undefined ? {} : { addressee: agreement.provider }),
    agreementTitle: text.version.title,
    agreementVersion: `第 ${text.version.ordinal} 版`,
    service: serviceName(agreement.title),
    ...(instances.length === 0 ? {} : { instance: instances.join('、') }),
    month: level.month,
    ...(level.availability.known ? { availability: level.availability.value } : {}),
    ...(level.promised.known ? { promised: String(level.promised.value) } : {}),
    steps: workingRows(level),
    ...(tier ? { tier: tierWords(tier) } : {}),
    ...(level.creditPercent.known ? { credit: String(level.creditPercent.value) } : {}),
    ...(level.monthlyFee.known ? { monthlyFee: level.monthlyFee.value } : {}),
    ...(level.credit.known ? { amount: level.credit.value } : {}),
    clauses: clauseRows(level),
  };
}

/** `云企业网服务等级协议` is about 云企业网: the name without what kind of paper it is. */
function serviceName(title: string): string {
  return (
    title
      .replace(
        /(?:服务)?(?:等级|水平)?(?:协议|条款|承诺)(?:书)?(?:（.*）|\(.*\))?\s*$|\s*(?:SLA|service level agreement)\s*$/iu,
        '',
      )
      .trim() || title
  );
}

function tierWords({ below, from }: { readonly below: number; readonly from?: number }): string {
  return from === undefined ? `可用性低于 ${below}% 的档次` : `可用性低于 ${below}%、不低于 ${from}% 的档次`;
}

function workingRows(level: ServiceLevel): readonly RowValue[] {
  const { totalMinutes, unavailableMinutes, excludedMinutes, availability } = level;
  const yuan = (answer: Answer<string>): string => (answer.known ? `${answer.value} 元` : '');
  const tier = level.tier.known ? level.tier.value : undefined;
  const rows: readonly (readonly [string, string])[] = [
    [`${say(monthWords(level.month), 'zh')}总分钟数（${totalMinutes / 1440} 天 × 24 × 60）`, `${totalMinutes} 分钟`],
    ['服务不可用分钟数（重叠时段合并后）', `${unavailableMinutes} 分钟`],
    ...(excludedMinutes > 0 ? ([['除外情形分钟数（未计入）', `${excludedMinutes} 分钟`]] as const) : []),
    [
      `（${totalMinutes} − ${unavailableMinutes}）÷ ${totalMinutes} × 100%`,
      availability.known ? `${availability.value}%` : '没有记录',
    ],
    ...(level.monthlyFee.known ? ([['当月服务费', yuan(level.monthlyFee)]] as const) : []),
    [tier ? say(creditWords(tier.credit), 'zh') : '赔偿', yuan(level.credit)],
    ...(level.cap.known ? ([['赔偿上限', yuan(level.cap)]] as const) : []),
  ];
  return rows.map(([step, value]) => ({ step, value }));
}

/** Every clause that the figures rest on, once, with its words. */
function clauseRows(level: ServiceLevel): readonly RowValue[] {
  const answers: readonly Answer<unknown>[] = [
    level.promised,
    level.tier,
    level.cap,
    level.claim.opens,
    level.claim.closes,
  ];
  const cited = answers.flatMap(({ steps }) => steps).flatMap(({ clause }: TermStep) => (clause ? [clause] : []));
  const once = new Map(cited.map((clause) => [`${clause.number ?? ''} ${clause.quote ?? ''}`, clause]));
  return [...once.values()].map(({ number, quote }) => ({
    clause: number ?? '（无编号）',
    quote: oneLine(quote ?? ''),
  }));
}

/** Cells of a table are read as one sentence. */
const oneLine = (quote: string): string => quote.replace(/\s*[\t\n]\s*/gu, '，').trim();
