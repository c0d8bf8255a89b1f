import { calledAt } from '../../../kernel/standing.ts';
import type { Sentence } from '../../../agreement/sentence.ts';
import type { CompanyOf } from '../../../kernel/between-features.ts';
import { caseByOrigin, LETTER_CASES } from '../../../kernel/cases/cases.ts';
import { companyFor } from '../../../kernel/companies.ts';
import { readableRecord } from '../../../kernel/kept-records.ts';
import { type Letter, letterName, letterPapers } from '../../../kernel/papers/letters.ts';
import { DATA_AGREEMENT } from '../../../letter/form/data-agreement.ts';
import { LEDGER_RULES } from '../../../letter/form/internal/ledger-rules.ts';
import type { Store } from '../../../store/store.ts';

/** A paper on how records are kept; `number`: its place in the list of evidence, absent where it is not handed in with it. */
export interface KeepingPaper {
  readonly title: Sentence;
  readonly number?: number;
}

/** What both parties agreed on keeping data, and under which agreement. */
export interface AgreedKeeping extends KeepingPaper {
  readonly agreement: string;
}

/** What is on paper of how records are made and kept: the company's own rules for it, and what it agreed with a provider. */
export interface KeepingPapers {
  /** The company's own rules for its ledger. */
  readonly rules?: KeepingPaper;
  readonly agreed: readonly AgreedKeeping[];
  /** Agreements of the list of which no such paper is kept. */
  readonly without: number;
}

/** A paper that came back sealed, or whose case is settled: a draft, or what was only sent, binds nobody. */
function stands(store: Store, { id, state }: Letter): boolean {
  return state === 'sealed' || caseByOrigin(store, [LETTER_CASES], `letter:${id}`)?.state === 'settled';
}

/** Letters of such a form that stand, oldest first. */
const standing = (store: Store, templateId: string): readonly Letter[] =>
  letterPapers(store)
    .list()
    .filter((letter) => letter.body.templateId === templateId && stands(store, letter));

/** Ids of the letters on keeping data that belong to a list of these agreements: of the companies' rules those of whose agreements they are. */
export function keepingLetters(
  store: Store,
  agreementIds: readonly string[],
  companySaid: CompanyOf,
): readonly string[] {
  const names = companyNames(store, agreementIds, companySaid);
  return [
    ...standing(store, LEDGER_RULES.id).filter(({ body: { values } }) => {
      const name = values['companyName'];
      return names === undefined || (typeof name === 'string' && names.has(name));
    }),
    ...standing(store, DATA_AGREEMENT.id).filter(({ body }) => agreementIds.includes(body.agreementId ?? '')),
  ].map(({ id }) => id);
}

/** Registered names of the companies that decided on these agreements, or that they are of, as a person said; undefined where none is known. */
function companyNames(
  store: Store,
  agreementIds: readonly string[],
  companySaid: CompanyOf,
): ReadonlySet<string> | undefined {
  const names = agreementIds.flatMap((agreementId): readonly string[] => {
    const decided = store.agreements
      .versionsOf(agreementId)
      .flatMap(({ id }) => store.acceptances.ofVersion(id))
      .flatMap(({ id }) => readableRecord(store, id)?.record.company.name ?? []);
    const name = companyFor(store, { agreementId }, { agreement: companySaid(store, agreementId) })?.company.company
      .name;
    return decided.length > 0 || name === undefined ? decided : [name];
  });
  return names.length === 0 ? undefined : new Set(names);
}

/**
 * The newest of these papers for a company, by its registered name, and for each agreement, with their places among the exhibits that
 * leave. The sealed scan counts before the paper that was printed.
 */
export function keepingPapers(
  store: Store,
  company: string | undefined,
  {
    agreementIds,
    exhibits,
    instant,
  }: {
    readonly agreementIds: readonly string[];
    readonly exhibits: readonly { key: string }[];
    readonly instant: string;
  },
): KeepingPapers {
  const told = ({ id, body }: Letter): KeepingPaper => {
    const place = ['sealed', 'letter']
      .map((kind) => exhibits.findIndex(({ key }) => key === `${kind}:${id}`))
      .find((index) => index >= 0);
    return { title: letterName(body), ...(place === undefined ? {} : { number: place + 1 }) };
  };
  const rules = standing(store, LEDGER_RULES.id).findLast(({ body }) => body.values['companyName'] === company);
  const all = standing(store, DATA_AGREEMENT.id);
  const agreed = agreementIds.flatMap((agreementId): readonly AgreedKeeping[] => {
    const letter = all.findLast(({ body }) => body.agreementId === agreementId);
    const agreement = calledAt(store, agreementId, instant);
    return letter ? [{ ...told(letter), agreement }] : [];
  });
  return { ...(rules ? { rules: told(rules) } : {}), agreed, without: agreementIds.length - agreed.length };
}
