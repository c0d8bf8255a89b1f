import { LAWS, lawById } from './laws.ts';
import { listed } from '../agreement/sentence.ts';
import { chineseNumeral } from '../agreement/quantity/numerals.ts';

/** A rule that our papers cite, as it was in force when the table was last gone through. */
export interface Statute {
  /** The law as a paper names it the first time. */
  readonly law: string;
  readonly english: string;
  readonly article: string;
  /** Civil date from which it is in force in these words. */
  readonly since: string;
}

/** The month in which the table was last held against the law. The papers are templates and no legal advice. */
export const STATE_OF_LAW = LAWS.asOf.slice(0, 7);

/** Articles of one law of the table of laws. */
const of =
  (id: string) =>
  (article: string): Statute => {
    const { zh, en, since } = lawById(id);
    return { law: `《${zh[0]}》`, english: en[0], article, since };
  };
const civil = of('civil-code');
const contracts = of('contracts-interpretation');
const personal = of('personal-information');
const evidence = of('evidence-provisions');
const signatures = of('electronic-signatures');

/** Everything that a paper of ours cites; a citation that does not stand here is on no paper (a test). */
export const STATUTES = {
  /** A declaration takes effect on arrival; as a data message, on entering the designated system. */
  arrival: civil('第一百三十七条'),
  /** Silence is assent only where agreed, provided or customary. */
  silence: civil('第一百四十条第二款'),
  /** What an agent does within the authority binds the principal. */
  agency: civil('第一百六十二条'),
  /** No sub-agent without consent. */
  subAgent: civil('第一百六十九条'),
  /** Acts without authority that nobody ratified, and where authority was apparent. */
  noAuthority: civil('第一百七十一条第一款'),
  apparentAuthority: civil('第一百七十二条'),
  /** An agency ends when the principal withdraws it. */
  agencyEnds: civil('第一百七十三条'),
  /** Three years' limitation. */
  limitation: civil('第一百八十八条'),
  /** A demand to perform interrupts limitation. */
  interruption: civil('第一百九十五条'),
  /** Standard terms: to be brought to notice and explained. */
  explained: civil('第四百九十六条第二款'),
  /** Standard terms that are void. */
  voidTerms: civil('第四百九十七条'),
  /** No exemption for intent, gross negligence and personal injury. */
  noExemption: civil('第五百零六条'),
  /** A contract is changed by agreement. */
  change: civil('第五百四十三条'),
  /** A debt is transferred with the creditor's consent; silence is none. */
  debtTransfer: civil('第五百五十一条'),
  /** A creditor who is asked and says nothing has not consented. */
  debtTransferSilence: civil('第五百五十一条第二款'),
  /** Rights and obligations together, with the other party's consent. */
  contractTransfer: civil('第五百五十五条'),
  /** Duties after the end: to inform, assist, keep secret. */
  afterEnd: civil('第五百五十八条'),
  /** Termination on an agreed ground. */
  agreedTermination: civil('第五百六十二条第二款'),
  /** Termination for a refusal ahead of time; after a demand where a principal obligation is delayed; for another breach that defeats the purpose. */
  refusedAhead: civil('第五百六十三条第一款第二项'),
  afterDemand: civil('第五百六十三条第一款第三项'),
  purposeDefeated: civil('第五百六十三条第一款第四项'),
  /** A contract for continuing performance without a fixed term is ended by a notice a reasonable time ahead. */
  openEnded: civil('第五百六十三条第二款'),
  /** The right to terminate lapses after a year. */
  terminationLapses: civil('第五百六十四条'),
  /** Termination takes effect when the notice arrives. */
  terminationArrives: civil('第五百六十五条第一款'),
  /** What follows from termination, and that it leaves the claim for breach. */
  afterTermination: civil('第五百六十六条'),
  terminatedForBreach: civil('第五百六十六条第二款'),
  /** Terms on settlement outlast the contract. */
  settlement: civil('第五百六十七条'),
  /** Performance, remedies or damages for breach. */
  breach: civil('第五百七十七条'),
  /** Damages: the loss caused, as far as it could be foreseen. */
  damages: civil('第五百八十四条'),
  /** How standard terms are to be explained. */
  explaining: contracts('第十条'),
  /** Personal data are given back or erased when the contract of processing ends. */
  processorReturns: personal('第二十一条第二款'),
  /** What a court judges electronic data by. */
  judgedBy: evidence('第九十三条'),
  /** Electronic data that were kept in the way agreed. */
  agreedKeeping: evidence('第九十四条第一款第五项'),
  /** When a data message meets the demands on an original, and how it is weighed as evidence. */
  originalForm: signatures('第五条'),
  weighed: signatures('第八条'),
} as const satisfies Readonly<Record<string, Statute>>;
export type StatuteName = keyof typeof STATUTES;

/** As cited the first time: law and article. */
export const cited = (name: StatuteName): string => `${STATUTES[name].law}${STATUTES[name].article}`;

/** As cited once its law was named. */
export const article = (name: StatuteName): string => STATUTES[name].article;

/** Items of one paragraph once its law was named: what the first one says is not said again for the second. */
export const itemsOf = (first: StatuteName, second: StatuteName): string =>
  `${article(first)}、${article(second).replace(/^.*款/u, '')}`;

const PARTS = /^第([^条]+)条(?:第([^款]+)款)?(?:第([^项]+)项)?$/u;

/** Articles as an English paper cites them: `Article 563(1)(3)`, `Articles 577 and 584`. */
export function articlesEnglish(...names: readonly StatuteName[]): string {
  const numbers = names.map(numberEnglish);
  return `${numbers.length === 1 ? 'Article' : 'Articles'} ${listed(numbers, 'en', 'and')}`;
}

function numberEnglish(name: StatuteName): string {
  const parts = (PARTS.exec(STATUTES[name].article) ?? []).slice(1).flatMap((part) => part ?? []);
  const [number = '', ...inside] = parts.map((part) => String(chineseNumeral(part) ?? part));
  return `${number}${inside.map((part) => `(${part})`).join('')}`;
}

/** Articles of one law as an English paper cites them the first time, with the law. */
export const citedEnglish = (first: StatuteName, ...others: readonly StatuteName[]): string =>
  `${articlesEnglish(first, ...others)} of ${STATUTES[first].english}`;
