import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { say } from '../../../../../src-main/agreement/sentence.ts';
import { AUTHORITY_WORDS, kindOfAuthority } from '../../../../../src-main/features/evidence/deposit/authority.ts';
import { neutralDeposits, stampFacts } from '../../../../../src-main/features/evidence/deposit/deposit-facts.ts';
import { draftMail, mailboxes } from '../../../../../src-main/features/evidence/deposit/deposit-mail.ts';
import { exhibitsOf } from '../../../../../src-main/features/evidence/court/exhibits.ts';
import { receiptNow } from '../../../../../src-main/features/evidence/deposit/deposit-records.ts';
import { timestampPapers } from '../../../../../src-main/kernel/papers/timestamps.ts';
import { COMPANY } from '../../../../fixtures/company.ts';
import { type Authority, openAuthority } from '../../../ledger/timestamp-authority.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
let authority: Authority;

beforeAll(async () => {
  await app.furnish();
  app.printing();
  authority = openAuthority('ec');
}, 60_000);
afterAll(() => {
  authority.close();
  app.end();
});

const deposit = async (way: 'timestamp' | 'notary' | 'mail' | 'print', to = '') => {
  const made = await app.handlers['evidence.deposit']({ way, by: '李航', to, language: 'zh' });
  if (!made) throw new Error('nothing was deposited');
  return made;
};
const keep = async (depositId: string, name: string, bytes: Uint8Array) => {
  app.desk.chosen = [{ name, bytes }];
  return (await app.handlers['evidence.keepReceipt']({ depositId }))?.sha256 ?? '';
};
const said = { authority: '某机构', number: '', on: '2026-11-23', by: '李航' };
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

test('deposits the newest hash, on a sheet, with an entry that names it', async () => {
  const head = app.store.ledger.head();
  const made = await deposit('notary', '某公证处');
  expect(made).toMatchObject({ sequence: head?.sequence, hash: head?.hash, agrees: true, to: '某公证处' });
  expect(app.desk.saved.at(-1)?.name).toMatch(/^台账哈希交存单 .*\.pdf$/u);
  const [entry] = app.store.ledger.ofSubject(`deposit:${made.id}`);
  expect(entry).toMatchObject({ kind: 'deposit-made', payload: { way: 'notary', hash: head?.hash } });
});

test('a mail is a draft with the hash and the sheet, for whoever sends it to sign and date', async () => {
  const { hash } = await deposit('mail', 'counsel@example.com');
  const mail = Buffer.from(app.desk.saved.at(-1)?.bytes ?? []).toString();
  expect(mail).toContain('To: counsel@example.com\r\n');
  expect(mail).toContain('X-Unsent: 1');
  expect(mail).not.toMatch(/^(?:From|Date):/mu);
  const [, body = ''] = /text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/u.exec(mail) ?? [];
  expect(Buffer.from(body, 'base64').toString()).toContain(hash);
  const [, attached = ''] = /application\/pdf[^]*?\r\n\r\n([^]*?)\r\n--/u.exec(mail) ?? [];
  expect(Buffer.from(attached, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  for (const line of mail.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
});

test('an address that is none puts no header of its own into a mail', () => {
  const attachment = { name: 'a.pdf', bytes: text('x') };
  const mail = Buffer.from(
    draftMail({ to: 'a@b.c\r\nBcc: d@e.f', subject: '题', text: '文', attachment, boundary: 'b' }),
  ).toString();
  expect(mail).not.toContain('Bcc');
});

test('a recipient with a Chinese name keeps the address; one without an address is refused at its field', async () => {
  await deposit('mail', '李航 <lihang@example.com>；counsel@example.com');
  const mail = Buffer.from(app.desk.saved.at(-1)?.bytes ?? []).toString();
  const name = `=?UTF-8?B?${Buffer.from('李航').toString('base64')}?=`;
  expect(mail).toContain(`To: ${name} <lihang@example.com>,\r\n counsel@example.com\r\n`);
  expect(mailboxes('"Ada Berg" <ada@example.com>, 王律师, <x@y.example>')).toEqual([
    { name: 'Ada Berg', address: 'ada@example.com' },
    { name: '', address: 'x@y.example' },
  ]);
  await expect(async () => deposit('mail', '王律师')).rejects.toMatchObject({ code: 'mail-address', field: 'to' });
});

test('a notary’s receipt is neutral only with the number of its deed, and is told whether it names the hash', async () => {
  const first = await deposit('notary');
  const without = await keep(first.id, '公证书.txt', text('扫描'));
  const told = await app.handlers['evidence.receipt']({ depositId: first.id, file: without, ...said });
  expect(told.receipt).toMatchObject({ kind: 'unconfirmed', holds: 'not-found' });
  const unread = await deposit('notary');
  const other = await keep(unread.id, '公证书3.txt', text('另一份扫描'));
  await app.handlers['evidence.receipt']({ depositId: unread.id, file: other, ...said, number: '(2026)2号' });
  const second = await deposit('notary');
  const naming = await keep(second.id, '公证书2.txt', text(`哈希 ${second.hash}`));
  const good = await app.handlers['evidence.receipt']({
    depositId: second.id,
    file: naming,
    ...said,
    number: '(2026)1号',
  });
  expect(good.receipt).toMatchObject({ kind: 'neutral', holds: 'named' });
  expect(neutralDeposits(app.store).map(({ sequence, named }) => [sequence, named])).toEqual([
    [unread.sequence, false],
    [second.sequence, true],
  ]);
  expect(say(good.authority ?? { zh: '', en: '' }, 'zh')).toBe('公证机构或司法平台');
});

test('a stamp is verified against this deposit’s hash; said to be national, it is not for a certificate that names no mainland', async () => {
  const made = await deposit('timestamp');
  const request = app.desk.saved.findLast(({ name }) => name.endsWith('.tsq'))?.bytes ?? new Uint8Array();
  const file = await keep(made.id, '回执.tsr', authority.answer(request));
  const told = await app.handlers['evidence.receipt']({
    depositId: made.id,
    file,
    ...said,
    number: 'ECP1',
    nationalTime: true,
  });
  expect(told.receipt?.holds).toBe('stamped');
  expect(['unconfirmed', 'foreign']).toContain(told.receipt?.kind);
  expect(told.receipt?.authority).not.toBe('某机构');
  // An entry can be stamped by several: each answer has the authority that was told with it.
  expect(stampFacts(app.store).map(({ kind }) => kind)).toEqual([AUTHORITY_WORDS[told.receipt?.kind ?? 'party']]);
});

test('a stamp that was attached before is a receipt of its deposit, too, once, and stands as one piece of evidence', async () => {
  const made = await deposit('timestamp');
  const request = app.desk.saved.findLast(({ name }) => name.endsWith('.tsq'))?.bytes ?? new Uint8Array();
  const answer = authority.answer(request);
  app.desk.chosen = [{ name: '先到.tsr', bytes: answer }];
  await app.handlers['evidence.attachTimestamp']({});
  const file = await keep(made.id, '先到.tsr', answer);
  const told = await app.handlers['evidence.receipt']({ depositId: made.id, file, ...said });
  expect(told.receipt?.holds).toBe('stamped');
  expect(app.store.ledger.ofSubject(`entry:${made.sequence}`).map(({ kind }) => kind)).toEqual(['timestamp-attached']);
  const agreementIds = [app.desk.agreement('服务条款').id];
  const pieces = exhibitsOf(app.store, { agreementIds }, [], app.ports.now().toISOString())
    .filter(({ kind }) => kind === 'deposit')
    .flatMap((exhibit) => exhibit.pieces.map(({ sha256 }) => sha256));
  expect(pieces.filter((sha256) => sha256 === file)).toHaveLength(1);
});

test('of which kind an authority is follows what is trusted now', () => {
  const receipt = {
    file: { sha256: 'c'.repeat(64), name: 'a.tsr' },
    authority: 'A',
    on: '2026-11-23',
    by: '李航',
  } as const;
  const kept = { ...receipt, kind: 'national-time', number: 'ECP1', holds: 'stamped' } as const;
  const body = { way: 'timestamp', head: { sequence: 1, hash: 'd'.repeat(64) }, by: '', to: '' } as const;
  const now = (more: object) => receiptNow(app.store, { ...body, receipt: { ...kept, ...more } })?.kind;
  // Nothing that the store has is trusted: neither a receipt of now nor one of an earlier build counts as the national time.
  expect(now({ country: 'CN', nationalTime: true })).toBe('unconfirmed');
  expect(now({})).toBe('unconfirmed');
  expect(now({ country: 'US', nationalTime: true })).toBe('foreign');
  const state = { id: '0b1f0000-0000-4000-8000-000000000001', subject: 'entry:1', state: 'trusted' } as const;
  const attached = { at: '2026-11-23T02:00:00.000Z', authority: 'A', sha256: 'c'.repeat(64) };
  timestampPapers(app.store).put(
    { ...state, body: { ...body.head, nonce: '00', attached } },
    '2026-11-23T02:00:00.000Z',
  );
  expect(now({ country: 'CN', nationalTime: true })).toBe('national-time');
  expect(now({})).toBe('national-time');
});

test('a sheet of a ledger that several companies keep names them all', async () => {
  await app.handlers['settings.saveCompany']({ company: { ...COMPANY, name: '第二家示例公司', creditCode: '' } });
  await deposit('print');
  const pdf = Buffer.from(app.desk.saved.at(-1)?.bytes ?? [])
    .toString('latin1')
    .toUpperCase();
  const author = Buffer.from(`\ufeff${COMPANY.name}、第二家示例公司`, 'utf16le').swap16().toString('hex').toUpperCase();
  expect(pdf).toContain(author);
});

test('a deposit whose request cannot be kept is not recorded either', async () => {
  const before = app.store.ledger.head()?.sequence;
  const { add } = app.store.papers;
  const adding = vi.spyOn(app.store.papers, 'add').mockImplementation((paper) => {
    if (paper.subject?.startsWith('entry:')) throw new Error('disk full');
    add(paper);
  });
  await expect(async () => deposit('timestamp')).rejects.toThrow('disk full');
  adding.mockRestore();
  expect(app.store.ledger.head()?.sequence).toBe(before);
});

test('a stamp over another entry is no receipt of this deposit', async () => {
  const first = await deposit('timestamp');
  const request = app.desk.saved.findLast(({ name }) => name.endsWith('.tsq'))?.bytes ?? new Uint8Array();
  const second = await deposit('timestamp');
  const file = await keep(second.id, '另一份.tsr', authority.answer(request));
  await expect(async () =>
    app.handlers['evidence.receipt']({ depositId: second.id, file, ...said }),
  ).rejects.toMatchObject({ code: 'timestamp-not-ours' });
  expect((await app.handlers['evidence.deposits']({})).find(({ id }) => id === first.id)?.receipt).toBeUndefined();
});

test.each([
  [{ country: 'CN', trusted: true, licence: 'ECP1', nationalTime: true }, 'national-time'],
  [{ country: 'CN', trusted: false, licence: 'ECP1', nationalTime: true }, 'unconfirmed'],
  [{ country: 'CN', trusted: true, licence: ' ', nationalTime: true }, 'unconfirmed'],
  [{ country: 'CN', trusted: true, licence: 'ECP1', nationalTime: false }, 'unconfirmed'],
  [{ country: undefined, trusted: true, licence: 'ECP1', nationalTime: true }, 'unconfirmed'],
  [{ country: 'US', trusted: true, licence: 'ECP1', nationalTime: true }, 'foreign'],
] as const)('of %o: %s', (known, kind) => {
  expect(kindOfAuthority({ way: 'timestamp', ...known })).toBe(kind);
});

test('a ledger that is not the deposited one any more is told, where it is and in the verification', async () => {
  const made = await deposit('print');
  const row = app.store.papers.byId(made.id);
  const { v: _, ...body } = row?.body as { v: number; head: { sequence: number; hash: string } };
  app.store.papers.update(
    made.id,
    'made',
    { v: 1, ...body, head: { ...body.head, hash: 'f'.repeat(64) } },
    '2026-11-23T02:00:00.000Z',
  );
  expect((await app.handlers['evidence.deposits']({})).find(({ id }) => id === made.id)?.agrees).toBe(false);
  const verdict = await app.handlers['evidence.verify']({});
  expect(verdict.integrity).toBe('altered');
  expect(verdict.faults.map(({ text: fault }) => say(fault, 'zh')).join('')).toContain('与交存的不同');
});

test('without a receipt a deposit is a sheet that proves none, and stays out of a list; with one it is a receipt', async () => {
  const made = await deposit('print');
  const exhibit = () =>
    exhibitsOf(
      app.store,
      { agreementIds: [app.desk.agreement('等级协议').id] },
      [],
      app.ports.now().toISOString(),
    ).find(({ key }) => key === `deposit:deposit:${made.id}`);
  const sheet = exhibit();
  expect(sheet).toMatchObject({ left: true });
  expect(sheet && say(sheet.name, 'zh')).toBe('台账哈希的交存单（打印盖章，没有回执）');
  expect(sheet && say(sheet.purpose, 'zh')).toContain('不证明已经交存');
  const file = await keep(made.id, 'sealed.pdf', text('%PDF-1.7 sealed'));
  await app.handlers['evidence.receipt']({ depositId: made.id, file, ...said });
  const receipt = exhibit();
  expect(receipt).toMatchObject({ left: false });
  expect(receipt && say(receipt.name, 'zh')).toBe('台账哈希的交存凭证（打印盖章）');
});
