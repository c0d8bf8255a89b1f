import { countCharacters } from '../../agreement/coverage.ts';
import { unanswered } from '../../acceptance/explanation.ts';
import type { Language } from '../../agreement/sentence.ts';
import type { Change } from '../../compare/comparison.ts';
import type { DecisionDay, DecisionPage, SigningHabit } from '../../contract/review.ts';
import type { SignatoryView } from '../../contract/settings.ts';
import type { DecisionDays } from '../../kernel/between-features.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { companies, type KeptCompany, onlyCompany } from '../../kernel/companies.ts';
import { statedEffective } from '../../kernel/history/happenings.ts';
import { readableRecord } from '../../kernel/kept-records.ts';
import type { Ports } from '../../kernel/ports.ts';
import { signatories } from '../../kernel/papers/signatories.ts';
import { type Matter, redlineBetween } from '../../kernel/version-in-review.ts';
import type { Store } from '../../store/store.ts';
import { lastConclusion } from './conclusions.ts';
import { explanationsOf } from './explanation-records.ts';
import { keyFacts } from './key-facts.ts';
import { keyKinds } from './key-kinds.ts';

/**
 * Everything that the decision shows beside the version itself. Without a company it speaks of the one that decided last,
 * or else of the only one.
 */
export function decisionPage(
  ports: Ports,
  matter: Matter,
  language: Language,
  wanted: string | undefined,
  daysOf: readonly DecisionDays[] = [],
): DecisionPage {
  const { store } = ports;
  const { agreement, document, previous, version, policy } = matter;
  const known = companies(store);
  const people = signatories(store, beijingToday(ports.now()), language);
  const habit = signedLast(store, known, people);
  const companyId = wanted ?? habit?.companyId ?? onlyCompany(store)?.id;
  const compared = previous && redlineBetween(ports, previous, version);
  const last = lastConclusion(store, agreement.provider);
  const effective = statedEffective(document);
  const before = previous && store.agreements.document(previous.id);
  return {
    words: countCharacters(store.agreements.canonicalText(version.id) ?? ''),
    facts: keyFacts(document, before),
    days: daysToTell(
      daysOf.flatMap((days) => days(ports, { agreementId: agreement.id, versionId: version.id, document })),
    ),
    kinds: keyKinds(document),
    openExplanations: unanswered(explanationsOf(store, version.id)).map(({ question, number, askedAt }) => ({
      question,
      askedAt,
      ...(number === undefined ? {} : { number }),
    })),
    companies: known.map(({ id, company: { name, creditCode } }) => ({ id, name, creditCode })),
    signatories: people,
    secondPersonNeeded: policy.secondPerson,
    policy,
    ...(companyId === undefined ? {} : { companyId }),
    ...(habit ? { signedLast: habit } : {}),
    ...(effective === undefined ? {} : { effective }),
    ...(last ? { lastConclusion: last } : {}),
    ...(compared && previous
      ? {
          changes: {
            material: compared.comparison.changes.filter(({ material }) => material).length,
            all: compared.comparison.changes.length,
            since: previous.ordinal,
            versionId: previous.id,
            clauses: reworded(compared.comparison.changes),
          },
        }
      : {}),
  };
}

/** Each day once; of several notices the first to fall. */
function daysToTell(days: readonly DecisionDay[]): readonly DecisionDay[] {
  const sorted = days.toSorted((one, other) => one.day.localeCompare(other.day));
  return sorted.filter(({ name }, at) => sorted.findIndex((each) => each.name === name) === at);
}

/** Clauses of the newer version itself, not of its annexes, whose words are not those of the older one. */
const reworded = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ kind, part, new: side }) =>
    side && part === 0 && side.role !== 'title' && (kind === 'added' || kind === 'changed') ? [side.id] : [],
  );

/** Who decided last, as far as company and person are still there. */
function signedLast(
  store: Store,
  known: readonly KeptCompany[],
  people: readonly SignatoryView[],
): SigningHabit | undefined {
  const row = store.acceptances.all().at(-1);
  const record = row && readableRecord(store, row.id)?.record;
  const company = known.find(({ company: { name } }) => name === record?.company.name);
  if (!record || !company) return undefined;
  const person = people.find(
    ({ companyId, name, basis, ended }) =>
      companyId === company.id && name === record.person.name && basis === record.authority.basis && !ended,
  );
  return { companyId: company.id, ...(person ? { signatoryId: person.id } : {}) };
}
