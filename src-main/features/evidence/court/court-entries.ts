import type { CompanyOf } from '../../../kernel/between-features.ts';
import { casePapers } from '../../../kernel/cases/case-papers.ts';
import { letterPapers } from '../../../kernel/papers/letters.ts';
import { paperIds, paperIdsAbout, PAPERS, TEMPLATES } from '../../../kernel/stored-names.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import type { Store } from '../../../store/store.ts';
import { ALWAYS_SHOWN, bundleStory, wholeLedger } from '../bundle-contents.ts';
import { said } from './exhibit-groups.ts';
import { tellsOfCounsel } from '../with-counsel.ts';
import { keepingLetters } from './keeping-papers.ts';

/** What the ledger says of these agreements: their texts and decisions, notices, letters, service and orders; oldest first. */
export function courtEntries(
  store: Store,
  agreementIds: readonly string[],
  companySaid: CompanyOf,
): readonly LedgerEntry[] {
  const stories = agreementIds.map((agreementId) => bundleStory(store, { kind: 'agreement', agreementId }));
  const entries = stories[0]?.entries ?? wholeLedger(store);
  const told = entries.filter((entry) => !ALWAYS_SHOWN.has(entry.subject) && stories.some(({ shown }) => shown(entry)));
  const subjects = relatedSubjects(store, agreementIds, told, companySaid);
  const known = new Set(told);
  const ofCounsel = tellsOfCounsel(store);
  return entries.filter((entry) => known.has(entry) || (subjects.has(entry.subject) && !ofCounsel(entry)));
}

/** Subjects that the texts and decisions alone do not lead to. */
function relatedSubjects(
  store: Store,
  agreementIds: readonly string[],
  told: readonly LedgerEntry[],
  companySaid: CompanyOf,
): ReadonlySet<string> {
  const notices = agreementIds
    .flatMap((id) => paperIdsAbout(store, PAPERS.notices.notice, id))
    .map((id) => `notice:${id}`);
  const captures = agreementIds.flatMap((id) => paperIdsAbout(store, PAPERS.evidence.capture, id));
  const versions = agreementIds.flatMap((id) => store.agreements.versionsOf(id));
  const about = new Set([...notices, ...told.map(({ subject }) => subject)]);
  const cases = casePapers(store)
    .list()
    .filter(
      ({ subject = '', body }) =>
        about.has(subject) || (body.agreementId !== undefined && agreementIds.includes(body.agreementId)),
    );
  const letters = [
    ...cases.flatMap(({ body }) => body.letterId ?? []),
    ...versions.flatMap(({ id }) =>
      letterPapers(store)
        .list({ about: `${TEMPLATES.commitment}${id}` })
        .map((paper) => paper.id),
    ),
    ...told.map((entry) => said(entry, 'letter')),
    ...keepingLetters(store, agreementIds, companySaid),
  ];
  return new Set([
    ...notices,
    ...cases.flatMap(({ subject }) => subject ?? []),
    ...letters.filter((id) => id !== '' && id !== 'none').map((id) => `letter:${id}`),
    ...captures.map((id) => `capture:${id}`),
    ...paperIds(store, PAPERS.evidence.deposit).map((id) => `deposit:${id}`),
  ]);
}
