import type { ProgressEvent } from '../../contract/event.ts';
import { words, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { Handlers } from '../../contract/call.ts';
import type { scanCalls } from '../../contract/letters-scans.ts';
import type { ScanSheetView, ScanView } from '../../contract/letters-scans.ts';
import type { PrintExpectation } from '../../pdf/scan/expectation.ts';
import type { ScannedSheet } from '../../pdf/scan/read.ts';
import { judge, type Verdict } from '../../pdf/scan/verdict.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { type Letter, letterOf, saveLetter } from './letter-records.ts';
import { knownPrints, printsOf } from './letter-prints.ts';
import { type FileToKeep, named, toKeep } from '../../kernel/kept-files.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { foundSeals, sealZones } from './seal-places.ts';
import { type KeptCopy, sealedCopies } from '../../kernel/papers/sealed-copies.ts';
import { TEMPLATES } from '../../kernel/stored-names.ts';
import { type KeptScan, type ScanPaper, scanPapers } from './scan-records.ts';

/** The sealed paper comes back: read against the print, kept whole, decided by a person. */
export function scanHandlers(ports: Ports): Handlers<typeof scanCalls> {
  const { store, files } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'letters.scans': ({ letterId }) => scansOf(letterId),

    'letters.addScan': async ({ letterId, seal }) => {
      const letter = letterOf(store, letterId);
      const chosen = await files.choose({
        title: sentence('letters.scans.chosen.title'),
        extensions: ['pdf', 'jpg', 'jpeg', 'png'],
        multiple: true,
      });
      if (chosen.length === 0) return undefined;
      const prints = await printsOf(ports, letter, seal);
      const sheets = await readWithProgress(ports, inOrder(chosen), prints);
      const verdict = judge(
        sheets.map(({ reading }) => reading),
        prints,
        await knownPrints(ports),
      );
      return keep(letter, { files: inOrder(chosen), sheets, verdict, prints, seal });
    },

    'letters.decideScan': (input) => decide(input),

    'letters.scanPicture': ({ scanId, sheet }) => {
      const jpeg = store.attachments.bytes(scanOf(scanId).body.pictures[sheet - 1] ?? '');
      if (!jpeg) throw unknownThing(sentence('letters.scans.scan-handlers.letters-scan-picture'));
      return { jpeg };
    },
  };

  function scansOf(letterId: string): readonly ScanView[] {
    return scanPapers(store).list({ about: letterId }).map(view).toReversed();
  }

  function scanOf(id: string): ScanPaper {
    const row = scanPapers(store).get(id);
    if (!row) throw unknownThing(sentence('letters.scans.scan-of'));
    return row;
  }

  function keep(
    letter: Letter,
    read: {
      readonly files: readonly ChosenFile[];
      readonly sheets: readonly ScannedSheet[];
      readonly verdict: Verdict;
      readonly prints: readonly PrintExpectation[];
      readonly seal: Input<'letters.addScan'>['seal'];
    },
  ): ScanView {
    const { overall, checks, print: code } = read.verdict;
    const print = read.prints.find((candidate) => candidate.code === code);
    const [id, receivedAt] = [ports.newId(), at()];
    const scanned = read.files.map(toKeep);
    const pictures = read.sheets.map(({ preview }, index) =>
      toKeep({ name: `scan-${id}-${index + 1}.jpg`, bytes: preview }),
    );
    const body: KeptScan = {
      receivedAt,
      files: scanned.map(named),
      overall,
      checks,
      sheets: read.sheets.map((sheet) => sheetView(sheet, print)),
      ...read.seal,
      pictures: pictures.map(({ sha256 }) => sha256),
      ...(code === undefined ? {} : { print: code }),
    };
    record(ports, {
      entry: {
        at: receivedAt,
        kind: 'sealed-copy-received',
        subject: `letter:${letter.id}`,
        payload: {
          scan: id,
          files: scanned.map(({ name, sha256 }) => ({ name, sha256 })),
          overall,
          print: code ?? 'none',
          ...read.seal,
          checks: checks.map(({ kind, state, page, sheet, text }) => ({
            kind,
            state,
            page: page ?? 0,
            sheet: sheet ?? 0,
            text: { ...words(text) },
          })),
        },
      },
      files: [...scanned, ...pictures],
      write: () => scanPapers(store).put({ id, subject: letter.id, state: 'unchecked', body }, receivedAt),
      changed: ['letters'],
    });
    return view(scanOf(id));
  }

  function decide({ scanId, as, by, reason, signed = false }: Input<'letters.decideScan'>): ScanView {
    const row = scanOf(scanId);
    if (row.state !== 'unchecked') throw decidedAlready();
    if (as === 'confirmed' && row.body.overall !== 'complete') throw notComplete();
    const byHand = row.body.checks.some(({ kind }) => kind === 'signature');
    if (as === 'confirmed' && byHand && !signed) throw signatureUnseen();
    // agreeing with a scan that is not complete needs no reason; deciding against what was found does
    const against = as === 'overruled' || (as === 'rejected' && row.body.overall === 'complete');
    if (against && reason.trim() === '') throw reasonMissing();
    const said = { by, ...(reason.trim() === '' ? {} : { reason: reason.trim() }), ...(byHand ? { signed } : {}) };
    const decided = { at: at(), ...said };
    const letter = letterOf(store, row.subject ?? '');
    recordTogether(ports, () => {
      record(ports, {
        entry: {
          at: decided.at,
          kind: as === 'confirmed' ? 'sealed-copy-confirmed' : 'sealed-copy-overruled',
          subject: `letter:${letter.id}`,
          payload: { scan: scanId, as, overall: row.body.overall, files: [...row.body.files], ...said },
        },
        write: () => scanPapers(store).put({ id: scanId, state: as, body: { ...row.body, decided } }, decided.at),
        changed: ['letters'],
      });
      if (as === 'rejected') return;
      saveLetter(ports, letter, letter.body, 'sealed');
      countForVersion(letter, row, as, decided);
    });
    return view(scanOf(scanId));
  }

  /** A commitment letter is an imported text: its sealed paper is the sealed copy of that version, too. */
  function countForVersion(
    { body }: Letter,
    scan: ScanPaper,
    state: 'confirmed' | 'overruled',
    { at: stateAt, by, reason }: NonNullable<KeptScan['decided']>,
  ): void {
    const versionId = body.templateId.startsWith(TEMPLATES.commitment)
      ? body.templateId.slice(TEMPLATES.commitment.length)
      : undefined;
    if (versionId === undefined) return;
    const { files: kept, receivedAt } = scan.body;
    // several pictures are one copy: the list of their hashes stands for them
    const [only] = kept;
    const list = kept.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
    const listed: FileToKeep | undefined =
      kept.length === 1 ? undefined : toKeep({ name: `scan-${scan.id}.sha256`, bytes: new TextEncoder().encode(list) });
    const sha256 = listed?.sha256 ?? only?.sha256 ?? '';
    const id = ports.newId();
    const copy: KeptCopy = {
      id,
      receivedAt,
      sha256,
      state,
      stateAt,
      differences: [],
      name: kept.map(({ name }) => name).join('、'),
      compared: false,
      // The check looks for the seal of the company that fills the letter in, and for no other.
      seals: 'ours',
      by,
      ...(reason === undefined ? {} : { reason }),
    };
    record(ports, {
      entry: {
        at: stateAt,
        kind: state === 'confirmed' ? 'sealed-copy-confirmed' : 'sealed-copy-overruled',
        subject: `version:${versionId}`,
        payload: { copy: id, scan: scan.id, sha256, as: state, by, seals: 'ours' },
      },
      files: listed ? [listed] : [],
      write: () => sealedCopies(store).put({ id, subject: versionId, state, body: copy }, receivedAt),
      changed: ['library', 'review', 'notices', 'rights', 'agenda'],
    });
  }
}

function view({ id, subject, state, body }: ScanPaper): ScanView {
  const { receivedAt, files, overall, checks, sheets, decided } = body;
  return {
    id,
    letterId: subject ?? '',
    receivedAt,
    files,
    overall,
    checks,
    sheets,
    state,
    ...(decided ? { decided } : {}),
  };
}

function sheetView({ file, reading }: ScannedSheet, print: PrintExpectation | undefined): ScanSheetView {
  const { is, code } = reading;
  if (!print || !code || code.document !== print.code) return { file, is, zones: [], seals: [] };
  return {
    file,
    is,
    page: code.page,
    zones: sealZones(print, code.page),
    seals: foundSeals(print, reading, code.page),
  };
}

/** Names in the order a person counts in: 2 before 10. */
const inOrder = (files: readonly ChosenFile[]): readonly ChosenFile[] =>
  files.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));

async function readWithProgress(
  ports: Ports,
  files: readonly ChosenFile[],
  prints: readonly PrintExpectation[],
): Promise<readonly ScannedSheet[]> {
  const what = sentence('letters.scans.read-with-progress.what');
  const tell = (done: number, total: number, state: ProgressEvent['state']): void =>
    ports.emit('progress', { job: 'scan', what, done, total, state });
  try {
    const sheets = await ports.readScan(files, prints, (done, total) => tell(done, total, 'running'));
    tell(1, 1, 'done');
    return sheets;
  } catch (error) {
    tell(1, 1, 'failed');
    throw error;
  }
}

function decidedAlready(): Refusal {
  return new Refusal(
    'scan-decided',
    sentence('letters.scans.scan-decided'),
    sentence('letters.scans.scan-decided.next'),
  );
}

function notComplete(): Refusal {
  return new Refusal(
    'scan-not-complete',
    sentence('letters.scans.scan-not-complete'),
    sentence('letters.scans.scan-not-complete.next'),
  );
}

function signatureUnseen(): Refusal {
  return new Refusal(
    'signature-unseen',
    sentence('letters.scans.signature-unseen'),
    sentence('letters.scans.signature-unseen.next'),
    { field: 'signed' },
  );
}

function reasonMissing(): Refusal {
  return new Refusal(
    'reason-missing',
    sentence('letters.scans.reason-missing'),
    sentence('letters.scans.reason-missing.next'),
  );
}
