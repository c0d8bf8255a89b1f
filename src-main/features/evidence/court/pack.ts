import { type Language, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { LedgerVerdict } from '../../../contract/evidence.ts';
import { despiteFaults } from '../../../kernel/integrity/hand-out.ts';
import { refuseFaulty } from '../../../kernel/integrity/refuse.ts';
import type { CompanyOf } from '../../../kernel/between-features.ts';
import { companyFor, companyOnPaper } from '../../../kernel/companies.ts';
import { beijingToday } from '../../../kernel/beijing-today.ts';
import { fittingName } from '../../../kernel/files/file-name.ts';
import { readableRecord } from '../../../kernel/kept-records.ts';
import { paperToPdf } from '../../../kernel/paper-pdf.ts';
import type { RecordKinds } from '../../../kernel/papers/unreadable.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import { buildBundle } from '../../../ledger/bundle.ts';
import { isObject } from '../../../ledger/open-bundle.ts';
import { sha256, sha256Hex } from '../../../ledger/node-digest.ts';
import { type PackFile, packManifest, writePack } from '../../../ledger/pack/court-pack.ts';
import type { ChainHead } from '../../../ledger/entry.ts';
import type { Paper } from '../../../pdf/paper.ts';
import { contentsOf } from '../bundle-contents.ts';
import { scopeOf } from '../bundles.ts';
import { checkLedger, MOST_FAULTS } from '../ledger-check.ts';
import { captures as capturePapers } from '../capture/capture-records.ts';
import { neutralDeposits, stampFacts } from '../deposit/deposit-facts.ts';
import type { Store } from '../../../store/store.ts';
import { type ListedFile, listPaper } from './list-paper.ts';
import { type ListedExhibit, packStory } from './list-rows.ts';
import { type ExhibitsOnPaper, exhibitsOnPaper } from './pack-files.ts';
import { keepingPapers } from './keeping-papers.ts';
import { statementPaper } from './statement-paper.ts';
import type { StatementFacts } from './statement.ts';

/** What is to leave: the exhibits of a list that were not left out, in its order. */
export interface Leaving {
  readonly listId: string;
  readonly title: string;
  readonly agreementIds: readonly string[];
  readonly exhibits: readonly ListedExhibit[];
  readonly language: Language;
  /** By the person's word, whatever the records' faults. */
  readonly despite: boolean;
  /** How many adverse lines the person confirmed to have read. */
  readonly confirmed: number;
  /** Refuses where something adverse was recorded since. */
  readonly asSeen: () => void;
  /** The company that a person said an agreement is of. */
  readonly companySaid: CompanyOf;
}

/** A file that is ready to be saved. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The list of evidence as a paper by itself. */
export async function makeList(ports: Ports, leaving: Leaving): Promise<MadeFile> {
  const company = companyOf(ports, leaving);
  await refuseFaults(ports, leaving);
  const onPaper = await exhibitsOnPaper({ ports, company, language: leaving.language }, leaving.exhibits);
  const bytes = await listPdf(ports, leaving, onPaper, ports.now().toISOString());
  return { name: nameOf(ports, leaving, sentence('court.list.title'), 'pdf'), bytes };
}

/** The paper on the electronic data, resting on a verification of the whole ledger that is made for it. */
export async function makeStatement(ports: Ports, kinds: RecordKinds, leaving: Leaving): Promise<MadeFile> {
  const { bytes } = await statementPdf(ports, kinds, leaving);
  return { name: nameOf(ports, leaving, sentence('court.statement.title'), 'pdf'), bytes };
}

/**
 * Everything in one file: the list, the paper on the electronic data, the exhibits numbered as in the list, the bundle that proves
 * them, and the sums. The ledger holds the hash of the pack's list before the bundle is made, so that the bundle vouches for it.
 */
export async function makePack(ports: Ports, kinds: RecordKinds, leaving: Leaving): Promise<MadeFile> {
  const { store } = ports;
  const { language, exhibits, listId, confirmed, title } = leaving;
  await refuseFaults(ports, leaving);
  const statement = await statementPdf(ports, kinds, leaving);
  const made = ports.now().toISOString();
  const onPaper = await exhibitsOnPaper({ ports, company: statement.company, language }, exhibits);
  const word = (text: Sentence): string => say(text, language);
  const files: readonly PackFile[] = [
    { path: `${word(sentence('court.list.title'))}.pdf`, bytes: await listPdf(ports, leaving, onPaper, made) },
    { path: `${word(sentence('court.statement.title'))}.pdf`, bytes: statement.bytes },
    ...onPaper.files,
    { path: 'verify.html', bytes: await ports.files.asset('verify.html') },
  ];
  const verifier = await ports.files.asset('verify.html');
  // From here on nothing is waited for: the list, what was confirmed and the bundle are of one state of the records.
  leaving.asSeen();
  const manifest = packManifest({ made, head: headOf(ports), rows: onPaper.rows }, files, sha256);
  record(ports, {
    entry: {
      kind: 'court-pack-made',
      subject: `court-list:${listId}`,
      payload: { manifest: manifest.sha256, title, exhibits: exhibits.length, confirmedAdverse: confirmed },
    },
    write: () => undefined,
    changed: ['evidence'],
  });
  const story = packStory(store, exhibits);
  const signer = ports.ledger.signer();
  const contents = contentsOf(
    store,
    {
      ...story,
      shown: (entry) =>
        story.shown(entry) || (isObject(entry.payload) && entry.payload['manifest'] === manifest.sha256),
    },
    verifier,
  );
  const bundle = buildBundle(contents, { digest: sha256, language: leaving.language, ...(signer ? { signer } : {}) });
  const bytes = writePack(files, manifest.bytes, bundle, sha256);
  return { name: nameOf(ports, leaving, sentence('court.file.pack'), 'zip'), bytes };
}

/** Saves what was made, in the words of the person whose word it goes by where the records have a fault. */
export const saveMade = (ports: Ports, file: MadeFile): Promise<string | undefined> =>
  despiteFaults(() => ports.files.save(file));

async function refuseFaults(ports: Ports, { exhibits, despite }: Leaving): Promise<void> {
  if (despite) return;
  const verifier = new Uint8Array();
  await refuseFaulty(ports, scopeOf(contentsOf(ports.store, packStory(ports.store, exhibits), verifier)));
}

async function listPdf(
  ports: Ports,
  leaving: Leaving,
  { rows, files, spans }: ExhibitsOnPaper,
  made: string,
): Promise<Uint8Array> {
  const { language, title } = leaving;
  const company = companyOf(ports, leaving);
  const numbers = new Map(rows.flatMap((row) => row.files.map((path) => [path, String(row.number)] as const)));
  const listed = files.map(({ path, bytes }): ListedFile => ({
    number: numbers.get(path) ?? '',
    path,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
    ...(spans.has(path) ? { pages: spans.get(path) ?? '' } : {}),
  }));
  const head = headOf(ports);
  const paper = listPaper({ title, company, made, head, rows, files: listed }, language);
  return onPaper(ports, paper, head.hash, company);
}

async function statementPdf(ports: Ports, kinds: RecordKinds, leaving: Leaving) {
  const company = companyOf(ports, leaving);
  const facts = await statementFacts(ports, kinds, company, leaving);
  const bytes = await onPaper(
    ports,
    statementPaper(leaving.title, facts, leaving.language),
    headOf(ports).hash,
    company,
  );
  return { bytes, company };
}

async function onPaper(ports: Ports, paper: Paper, fingerprint: string, author: string): Promise<Uint8Array> {
  return (await paperToPdf(ports, paper, { fingerprint, fingerprintOf: 'ledger-end', author, folio: 'of' })).bytes;
}

/** What the paper on the electronic data says, from a verification of everything that is made now. */
async function statementFacts(
  ports: Ports,
  kinds: RecordKinds,
  company: string,
  leaving: Leaving,
): Promise<StatementFacts> {
  const { exhibits } = leaving;
  const { store, environment, support } = ports;
  const at = ports.now().toISOString();
  const verdict: LedgerVerdict = await checkLedger(store, at, kinds, await ports.anchors?.());
  return {
    company,
    at,
    verdict,
    moreFaults: verdict.faults.length >= MOST_FAULTS,
    entries: packStory(store, exhibits).entries,
    build: environment.build,
    device: environment.device,
    stamps: stampFacts(store),
    deposits: neutralDeposits(store),
    file: support.fileCheck().state,
    sources: store.sources.all().length,
    captured: new Set(
      capturePapers(store)
        .list()
        .flatMap(({ body }) => body.files.map(({ sha256 }) => sha256)),
    ).size,
    captures: exhibits.filter(hasSheet).length,
    keeping: keepingPapers(store, registeredCompany(store, leaving), { ...leaving, instant: at }),
  };
}

/** Where the ledger stands. It is never empty: its opening is its first entry. */
function headOf({ store }: Ports): ChainHead {
  const head = store.ledger.head();
  return { sequence: head?.sequence ?? 0, hash: head?.hash ?? '' };
}

/** A capture whose record sheet was made, and is enclosed with it. */
const hasSheet = ({ kind, entries }: ListedExhibit): boolean =>
  kind === 'capture' && entries.some((entry) => entry.kind === 'capture-sheet-exported');

/**
 * Who hands it in: the company of the decision that was made last, in whatever order the list has them; else the one that the agreements
 * are of, where it is one and the same. Of several none is guessed.
 */
function companyOf({ store }: Ports, leaving: Leaving): string {
  const name = registeredCompany(store, leaving);
  const { language } = leaving;
  return name === undefined
    ? say(sentence('court.paper.some-company'), language)
    : companyOnPaper(store, name, language);
}

/** The same by its registered name; undefined where it is not known. */
function registeredCompany(store: Store, { exhibits, agreementIds, companySaid }: Leaving): string | undefined {
  const [newest] = exhibits
    .filter(({ kind }) => kind === 'decision')
    .toSorted((a, b) => (b.entries[0]?.sequence ?? 0) - (a.entries[0]?.sequence ?? 0));
  const decided = newest && readableRecord(store, newest.key.slice('decision:'.length))?.record;
  if (decided) return decided.company.name;
  const names = new Set(
    agreementIds.map(
      (agreementId) =>
        companyFor(store, { agreementId }, { agreement: companySaid(store, agreementId) })?.company.company.name,
    ),
  );
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

const nameOf = (ports: Ports, { title, language }: Leaving, what: Sentence, extension: string): string =>
  fittingName(`${say(what, language)} ${title} ${beijingToday(ports.now())}.${extension}`);
