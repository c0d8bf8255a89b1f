import { say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { LetterOutput, SealChoice, SignatureNote } from '../../contract/letters.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import { caseStateOf, hasReached } from '../../letter/case.ts';
import { besideZone } from '../../pdf/finish/seal.ts';
import type { VisiblePlace } from '../../pdf/sign/signature.ts';
import type { Zone } from '../../pdf/typeset/links.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { filledOf, type KeptOutput, type Letter, type LetterState, outputOf, saveLetter } from './letter-records.ts';
import { printedValues, readyOf, readyPdf } from './letter-pages.ts';
import { printFonts } from '../../kernel/paper-pdf.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { Ports } from '../../kernel/ports.ts';
import { preferences } from '../../kernel/preferences.ts';
import { record } from '../../kernel/record.ts';
import { keptSigner } from '../../kernel/papers/signing-certificates.ts';

type Sign = Input<'letters.sign'>;

/** A file that was made of a letter, before it is kept. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly kind: LetterOutput['kind'];
  readonly format?: 'pdf' | 'docx';
  readonly entry: EntryKind;
  readonly zones?: readonly Zone[];
  readonly signatures?: readonly SignatureNote[];
  /** The output that this one continues. */
  readonly from?: string;
}

/** How far a file is, as its name says it. */
const STATE: Readonly<Record<LetterOutput['kind'], Sentence | undefined>> = {
  pdf: undefined,
  signed: sentence('letters.letter-outputs.signed'),
  'electronic-copy': sentence('letters.letter-outputs.copy'),
  'filled-form': sentence('letters.letter-outputs.filled'),
};

/** The finished PDF, or the provider's own file filled in. */
export async function exportLetter(ports: Ports, letter: Letter, seal: SealChoice): Promise<LetterOutput | undefined> {
  const { bytes, pages, zones, format } = await readyOf(ports, letter, seal);
  const kind = format === 'docx' ? 'filled-form' : 'pdf';
  return keepOutput(ports, letter, { bytes, pages, zones, kind, format, entry: 'letter-exported' });
}

/** Shows the system's print dialog with the finished PDF. */
export async function printLetter(ports: Ports, letter: Letter, seal: SealChoice): Promise<{ printed: boolean }> {
  const { bytes } = await readyPdf(ports, letter, seal);
  return { printed: await ports.print.dialog(bytes, letter.body.title) };
}

/** Places pictures of seal and signature on the finished print; every page then says that it is an electronic copy. */
export async function copyLetter(
  ports: Ports,
  letter: Letter,
  { seal, sealPicture, handwriting }: Input<'letters.copy'>,
): Promise<LetterOutput | undefined> {
  if (!sealPicture && !handwriting) throw noPicture();
  const { bytes, pages, zones, paper } = await readyPdf(ports, letter, { ...seal, guides: false });
  const { sealedCopy } = await import('../../pdf/finish/picture-copy.ts');
  const [zone] = zones;
  const { shape, seam, offset } = seal;
  const copy = await sealedCopy(
    bytes,
    {
      seal:
        sealPicture && zone ? { png: sealPicture, shape, page: zone.page, zone: zone.box, offset, seam } : undefined,
      handwriting,
    },
    { fonts: await printFonts(ports.files), at: ports.now(), language: paper.language },
  );
  return keepOutput(ports, letter, { bytes: copy, pages, zones, kind: 'electronic-copy', entry: 'letter-exported' });
}

/** Signs the paper, or an output that is signed already once more. Nothing when a dialog was closed. */
export async function signLetter(ports: Ports, letter: Letter, input: Sign): Promise<LetterOutput | undefined> {
  const { key, reason, output } = input;
  const before = output === undefined ? undefined : outputOf(letter, output);
  const signer =
    key.kind === 'kept' ? await keptSigner(ports, key.certificateId) : await fileSigner(ports, key.password);
  if (!signer) return undefined;
  const { signPdf, assertMaySign } = await import('../../pdf/sign/signature.ts');
  // said before the page is laid out: a certificate that may not sign needs no paper
  assertMaySign(signer.certificate, ports.now());
  const start = before
    ? { bytes: keptBytes(ports, before), pages: before.pages, zones: before.zones ?? [] }
    : await readyPdf(ports, letter, input.seal);
  const earlier = before?.signatures ?? [];
  const visible = input.visible === false ? undefined : await placeFor(ports, start.zones, earlier.length, input);
  const bytes = await signPdf(start.bytes, signer, {
    at: ports.now(),
    reason,
    ...(visible ? { visible } : {}),
  });
  const { subjectName: name, selfIssued } = signer.certificate;
  return keepOutput(ports, letter, {
    bytes,
    pages: start.pages,
    zones: start.zones,
    kind: 'signed',
    entry: 'letter-signed',
    signatures: [...earlier, { name, selfIssued }],
    ...(before ? { from: before.sha256 } : {}),
  });
}

/** The first signature stands at the seal zone, the second beside it; a third finds no free place and is not shown. */
async function placeFor(
  ports: Ports,
  [zone]: readonly Zone[],
  earlier: number,
  { seal, sealPicture }: Sign,
): Promise<VisiblePlace | undefined> {
  if (!zone || earlier > 1) return undefined;
  const fonts = await printFonts(ports.files);
  if (earlier === 1) return { page: zone.page, box: besideZone(zone.box), caption: 'inside', fonts };
  if (!sealPicture) return { page: zone.page, box: zone.box, fonts };
  const { x, y } = seal.offset ?? { x: 0, y: 0 };
  const box = { ...zone.box, left: zone.box.left + x, bottom: zone.box.bottom + y };
  return { page: zone.page, box, fonts, seal: { png: sealPicture, shape: seal.shape } };
}

async function fileSigner({ files }: Ports, password: string) {
  const [file] = await files.choose({
    title: sentence('letters.letter-outputs.file-signer.title'),
    extensions: ['p12', 'pfx'],
  });
  if (!file) return undefined;
  const { openP12 } = await import('../../pdf/sign/p12.ts');
  return openP12(file.bytes, password);
}

/** Saves the request over the last signature; it can be carried to an authority on any other computer. */
export async function timestampQuery(ports: Ports, letter: Letter, sha256: string) {
  const output = outputOf(letter, sha256);
  const { timestampQueryFor } = await import('../../pdf/sign/timestamp.ts');
  const bytes = await timestampQueryFor(keptBytes(ports, output));
  const saved = await ports.files.save({ name: `${output.name.replace(/\.pdf$/iu, '')}.tsq`, bytes });
  return saved === undefined ? undefined : { fileName: saved };
}

/** Puts the authority's answer into the signed file, which is kept as one more output. */
export async function timestampAnswer(ports: Ports, letter: Letter, sha256: string): Promise<LetterOutput | undefined> {
  const output = outputOf(letter, sha256);
  const [file] = await ports.files.choose({
    title: sentence('letters.letter-outputs.timestamp-answer.title'),
    extensions: ['tsr', 'tst', 'p7s', 'der'],
  });
  if (!file) return undefined;
  const [{ embedTimestamp }, { verifySignatures }] = await Promise.all([
    import('../../pdf/sign/timestamp.ts'),
    import('../../pdf/sign/verify.ts'),
  ]);
  const bytes = await embedTimestamp(keptBytes(ports, output), file.bytes);
  const reports = await verifySignatures(bytes);
  const signatures = (output.signatures ?? []).map((note, index): SignatureNote => {
    const stamp = reports[index]?.timestamp;
    return stamp ? { ...note, timestamp: { at: stamp.at.toISOString(), authority: stamp.authority } } : note;
  });
  const { pages, zones } = output;
  return keepOutput(ports, letter, {
    bytes,
    pages,
    kind: 'signed',
    entry: 'timestamp-attached',
    signatures,
    from: sha256,
    ...(zones ? { zones } : {}),
  });
}

function keptBytes({ store }: Ports, { sha256 }: LetterOutput): Uint8Array {
  const bytes = store.attachments.bytes(sha256);
  if (!bytes) throw unknownThing(sentence('letters.letter-outputs.kept-bytes'));
  return bytes;
}

/** The file goes where the person chooses; the very bytes are kept, with a ledger entry, in one transaction. */
async function keepOutput(ports: Ports, letter: Letter, made: Made): Promise<LetterOutput | undefined> {
  const name = await ports.files.save({ name: fileNameOf(ports, letter, made), bytes: made.bytes });
  return name === undefined ? undefined : noteOutput(ports, letter, made, name);
}

/** What a file made of this letter is called: whose, what, how far, of which day. */
export const fileNameOf = (
  { now, store }: Pick<Ports, 'now' | 'store'>,
  { body }: Letter,
  { kind, format = 'pdf' }: Pick<Made, 'kind' | 'format'>,
): string => {
  const { companyName } = body.values;
  const company = typeof companyName === 'string' ? companyName : undefined;
  const state = STATE[kind] && say(STATE[kind], preferences(store).language);
  return fileName({ company, paper: body.title, state, day: beijingToday(now()) }, format);
};

/** A letter never falls back: what was signed or came back sealed stays so, whatever else is exported. */
function stateAfter(state: string, kind: LetterOutput['kind']): LetterState {
  const reached = caseStateOf('letter', state);
  if (reached && hasReached(reached, 'sealed')) return state as LetterState;
  if (kind === 'signed') return 'signed';
  return state === 'signed' ? 'signed' : 'exported';
}

/** Keeps a file that was written, with its ledger entry. */
export function noteOutput(ports: Ports, letter: Letter, made: Made, name: string): LetterOutput {
  const { store } = ports;
  const at = ports.now().toISOString();
  const { bytes, kind, pages, signatures, zones, from } = made;
  const paper = filledOf(store, letter);
  const { fingerprint } = made.from === undefined ? paper : outputOf(letter, made.from);
  const file = toKeep({ name, bytes });
  const output: LetterOutput = {
    sha256: file.sha256,
    name,
    at,
    kind,
    pages,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(signatures ? { signatures } : {}),
  };
  const kept: KeptOutput = zones ? { ...output, zones } : output;
  return record(ports, {
    entry: {
      at,
      kind: made.entry,
      subject: `letter:${letter.id}`,
      payload: {
        sha256: output.sha256,
        name,
        kind,
        pages,
        title: letter.body.title,
        fingerprint: fingerprint ?? '',
        template: paper.template,
        values: JSON.stringify(printedValues(letter, paper)),
        signatures: (signatures ?? []).map((note) => ({ ...note, timestamp: note.timestamp ?? 'none' })),
        ...(from === undefined ? {} : { from }),
      },
    },
    files: [file],
    write: () => {
      const body = { ...letter.body, outputs: [...letter.body.outputs, kept] };
      saveLetter(ports, letter, body, stateAfter(letter.state, kind));
      return output;
    },
    changed: ['letters'],
  });
}

function noPicture(): Refusal {
  return new Refusal(
    'no-picture',
    sentence('letters.letter-outputs.no-picture'),
    sentence('letters.letter-outputs.no-picture.next'),
  );
}
