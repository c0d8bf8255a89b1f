import { words } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { Handlers } from '../../contract/call.ts';
import type { scanCalls } from '../../contract/letters-scans.ts';
import type { ScanSheetView, ScanView } from '../../contract/letters-scans.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { PrintExpectation } from '../../pdf/scan/expectation.ts';
import type { ScannedSheet } from '../../pdf/scan/read.ts';
import { judge, type Verdict } from '../../pdf/scan/verdict.ts';
import type { SealShape } from '../../pdf/finish/seal.ts';
import type { PaperRow } from '../../store/papers.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { type Letter, letterOf, saveLetter } from './letter-records.ts';
import { knownPrints, printsOf } from './letter-prints.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { salted } from '../../kernel/salt.ts';
import { foundSeals, sealZones } from './seal-places.ts';
import { type KeptCopy, SEALED } from '../../kernel/governing-text.ts';

/** A scan as it is kept: what the screen shows, and the hashes of the small pictures. */
interface KeptScan extends Omit<ScanView, 'id' | 'letterId' | 'state'> {
  readonly print?: string;
  readonly shape: SealShape;
  readonly seam: boolean;
  readonly pictures: readonly string[];
}

const SCAN = { desk: 'letters', kind: 'scan' } as const;
const COMMITMENT = 'commitment:';

/** The sealed paper comes back: read against the print, kept whole, decided by a person. */
export function scanHandlers(ports: Ports): Handlers<typeof scanCalls> {
  const { store, files, ledger } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'letters.scans': ({ letterId }) => scansOf(letterId),

    'letters.addScan': async ({ letterId, seal }) => {
      const letter = letterOf(store, letterId);
      const chosen = await files.choose({
        title: { zh: '选择盖章件的扫描件', en: 'Choose the scan of the sealed paper' },
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
      if (!jpeg) throw unknownThing({ zh: '这一张的图像', en: 'picture of this sheet' });
      return { jpeg };
    },
  };

  function scansOf(letterId: string): readonly ScanView[] {
    return store.papers.ofSubject<KeptScan>(SCAN.desk, SCAN.kind, letterId).map(view).toReversed();
  }

  function scanOf(id: string): PaperRow<KeptScan> {
    const row = store.papers.byId<KeptScan>(id);
    if (row?.kind !== SCAN.kind) throw unknownThing({ zh: '这份扫描件', en: 'scan' });
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
    store.transaction(() => {
      const kept = read.files.map((file) => keepBytes(file.name, mediaType(file.bytes), file.bytes));
      const pictures = read.sheets.map(
        ({ preview }, index) => keepBytes(`scan-${id}-${index + 1}.jpg`, 'image/jpeg', preview).sha256,
      );
      const body: KeptScan = {
        receivedAt,
        files: kept,
        overall,
        checks,
        sheets: read.sheets.map((sheet) => sheetView(sheet, print)),
        ...read.seal,
        pictures,
        ...(code === undefined ? {} : { print: code }),
      };
      store.papers.add({ ...SCAN, id, subject: letter.id, state: 'unchecked', body, createdAt: receivedAt });
      ledger.append({
        at: receivedAt,
        kind: 'sealed-copy-received',
        subject: `letter:${letter.id}`,
        payload: salted({
          scan: id,
          files: kept,
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
        }),
      });
    });
    ports.emit('changed', { features: ['letters', 'evidence'] });
    return view(scanOf(id));
  }

  function keepBytes(
    name: string,
    type: string,
    bytes: Uint8Array,
  ): { readonly name: string; readonly sha256: string } {
    const sha256 = sha256Hex(bytes);
    store.attachments.keep({ sha256, name, mediaType: type, bytes, at: at() });
    return { name, sha256 };
  }

  function decide({ scanId, as, by, reason }: Input<'letters.decideScan'>): ScanView {
    const row = scanOf(scanId);
    if (row.state !== 'unchecked') throw decidedAlready();
    if (as === 'confirmed' && row.body.overall !== 'complete') throw notComplete();
    // agreeing with a scan that is not complete needs no reason; deciding against what was found does
    const against = as === 'overruled' || (as === 'rejected' && row.body.overall === 'complete');
    if (against && reason.trim() === '') throw reasonMissing();
    const said = { by, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    const decided = { at: at(), ...said };
    const letter = letterOf(store, row.subject ?? '');
    store.transaction(() => {
      store.papers.update(scanId, as, { ...row.body, decided }, decided.at);
      ledger.append({
        at: decided.at,
        kind: as === 'confirmed' ? 'sealed-copy-confirmed' : 'sealed-copy-overruled',
        subject: `letter:${letter.id}`,
        payload: salted({ scan: scanId, as, overall: row.body.overall, files: [...row.body.files], ...said }),
      });
      if (as === 'rejected') return;
      saveLetter(ports, letter, letter.body, 'sealed');
      countForVersion(letter, row, as, decided);
    });
    ports.emit('changed', { features: ['letters', 'library', 'review', 'evidence'] });
    return view(scanOf(scanId));
  }

  /** A commitment letter is an imported text: its sealed paper is the sealed copy of that version, too. */
  function countForVersion(
    { body }: Letter,
    scan: PaperRow<KeptScan>,
    state: 'confirmed' | 'overruled',
    { at: stateAt, by, reason }: NonNullable<KeptScan['decided']>,
  ): void {
    const versionId = body.templateId.startsWith(COMMITMENT) ? body.templateId.slice(COMMITMENT.length) : undefined;
    if (versionId === undefined) return;
    const { files: kept, receivedAt } = scan.body;
    // several pictures are one copy: the list of their hashes stands for them
    const [only] = kept;
    const list = kept.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
    const whole =
      kept.length === 1 && only
        ? only
        : keepBytes(`scan-${scan.id}.sha256`, 'text/plain', new TextEncoder().encode(list));
    const id = ports.newId();
    const copy: KeptCopy = {
      id,
      receivedAt,
      sha256: whole.sha256,
      state,
      stateAt,
      differences: [],
      name: kept.map(({ name }) => name).join('、'),
      compared: false,
      by,
      ...(reason === undefined ? {} : { reason }),
    };
    store.papers.add({ ...SEALED, id, subject: versionId, state, body: copy, createdAt: receivedAt });
    ledger.append({
      at: stateAt,
      kind: state === 'confirmed' ? 'sealed-copy-confirmed' : 'sealed-copy-overruled',
      subject: `version:${versionId}`,
      payload: salted({ copy: id, scan: scan.id, sha256: whole.sha256, as: state, by }),
    });
  }
}

function view({ id, subject, state, body }: PaperRow<KeptScan>): ScanView {
  const { receivedAt, files, overall, checks, sheets, decided } = body;
  return {
    id,
    letterId: subject ?? '',
    receivedAt,
    files,
    overall,
    checks,
    sheets,
    state: state as ScanView['state'],
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
  const what = { zh: '正在核对扫描件', en: 'Checking the scan' };
  const tell = (done: number, total: number, finished = false): void =>
    ports.emit('progress', { job: 'scan', what, done, total, finished });
  try {
    return await ports.readScan(files, prints, (done, total) => tell(done, total));
  } finally {
    tell(1, 1, true);
  }
}

function mediaType([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xd8) return 'image/jpeg';
  return first === 0x89 ? 'image/png' : 'application/pdf';
}

function decidedAlready(): Refusal {
  return new Refusal(
    'scan-decided',
    { zh: '这份扫描件已经认定过，没有改动。', en: 'This scan was decided already; nothing was changed.' },
    { zh: '如须改判，请重新导入扫描件。', en: 'To decide anew, import the scan again.' },
  );
}

function notComplete(): Refusal {
  return new Refusal(
    'scan-not-complete',
    {
      zh: '核对结果不是“齐全”，不能直接确认，没有登记。',
      en: 'The result is not “complete”; it cannot simply be confirmed. Nothing was noted.',
    },
    { zh: '请重新扫描，或写明理由由人工认定。', en: 'Scan again, or overrule the result with a reason.' },
  );
}

function reasonMissing(): Refusal {
  return new Refusal(
    'reason-missing',
    {
      zh: '与核对结果不一致的认定须写明理由，没有登记。',
      en: 'Deciding against the result needs a reason; nothing was noted.',
    },
    { zh: '请填写理由。', en: 'Write the reason.' },
  );
}
