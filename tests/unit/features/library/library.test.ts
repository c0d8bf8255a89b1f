import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../assets/messages/say.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let app: EvidenceUnderTest;
beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
});
afterEach(() => app.end());

const list = async () => (await app.handlers['library.list']({})).agreements;
const sla = () => app.desk.agreement('等级协议');
const listed = async (id: string) => (await list()).find((agreement) => agreement.id === id);
const entries = (subject: string): readonly string[] => app.store.ledger.ofSubject(subject).map(({ kind }) => kind);

describe('the archive', () => {
  test('takes an agreement out of list and agenda, leaves ledger and evidence, and gives it back', async () => {
    const { id } = sla();
    const order = {
      service: '专线',
      number: 'A-1',
      plan: 'prepaid',
      orderedOn: '2026-11-20',
      amount: '100.00',
      invoiceType: 'ordinary',
      note: '',
      remindOn: '2026-12-01',
    } as const;
    await app.handlers['rights.saveOrder']({ agreementId: id, order });
    const dates = async () =>
      (await app.handlers['agenda.list']({})).lines.filter(({ agreement }) => agreement?.id === id).length;
    const [before, entriesBefore] = [await dates(), app.store.ledger.count()];
    expect(before).toBeGreaterThan(0);

    await app.handlers['library.archive']({ agreementIds: [id], away: true });
    expect((await listed(id))?.shelves).toEqual(['archived']);
    expect(await dates()).toBe(0);
    expect(app.store.ledger.count()).toBe(entriesBefore + 1);
    expect(entries(`agreement:${id}`).at(-1)).toBe('agreement-archived');
    expect((await app.handlers['library.inspect']({ agreementId: id })).next.do).toBe('unarchive');

    await app.handlers['library.archive']({ agreementIds: [id], away: false });
    expect((await listed(id))?.shelves).not.toContain('archived');
    expect(await dates()).toBe(before);
    expect(entries(`agreement:${id}`).at(-1)).toBe('agreement-unarchived');
  });

  test('writes nothing where nothing changes, and refuses what is not there whole', async () => {
    const { id } = sla();
    await app.handlers['library.archive']({ agreementIds: [id], away: true });
    const count = app.store.ledger.count();
    await app.handlers['library.archive']({ agreementIds: [id], away: true });
    expect(app.store.ledger.count()).toBe(count);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(() => app.handlers['library.archive']({ agreementIds: [id, nobody], away: false })).toThrow();
    expect((await listed(id))?.shelves).toEqual(['archived']);
  });

  test('knows the samples of either language, whichever was looked at first', async () => {
    const before = (await list()).length;
    app.desk.language = 'en';
    await app.handlers['import.sample']({});
    const all = await list();
    expect(all.length).toBeGreaterThan(before);
    expect(all.filter(({ sample }) => !sample)).toEqual([]);
  });

  test('takes the sample set as a whole, and nothing else', async () => {
    const outcome = await app.handlers['import.bytes']({
      name: 'own.txt',
      bytes: new TextEncoder().encode('港口仓储协议\n\n1. 甲方付费。\n\n2. 乙方保管货物。'),
    });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '港口仓储协议' }] });
    const own = app.desk.agreement('港口仓储').id;
    expect((await list()).filter(({ sample }) => !sample).map(({ id }) => id)).toEqual([own]);
    await app.handlers['library.putSamplesAway']({ away: true });
    expect((await list()).filter(({ shelves }) => !shelves.includes('archived')).map(({ id }) => id)).toEqual([own]);
    await app.handlers['library.putSamplesAway']({ away: false });
    expect((await list()).filter(({ shelves }) => shelves.includes('archived'))).toEqual([]);
  });

  test('says what it moved, so that what was in the archive before stays there when it is undone', async () => {
    const { id } = sla();
    await app.handlers['library.archive']({ agreementIds: [id], away: true });
    const { agreementIds } = await app.handlers['library.putSamplesAway']({ away: true });
    expect(agreementIds).not.toContain(id);
    await app.handlers['library.archive']({ agreementIds: [...agreementIds], away: false });
    expect((await list()).filter(({ shelves }) => shelves.includes('archived')).map((one) => one.id)).toEqual([id]);
  });

  test('leaves in its place what somebody decided on, and offers nothing of the rest for review', async () => {
    const { id, versions } = sla();
    await app.seeEverything(versions[0] ?? '');
    recordDecision(app.ports, settleNotices, app.click(versions[0] ?? ''), RENDERING);
    const after = versions[0] ?? '';
    expect(await app.handlers['review.next']({ after })).toBeDefined();
    await app.handlers['library.putSamplesAway']({ away: true });
    expect((await list()).filter(({ shelves }) => !shelves.includes('archived')).map((one) => one.id)).toEqual([id]);
    expect(await app.handlers['review.next']({ after })).toBeUndefined();
  });
});

describe('samples that were put away', () => {
  test('are offered nowhere: not among rights, companions, letters and their drafts; brought back, they are again', async () => {
    const { id } = sla();
    const offers = async () => {
      const rights = (await app.handlers['rights.list']({})).map((each) => each.id);
      const { candidates, guides } = await app.handlers['rights.open']({ agreementId: id });
      const { templates, letters } = await app.handlers['letters.list']({});
      const forms = templates.filter(({ source }) => source === 'imported');
      return [rights, candidates, guides, forms, letters].map((list) => list.length);
    };
    const [form] = (await app.handlers['letters.list']({})).templates;
    await app.handlers['letters.start']({ templateId: form?.id ?? '' });
    const before = await offers();
    expect(before.filter((count) => count > 0).length).toBeGreaterThan(2);
    await app.handlers['library.putSamplesAway']({ away: true });
    expect(await offers()).toEqual([0, 0, 0, 0, 0]);
    await app.handlers['library.putSamplesAway']({ away: false });
    expect(await offers()).toEqual(before);
  });
});

describe('a file that could not be read', () => {
  test('is dismissed and brought back; its bytes stay', async () => {
    await app.handlers['import.bytes']({ name: 'broken.pdf', bytes: new TextEncoder().encode('%PDF-1.7 broken') });
    const waiting = async () => (await app.handlers['library.list']({})).pending;
    const [source] = await waiting();
    expect(source?.state).toBe('unreadable');
    const sourceId = source?.id ?? '';
    await app.handlers['library.dismissSources']({ sourceIds: [sourceId], away: true });
    expect(await waiting()).toEqual([]);
    expect(app.store.sources.bytes(sourceId)?.length).toBe(15);
    expect(entries(`source:${sourceId}`).at(-1)).toBe('source-dismissed');
    await app.handlers['library.dismissSources']({ sourceIds: [sourceId], away: false });
    expect((await waiting()).map(({ id }) => id)).toEqual([sourceId]);
  });
});

describe('what an agreement is called', () => {
  test('bears the title of the version that stands; a name of the person’s own comes before', async () => {
    const { id, versions } = sla();
    const row = app.store.agreements.version(versions[0] ?? '');
    const bytes = new TextEncoder().encode('云专线服务等级协议（新）\n\n1. 可用性不低于 99.9%。\n\n2. 每月计算。');
    const outcome = await app.handlers['import.bytes']({ name: 'new.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, agreementId: id, title: '新等级协议' }] });
    const title = async () => (await listed(id))?.title;
    expect(await title()).toBe('新等级协议');
    app.desk.conclude(versions[0] ?? '');
    expect(await title()).toBe(row?.title);
    expect((await listed(id))?.versions.map((version) => version.title)).toEqual([row?.title, '新等级协议']);
    // Everywhere alike: what the library calls it is what every list, search and date calls it.
    const elsewhere = async () => {
      const month = { from: '2026-10-01 09:00', to: '2026-10-02 09:00', cause: '', instances: [] };
      const known = (await app.handlers['rights.open']({ agreementId: id })).months.length;
      if (known === 0) await app.handlers['rights.saveOutage']({ agreementId: id, outage: month });
      const noticed = (await app.handlers['notices.list']({})).notices;
      if (noticed.length === 0)
        await app.handlers['notices.register']({
          agreementId: id,
          kind: 'change',
          channel: 'site',
          sent: '2026-11-20',
        });
      const { notices } = await app.handlers['notices.list']({});
      const { lines } = await app.handlers['agenda.list']({});
      return [
        (await app.handlers['rights.list']({})).find((each) => each.id === id)?.title,
        (await app.handlers['rights.open']({ agreementId: id })).title,
        ...notices.map(({ agreementTitle }) => agreementTitle),
        ...lines.flatMap(({ agreement }) => (agreement?.id === id ? [agreement.title] : [])),
      ];
    };
    const all = async () => [...new Set(await elsewhere())];
    expect(await all()).toEqual([row?.title]);
    await app.handlers['library.rename']({ agreementId: id, title: '我们的专线' });
    expect(await all()).toEqual(['我们的专线']);
    expect(await title()).toBe('我们的专线');
  });

  test('one version is called by its own title where it alone is meant, but for the person’s own name', async () => {
    const { id, versions } = sla();
    const row = app.store.agreements.version(versions[0] ?? '');
    const bytes = new TextEncoder().encode('云专线服务等级协议（新）\n\n1. 可用性不低于 99.9%。\n\n2. 每月计算。');
    const outcome = await app.handlers['import.bytes']({ name: 'new.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, agreementId: id, title: '新等级协议' }] });
    app.desk.conclude(versions[0] ?? '');
    const hits = async () =>
      (await app.handlers['library.search']({ query: '可用性' })).filter(({ versionId }) => ids.has(versionId));
    const ids = new Set(app.store.agreements.versionsOf(id).map((version) => version.id));
    const called = async () =>
      [...new Set((await hits()).map(({ title, ordinal }) => `${ordinal} ${title}`))].toSorted();
    expect(await called()).toEqual([`1 ${row?.title}`, '2 新等级协议']);
    const { lines } = await app.handlers['agenda.list']({});
    const review = lines.find(({ agreement, kind }) => agreement?.id === id && kind === 'review');
    expect(review?.agreement).toMatchObject({ title: row?.title, version: '新等级协议' });
    expect((await listed(id))?.versions.map((version) => version.called)).toEqual([row?.title, '新等级协议']);
    await app.handlers['library.archive']({ agreementIds: [id], away: true });
    expect((await hits()).every(({ archived }) => archived)).toBe(true);
    await app.handlers['library.rename']({ agreementId: id, title: '我们的专线' });
    expect(await called()).toEqual(['1 我们的专线', '2 我们的专线']);
  });
});

describe('the inspection', () => {
  test('of a version that nobody read: what is to be seen, and its facts with their clauses', async () => {
    const { id, versions } = sla();
    const told = await app.handlers['library.inspect']({ agreementId: id });
    const { progress, facts } = await app.handlers['review.open']({ versionId: versions.at(-1) ?? '' });
    const key = progress.requirements.filter(({ needsAcknowledgement }) => needsAcknowledgement);
    expect(told.review).toMatchObject({ noted: 0, keyClauses: key.length, complete: false });
    expect(progress.minutesLeft).toBeGreaterThan(0);
    expect(told.review?.minutesLeft).toBe(progress.minutesLeft);
    expect(told.next.do).toBe('review');
    expect(told.facts.map((fact) => fact.id)).toEqual(facts.map((fact) => fact.id));
    expect(told.facts.some(({ number }) => number !== undefined)).toBe(true);
    expect(told.acceptance).toBeUndefined();
  });

  test('of an accepted one: who, when, by what right, what was noted', async () => {
    const { id, versions } = sla();
    const [versionId = ''] = versions;
    const recordId = await app.accept(versionId);
    const told = await app.handlers['library.inspect']({ agreementId: id });
    expect(told.decision).toMatchObject({
      decision: 'accepted',
      person: '陈远',
      role: '总经理',
      basis: 'legal-representative',
    });
    expect(told.acceptance).toMatchObject({ versionId, ordinal: 1, documents: 1, governs: 'click' });
    expect(told.acceptance?.noted).toBe(told.acceptance?.keyClauses);
    expect(told.versions[0]?.recordId).toBe(recordId);
    expect(told.next.do).toBe('read');
    expect((await listed(id))?.versions[0]).toMatchObject({ state: 'accepted', person: '陈远' });
  });

  test('of a version that was only decided on: nothing is accepted, and it is to be said in the world', async () => {
    const { id, versions } = sla();
    const [versionId = ''] = versions;
    await app.seeEverything(versionId);
    const click = app.click(versionId, { conclusion: { kind: 'not-yet' } });
    recordDecision(app.ports, settleNotices, click, RENDERING);
    const told = await app.handlers['library.inspect']({ agreementId: id });
    expect(told.acceptance).toBeUndefined();
    expect(told.decision).toMatchObject({ decision: 'accepted', person: '陈远' });
    expect(told.next).toMatchObject({ do: 'conclude', versionId });
  });

  test('tells what other features hold: orders, notices, letters, questions', async () => {
    const { id, versions } = sla();
    const order = {
      service: '专线',
      number: 'A-1',
      plan: 'postpaid',
      orderedOn: '2026-11-20',
      amount: '1200.00',
      invoiceType: 'ordinary',
      note: '',
    } as const;
    await app.handlers['rights.saveOrder']({ agreementId: id, order });
    await app.handlers['notices.register']({ agreementId: id, kind: 'fee', channel: 'site', sent: '2026-11-20' });
    const [versionId = ''] = versions;
    const clauseId = app.store.agreements.document(versionId)?.clauses[1]?.id ?? '';
    await app.handlers['review.askExplanation']({ versionId, clauseId, question: '何为合理？', askedBy: '陈远' });
    const { linked } = await app.handlers['library.inspect']({ agreementId: id });
    expect(linked.map(({ what, amount, title }) => [what, amount, say(title, 'zh')])).toEqual([
      ['notice', undefined, '费用调整'],
      ['order', '1200.00', '订单：专线 A-1'],
      ['explanation', undefined, '解释请求：何为合理？'],
    ]);
  });

  test('compares with the text before only where there is one', async () => {
    const { id } = sla();
    expect(await app.handlers['library.changes']({ agreementId: id })).toBeUndefined();
  });
});
