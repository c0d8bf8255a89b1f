import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgendaView } from '../../../src-main/contract/agenda.ts';
import { claimPapers, claims } from '../../../src-main/features/rights/claim-records.ts';
import { recordHappening } from '../../../src-main/kernel/history/happenings.ts';
import { sealedCopies } from '../../../src-main/kernel/papers/sealed-copies.ts';
import type { Store } from '../../../src-main/store/store.ts';
import { agreementSummaries, openQuestions, standingOf } from '../../../src-main/kernel/standing.ts';
import { NOTICE_TRANSITIONS } from '../../../src-main/term/notice/notice-states.ts';
import { libraryOf0001 } from '../../fixtures/library-0001.ts';
import { AppUnderTest } from '../kernel/ports.ts';
import {
  askAsThen,
  datedAsThen,
  datesImmaterial,
  type FormerComparison,
  figuresOf,
  quotesLost,
  withTodaysScreens,
} from './former-calls.ts';
import { keyAsThen } from './former-key-clauses.ts';
import { countedToday } from './former-days.ts';
import { withObjections, withoutArrivals, withUse } from './former-objections.ts';
import { rightsAsThen } from './former-rights.ts';
import { withoutStanding, withoutWords } from './former-words.ts';

/**
 * A library that version 0.1.0 wrote, opened by today's app: nothing lost, nothing altered, no entry of the ledger
 * touched, and every screen shows what it showed (it may show more). Sentences are left out of the comparison: they may be reworded.
 * Version 0.1.0 took a decision for the acceptance and a compared copy for one sealed by both. Today nothing stands by
 * either until a person says what happened in the world; screens that show what stands are compared once it is said.
 */
const FIXTURE = fileURLToPath(new URL('../../fixtures/database', import.meta.url));

interface Expected {
  readonly clock: string;
  readonly tables: Readonly<Record<string, number>>;
  readonly ledger: { readonly length: number; readonly head: string; readonly kinds: Readonly<Record<string, number>> };
  readonly papers: Readonly<Record<string, number>>;
  readonly settings: readonly string[];
  readonly sources: readonly Named[];
  readonly agreements: readonly {
    readonly versions: readonly { readonly state: string; readonly since?: string; readonly why: string }[];
  }[];
  readonly versions: readonly Named[];
  readonly decisions: readonly Named[];
  readonly attachments: { readonly count: number; readonly bytes: number; readonly sha256: readonly string[] };
  readonly calls: readonly {
    readonly call: string;
    readonly input: unknown;
    readonly output: unknown;
    readonly without?: readonly string[];
  }[];
}

const expected = JSON.parse(readFileSync(join(FIXTURE, 'expected.json'), 'utf8')) as Expected;

/** A claim was made by drafting its letter then; it is a draft today. */
const withClaimsDrafted = ({ 'obligations claim made': made = 0, ...papers }: Readonly<Record<string, number>>) => ({
  ...papers,
  'obligations claim drafted': made,
});

interface Named {
  readonly id: string;
}
const byId = <Row extends Named>(list: readonly Row[]): readonly Row[] =>
  list.toSorted((a, b) => a.id.localeCompare(b.id));

/** An answer without the members that the fixture left out because they are large or vary. */
function leaveOut(value: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return value;
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => !names.includes(name)));
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** As it was opened. */
let desk: AppUnderTest;
/** After it was said that everything happened in the world when version 0.1.0 took it to have happened. */
let answered: AppUnderTest;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-0001-'));
  const file = join(folder, 'assent.sqlite');
  writeFileSync(file, libraryOf0001());
  desk = new AppUnderTest(file);
  desk.now = new Date(expected.clock);
  answered = new AppUnderTest(file);
  answered.now = new Date(expected.clock);
  answer(answered);
});
afterAll(() => {
  desk.end();
  answered.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether something took the place of every version of an agreement. */
function isReplaced(store: Store, agreementId: string): boolean {
  const { states } = standingOf(store, agreementId);
  return store.agreements.versionsOf(agreementId).every(({ id }) => states.get(id)?.state === 'superseded');
}

function answer({ store, ports, handlers }: AppUnderTest): void {
  for (const { versionId, decision, decidedAt: on } of store.acceptances.all()) {
    if (decision !== 'accepted') continue;
    recordHappening(ports, versionId, { kind: 'concluded', how: 'clicked-at-provider', on, said: '陈远' });
  }
  // Whom it asked of itself where an agreement is silent, a person has to choose today.
  for (const { call, input, output } of expected.calls) {
    const { companions } = (output ?? {}) as { readonly companions?: readonly { readonly agreementId: string }[] };
    if (call !== 'obligations.open' || !companions) continue;
    const chosen = companions.map(({ agreementId }) => agreementId).filter((id) => !isReplaced(store, id));
    void handlers['rights.companions']({
      agreementId: (input as { agreementId: string }).agreementId,
      agreementIds: chosen,
    });
  }
  for (const { id, state, body } of sealedCopies(store).list()) {
    if (state !== 'confirmed' && state !== 'overruled') continue;
    sealedCopies(store).put({ id, state, body: { ...body, seals: 'both', datedOn: body.stateAt } }, body.stateAt);
  }
}

/** Calls whose answers tell what stands. */
const OF_STANDING =
  /^(?:library\.list|review\.(?:open|page)|compare\.open|texts\.|notices\.(?:list|open)|letters\.list|obligations\.|outages\.|agenda\.|evidence\.acceptance)/u;

/**
 * Where today's rule is another one: a replaced text is compared with the one that stands before it could be accepted again,
 * an agreement that was replaced gives no figures to others, who decides on a notice at once did not
 * begin a review first, and a step after an objection names only clauses that speak of it.
 */
function byTodaysRules(value: unknown): unknown {
  const { version, companions, clauses, state, moves, checklist, changes, impact } = (value ?? {}) as {
    readonly changes?: object;
    readonly impact?: unknown;
    readonly checklist?: readonly object[];
    readonly state?: string;
    readonly moves?: readonly string[];
    readonly version?: { readonly state?: string };
    readonly companions?: readonly { readonly agreementId: string }[];
    readonly clauses?: Readonly<Record<string, string>>;
  };
  if (impact) return datesImmaterial(value as FormerComparison);
  if (changes && 'material' in changes) return { ...(value as object), changes: leaveOut(changes, ['material']) };
  if (version?.state === 'superseded') return leaveOut(value, ['progress']);
  if (moves && state === 'announced') return { ...(value as object), moves: NOTICE_TRANSITIONS.announced };
  if (checklist && checklist.length > 0)
    return { ...(value as object), checklist: checklist.map((step) => leaveOut(step, ['clauses'])) };
  if (!companions || !clauses) return value;
  const gone = (versionId: string): boolean =>
    isReplaced(answered.store, answered.store.agreements.version(versionId)?.agreementId ?? '');
  return {
    ...(value as object),
    companions: companions.filter(({ agreementId }) => !isReplaced(answered.store, agreementId)),
    clauses: Object.fromEntries(Object.entries(clauses).filter(([, versionId]) => !gone(versionId))),
  };
}

/** Rows of the opened database itself, past today's store. */
function rows<Row>(sql: string): readonly Row[] {
  const database = new Sqlite(join(desk.folder, 'assent.sqlite'), { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

const counts = (sql: string): Readonly<Record<string, number>> =>
  Object.fromEntries(rows<{ name: string; count: number }>(sql).map(({ name, count }) => [name, count]));

describe('a library made by version 0.1.0', () => {
  it('has every row', () => {
    for (const [table, count] of Object.entries(expected.tables)) {
      expect(rows<{ count: number }>(`SELECT count(*) AS count FROM ${table}`), table).toEqual([{ count }]);
    }
    expect(
      counts("SELECT desk || ' ' || kind || ' ' || state AS name, count(*) AS count FROM paper GROUP BY 1"),
    ).toEqual(withClaimsDrafted(expected.papers));
    expect(rows<{ name: string }>('SELECT name FROM setting ORDER BY name').map(({ name }) => name)).toEqual(
      expected.settings,
    );
  });

  it('has every entry of the ledger', () => {
    const { ledger } = expected;
    expect(counts('SELECT kind AS name, count(*) AS count FROM ledger GROUP BY kind')).toEqual(ledger.kinds);
    expect(rows('SELECT sequence AS length, hash AS head FROM ledger ORDER BY sequence DESC LIMIT 1')).toEqual([
      { length: ledger.length, head: ledger.head },
    ]);
  });

  it('has sources, versions, decisions and files unaltered', () => {
    const sources = rows<Named & { bytes: Uint8Array }>(
      `SELECT id, name, size, bytes, state FROM source JOIN source_reading ON source_id = id ORDER BY source.rowid`,
    );
    expect(byId(sources.map(({ bytes, ...source }) => ({ ...source, sha256: sha256(bytes) })))).toEqual(
      byId(expected.sources),
    );
    const versions = desk.store.agreements.versions().map(({ id, ordinal, title, fingerprint }) => {
      const reading = desk.store.agreements.reading(id);
      const canonical = desk.store.agreements.canonicalText(id) ?? '';
      return {
        id,
        ordinal,
        title,
        fingerprint,
        canonicalText: sha256(canonical),
        document: reading?.sha256,
        clauses: reading?.document.clauses.map(({ id: clause, number }) => (number ? `${clause} ${number}` : clause)),
      };
    });
    expect(byId(versions)).toEqual(byId(expected.versions));
    const decisions = desk.store.acceptances.all().map(({ reason: _reason, person: _person, ...row }) => ({
      ...row,
      record: sha256(desk.store.acceptances.json(row.id) ?? ''),
    }));
    expect(byId(decisions)).toEqual(byId(expected.decisions));
    const files = rows<{ sha256: string; bytes: Uint8Array }>('SELECT sha256, bytes FROM attachment ORDER BY sha256');
    expect(files.map(({ bytes }) => sha256(bytes))).toEqual(expected.attachments.sha256);
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(expected.attachments.bytes);
  });

  it('takes no decision for an acceptance in the world, and asks what became of each', () => {
    const states = agreementSummaries(desk.store, expected.clock).flatMap(({ versions }) => versions);
    expect(states.filter(({ stands, state }) => stands || state === 'accepted' || state === 'superseded')).toEqual([]);
    const decidedFor = new Set(
      desk.store.acceptances.all().flatMap(({ versionId, decision }) => (decision === 'accepted' ? [versionId] : [])),
    );
    expect(decidedFor.size).toBeGreaterThan(3);
    for (const { id, state } of states) expect([id, state === 'decided']).toEqual([id, decidedFor.has(id)]);
    const asked = openQuestions(desk.store);
    const own = [...decidedFor].filter((id) => {
      const agreementId = desk.store.agreements.version(id)?.agreementId ?? '';
      return desk.store.agreements.agreement(agreementId)?.origin === 'own';
    });
    const about = asked.flatMap(({ version, decidedAt }) => (decidedAt === undefined ? [] : [version.id]));
    expect(about.sort()).toEqual(own.sort());
    const copies = sealedCopies(desk.store)
      .list()
      .filter(({ state }) => state === 'confirmed' || state === 'overruled');
    expect(asked.flatMap((question) => question.copies.map(({ id }) => id)).sort()).toEqual(
      copies.map(({ id }) => id).sort(),
    );
    expect(openQuestions(answered.store)).toEqual([]);
  });

  it('gives every version the state it had, once that is said', () => {
    const told = agreementSummaries(answered.store, expected.clock).map(
      ({ title, provider, kind, origin, versions }) => ({
        title,
        provider,
        kind,
        origin,
        versions: versions.map(({ ordinal, state, since }) => ({ ordinal, state, since })),
      }),
    );
    const then = expected.agreements.map((agreement) => ({
      ...agreement,
      versions: agreement.versions.map(({ why: _why, ...version }) => version),
    }));
    // One was declined, and the change that brought it was objected to: of the two, today's app tells what reached the provider.
    const asThen = told.map((agreement, index) => ({
      ...agreement,
      versions: agreement.versions.map((version, at) =>
        version.state === 'objected' ? then[index]?.versions[at] : version,
      ),
    }));
    expect(told.flatMap(({ versions }) => versions).filter(({ state }) => state === 'objected')).toHaveLength(1);
    expect(asThen).toEqual(then);
  });

  it.each(
    expected.calls.map((call, index) => ({ ...call, name: `${index} ${call.call} ${JSON.stringify(call.input)}` })),
  )('answers $name as it did', async ({ call, input, output, without = [] }) => {
    const { handlers } = OF_STANDING.test(call) ? answered : desk;
    const answer = datedAsThen(call, withoutStanding(await askAsThen(handlers, call, input)));
    const then = datedAsThen(
      call,
      countedToday(
        call,
        byTodaysRules(withUse(withObjections(answered.store, expected.clock, leaveOut(output, without)))),
      ),
    );
    const shown = rightsAsThen(call, withoutArrivals(leaveOut(answer, without), then), then);
    const [told, toldThen] = keyAsThen(call, shown, withTodaysScreens(then));
    expect(figuresOf(call, withoutWords(told))).toMatchObject(figuresOf(call, withoutWords(toldThen)) as object);
    expect(quotesLost(call, answer, then)).toEqual([]);
  });

  it('opens the deadlines of a claim that counted as made by drafting it, and says so once', async () => {
    const agenda = (): readonly (readonly [string, string])[] =>
      (desk.handlers['agenda.list']({}) as AgendaView).lines
        .filter(({ id }) => id.startsWith('claim:') && id.includes('2026-10'))
        .map(({ kind, state }) => [kind, state]);
    expect(agenda()).toEqual([
      ['claim-opens', 'now'],
      ['claim-closes', 'ahead'],
    ]);
    const [told, ...more] = await desk.handlers['rights.reopenedClaims']({});
    expect(told).toMatchObject({ month: '2026-10', amount: '250.00' });
    expect(more).toEqual([]);
    await desk.handlers['rights.reopenedClaimsSeen']({});
    expect(await desk.handlers['rights.reopenedClaims']({})).toEqual([]);
    const [old] = claims(desk.store, told!.agreementId);
    const sent = {
      origin: `claim:${old!.id}`,
      state: 'sent',
      on: '2026-11-20',
      channel: 'mail',
      by: '李航',
    } as const;
    await desk.handlers['letters.takeCaseStep'](sent);
    expect(agenda().map(([, state]) => state)).toEqual(['done', 'done']);
    const [claim] = claims(desk.store, told!.agreementId);
    const states = claimPapers(desk.store).revisions(claim!.id);
    expect(states.map(({ state, body }) => [state, body.formerly, body.history.map((step) => step.state)])).toEqual([
      ['drafted', 'made', ['drafted']],
      ['drafted', 'made', ['drafted']],
      ['sent', 'made', ['drafted', 'sent']],
    ]);
    expect(
      rows<{ state: string }>(
        "SELECT state FROM paper_revision WHERE paper_id IN (SELECT id FROM paper WHERE kind = 'claim') ORDER BY revision",
      ).map(({ state }) => state),
    ).toEqual(['made', 'drafted', 'sent']);
  });
});
