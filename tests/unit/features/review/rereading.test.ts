import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyClauses } from '../../../../src-main/agreement/meaning/emphasise.ts';
import type { AgreementDocument, Clause } from '../../../../src-main/agreement/model.ts';
import { READER, readerName, readerNumber } from '../../../../src-main/agreement/reader.ts';
import { handlers as handlersOver } from '../../../../src-main/handlers.ts';
import { importRefusal } from '../../../../src-main/import/refusals.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { signatureVerifier } from '../../../../src-main/ledger/device-key.ts';
import { verifyBundle } from '../../../../src-main/ledger/verify-bundle.ts';
import { openBundle } from '../../../../src-main/ledger/open-bundle.ts';
import { canonicalJson } from '../../../../src-main/ledger/canonical-json.ts';
import { sha256, sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { FONTS } from '../../pdf/paper-tools.ts';
import { EvidenceUnderTest } from '../evidence/evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  [versionId = ''] = evidence.desk.agreement('专线服务协议').versions;
});
afterEach(() => evidence.end());

function newest(): AgreementDocument {
  const document = evidence.store.agreements.document(versionId);
  if (!document) throw new Error('no such version');
  return document;
}

/** As if the version had been read by an earlier reader, which saw it as `edit` makes it. */
function readEarlier(edit: (document: AgreementDocument) => AgreementDocument): void {
  const document = edit(newest());
  const at = evidence.desk.now.toISOString();
  const reader = readerName('test').replace(`reader ${READER}`, `reader ${READER - 1}`);
  record(evidence.ports, () => {
    const conspicuous = keyClauses(document).length;
    const reading = evidence.store.agreements.keepReading({ versionId, reader, at, conspicuous }, document);
    const payload = { reading, structure: sha256Hex(canonicalJson(document)) };
    return {
      entry: { kind: 'reading-kept', subject: `version:${versionId}`, payload },
      write: () => undefined,
      changed: [],
    };
  });
}

const withClauses = (document: AgreementDocument, edit: (clause: Clause) => Clause): AgreementDocument => ({
  ...document,
  clauses: document.clauses.map(edit),
});

/** The first key clause without its kinds, without its bold, and all facts but the first. */
const asEarlier = (document: AgreementDocument): AgreementDocument => {
  const [key] = keyClauses(document);
  return {
    ...withClauses(document, (clause) => (clause.id === key?.id ? { ...clause, tags: [], emphasis: [] } : clause)),
    facts: document.facts.slice(0, 1),
  };
};

const readings = () => evidence.store.agreements.readings(versionId);

describe('reading a version again', () => {
  test('of today’s own reading finds nothing, and nobody is told anything', async () => {
    const preview = await evidence.handlers['review.readAgain']({ versionId });
    expect(preview).toMatchObject({ count: 0, differences: [], from: preview.to });
    const { reading } = await evidence.handlers['review.open']({ versionId });
    expect(reading).toMatchObject({ byEarlier: false, differs: 0 });
    expect((await evidence.handlers['library.list']({})).readAgain).toEqual([]);
  });

  test('shows what would change, and changes nothing yet', async () => {
    const today = newest();
    readEarlier(asEarlier);
    const before = readings();
    expect((await evidence.handlers['review.open']({ versionId })).reading).toEqual({
      at: evidence.desk.now.toISOString(),
      byEarlier: true,
    });
    expect((await evidence.handlers['library.list']({})).readAgain).toEqual([]);

    const preview = await evidence.handlers['review.readAgain']({ versionId });
    const of = (part: string) => preview.differences.filter((each) => each.part === part);
    const [key] = keyClauses(today);
    expect(of('key-clauses')).toHaveLength(1);
    expect(of('key-clauses')[0]?.clause?.number).toBe(key?.number);
    expect(of('kinds')).toHaveLength(key?.tags.length ?? 0);
    expect(of('facts')).toHaveLength(today.facts.length - 1);
    expect(of('clauses').map(({ clause }) => clause?.number)).toEqual([key?.number]);
    expect(of('document')).toEqual([]);
    expect(preview.count).toBe((key?.tags.length ?? 0) + today.facts.length);

    expect(readings()).toEqual(before);
    const { reading } = await evidence.handlers['review.open']({ versionId });
    expect(reading).toMatchObject({ byEarlier: true, differs: preview.count });
    expect((await evidence.handlers['library.list']({})).readAgain).toEqual([versionId]);
  });

  test('keeps what was shown, beside every reading before, and the ledger vouches for it', async () => {
    const today = newest();
    readEarlier(asEarlier);
    const { from, to, count } = await evidence.handlers['review.readAgain']({ versionId });
    const state = await evidence.handlers['review.keepReading']({ versionId, from, to });
    expect(state).toEqual({ at: evidence.desk.now.toISOString(), byEarlier: false });
    expect(newest()).toEqual(today);
    expect(readings().map(({ sha256: hash }) => hash)).toEqual([to, from, to]);
    expect(readerNumber(readings().at(-1)?.reader ?? '')).toBe(READER);
    expect((await evidence.handlers['library.list']({})).readAgain).toEqual([]);
    const entries = evidence.store.ledger.ofSubject(`version:${versionId}`);
    const { kind, payload } = entries.at(-1) ?? {};
    expect(kind).toBe('reading-kept');
    expect(payload).toMatchObject({ from, reading: to, reader: readings().at(-1)?.reader });
    expect(count).toBeGreaterThan(3);
    expect(await evidence.handlers['evidence.verify']({})).toMatchObject({ ok: true, integrity: 'intact' });
  });

  test('leaves decisions and what their records say as they were, and their bundle verifies', async () => {
    readEarlier(asEarlier);
    const acceptanceId = await evidence.accept(versionId);
    const decided = evidence.store.acceptances.json(acceptanceId);
    expect(decided).toContain(acceptanceId);
    const shown = await evidence.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' });
    const bundle = async (): Promise<Uint8Array> => {
      await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
      return evidence.desk.saved.at(-1)?.bytes ?? new Uint8Array();
    };
    const taken = async (bytes: Uint8Array): Promise<EvidenceUnderTest> => {
      const colleague = new EvidenceUnderTest();
      colleague.openedFile = { name: 'a.assent', bytes };
      const review = await colleague.handlers['evidence.openedBundle']({});
      await colleague.handlers['evidence.importBundle']({ bundleId: review?.bundleId ?? '', origin: '李工' });
      return colleague;
    };
    const earlier = await taken(await bundle());
    expect(earlier.store.agreements.document(versionId)).toEqual(newest());
    earlier.end();

    const { from, to } = await evidence.handlers['review.readAgain']({ versionId });
    await evidence.handlers['review.keepReading']({ versionId, from, to });
    expect(evidence.store.acceptances.json(acceptanceId)).toBe(decided);
    expect(await evidence.handlers['evidence.acceptance']({ acceptanceId, language: 'zh' })).toEqual(shown);

    const bytes = await bundle();
    const report = await verifyBundle(bytes, { digest: sha256, verifySignature: signatureVerifier });
    expect(report).toMatchObject({ integrity: 'intact' });
    const [told] = report.records;
    const file = openBundle(bytes).files.get(told?.structure ?? '');
    const structure = JSON.parse(new TextDecoder().decode(file)) as AgreementDocument;
    expect(structure.facts).toHaveLength(1);
    const colleague = await taken(bytes);
    expect(colleague.store.agreements.document(versionId)).toEqual(newest());
    await expect((async () => colleague.handlers['review.readAgain']({ versionId }))()).rejects.toMatchObject({
      code: 'reading-foreign',
    });
    colleague.end();
  });

  test('kept while a decision is being printed, leaves no record of a reading that nobody saw', async () => {
    readEarlier(asEarlier);
    await evidence.seeEverything(versionId);
    const { from, to } = await evidence.handlers['review.readAgain']({ versionId });
    let meanwhile = async (): Promise<unknown> => evidence.handlers['review.keepReading']({ versionId, from, to });
    const printing = handlersOver({
      ...evidence.ports,
      print: {
        ...evidence.ports.print,
        toPdf: async (paper, fonts) => {
          await meanwhile();
          return setPlain(paper, fonts);
        },
      },
      files: {
        ...evidence.ports.files,
        asset: (name) => Promise.resolve(name.includes('Bold') ? FONTS.bold : FONTS.regular),
      },
    });
    const click = evidence.click(versionId, { decision: 'declined', reason: '条款不清' });
    await expect((async () => printing['review.decide'](click))()).rejects.toMatchObject({ code: 'reading-changed' });
    expect(evidence.store.acceptances.ofVersion(versionId)).toEqual([]);

    meanwhile = () => Promise.resolve();
    const { id } = await printing['review.decide'](click);
    const record = JSON.parse(evidence.store.acceptances.json(id) ?? '{}') as { reading?: { sha256?: string } };
    expect(record.reading?.sha256).toBe(to);
  });

  test('a review under way keeps what was noted of the same words, and asks for new key clauses', async () => {
    const today = newest();
    const [first, second] = keyClauses(today);
    const divided = '（其余另读作一条）';
    readEarlier((document) =>
      withClauses(document, (clause) => {
        if (clause.id === first?.id) return { ...clause, tags: [], emphasis: [] };
        return clause.id === second?.id ? { ...clause, text: `${clause.text}${divided}` } : clause;
      }),
    );
    await evidence.seeEverything(versionId);
    const before = await evidence.handlers['review.open']({ versionId });
    expect(before.progress.missing).toBe(0);
    const { from, to } = await evidence.handlers['review.readAgain']({ versionId });
    await evidence.handlers['review.keepReading']({ versionId, from, to });
    const { progress } = await evidence.handlers['review.open']({ versionId });
    const missing = progress.requirements.filter(({ done }) => !done).map(({ clauseId }) => clauseId);
    expect(missing).toEqual([first?.id, second?.id]);
    expect(progress.requirements.length).toBe(before.progress.requirements.length + 1);
  });
});

describe('a reading that cannot be taken', () => {
  const refused = async (code: string): Promise<void> => {
    const before = [readings(), evidence.store.ledger.tip(), evidence.store.agreements.readingsTried(READER)];
    await expect((async () => evidence.handlers['review.readAgain']({ versionId }))()).rejects.toMatchObject({ code });
    const [{ sha256: from } = { sha256: '' }] = readings();
    const kept = { versionId, from, to: 'f'.repeat(64) };
    await expect((async () => evidence.handlers['review.keepReading'](kept))()).rejects.toMatchObject({ code });
    expect([readings(), evidence.store.ledger.tip(), evidence.store.agreements.readingsTried(READER)]).toEqual(before);
  };

  test('because the words would be others: nothing changes', async () => {
    const { parse } = evidence.ports;
    evidence.handlers = handlersOver({
      ...evidence.ports,
      parse: async (...given) => {
        const marked = await parse(...given);
        return { ...marked, lines: marked.lines.map((line) => ({ ...line, text: line.text.replace('专线', '专缆') })) };
      },
    });
    await refused('reading-other-words');
  });

  test('because the source cannot be read: nothing changes', async () => {
    evidence.handlers = handlersOver({
      ...evidence.ports,
      parse: () => Promise.reject(importRefusal('parser-timeout')),
    });
    await refused('parser-timeout');
  });

  test('because it is not the one that was shown', async () => {
    readEarlier(asEarlier);
    const { from, to } = await evidence.handlers['review.readAgain']({ versionId });
    const keep = (wish: { from: string; to: string }) => async () =>
      evidence.handlers['review.keepReading']({ versionId, ...wish });
    await expect(keep({ from, to: from })()).rejects.toMatchObject({ code: 'reading-not-as-shown' });
    await expect(keep({ from: to, to })()).rejects.toMatchObject({ code: 'reading-not-as-shown' });
    readEarlier((document) => ({ ...document, facts: [] }));
    await expect(keep({ from, to })()).rejects.toMatchObject({ code: 'reading-not-as-shown' });
    expect(readings()).toHaveLength(3);
  });
});

test('a text that stands twice in its source is read again at its own place', async () => {
  const text = '示例服务条款\n\n1. 甲方应当付费。\n\n2. 乙方提供服务。\n';
  const two = `${text}\n\n示例服务条款\n\n1. 甲方应当付费。\n\n2. 乙方提供服务。\n`;
  const outcome = await evidence.handlers['import.bytes']({ name: 'a.txt', bytes: new TextEncoder().encode(two) });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const { reading } = await evidence.handlers['import.review']({ sourceId });
  expect(reading.documents.map(({ fingerprint }) => fingerprint)[1]).toBe(reading.documents[0]?.fingerprint);
  const saved = await evidence.handlers['import.confirm']({ sourceId, documents: [{ index: 1, title: '第二份' }] });
  versionId = saved[0]?.versionId ?? '';
  expect(await evidence.handlers['review.readAgain']({ versionId })).toMatchObject({ count: 0 });
});
