import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CourtListView } from '../../../../../src-main/contract/evidence/court.ts';
import { handlers as handlersOver } from '../../../../../src-main/handlers.ts';
import { canonicalBytes } from '../../../../../src-main/ledger/canonical-json.ts';
import { say } from '../../../../../src-main/agreement/sentence.ts';
import { signatureVerifier } from '../../../../../src-main/ledger/device-key.ts';
import { sha256, sha256Hex } from '../../../../../src-main/ledger/node-digest.ts';
import { verifyCourtPack, verifyEvidence } from '../../../../../src-main/ledger/pack/verify-court-pack.ts';
import { readZip } from '../../../../../src-main/ledger/zip-read.ts';
import { type BundleFile, writeZip } from '../../../../../src-main/ledger/zip-write.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
let listId = '';
let pack = new Uint8Array();
const by = { digest: sha256, verifySignature: signatureVerifier };

beforeAll(async () => {
  await app.work();
  listId = (await app.begin()).id;
  pack = new Uint8Array((await app.export(listId, 'pack'))?.bytes ?? []);
  if (process.env['COURT_OUT']) writeFileSync(process.env['COURT_OUT'], pack);
}, 120_000);
afterAll(() => app.end());

const rows = async () => (await app.handlers['evidence.courtList']({ listId })).rows;
const named = async () => (await rows()).map(({ name }) => say(name, 'zh'));

describe('a list of evidence', () => {
  test('is composed of what the record holds on its agreements', async () => {
    const kinds = new Set((await rows()).map(({ kind }) => kind));
    for (const kind of [
      'text',
      'conclusion',
      'sealed',
      'decision',
      'explanation',
      'notice',
      'dispatch',
      'log',
      'figures',
      'order',
    ])
      expect(kinds).toContain(kind);
    expect((await rows()).at(-1)?.kind).toBe('ledger');
    expect((await named()).filter((name) => name.startsWith('订单'))).toEqual(['订单云服务器 A-1']);
  });

  test('every hash is that of the kept file', async () => {
    const files = (await rows()).flatMap((row) => row.files);
    expect(files.length).toBeGreaterThan(3);
    for (const { sha256: hash } of files) {
      const source = app.store.sources.byHash(hash);
      const bytes = source ? app.store.sources.bytes(source.id) : app.store.attachments.bytes(hash);
      expect(bytes && sha256Hex(new Uint8Array(bytes))).toBe(hash);
    }
  });

  test('what is adverse is marked at the row that tells it', async () => {
    const decision = (await rows()).find(({ kind }) => kind === 'decision');
    expect(decision?.adverse.map((text) => say(text, 'zh')).join('')).toContain('逐条标明已注意');
  });
});

describe('a list that the person worked on', () => {
  test('keeps order, purposes, forms and what is left out; the record’s new pieces come at its end', async () => {
    const { id, rows: composed } = await app.begin();
    const keys = composed.map(({ key }) => key);
    const [first = '', second = '', ...rest] = keys;
    const saved = await app.handlers['evidence.saveCourtList']({
      listId: id,
      title: '改名',
      rows: [
        { key: second, purpose: '证明服务标准', form: 'original' },
        { key: first, left: true },
      ],
    });
    expect(saved.title).toBe('改名');
    expect(saved.rows.map(({ key }) => key)).toEqual([second, first, ...rest]);
    expect(saved.rows[0]).toMatchObject({ form: 'original', own: true, left: false });
    expect(say(saved.rows[0]?.purpose ?? { zh: '', en: '' }, 'en')).toBe('证明服务标准');
    expect(saved.rows[1]?.left).toBe(true);
  });

  test('what the record brings in afterwards is left out until the person takes it in', async () => {
    const { id, rows: composed } = await app.begin();
    expect(composed.some(({ fresh }) => fresh)).toBe(false);
    const agreementId = app.desk.agreement('服务条款').id;
    const order = { service: '后来', number: 'L-1', plan: 'prepaid', orderedOn: '2026-11-20', amount: '1' } as const;
    await app.handlers['rights.saveOrder']({ agreementId, order: { ...order, invoiceType: 'ordinary', note: '' } });
    const later = (view: CourtListView) => view.rows.filter(({ key }) => composed.every((row) => row.key !== key));
    const view = await app.handlers['evidence.courtList']({ listId: id });
    expect(later(view)).toMatchObject([{ kind: 'order', left: true, fresh: true }]);
    const rows = view.rows.map(({ key, left }) => ({ key, ...(left && key !== later(view)[0]?.key ? { left } : {}) }));
    const saved = await app.handlers['evidence.saveCourtList']({ listId: id, title: 'x', rows });
    expect(later(saved)).toMatchObject([{ left: false, fresh: false }]);
  });

  test('a period selects what happened in it; texts, decisions and acceptances stay', async () => {
    const october = (await app.begin({ from: '2026-10-01', to: '2026-10-31' })).rows.map(({ kind }) => kind);
    expect(october).toContain('log');
    expect(october).toContain('text');
    expect(october).not.toContain('order');
    expect(october).not.toContain('notice');
    await expect(async () => app.begin({ from: '2026-10-31', to: '2026-10-01' })).rejects.toMatchObject({
      code: 'period-backwards',
    });
  });

  test('a list of one case has the letters of that case alone', async () => {
    const { cases } = await app.handlers['evidence.courtChoices']({});
    const origin = cases.find((one) => one.origin.startsWith('claim:'))?.origin ?? '';
    const kinds = (await app.begin({ origin })).rows.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'dispatch')).toHaveLength(1);
    expect(kinds).not.toContain('notice');
    expect(kinds).not.toContain('explanation');
  });

  test('only its own texts with their annexes are in a list of an agreement that nothing was done with', async () => {
    const line = app.desk.agreement('跨域专线服务协议').id;
    const { rows: of } = await app.handlers['evidence.beginCourtList']({
      title: '专线',
      scope: { agreementIds: [line] },
    });
    expect(of.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'text', 'ledger']);
  });
});

describe('before anything leaves', () => {
  test('the main side refuses what nobody confirmed, and what was confirmed of something else', async () => {
    // How it was decided to accept stays out until it is wanted: with it, what was noted would speak for the provider.
    const composed = await rows();
    const decisions = composed.filter(({ kind }) => kind === 'decision');
    expect(decisions.filter(({ left }) => left).length).toBeGreaterThan(0);
    expect((await app.handlers['evidence.courtAdverse']({ listId })).lines).toEqual([]);
    const { id: wanted } = await app.begin();
    await app.handlers['evidence.saveCourtList']({
      listId: wanted,
      title: 'x',
      rows: composed.map(({ key }) => ({ key })),
    });
    const { lines } = await app.handlers['evidence.courtAdverse']({ listId: wanted });
    expect(lines.length).toBeGreaterThan(0);
    const before = app.desk.saved.length;
    for (const as of ['pack', 'list', 'statement'] as const)
      await expect(
        app.handlers['evidence.exportCourt']({ listId: wanted, as, language: 'zh', seen: sha256Hex('[]') }),
      ).rejects.toMatchObject({ code: 'adverse-unseen' });
    expect(app.desk.saved).toHaveLength(before);
  });

  test('what becomes adverse while a pack or a bundle is put together is not handed in unseen', async () => {
    const { id } = await app.begin();
    const { seen } = await app.handlers['evidence.courtAdverse']({ listId: id });
    const scope = { kind: 'agreement', agreementId: app.desk.agreement('服务条款').id } as const;
    const bundle = await app.handlers['evidence.adverse']({ scope });
    const before = app.desk.saved.length;
    // While it waits for its papers, the clock is found set back.
    const { files: port } = app.ports;
    const asset: typeof port.asset = async (name) => {
      if (name === 'verify.html')
        app.ports.ledger.append({ kind: 'clock-rollback', subject: 'clock:system', payload: {} });
      return port.asset(name);
    };
    const slow = handlersOver({ ...app.ports, files: { ...port, asset } });
    const refused = { code: 'adverse-unseen' };
    await expect(slow['evidence.exportCourt']({ listId: id, as: 'pack', language: 'zh', seen })).rejects.toMatchObject(
      refused,
    );
    await expect(slow['evidence.exportBundle']({ scope, seen: bundle.seen })).rejects.toMatchObject(refused);
    expect(app.desk.saved).toHaveLength(before);
  });

  test('what is left out is neither confirmed nor in the bundle: its entries are skeletons', async () => {
    const { id, rows: composed } = await app.begin();
    const rows = composed.map(({ key, kind }) => (kind === 'decision' ? { key, left: true as const } : { key }));
    await app.handlers['evidence.saveCourtList']({ listId: id, title: 'x', rows });
    const { lines } = await app.handlers['evidence.courtAdverse']({ listId: id });
    expect(lines.map(({ text }) => say(text, 'zh')).join('')).not.toContain('逐条标明已注意');
    const made = await app.export(id, 'pack');
    const inner = readZip(made?.bytes ?? new Uint8Array()).files.find(({ path }) => path === 'ledger.assent.zip');
    const ledger = readZip(inner?.bytes ?? new Uint8Array()).files;
    expect(ledger.filter(({ path }) => path.startsWith('records/'))).toEqual([]);
    const text = new TextDecoder().decode(ledger.find(({ path }) => path === 'ledger/entries.jsonl')?.bytes);
    const decided = text.split('\n').find((line) => line.includes('"acceptance-decided"')) ?? '{}';
    expect(JSON.parse(decided)).not.toHaveProperty('payload');
    expect((await verifyEvidence(new Uint8Array(made?.bytes ?? []), by)).integrity).toBe('intact');
  });
});

describe('a pack', () => {
  const files = (): readonly BundleFile[] => readZip(pack).files;
  const remade = (change: (files: BundleFile[]) => BundleFile[]): Promise<unknown> =>
    verifyCourtPack(writeZip(change([...files()])), by);
  const faults = async (change: (files: BundleFile[]) => BundleFile[]): Promise<string> => {
    const report = (await remade(change)) as Awaited<ReturnType<typeof verifyCourtPack>>;
    expect(report?.integrity).not.toBe('intact');
    expect(report?.ok).toBe(false);
    return (report?.checks ?? [])
      .filter(({ ok }) => ok === false)
      .map(({ why }) => say(why, 'zh'))
      .join('\n');
  };
  const changed = (path: string, bytes: Uint8Array) => (all: BundleFile[]) =>
    all.map((file) => (file.path === path ? { path, bytes } : file));
  const exhibit = (): string => files().find(({ path }) => path.startsWith('证据/01'))?.path ?? '';
  const one = new TextEncoder().encode('x');

  test('verifies from its bytes alone, and its files are numbered as its list', async () => {
    const report = await verifyEvidence(pack, by);
    expect(report.checks.filter(({ ok }) => ok !== true)).toEqual([]);
    expect(report.integrity).toBe('intact');
    const list = JSON.parse(new TextDecoder().decode(files().find(({ path }) => path === 'pack.json')?.bytes)) as {
      rows: { number: number; files: string[] }[];
    };
    for (const { number, files: own } of list.rows.slice(0, -1))
      for (const path of own) expect(path).toMatch(new RegExp(`^证据/${String(number).padStart(2, '0')}[ -]`, 'u'));
  });

  test('a changed file is found, also where its sum was changed with it', async () => {
    const path = exhibit();
    expect(await faults(changed(path, one))).toContain(`${path} 与清单所记的哈希或大小不符`);
    const sums = (all: BundleFile[]): BundleFile[] => {
      const now = changed(path, one)(all);
      const lines = now
        .filter((file) => file.path !== 'SHA256SUMS.txt')
        .map((file) => `${sha256Hex(file.bytes)}  ${file.path}\n`);
      return changed('SHA256SUMS.txt', new TextEncoder().encode(lines.join('')))(now);
    };
    expect(await faults(sums)).toContain(path);
  });

  test('a file with its place in the list changed is found: the ledger names another hash and another list', async () => {
    const path = exhibit();
    const both = (all: BundleFile[]): BundleFile[] => {
      const text = new TextDecoder().decode(all.find((file) => file.path === 'pack.json')?.bytes);
      const before = all.find((file) => file.path === path)?.bytes ?? one;
      const list = text
        .replace(sha256Hex(before), sha256Hex(one))
        .replace(`"bytes":${before.length},"entry"`, `"bytes":1,"entry"`);
      return changed('pack.json', new TextEncoder().encode(list))(changed(path, one)(all));
    };
    const said = await faults(both);
    expect(said).toContain('台账没有记下这份清单');
    expect(said).toMatch(/的哈希不在台账第 \d+ 号中/u);
  });

  test('two files that changed places are both named; a list that names no shape of ours is no list', async () => {
    const [first = '', second = ''] = files()
      .map(({ path }) => path)
      .filter((path) => path.startsWith('证据/'));
    const swapped = await faults((all) =>
      all.map((file) =>
        file.path === first ? { ...file, path: second } : file.path === second ? { ...file, path: first } : file,
      ),
    );
    for (const path of [first, second]) expect(swapped).toContain(`${path} 与清单所记的哈希或大小不符`);
    const list = JSON.parse(new TextDecoder().decode(files().find(({ path }) => path === 'pack.json')?.bytes)) as {
      files: { path: string; bytes: unknown; sha256: string }[];
      rows: { number: number; files: unknown[] }[];
    };
    const [file] = list.files;
    const [row] = list.rows;
    for (const hostile of [
      { ...list, files: [{ ...file, path: '../../away' }] },
      { ...list, files: [{ ...file, bytes: '12' }] },
      { ...list, files: [{ ...file, extra: true }] },
      { ...list, files: [...list.files, file] },
      { ...list, rows: [{ ...row, files: [7] }] },
      { ...list, rows: [{ ...row, number: 9 }] },
      { ...list, rows: 'none' },
      { ...list, head: null },
      [],
    ])
      expect(await faults(changed('pack.json', canonicalBytes(hostile as never)))).toContain('清单无法读取');
  });

  test('a file that was taken away or added is found, and a ledger in the pack that is not its own', async () => {
    expect(await faults((all) => all.filter(({ path }) => path !== exhibit()))).toContain('不在包内');
    expect(await faults((all) => [...all, { path: '证据/99 x.txt', bytes: one }])).toContain('后来加入');
    expect(await faults(changed('ledger.assent.zip', one))).toContain('台账没有记下这份清单');
    expect(await faults((all) => all.filter(({ path }) => path !== 'ledger.assent.zip'))).toContain(
      'ledger.assent.zip 不在包内',
    );
  });

  test('stands in the ledger: that it was made, what was confirmed, and that it left', () => {
    const entries = app.store.ledger.ofSubject(`court-list:${listId}`);
    expect(entries.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'court-list-saved',
      'court-pack-made',
      'court-pack-exported',
    ]);
    expect(entries[2]?.payload).toMatchObject({ sha256: sha256Hex(pack), bytes: pack.length });
  });
});
