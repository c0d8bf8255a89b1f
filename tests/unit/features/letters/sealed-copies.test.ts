import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../../../src-main/contract/index.ts';
import { handlers } from '../../../../src-main/handlers.ts';
import { EvidenceUnderTest } from '../evidence/evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;

const text = (words: string) => new TextEncoder().encode(words);
const MARK = '%PDF-1.7\n';
/** Stands for a scan with a layer of text: what matters here is that its words can be read. */
const scanned = (words: string) => text(`${MARK}${words}`);
/** What the reader makes of such a scan. */
const read = (bytes: Uint8Array): Uint8Array =>
  new TextDecoder().decode(bytes.subarray(0, MARK.length)) === MARK ? bytes.subarray(MARK.length) : bytes;
const clicked = (days: number) => `示例联网服务协议

甲方：示例云网有限公司

一、服务内容
1. 甲方向乙方提供联网服务。
二、责任限制
1. 甲方的赔偿总额不超过乙方当月费用。
三、通知
1. 甲方变更本协议的，提前 ${days} 日通知乙方。
四、其他
1. 点击接受的文本与双方盖章的文本不一致的，以盖章文本为准。
2. 本协议生效后，取代双方此前就相同事项签订的协议。
`;

async function importText(name: string, words: string): Promise<string> {
  const outcome = await evidence.handlers['import.bytes']({ name, bytes: text(words) });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  const review = await evidence.handlers['import.review']({ sourceId: outcome.sourceId });
  const documents = review.reading.documents.map(({ title }, index) => ({ index, title }));
  const [saved] = await evidence.handlers['import.confirm']({ sourceId: outcome.sourceId, documents });
  return saved?.versionId ?? '';
}

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  evidence.handlers = handlers({
    ...evidence.ports,
    parse: (bytes, name, how) => evidence.ports.parse(read(bytes), name, how),
  });
  await evidence.furnish();
  versionId = await importText('a.txt', clicked(30));
});
afterEach(() => evidence.end());

const receive = (name: string, bytes: Uint8Array) => {
  evidence.desk.chosen = [{ name, bytes }];
  return evidence.handlers['letters.addSealedCopy']({ versionId });
};

describe('two texts, one governs', () => {
  test('a sealed copy with the same words is confirmed and prevails, because a clause says so', async () => {
    await evidence.accept(versionId);
    const received = await receive('sealed.pdf', scanned(clicked(30)));
    expect(received?.copies).toMatchObject([{ state: 'unchecked', compared: true, differences: [] }]);
    expect(received?.governing.governs).toBe('click');
    const copyId = received?.copies[0]?.id ?? '';
    const judged = await evidence.handlers['letters.judgeSealedCopy']({
      copyId,
      as: 'confirmed',
      by: '陈远',
      reason: '',
      seals: { on: 'both', datedOn: '2026-11-20' },
    });
    expect(judged.governing).toMatchObject({ governs: 'sealed', clause: { because: expect.any(String) as string } });
    const entries = evidence.store.ledger.ofSubject(`sealed-copy:${copyId}`).map(({ kind }) => kind);
    expect(entries).toEqual(['sealed-copy-received', 'sealed-copy-confirmed']);
  });

  describe('what was told of a copy', () => {
    /** As someone would who has the file and not the app. */
    const behind = (sql: string): void => {
      const database = new Sqlite(join(evidence.desk.folder, 'assent.sqlite'));
      const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
      for (const name of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
      database.pragma('foreign_keys = OFF');
      database.exec(sql);
      database.close();
    };
    const verify = async () => (await evidence.handlers['evidence.verify']({})).faults.map(({ text: said }) => said);
    const COPY = "desk = 'evidence' AND kind = 'sealed-copy'";

    beforeEach(async () => {
      await evidence.accept(versionId);
      const received = await receive('sealed.pdf', scanned(clicked(15)));
      const [copy] = received?.copies ?? [];
      const copyId = copy?.id ?? '';
      const [difference] = copy?.differences ?? [];
      await evidence.handlers['letters.resolveDifference']({
        copyId,
        differenceId: difference?.id ?? '',
        by: '陈远',
        how: '以盖章为准',
      });
      await evidence.handlers['letters.judgeSealedCopy']({ copyId, as: 'confirmed', by: '陈远', reason: '' });
      await evidence.handlers['letters.tellSeals']({
        copyId,
        seals: {
          on: 'both',
          datedOn: '2026-11-18',
          parties: {
            theirs: { signatory: '王宁', kind: 'contract', datedOn: '2026-11-20' },
            ours: { datedOn: '2026-11-18', kind: 'company' },
          },
        },
        by: '李航',
      });
      await evidence.handlers['letters.judgeSealedCopy']({ copyId, as: 'rejected', by: '陈远', reason: '章不清' });
    });

    test('agrees with the ledger as it was told', async () => {
      expect(await verify()).toEqual([]);
    });

    test.each([
      ['its seals', `UPDATE paper SET body = json_set(body, '$.seals', 'ours') WHERE ${COPY}`, 'changed'],
      [
        'the day of one party’s seal',
        `UPDATE paper SET body = json_set(body, '$.parties.ours.datedOn', '2026-01-01') WHERE ${COPY}`,
        'changed',
      ],
      ['its day', `UPDATE paper SET body = json_set(body, '$.datedOn', '2026-01-01') WHERE ${COPY}`, 'changed'],
      [
        'what was judged',
        `UPDATE paper SET state = 'confirmed', body = json_set(body, '$.state', 'confirmed') WHERE ${COPY}`,
        'changed',
      ],
      [
        'a resolved difference',
        `UPDATE paper SET body = json_remove(body, '$.differences[0].resolved') WHERE ${COPY}`,
        'changed',
      ],
      [
        'its version',
        `UPDATE paper SET subject = (SELECT id FROM version WHERE id <> paper.subject LIMIT 1) WHERE ${COPY}`,
        'changed',
      ],
      ['the copy itself', `DELETE FROM paper WHERE ${COPY}`, 'gone'],
      ['its name', `UPDATE paper SET id = 'another' WHERE ${COPY}`, 'unvouched'],
    ])('%s, changed behind the app, is told by the check of the ledger', async (_, sql, fault) => {
      behind(sql);
      expect((await verify()).map((said) => ('key' in said ? said.key : ''))).toContain(
        `evidence.sealed-copy-check.${fault}`,
      );
    });
  });

  test('a differing word is found, shown clause by clause, and stays open until a person resolves it', async () => {
    await evidence.accept(versionId);
    const received = await receive('sealed.pdf', scanned(clicked(15)));
    const [copy] = received?.copies ?? [];
    expect(copy?.differences).toHaveLength(1);
    const [difference] = copy?.differences ?? [];
    expect(difference?.clicked).toContain('30 日');
    expect(difference?.sealed).toContain('15 日');
    const judge = { copyId: copy?.id ?? '', by: '陈远', reason: '' } as const;
    await expect(
      (async () => evidence.handlers['letters.judgeSealedCopy']({ ...judge, as: 'confirmed' }))(),
    ).rejects.toMatchObject({
      code: 'differences-open',
    });
    await expect(
      (async () => evidence.handlers['letters.judgeSealedCopy']({ ...judge, as: 'overruled' }))(),
    ).rejects.toMatchObject({
      code: 'reason-missing',
    });
    const overruled = await evidence.handlers['letters.judgeSealedCopy']({
      ...judge,
      as: 'overruled',
      reason: '双方商定 15 日',
    });
    // Nobody said yet whose seals it bears: it is asked for, and until then it governs nothing.
    expect(overruled.governing).toMatchObject({ governs: 'click' });
    const asked = await evidence.handlers['library.list']({});
    expect(asked.questions).toMatchObject([{ versionId, copies: [{ id: copy?.id, name: 'sealed.pdf' }] }]);
    const tell = (seals: Input<'letters.tellSeals'>['seals']) =>
      evidence.handlers['letters.tellSeals']({ copyId: copy?.id ?? '', seals, by: '陈远' });
    expect((await tell({ on: 'ours' })).governing).toMatchObject({ governs: 'click' });
    await expect((async () => tell({ on: 'both', datedOn: '2026-11-24' }))()).rejects.toMatchObject({
      code: 'seal-ahead',
    });
    expect((await tell({ on: 'both', datedOn: '2026-11-20' })).governing).toMatchObject({ governs: 'sealed' });
    expect((await evidence.handlers['library.list']({})).questions).toEqual([]);
    expect(overruled.governing.openDifferences).toHaveLength(1);
    const resolve = async (differenceId = '') =>
      evidence.handlers['letters.resolveDifference']({
        copyId: copy?.id ?? '',
        differenceId,
        by: '陈远',
        how: '以盖章文本为准',
      });
    const resolved = await resolve(difference?.id);
    const written = evidence.store.ledger.count();
    await expect(resolve(difference?.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(resolve('no-such-difference')).rejects.toMatchObject({ code: 'not-found' });
    expect(evidence.store.ledger.count()).toBe(written);
    expect(resolved.governing.openDifferences).toEqual([]);
    const { agreements } = await evidence.handlers['library.list']({});
    const version = agreements.flatMap(({ versions }) => versions).find(({ id }) => id === versionId);
    expect(version).toMatchObject({ state: 'accepted', texts: { governs: 'sealed', openDifferences: 0 } });
  });

  test('a scan without text is kept for a person to compare by eye, once', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    const received = await receive('scan.png', png);
    expect(received?.copies).toMatchObject([{ compared: false, differences: [] }]);
    await expect(receive('scan.png', png)).rejects.toMatchObject({ code: 'sealed-copy-known' });
  });
});

describe('whose seals, of which kind, of which day', () => {
  const judge = async (seals: NonNullable<Input<'letters.judgeSealedCopy'>['seals']>) => {
    const received = await receive('sealed.pdf', scanned(clicked(30)));
    const copyId = received?.copies.at(-1)?.id ?? '';
    return evidence.handlers['letters.judgeSealedCopy']({ copyId, as: 'confirmed', by: '陈远', reason: '', seals });
  };
  const version = async () =>
    (await evidence.handlers['library.list']({})).agreements
      .flatMap(({ versions }) => versions)
      .find(({ id }) => id === versionId);

  test('both: it is concluded on the day of the last seal, whichever party’s it is, and kept by party', async () => {
    const parties = {
      ours: { kind: 'company', signatory: '陈远', datedOn: '2026-11-18' },
      theirs: { kind: 'contract', datedOn: '2026-11-20' },
    } as const;
    const { copies, governing } = await judge({ on: 'both', datedOn: '2026-11-18', parties });
    expect(copies).toMatchObject([{ seals: 'both', datedOn: '2026-11-20', parties }]);
    expect(governing.governs).toBe('sealed');
    expect(await version()).toMatchObject({
      state: 'accepted',
      period: { by: 'seal', from: '2026-11-19T16:00:00.000Z' },
    });
  });

  test.each(['ours', 'theirs'] as const)('%s alone concludes nothing and governs nothing', async (on) => {
    const parties = { [on]: { kind: 'company', datedOn: '2026-11-18' } };
    const { governing } = await judge({ on, datedOn: '2026-11-18', parties });
    expect(governing.governs).toBe('neither');
    expect(await version()).not.toMatchObject({ state: 'accepted' });
  });

  test('a seal of a later day than today is refused', async () => {
    const parties = { ours: { datedOn: '2026-11-18' }, theirs: { datedOn: '2026-12-24' } };
    await expect(judge({ on: 'both', datedOn: '2026-11-18', parties })).rejects.toMatchObject({ code: 'seal-ahead' });
  });
});

describe('what can show a seal', () => {
  const zip = (name: string) => Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...text(name)]);

  test.each([
    ['sealed.txt', text(clicked(30))],
    ['sealed.html', text('<!doctype html><html><body><p>盖章</p></body></html>')],
    ['sealed.docx', zip('word/document.xml')],
    ['renamed.pdf', text(clicked(30))],
  ])('%s bears no seal: refused with what to do, and nothing is kept', async (name, bytes) => {
    const before = evidence.store.ledger.count();
    await expect(receive(name, bytes)).rejects.toMatchObject({ code: 'bears-no-seal' });
    expect(evidence.store.ledger.count()).toBe(before);
  });

  test('an OFD is one only with its electronic seal', async () => {
    await expect(receive('sealed.ofd', zip('Doc_0/Document.xml'))).rejects.toMatchObject({ code: 'ofd-not-signed' });
    const received = await receive('sealed.ofd', zip('Doc_0/Signs/Signatures.xml'));
    expect(received?.copies).toMatchObject([{ name: 'sealed.ofd', compared: false }]);
  });
});

describe('a later agreement that replaces an earlier one', () => {
  test('marks it superseded, with the clause that says so, by a person’s word', async () => {
    const earlier = await importText(
      'b.txt',
      clicked(30).replace('联网服务协议', '组网服务条款').replaceAll('联网', '组网'),
    );
    await evidence.accept(earlier);
    const texts = await evidence.handlers['letters.governingTexts']({ versionId });
    expect(texts.supersedes?.because).toBeDefined();
    expect(texts.candidates.map((one) => one.versionId)).toEqual([earlier]);
    await evidence.handlers['letters.replaceAgreement']({ versionId, replacedVersionId: earlier, by: '陈远' });
    const { agreements } = await evidence.handlers['library.list']({});
    const version = agreements.flatMap(({ versions }) => versions).find(({ id }) => id === earlier);
    expect(version).toMatchObject({ state: 'superseded' });
    expect(say(version!.why, 'zh')).toContain('取代');
    const after = await evidence.handlers['letters.governingTexts']({ versionId });
    expect([after.candidates, after.replaced.map((one) => one.versionId)]).toEqual([[], [earlier]]);
    const unfit = { versionId, replacedVersionId: versionId, by: '陈远' };
    await expect((async () => evidence.handlers['letters.replaceAgreement'](unfit))()).rejects.toMatchObject({
      code: 'not-replaceable',
    });
  });
});
