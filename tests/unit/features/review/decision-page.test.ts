import { countCharacters } from '../../../../src-main/agreement/coverage.ts';
import { conspicuousTags, keyClauses } from '../../../../src-main/agreement/meaning/emphasise.ts';
import { tagKind } from '../../../../src-main/agreement/tag-kinds.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { EvidenceUnderTest, RENDERING } from '../evidence/evidence-handlers.ts';

let app: EvidenceUnderTest;
let first: string;
let second: string;

beforeEach(async () => {
  app = new EvidenceUnderTest();
  await app.furnish();
  [first = '', second = ''] = app.desk.agreement('跨域专线服务协议').versions;
});
afterEach(() => app.end());

const page = async (versionId: string, more: Partial<Input<'review.page'>> = {}) =>
  app.handlers['review.page']({ versionId, language: 'zh', ...more });

async function accept(versionId: string, more: Partial<Input<'review.decide'>> = {}): Promise<void> {
  await app.seeEverything(versionId);
  recordDecision(app.ports, settleNotices, { ...app.click(versionId), ...more }, RENDERING);
}
const signatory = async (name: string, until?: string, authorisation?: string): Promise<string> =>
  (
    await app.handlers['settings.saveSignatory']({
      signatory: {
        companyId: app.companyId,
        name,
        role: '采购总监',
        basis: 'authorisation-letter',
        ...(until === undefined ? {} : { until }),
        ...(authorisation === undefined ? {} : { letter: authorisation }),
      },
    })
  ).id;

async function letter(words = 'letter'): Promise<string> {
  app.desk.chosen = [{ name: '授权委托书.pdf', bytes: new TextEncoder().encode(`%PDF-1.7 ${words}`) }];
  return (await app.handlers['review.keepAuthorisation']({}))?.sha256 ?? '';
}

describe('what is decided', () => {
  test('the facts that weigh most, at most four, each kind once and in its words', async () => {
    const { facts } = await page(first);
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.length).toBeLessThanOrEqual(4);
    const labels = facts.flatMap(({ label, beside }) =>
      [label, ...(beside ? [beside.label] : [])].map((each) => say(each, 'zh')),
    );
    expect(new Set(labels).size).toBe(labels.length);
    const view = await app.handlers['review.open']({ versionId: first });
    for (const { words, clauseId, number } of facts) {
      expect(view.facts.some((fact) => fact.clause === clauseId && say(fact.words, 'zh') === say(words, 'zh'))).toBe(
        true,
      );
      expect(view.document.clauses.find(({ id }) => id === clauseId)?.number).toBe(number);
    }
  });

  test('the length is that of the text without blanks', async () => {
    const text = app.store.agreements.canonicalText(first) ?? '';
    expect((await page(first)).words).toBe(countCharacters(text));
  });

  test('every key clause stands in the row of each of its kinds, bold in the original or by rule', async () => {
    const { kinds } = await page(second);
    const { conspicuous, document } = await app.handlers['review.open']({ versionId: second });
    const listed = kinds.flatMap(({ clauses }) => clauses.map(({ clauseId }) => clauseId));
    expect([...new Set(listed)].toSorted()).toEqual([...conspicuous].toSorted());
    const rowsOf = (clauseId: string): number =>
      kinds.filter(({ clauses }) => clauses.some((clause) => clause.clauseId === clauseId)).length;
    for (const { id, tags } of keyClauses(document))
      expect(rowsOf(id)).toBe(new Set(conspicuousTags(tags).map(({ kind }) => tagKind(kind)?.family ?? kind)).size);
    expect(kinds.every(({ labels }) => labels.length > 0)).toBe(true);
    const inSource = document.clauses.filter(
      ({ id, emphasis }) =>
        conspicuous.includes(id) && emphasis.some(({ origin, strong }) => origin === 'source' && strong),
    );
    const marked = kinds.flatMap(({ clauses }) =>
      clauses.flatMap((clause) => (clause.marked === 'none' ? [] : [clause.clauseId])),
    );
    expect(new Set(marked).size).toBe(inSource.length);
  });

  test('against nothing there are no changes; against what was accepted they are counted, with what a fact was', async () => {
    expect((await page(first)).changes).toBeUndefined();
    await accept(first);
    const { changes, facts } = await page(second);
    expect(changes).toMatchObject({ since: 1, versionId: first });
    expect(changes!.all).toBeGreaterThanOrEqual(changes!.material);
    const { document } = await app.handlers['review.open']({ versionId: second });
    const ids = new Set(document.clauses.map(({ id }) => id));
    expect(changes!.clauses.length).toBeGreaterThan(0);
    expect(changes!.clauses.every((id) => ids.has(id))).toBe(true);
    const before = (await app.handlers['review.open']({ versionId: first })).facts.map(({ words }) => say(words, 'zh'));
    for (const fact of facts) if (fact.before) expect(before).toContain(say(fact.before, 'zh'));
  });
});

describe('who decides', () => {
  test('without an answer it is the first company', async () => {
    const { companyId, signedLast, signatories } = await page(first);
    expect(companyId).toBe(app.companyId);
    expect(signedLast).toBeUndefined();
    expect(signatories.map(({ name }) => name)).toEqual(['陈远']);
  });

  test('whoever signed last, with the company that decided last, while they may', async () => {
    await app.handlers['settings.saveCompany']({ company: { ...COMPANY, name: '示例远航物流有限公司' } });
    const id = await signatory('周敏', '2027-06-30');
    await accept(first, {
      person: '周敏',
      role: '采购总监',
      basis: 'authorisation-letter',
      authorisationFile: await letter(),
    });
    expect((await page(second)).signedLast).toEqual({ companyId: app.companyId, signatoryId: id });
    app.desk.now = new Date('2027-07-01T02:00:00.000Z');
    expect((await page(second)).signedLast).toEqual({ companyId: app.companyId });
  });

  test('an authorisation that has ended decides nothing, whatever the page shows', async () => {
    await signatory('周敏', '2026-10-31');
    await app.seeEverything(first);
    const input = {
      ...app.click(first),
      person: '周敏',
      role: '采购总监',
      basis: 'authorisation-letter',
      authorisationFile: await letter(),
    } as const;
    const decide = () => recordDecision(app.ports, settleNotices, input, RENDERING);
    await expect((async () => decide())()).rejects.toMatchObject({ code: 'authority-ended', field: 'person' });
    expect(app.store.acceptances.all()).toEqual([]);
    // Another letter of the same person still holds.
    await signatory('周敏', '2027-10-31');
    decide();
    expect(app.store.acceptances.all()).toHaveLength(1);
  });

  test('the letter that is decided by has to hold, not another one of the same name', async () => {
    const [ended, valid] = [await letter('old'), await letter('new')];
    await signatory('周敏', '2026-10-31', ended);
    await signatory('周敏', '2027-10-31', valid);
    await app.seeEverything(first);
    const by = (authorisationFile: string) => async () =>
      recordDecision(
        app.ports,
        settleNotices,
        { ...app.click(first), person: '周敏', role: '采购总监', basis: 'authorisation-letter', authorisationFile },
        RENDERING,
      );
    await expect(by(ended)()).rejects.toMatchObject({ code: 'authority-ended' });
    expect(app.store.acceptances.all()).toEqual([]);
    await by(valid)();
    expect(app.store.acceptances.all()).toHaveLength(1);
  });
});

describe('what waits for a decision', () => {
  test('what was decided waits no more', async () => {
    const next = async () => app.handlers['review.next']({ after: first });
    const waiting = await next();
    expect(waiting).toBeDefined();
    await accept(waiting!.versionId);
    const after = await next();
    expect(after?.versionId).not.toBe(waiting!.versionId);
  });

  test('of an agreement it is the newest version, never one before it', async () => {
    const seen = new Set<string>();
    const after = async (versionId: string) => app.handlers['review.next']({ after: versionId });
    for (let next = await after(second); next; next = await after(next.versionId)) {
      expect(seen.has(next.versionId)).toBe(false);
      seen.add(next.versionId);
      await accept(next.versionId);
    }
    expect(seen.has(second)).toBe(true);
    expect(seen.has(first)).toBe(false);
  });
});
