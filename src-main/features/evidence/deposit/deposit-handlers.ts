import { nameOnPaper } from '../../../letter/profile.ts';
import { Buffer } from 'node:buffer';
import { Refusal } from '../../../agreement/refusal.ts';
import { listed, say, sentence } from '../../../agreement/sentence.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { Input } from '../../../contract/index.ts';
import type { depositCalls, DepositView } from '../../../contract/evidence/deposits.ts';
import { beijingToday } from '../../../kernel/beijing-today.ts';
import { companies } from '../../../kernel/companies.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { keepChosen, keptFile } from '../../../kernel/kept-files.ts';
import { paperToPdf } from '../../../kernel/paper-pdf.ts';
import type { Paper } from '../../../kernel/papers/repository.ts';
import type { ChosenFile, Ports } from '../../../kernel/ports.ts';
import { record, recordTogether } from '../../../kernel/record.ts';
import type { JsonObject } from '../../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import { fromHex } from '../../../ledger/hex.ts';
import { keepRequest, stampOf, stampRequest } from '../timestamps.ts';
import { AUTHORITY_WORDS, kindOfAuthority } from './authority.ts';
import { draftMail, mailboxes } from './deposit-mail.ts';
import { depositPaper } from './deposit-paper.ts';
import {
  agreesWith,
  depositPapers,
  type DepositState,
  type KeptDeposit,
  type KeptReceipt,
  receiptNow,
} from './deposit-records.ts';

type DepositPaper = Paper<KeptDeposit, DepositState>;

/** The ledger's hash handed to others, with what came back: whatever happens to this computer, they have what it was. */
export function depositHandlers(ports: Ports): Handlers<typeof depositCalls> {
  const { store, files } = ports;
  const depositOf = (id: string): DepositPaper => {
    const paper = depositPapers(store).get(id);
    if (!paper) throw unknownThing(sentence('court.deposit.noun'));
    return paper;
  };

  return {
    'evidence.deposits': () =>
      depositPapers(store)
        .list()
        .map((paper) => depositView(ports, paper))
        .toReversed(),

    'evidence.deposit': async (input) => {
      if (input.way === 'mail' && input.to.trim() !== '' && mailboxes(input.to).length === 0) throw noAddress();
      const head = store.ledger.head();
      if (!head) throw unknownThing(sentence('evidence.ledger-subjects.only.ledger-own'));
      const sheet = await sheetOf(ports, input, head);
      const request = input.way === 'timestamp' ? await stampRequest(head) : undefined;
      const toHand = handedOver(ports, input, { head, sheet, request: request?.bytes });
      if (!(await saved(toHand))) return undefined;
      const id = ports.newId();
      const at = ports.now().toISOString();
      const { way, by, to } = input;
      const body: KeptDeposit = {
        way,
        by: by.trim(),
        to: to.trim(),
        head: { sequence: head.sequence, hash: head.hash },
      };
      recordTogether(ports, () => {
        record(ports, {
          entry: {
            at,
            kind: 'deposit-made',
            subject: `deposit:${id}`,
            payload: { way, sequence: head.sequence, hash: head.hash, by: body.by, to: body.to },
          },
          write: () => depositPapers(store).put({ id, state: 'made', body }, at),
          changed: ['evidence'],
        });
        if (request) keepRequest(ports, request.body);
      });
      return depositView(ports, depositOf(id));
    },

    'evidence.keepReceipt': ({ depositId }) => {
      const { way } = depositOf(depositId).body;
      return keepChosen(ports, {
        title: sentence('court.deposit.choose-receipt'),
        extensions:
          way === 'timestamp'
            ? ['tsr', 'der']
            : ['pdf', 'png', 'jpg', 'jpeg', 'eml', 'txt', 'json', 'xml', 'zip', 'ofd'],
      });
    },

    'evidence.receipt': async (input) => {
      const paper = depositOf(input.depositId);
      const receipt = await receiptOf(ports, paper, input);
      const at = ports.now().toISOString();
      record(ports, {
        entry: {
          at,
          kind: 'deposit-receipt-kept',
          subject: `deposit:${paper.id}`,
          payload: { way: paper.body.way, ...receipt } as unknown as JsonObject,
        },
        write: () =>
          depositPapers(store).put({ id: paper.id, state: 'received', body: { ...paper.body, receipt } }, at),
        changed: ['evidence'],
      });
      return depositView(ports, depositOf(paper.id));
    },
  };

  async function saved(toHand: readonly ChosenFile[]): Promise<boolean> {
    const [file, ...more] = toHand;
    if (!file) return false;
    if (more.length === 0) return (await files.save(file)) !== undefined;
    return (await files.saveAll({ title: sentence('court.deposit.choose-folder'), files: toHand })) !== undefined;
  }
}

function depositView({ store }: Ports, { id, body, createdAt }: DepositPaper): DepositView {
  const { way, head, by, to } = body;
  const receipt = receiptNow(store, body);
  return {
    id,
    way,
    ...head,
    at: createdAt,
    by,
    to,
    agrees: agreesWith(store, body),
    ...(receipt ? { receipt, authority: AUTHORITY_WORDS[receipt.kind] } : {}),
  };
}

/** The sheet as a PDF. */
async function sheetOf(
  ports: Ports,
  { way, by, to, language }: Input<'evidence.deposit'>,
  head: LedgerEntry,
): Promise<ChosenFile> {
  // The ledger is kept for every company in it.
  const names = companies(ports.store).map(({ company: each }) => nameOnPaper(each, language));
  const some = say(sentence('court.paper.some-company'), language);
  const company = names.length === 0 ? some : listed(names, language);
  const made = ports.now().toISOString();
  const paper = depositPaper({ way, head, written: head.at, made, company, by: by.trim(), to: to.trim() }, language);
  const { bytes } = await paperToPdf(ports, paper, {
    fingerprint: head.hash,
    fingerprintOf: 'ledger-end',
    author: company,
    folio: 'of',
  });
  return {
    name: `${say(sentence('court.deposit.title'), language)} ${head.sequence} ${beijingToday(ports.now())}.pdf`,
    bytes,
  };
}

/** What is saved for the way that was chosen: the sheet; with it the request for a stamp, or around it the mail. */
function handedOver(
  ports: Ports,
  { way, to, language }: Input<'evidence.deposit'>,
  {
    head,
    sheet,
    request,
  }: { readonly head: LedgerEntry; readonly sheet: ChosenFile; readonly request: Uint8Array | undefined },
): readonly ChosenFile[] {
  if (request) return [{ name: `assent-${head.sequence}.tsq`, bytes: request }, sheet];
  if (way !== 'mail') return [sheet];
  const { sequence, hash } = head;
  const bytes = draftMail({
    to: to.trim(),
    subject: say(sentence('court.deposit.mail-subject', { sequence }), language),
    text: say(sentence('court.deposit.mail-text', { sequence, hash }), language),
    attachment: sheet,
    boundary: `assent-${hash.slice(0, 32)}-${ports.now().getTime()}`,
  });
  return [{ name: sheet.name.replace(/\.pdf$/u, '.eml'), bytes }];
}

/** A receipt with what was found of it: whose, of which kind, and whether it is about this hash. */
async function receiptOf(
  ports: Ports,
  { body: { way, head } }: DepositPaper,
  { file, authority, number, nationalTime, on, by }: Input<'evidence.receipt'>,
): Promise<KeptReceipt> {
  const { store } = ports;
  const kept = keptFile(store, file);
  const bytes = new Uint8Array(store.attachments.bytes(file) ?? []);
  const licence = number.trim();
  const said = { file: kept, number: licence, on, by: by.trim() };
  if (way !== 'timestamp') {
    const kind = kindOfAuthority({ way, trusted: false, licence, nationalTime: nationalTime === true });
    return { ...said, authority: authority.trim(), kind, holds: names(bytes, head.hash) ? 'named' : 'not-found' };
  }
  const stamp = await stampOf(ports, { name: kept.name, bytes });
  if (stamp.hash !== head.hash) throw ofAnother(stamp.sequence);
  const { country, trusted } = stamp;
  const kind = kindOfAuthority({ way, country, trusted, licence, nationalTime: nationalTime === true });
  // Who signed is what the certificate says, not what was typed.
  return {
    ...said,
    authority: stamp.authority ?? authority.trim(),
    kind,
    holds: 'stamped',
    nationalTime: nationalTime === true,
    ...(country === undefined ? {} : { country }),
  };
}

/** Whether a file has the hash in it as it can be read without opening the file's format: as hex, in base64, or as bytes. */
function names(bytes: Uint8Array, hash: string): boolean {
  const text = Buffer.from(bytes);
  const raw = Buffer.from(fromHex(hash));
  return (
    text.includes(hash) ||
    text.includes(hash.toUpperCase()) ||
    text.includes(raw) ||
    text.includes(raw.toString('base64'))
  );
}

const ofAnother = (sequence: number): Refusal =>
  new Refusal(
    'timestamp-not-ours',
    sentence('court.deposit.of-another', { sequence }),
    sentence('evidence.timestamps.timestamp-not-ours.next'),
  );

const noAddress = (): Refusal =>
  new Refusal('mail-address', sentence('court.deposit.no-address'), sentence('court.deposit.no-address.next'), {
    field: 'to',
  });
