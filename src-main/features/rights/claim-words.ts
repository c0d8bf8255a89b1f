import { atOnce } from '../../agreement/at-once.ts';
import type { MonthView } from '../../contract/rights.ts';
import type { DraftedWords, ToldWords } from '../../kernel/between-features.ts';
import { statedVersionWords } from '../../kernel/papers/letter-words.ts';
import type { Ports } from '../../kernel/ports.ts';
import { periodMonths } from '../../term/service/period.ts';
import type { ServiceLevel } from '../../term/service/service-level.ts';
import { type ObligationBasis, obligationBases } from './basis.ts';
import { claimLetterValues } from './claim-letter.ts';
import { claimPapers, type KeptClaim } from './claim-records.ts';
import { inSlices, undisturbed } from './log/in-slices.ts';
import { type LogFile, logFilesOf } from './log/log-files.ts';
import { hasMany, outageLog, unpackingOutages } from './outage-records.ts';
import { around, outagesOf, periodLevelInSlices, periodOf, timeAround } from './period-level.ts';
import { monthInSlices } from './service-month.ts';

/** What the letter of a claim says, told anew in a language: for a draft that goes over to another one. */
export const claimWords: DraftedWords = (ports, letterId) => {
  const { store } = ports;
  const claim = claimPapers(store)
    .list()
    .find(({ body }) => body.letterId === letterId);
  if (claim?.subject === undefined) return undefined;
  const { subject, body } = claim;
  const told = ({ basis, level, view, logFiles }: Figures): ToldWords => {
    return (language) => {
      const version = statedVersionWords(store, { id: basis.text.version.versionId }, language);
      return claimLetterValues(basis, level, view, { language, version, logFiles });
    };
  };
  const counting = undisturbed(store, () => figuresOf(ports, subject, body));
  return hasMany(store, subject)
    ? inSlices(ports, counting).then(({ result }) => told(result))
    : told(atOnce(counting).result);
};

interface Figures {
  readonly basis: ObligationBasis;
  readonly level: ServiceLevel;
  readonly view: MonthView;
  readonly logFiles: readonly LogFile[];
}

function* figuresOf(ports: Ports, agreementId: string, { month: claimed, unit }: KeptClaim): Generator<void, Figures> {
  const { store } = ports;
  const { first: month } = periodMonths(claimed);
  const { period, basis } = periodOf(obligationBases(store, agreementId), month);
  yield* unpackingOutages(store, agreementId, timeAround(basis, period));
  const papers = yield* around(basis, outageLog(ports, agreementId), period);
  const outages = yield* outagesOf(papers);
  const level = yield* periodLevelInSlices(basis, outages, period, unit);
  const view = yield* monthInSlices(ports, agreementId, month, unit);
  return { basis, level, view, logFiles: logFilesOf(store, papers, view.rows) };
}
