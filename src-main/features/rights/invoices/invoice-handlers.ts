import { words, type Sentence, sentence } from '../../../agreement/sentence.ts';
import { namingField, Refusal } from '../../../agreement/refusal.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { invoiceCalls, InvoiceFile, InvoiceInput } from '../../../contract/rights/invoices.ts';
import { beijingToday } from '../../../kernel/beijing-today.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { type FileToKeep, keepFile, toKeep } from '../../../kernel/kept-files.ts';
import { removePaper } from '../../../kernel/papers/removal.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import type { JsonObject } from '../../../ledger/canonical-json.ts';
import { normaliseCode, taxNumberFault } from '../../../letter/credit-code.ts';
import { formatYuan, parseYuan } from '../../../term/fees/money.ts';
import { signedFen } from '../../../term/invoice/compare-invoice.ts';
import { signedYuan } from '../../../term/invoice/signed-yuan.ts';
import { invoiceNumberFault, plainDigits } from '../../../term/invoice/invoice-kind.ts';
import { type InvoiceWords, invoiceWords } from '../../../term/invoice/invoice-words.ts';
import { isTakenBack } from '../../../term/invoice/red-letter.ts';
import { invoiceMonths, orderPapers } from '../order-records.ts';
import {
  INVOICE,
  invoiceEntry,
  type InvoicePaper,
  invoicePapers,
  type KeptInvoicePaper,
  leftOf,
  ofRequest,
} from './invoice-records.ts';
import { isKeptElsewhere, throwIfNoChange } from './invoice-rules.ts';
import { redAfter, undone } from './red-moves.ts';

const CHANGED = ['rights', 'agenda'] as const;

/** What an invoice comes as: its data, its page, a picture of a paper one, or an archive of them. */
const EXTENSIONS = ['xml', 'ofd', 'pdf', 'zip', 'png', 'jpg', 'jpeg'] as const;

/** Invoices as they came: their files and what these say, what they were used for, and how they were taken back. */
export function invoiceHandlers(ports: Ports): Handlers<typeof invoiceCalls> {
  const { store, files } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'rights.chooseInvoiceFiles': async () => {
      const chosen = await files.choose({
        title: sentence('rights.invoices.choose'),
        extensions: EXTENSIONS,
        multiple: true,
      });
      // Kept before anything of them is read.
      return Promise.all(chosen.map((file) => keepFile(ports, file)).map(({ sha256 }) => readKept(ports, sha256)));
    },

    'rights.keepInvoice': async ({ orderId, month, invoiceId, invoice, files: hashes }) => {
      const order = orderPapers(store).get(orderId);
      if (!order || !invoiceMonths(order.body).includes(month))
        throw unknownThing(sentence('rights.orders.keep-invoice'));
      const read = await Promise.all(hashes.map((sha256) => readKept(ports, sha256)));
      const before = invoiceId === undefined ? undefined : invoiceOf(invoiceId);
      const said = checked(invoice, beijingToday(ports.now()));
      if (before) throwIfNoChange(before.body, { ...said, orderId, month, files: hashes });
      const id = before?.id ?? ports.newId();
      const body: KeptInvoicePaper = {
        ...said,
        orderId,
        month,
        files: read.map(stored),
        ...(before?.body.use ? { use: before.body.use } : {}),
        red: before?.body.red ?? [],
      };
      record(ports, {
        entry: {
          kind: 'invoice-kept',
          subject: `agreement:${order.subject ?? ''}`,
          payload: { invoice: id, how: before ? 'changed' : 'added', ...invoiceEntry(body) },
        },
        files: hashes.map((sha256) => toKeep(fileOf(ports, sha256))),
        write: () => invoicePapers(store).put({ id, subject: order.subject ?? '', state: 'kept', body }, at()),
        changed: CHANGED,
      });
      return { invoiceId: id };
    },

    'rights.sayInvoiceUse': ({ invoiceId, use }) => {
      const paper = invoiceOf(invoiceId);
      if (use && use.on > beijingToday(ports.now())) throw inFuture('use.on');
      if (use && use.on < paper.body.issuedOn) throw beforeIssue('use.on');
      if (isTakenBack(paper.body.red, at())) throw usedAfterRed();
      const { use: _before, ...others } = paper.body;
      change(paper, { ...others, ...(use ? { use } : {}) }, 'invoice-use-said', {
        use: use?.how ?? 'none',
        ...(use ? { on: use.on } : {}),
      });
      return undefined;
    },

    'rights.tellRedLetter': async ({ invoiceId, red }) => {
      const hashes = red.move === 'issued' ? red.files : [];
      const read = (await Promise.all(hashes.map((sha256) => readKept(ports, sha256)))).map(stored);
      // Looked up after the reading: another word may have come meanwhile.
      const paper = invoiceOf(invoiceId);
      const all = invoicePapers(store).list();
      const left = leftOf(paper.body, ofRequest(all, paper.body.orderId, paper.body.month));
      const { issued, ...told } = redAfter(paper.body, red, { left, now: at() });
      if (issued && isKeptElsewhere(all, invoiceId, issued.number)) throw redNumberTaken();
      const next = { ...told, ...(issued ? { issued: { ...issued, files: read } } : {}) };
      const kept = hashes.map((sha256) => toKeep(fileOf(ports, sha256)));
      change(
        paper,
        { ...paper.body, red: [...paper.body.red, next] },
        'red-letter-told',
        {
          ...told,
          ...(issued ? { redNumber: issued.number, on: issued.on } : {}),
          ...(kept.length > 0 ? { files: kept.map(({ name, sha256 }) => ({ name, sha256 })) } : {}),
        },
        kept,
      );
      return undefined;
    },

    'rights.undoRedLetter': ({ invoiceId }) => {
      const paper = invoiceOf(invoiceId);
      const red = undone(paper.body.red);
      change(paper, { ...paper.body, red }, 'red-letter-told', { state: red.at(-1)?.state ?? 'none', how: 'undone' });
      return undefined;
    },

    'rights.removeInvoice': ({ invoiceId }) => removePaper(ports, INVOICE, invoiceOf(invoiceId)),

    'rights.saveInvoiceFile': async ({ invoiceId, sha256 }) => {
      const { files: own, red } = invoiceOf(invoiceId).body;
      const file = [...own, ...red.flatMap(({ issued }) => issued?.files ?? [])].find((each) => each.sha256 === sha256);
      if (!file) throw unknownThing(sentence('rights.invoices.file'));
      const fileName = await files.save(fileOf(ports, sha256));
      return fileName === undefined ? undefined : { fileName };
    },
  };

  function invoiceOf(id: string): InvoicePaper {
    const paper = invoicePapers(store).get(id);
    if (!paper) throw unknownThing(sentence('rights.invoices.noun'));
    return paper;
  }

  function change(
    { id, subject = '', body: { orderId, month, number } }: InvoicePaper,
    body: KeptInvoicePaper,
    kind: 'invoice-use-said' | 'red-letter-told',
    payload: JsonObject,
    kept: readonly FileToKeep[] = [],
  ): void {
    record(ports, {
      entry: {
        kind,
        subject: `agreement:${subject}`,
        payload: { invoice: id, order: orderId, month, number, ...payload },
      },
      files: kept,
      write: () => invoicePapers(store).put({ id, state: 'kept', body }, at()),
      changed: CHANGED,
    });
  }
}

/** A kept file with its bytes. */
function fileOf({ store }: Ports, sha256: string): { readonly name: string; readonly bytes: Uint8Array } {
  const kept = store.attachments.get(sha256);
  if (!kept) throw unknownThing(sentence('rights.invoices.file'));
  return { name: kept.name, bytes: new Uint8Array(store.attachments.bytes(sha256) ?? []) };
}

/** A kept file with what an invoice's reader finds in it; a file that it cannot read stays kept, and says why. */
async function readKept(ports: Ports, sha256: string): Promise<InvoiceFile> {
  const { name, bytes } = fileOf(ports, sha256);
  const file = { sha256, name, bytes: bytes.length };
  try {
    const read = invoiceWords(await ports.parse(bytes, name, { invoice: true }));
    return saysSomething(read) ? { ...file, read } : { ...file, unread: sentence('rights.invoices.says-nothing') };
  } catch (error) {
    if (error instanceof Refusal) return { ...file, unread: error.sentence };
    throw error;
  }
}

/** As it is stored: the words for which nothing was read stay as they were. */
const stored = ({ unread, ...file }: InvoiceFile): InvoiceFile => ({
  ...file,
  ...(unread ? { unread: words(unread) } : {}),
});

const saysSomething = ({ number, total }: InvoiceWords): boolean => number !== undefined || total !== undefined;

/** The invoice in one writing, with what cannot be so refused at its field. */
function checked(invoice: InvoiceInput, today: string): Omit<KeptInvoicePaper, 'orderId' | 'month' | 'files' | 'red'> {
  const { kind, rate, issuedOn } = invoice;
  const [number, code] = [plainDigits(invoice.number), plainDigits(invoice.code)];
  const fault = invoiceNumberFault(kind, number, code);
  if (fault)
    throw refusal('invoice-number', sentence(`rights.invoices.${fault}`), fault.startsWith('code') ? 'code' : 'number');
  if (issuedOn > today) throw inFuture('invoice.issuedOn');
  const buyerNumber = normaliseCode(invoice.buyerNumber);
  const buyerFault = taxNumberFault(buyerNumber);
  if (buyerFault === 'former') throw refusal('invoice-buyer', sentence('rights.invoices.buyer-former'), 'buyerNumber');
  // One made out to a person is kept as it came, and differs from what was asked for.
  if (buyerFault !== undefined && buyerFault !== 'organisation-check' && buyerFault !== 'person')
    throw refusal('invoice-buyer', sentence('rights.invoices.buyer-number'), 'buyerNumber');
  return {
    kind,
    number,
    code,
    issuedOn,
    buyer: invoice.buyer.trim(),
    buyerNumber,
    seller: invoice.seller.trim(),
    sellerNumber: normaliseCode(invoice.sellerNumber),
    net: money(invoice.net, 'net'),
    tax: money(invoice.tax, 'tax'),
    total: money(invoice.total, 'total'),
    rates: ratesIn(rate),
  };
}

/** Yuan with two decimals, with its minus; empty stays so. */
function money(text: string, member: string): string {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return '';
  return namingField(`invoice.${member}`, () => {
    const written = signedYuan(plain) ?? formatYuan(parseYuan(plain));
    return signedFen(written) === undefined ? '' : written;
  });
}

const ratesIn = (text: string): readonly string[] => [
  ...new Set([...text.normalize('NFKC').matchAll(/\d{1,2}(?:\.\d{1,2})?/gu)].map(([rate]) => `${Number(rate)}%`)),
];

const refusal = (code: string, text: Sentence, member: string): Refusal =>
  new Refusal(code, text, sentence('rights.invoices.as-on-it'), { field: `invoice.${member}` });

const inFuture = (field: string): Refusal =>
  new Refusal('invoice-future', sentence('rights.invoices.future'), sentence('rights.invoices.future.next'), { field });

const beforeIssue = (field: string): Refusal =>
  new Refusal(
    'invoice-before-issue',
    sentence('rights.invoices.before-issue'),
    sentence('rights.invoices.future.next'),
    {
      field,
    },
  );

const redNumberTaken = (): Refusal =>
  new Refusal('red-number-taken', sentence('rights.invoices.red-number-taken'), sentence('rights.invoices.as-on-it'), {
    field: 'red.number',
  });

const usedAfterRed = (): Refusal =>
  new Refusal('invoice-red', sentence('rights.invoices.use-after-red'), sentence('rights.invoices.use-after-red.next'));
