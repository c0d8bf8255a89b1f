import { CERTIFICATE_TITLES, type CertificateContent, certificateContent } from '../../../acceptance/certificate.ts';
import { certificateFront } from '../../../acceptance/certificate-front.ts';
import { isRehearsal, type ProofFacts } from '../../../acceptance/certificate-proof.ts';
import { standingSection } from '../../../acceptance/certificate-standing.ts';
import { recordSubject } from '../../../acceptance/record.ts';
import { type RecordView, versionTitled } from '../../../acceptance/record-view.ts';
import { type Language, say } from '../../../agreement/sentence.ts';
import { companyOnPaper } from '../../../kernel/companies.ts';
import { keptRecord } from '../../../kernel/kept-records.ts';
import { DEMO, paperToPdf } from '../../../kernel/paper-pdf.ts';
import { ownVersionWords } from '../../../kernel/papers/letter-words.ts';
import { personOnPaper } from '../../../kernel/papers/signatories.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { sha256Hex } from '../../../ledger/node-digest.ts';
import type { AcceptanceRow } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';
import { certificateOnPaper } from './certificate-paper.ts';
import { frontFacts } from './certificate-facts.ts';
import { neutralDeposits, stampFacts } from '../deposit/deposit-facts.ts';
import { standingFacts } from '../version-standing.ts';

/** The certificate's words. A colleague's decision has no entry in this ledger; its bundle says where it stands. */
export function certificateWords(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  row: AcceptanceRow,
  signature: ProofFacts['signature'],
  language: Language,
): CertificateContent {
  const [entry] = store.ledger.ofSubject(recordSubject(row.id));
  const { record, json } = keptRecord(store, row.id);
  const place = entry ?? { sequence: 0, hash: record.previousLedgerHash, device: 'unsigned' };
  const told = standingFacts(store, row.versionId, now().toISOString());
  const content = certificateContent(
    record,
    {
      entry: { sequence: place.sequence, hash: place.hash, device: place.device },
      recordHash: sha256Hex(json),
      signature,
      shown: frontFacts(store, row, record),
      stamps: entry ? stampFacts(store) : [],
      deposits: entry ? neutralDeposits(store) : [],
    },
    language,
  );
  const [decision, ...others] = content.sections;
  return decision && told
    ? { ...content, sections: [decision, standingSection(told, record.company.name, language), ...others] }
    : content;
}

/** What the record of a decision is called, and the version that it is of by what its text says that it is, and our own count. */
export function certificateNamed(
  store: Store,
  { versionId, decision }: AcceptanceRow,
  { version }: RecordView,
  language: Language,
): { readonly title: string; readonly of: string } {
  return {
    title: say(CERTIFICATE_TITLES[decision], language),
    of: say(versionTitled(version, ownVersionWords(store, { id: versionId })), language),
  };
}

/** A record of review and decision as a paper. */
export interface CertificateSheet {
  readonly title: string;
  readonly of: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Makes the record of a decision in a language, as it stands now; with `at` of that time, the same whenever it is made. */
export async function certificateSheet(
  ports: Ports,
  row: AcceptanceRow,
  signature: ProofFacts['signature'],
  language: Language,
  at?: Date,
): Promise<CertificateSheet> {
  const { store } = ports;
  const { record: decided, json } = keptRecord(store, row.id);
  const content = certificateWords(ports, row, signature, language);
  const { title, of } = certificateNamed(store, row, decided, language);
  const paper = certificateOnPaper(content, frontOf(ports, row, decided, language), language, {
    of,
    // Who issues it is named as in its language; the decision itself has the registered name and the code.
    company: companyOnPaper(store, decided.company.name, language),
  });
  const { bytes, pages } = await paperToPdf(ports, paper, {
    fingerprint: sha256Hex(json),
    fingerprintOf: 'record',
    ...(at ? { at } : {}),
    author: decided.company.name,
    folio: 'of',
    ...(isRehearsal(decided) ? { standing: DEMO } : {}),
    attachment: { name: 'acceptance-record.json', json },
  });
  return { title, of, bytes, pages };
}

/** The certificate's first page, with what stands in the world after what was decided. */
function frontOf({ store, now }: Ports, row: AcceptanceRow, decided: RecordView, language: Language) {
  const called = companyOnPaper(store, decided.company.name, language);
  const person = personOnPaper(store, { name: decided.person.name, company: decided.company.name }, language);
  const facts = {
    ...frontFacts(store, row, decided),
    ...(called === decided.company.name ? {} : { called }),
    ...(person === decided.person.name ? {} : { personCalled: person }),
  };
  const [who, ...others] = certificateFront(decided, facts, language);
  const told = standingFacts(store, row.versionId, now().toISOString());
  return [
    ...(who ? [who] : []),
    ...(told ? [standingSection(told, decided.company.name, language, true)] : []),
    ...others,
  ];
}
