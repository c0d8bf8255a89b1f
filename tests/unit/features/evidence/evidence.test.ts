import { beijingTime } from '../../../../src-main/agreement/beijing-time.ts';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AcceptanceRecord2 } from '../../../../src-main/acceptance/record.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { signatureVerifier } from '../../../../src-main/ledger/device-key.ts';
import { sha256, sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { verifyBundle } from '../../../../src-main/ledger/verify-bundle.ts';
import { openBundle } from '../../../../src-main/ledger/open-bundle.ts';
import { verifyTimestamp } from '../../../../src-main/ledger/timestamp.ts';
import { openAuthority } from '../../ledger/timestamp-authority.ts';
import { EvidenceUnderTest, RENDERING } from './evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  [versionId = ''] = evidence.desk.agreement('服务条款').versions;
});
afterEach(() => evidence.end());

const recordOf = (id: string): AcceptanceRecord2 =>
  JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as AcceptanceRecord2;

const verified = (bytes: Uint8Array, roots: readonly Uint8Array[] = []) =>
  verifyBundle(bytes, {
    digest: sha256,
    verifySignature: signatureVerifier,
    verifyTimestamp: (response, hash) => verifyTimestamp(response, { hash }, { roots, crypto: globalThis.crypto }),
  });

const savedLast = (): Uint8Array<ArrayBuffer> => Uint8Array.from(evidence.desk.saved.at(-1)?.bytes ?? []);

describe('the ledger', () => {
  test('begins with its opening, and verifies after everything that was done', async () => {
    await evidence.accept(versionId);
    const check = await evidence.handlers['evidence.verify']({});
    expect(check).toMatchObject({ ok: true, faults: [] });
    expect(check.checked).toBe(evidence.store.ledger.count());
    expect(evidence.store.ledger.at(1)?.kind).toBe('ledger-opened');
    const standing = await evidence.handlers['evidence.standing']({});
    expect(standing).toMatchObject({ tail: { ok: true }, last: { ok: true } });
  });

  test('lists who did what, by group and page', async () => {
    const id = await evidence.accept(versionId);
    const page = await evidence.handlers['evidence.ledger']({ offset: 0, limit: 5, group: 'decisions' });
    expect(page.lines.slice(0, 2).map(({ kind, who }) => [say(kind, 'zh'), who])).toEqual([
      ['对外接受', '陈远'],
      ['作出决定：接受', '陈远'],
    ]);
    expect(page.lines[1]).toMatchObject({ acceptanceId: id });
    expect(say(page.lines[0]!.about, 'zh')).toContain('服务条款');
    const all = await evidence.handlers['evidence.ledger']({ offset: 0, limit: 500 });
    expect(all.count).toBe(all.lines.length);
    expect(all.count).toBeGreaterThan(page.count);
    const entry = await evidence.handlers['evidence.entry']({ sequence: page.lines[1]?.sequence ?? 0 });
    expect(JSON.parse(entry.payload)).toMatchObject({ id });
  });

  test('notices a clock that was set back once, in an entry of its own, and the record says so', async () => {
    await evidence.seeEverything(versionId);
    evidence.desk.now = new Date('2026-11-22T02:00:00.000Z');
    const first = recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING).id;
    recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING);
    const kinds = evidence.store.ledger.latest(5, 0).map(({ kind }) => kind);
    const decided = ['acceptance-concluded', 'acceptance-decided'];
    expect(kinds).toEqual([...decided, ...decided, 'clock-rollback']);
    expect(recordOf(first).time.rollback).toBe(true);
    // The corrected time counts from there on.
    await evidence.handlers['settings.setPolicy'](await evidence.handlers['settings.policy']({}));
    expect(evidence.store.ledger.head()?.clock.rollback).toBe(false);
    expect(await evidence.handlers['evidence.verify']({})).toMatchObject({ ok: true });
    evidence.desk.now = new Date('2026-11-24T02:00:00.000Z');
    const later = recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING).id;
    expect(recordOf(later).time.rollback).toBe(false);
  });

  test('a clock that stands a second back was adjusted, not set back', async () => {
    await evidence.seeEverything(versionId);
    evidence.desk.now = new Date(evidence.desk.now.getTime() - 1_000);
    const id = recordDecision(evidence.ports, settleNotices, evidence.click(versionId), RENDERING).id;
    expect(recordOf(id).time.rollback).toBe(false);
    expect(evidence.store.ledger.head()?.clock.rollback).toBe(false);
  });

  test('settings that could be guessed do not give themselves away by the hash of their entry', async () => {
    await evidence.handlers['settings.setPolicy']({ readingTimeFactor: 2, secondPerson: false, everyClause: false });
    await evidence.handlers['settings.setPolicy']({ readingTimeFactor: 2, secondPerson: false, everyClause: false });
    const [one, other] = evidence.store.ledger.latest(2, 0);
    expect(one?.payloadHash).not.toBe(other?.payloadHash);
  });
});

describe('a decision', () => {
  test('keeps a picture of each conspicuous clause as it was on screen', async () => {
    const record = recordOf(await evidence.accept(versionId));
    if ('absent' in record.review.clauses) throw new Error('the sample has conspicuous clauses');
    const pictures = record.review.clauses.map(({ emphasis }) => emphasis.picture);
    expect(pictures.length).toBeGreaterThan(2);
    for (const picture of pictures) expect(evidence.store.attachments.bytes(picture as string)).toBeDefined();
  });

  test('a picture of a clause that is none is refused', async () => {
    const picture = { versionId, clauseId: 'none', box: { x: 0, y: 0, width: 1, height: 1 } };
    await expect((async () => evidence.handlers['review.picture'](picture))()).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('its certificate’s words say what is proven and what is not', async () => {
    const acceptanceId = await evidence.accept(versionId);
    const detail = await evidence.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
    expect(detail.place).toMatch(/^\d+:[0-9a-f]{64}$/);
    const rows = detail.content.sections.flatMap((section) => section.rows);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ value }) => value.trim() === '')).toEqual([]);
    expect(rows).toContainEqual({ label: '网络地址', value: '未采集' });
    expect(detail.content.notProven.join('')).toContain(
      '台账未经设备密钥签名，亦没有可以计入的第三方时间戳或者交存回执',
    );
    expect(detail.content.proven).toHaveLength(1);
  });
});

describe('the device key', () => {
  test('without a keychain: unsigned and said so, then kept by a passphrase, locked after a restart, opened again', async () => {
    expect(await evidence.handlers['evidence.keyState']({})).toMatchObject({ protection: 'none', signing: false });
    await expect(
      (async () => evidence.handlers['evidence.protectKey']({ passphrase: 'kurz' }))(),
    ).rejects.toMatchObject({
      code: 'passphrase-too-short',
    });
    await evidence.handlers['evidence.protectKey']({ passphrase: '签阅 口令 2026' });
    await evidence.accept(versionId);
    expect(evidence.store.ledger.head()?.signature).toBeDefined();
    // What was written before there was a key stays nobody's.
    const { count, unsigned } = await evidence.handlers['evidence.standing']({});
    const signed = evidence.store.ledger.from(1, 500).filter(({ signature }) => signature !== undefined);
    expect(unsigned).toBeGreaterThan(0);
    expect(count - unsigned).toBe(signed.length);
    expect(JSON.stringify(evidence.store.settings.get('device-key'))).not.toContain('PRIVATE');
    evidence.restart();
    expect(await evidence.handlers['evidence.keyState']({})).toMatchObject({
      protection: 'passphrase',
      signing: false,
    });
    await expect(
      (async () => evidence.handlers['evidence.unlockKey']({ passphrase: '别的口令 2026' }))(),
    ).rejects.toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(await evidence.handlers['evidence.unlockKey']({ passphrase: '签阅 口令 2026' })).toMatchObject({
      signing: true,
    });
    expect(await evidence.handlers['evidence.verify']({})).toMatchObject({ ok: true });
  }, 30_000);

  test('a new key is vouched for by the one before, and older entries still verify', async () => {
    await evidence.handlers['evidence.protectKey']({ passphrase: '签阅 口令 2026' });
    const old = evidence.signer?.id;
    await evidence.accept(versionId);
    await evidence.handlers['evidence.rotateKey']({ passphrase: '新的口令 2026' });
    const [retired, created] = evidence.store.ledger.latest(2, 0);
    expect([created?.kind, created?.device, retired?.kind]).toEqual(['key-created', old, 'key-retired']);
    await evidence.handlers['settings.setPolicy']({ readingTimeFactor: 1, secondPerson: false, everyClause: false });
    expect(evidence.store.ledger.head()?.device).toBe(evidence.signer?.id);
    expect(evidence.signer?.id).not.toBe(old);
    expect(await evidence.handlers['evidence.verify']({})).toMatchObject({ ok: true });
    await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'everything' } });
    expect((await verified(savedLast())).ok).toBe(true);
  }, 30_000);
});

describe('an evidence bundle', () => {
  test('of one decision verifies by itself and holds what its record names', async () => {
    const acceptanceId = await evidence.accept(versionId);
    const made = await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
    const report = await verified(savedLast());
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.records.map(({ id }) => id)).toEqual([acceptanceId]);
    const { files } = openBundle(savedLast());
    const record = recordOf(acceptanceId);
    expect(files.has(`versions/${record.hashes.canonicalText}.txt`)).toBe(true);
    expect(files.has(`attachments/${record.hashes.renderedPdf as string}.pdf`)).toBe(true);
    expect([...files.keys()].some((path) => path.endsWith('.png'))).toBe(true);
    expect(evidence.store.ledger.head()?.payload).toMatchObject({ sha256: made?.sha256 });
  });

  test('of an agreement and of everything verify too; what is not of the scope stays undisclosed', async () => {
    const acceptanceId = await evidence.accept(versionId);
    const { id: agreementId } = evidence.desk.agreement('服务条款');
    for (const scope of [{ kind: 'agreement', agreementId } as const, { kind: 'everything' } as const]) {
      await evidence.handlers['evidence.exportBundle']({ scope });
      const report = await verified(savedLast());
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(report.records.map(({ id }) => id)).toEqual([acceptanceId]);
    }
    await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
    const entries = new TextDecoder().decode(openBundle(savedLast()).files.get('ledger/entries.jsonl'));
    expect(entries).not.toContain('0571-88880000');
    expect(entries).not.toContain('跨域专线');
  });

  test('is the same to the byte for the same records', async () => {
    const acceptanceId = await evidence.accept(versionId);
    const { bundleContents } = await import('../../../../src-main/features/evidence/bundle-contents.ts');
    const { buildBundle } = await import('../../../../src-main/ledger/bundle.ts');
    const build = () =>
      buildBundle(bundleContents(evidence.store, { kind: 'acceptance', acceptanceId }, new Uint8Array([1])), {
        digest: sha256,
      });
    expect(sha256Hex(build())).toBe(sha256Hex(build()));
  });

  test('comes into a colleague’s library apart, by origin, read-only, and not twice', async () => {
    const acceptanceId = await evidence.accept(versionId);
    await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
    const bytes = savedLast();
    const colleague = new EvidenceUnderTest();
    try {
      await colleague.furnish();
      colleague.openedFile = { name: '证据包.assent.zip', bytes };
      const review = await colleague.handlers['evidence.openedBundle']({});
      expect(review).toMatchObject({ ok: true, suggestedOrigin: '示例远航科技有限公司' });
      expect(await colleague.handlers['evidence.openedBundle']({})).toBeUndefined();
      const imported = await colleague.handlers['evidence.importBundle']({
        bundleId: review?.bundleId ?? '',
        origin: '李工',
      });
      expect(imported).toMatchObject({ origin: '李工', decisions: 1 });
      const { agreements } = await colleague.handlers['library.list']({});
      const foreign = agreements.filter(({ origin }) => origin === '李工');
      expect(foreign.map(({ title }) => title)).toContain(recordOf(acceptanceId).agreement.title);
      expect(foreign.flatMap(({ versions }) => versions).find(({ id }) => id === versionId)).toMatchObject({
        state: 'accepted',
      });
      await expect(colleague.handlers['review.decide'](colleague.click(versionId))).rejects.toMatchObject({
        code: 'agreement-foreign',
      });
      const before = colleague.store.ledger.count();
      await colleague.handlers['review.open']({ versionId });
      expect(colleague.store.ledger.count()).toBe(before);
      const again = await colleague.handlers['evidence.readBundle']({ name: 'b.zip', bytes });
      const twice = { bundleId: again.bundleId, origin: '李工' };
      await expect((async () => colleague.handlers['evidence.importBundle'](twice))()).rejects.toMatchObject({
        code: 'bundle-nothing-new',
      });
      expect(await colleague.handlers['evidence.verify']({})).toMatchObject({ ok: true });
      await colleague.handlers['evidence.exportBundle']({ scope: { kind: 'everything' } });
      const own = await verified(colleague.desk.saved.at(-1)?.bytes ?? new Uint8Array());
      expect(own).toMatchObject({ ok: true, records: [] });
    } finally {
      colleague.end();
    }
  });

  test('that does not verify is shown with its faults and not imported', async () => {
    const acceptanceId = await evidence.accept(versionId);
    await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
    const bytes = Uint8Array.from(savedLast());
    const text = new TextEncoder().encode('"decision":"accepted"');
    const at = Buffer.from(bytes).indexOf(Buffer.from(text));
    bytes[at + 12] = (bytes[at + 12] ?? 0) ^ 1;
    await expect(
      (async () => evidence.handlers['evidence.readBundle']({ name: 'x.zip', bytes }))(),
    ).rejects.toMatchObject({
      code: 'bundle-unreadable',
    });
  });
});

describe('a timestamp', () => {
  test('goes out as a request and comes back verified against its entry', async () => {
    const authority = openAuthority('ec');
    try {
      const acceptanceId = await evidence.accept(versionId);
      const asked = await evidence.handlers['evidence.requestTimestamp']({});
      const answer = { name: 'answer.tsr', bytes: authority.answer(savedLast()) };
      evidence.desk.chosen = [answer];
      const attached = await evidence.handlers['evidence.attachTimestamp']({});
      expect(attached).toMatchObject({ sequence: asked?.sequence, attached: { trusted: false } });
      evidence.desk.chosen = [answer];
      await expect(evidence.handlers['evidence.attachTimestamp']({})).rejects.toMatchObject({
        code: 'timestamp-not-ours',
      });
      evidence.desk.chosen = [{ name: 'root.der', bytes: authority.root }];
      const trusted = await evidence.handlers['evidence.trustRoot']({});
      const stamp = trusted!.timestamps[0]!.attached!;
      expect(stamp.trusted).toBe(true);
      const detail = await evidence.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
      const { authority: name, at } = stamp;
      // A root that the person trusts says nothing of the authority's licence and clock: it counts for nothing, as on every sheet.
      expect(detail.content.proven.join()).not.toContain('时间戳');
      const kind = sentence('court.authority.unconfirmed');
      const place = { sequence: asked?.sequence ?? 0, authority: name, at: beijingTime(at), kind };
      expect(detail.content.notProven.join()).toContain(say(sentence('court.statement.stamp-untrusted', place), 'zh'));
      await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
      const report = await verified(savedLast(), [authority.root]);
      expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(report.checks.some(({ why }) => say(why, 'zh').includes('已经存在'))).toBe(true);
    } finally {
      authority.close();
    }
  }, 30_000);
});

describe('the register', () => {
  test('as CSV keeps commas and quotes in their cells, and runs nothing as a formula', async () => {
    await evidence.seeEverything(versionId);
    const reason = '=HYPERLINK("x"), 不同意';
    recordDecision(
      evidence.ports,
      settleNotices,
      evidence.click(versionId, { decision: 'declined', reason }),
      RENDERING,
    );
    await evidence.handlers['evidence.register']({ as: 'csv', language: 'zh' });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(savedLast());
    expect(text.startsWith('\uFEFF决定时间（北京时间）,决定,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""x""), 不同意"`);
  });

  test('as JSON holds whole records', async () => {
    const id = await evidence.accept(versionId);
    await evidence.handlers['evidence.register']({ as: 'json', language: 'zh' });
    const { records } = JSON.parse(new TextDecoder().decode(savedLast())) as { records: { record: unknown }[] };
    expect(records.map(({ record }) => record)).toEqual([recordOf(id)]);
  });
});
