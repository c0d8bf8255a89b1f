import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractHandlers } from '../../../../src-main/contract/index.ts';
import { handlers as handlersOver } from '../../../../src-main/handlers.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { FONTS } from '../../pdf/paper-tools.ts';
import { AppUnderTest } from '../ports.ts';

let app: AppUnderTest;
let handlers: ContractHandlers;
let handedOut: number;

beforeEach(async () => {
  app = await AppUnderTest.withSamples();
  handedOut = 0;
  const { files } = app.ports;
  const out =
    <Given extends readonly unknown[], Answer>(answer: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      handedOut += 1;
      return answer(...given);
    };
  handlers = handlersOver({
    ...app.ports,
    files: {
      ...files,
      asset: (name) =>
        Promise.resolve(name.includes('Bold') ? Uint8Array.from(FONTS.bold) : Uint8Array.from(FONTS.regular)),
      save: out(files.save.bind(files)),
      saveAll: out(files.saveAll.bind(files)),
    },
    print: { toPdf: setPlain, dialog: out(() => Promise.resolve(true)) },
  });
});
afterEach(() => app.end());

/** Something that happens to the database from outside, past its triggers. */
function outside(sql: string): void {
  const database = new Sqlite(join(app.folder, 'assent.sqlite'));
  try {
    const triggers = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all();
    for (const trigger of triggers) database.exec(`DROP TRIGGER "${trigger}"`);
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** Something else is shown in place of a clause of every text; the words stay. */
const ALTERED = "UPDATE reading SET document = json_set(document, '$.clauses[0].text', '另外的话')";

/** Everything that leaves the app made of a text or of what is recorded of it. */
async function waysOut(): Promise<Readonly<Record<string, () => unknown>>> {
  const line = app.agreement('跨域专线服务协议');
  const sla = app.agreement('等级协议');
  const [oldVersionId = '', newVersionId = ''] = line.versions;
  const [level = ''] = sla.versions;
  await handlers['settings.saveCompany']({ company: COMPANY });
  app.conclude(level);
  await handlers['rights.pasteOutages']({ agreementId: sla.id, text: '2026-10-10 01:00,2026-10-10 21:30,断网' });
  await handlers['rights.setMonthFee']({ agreementId: sla.id, month: '2026-10', fee: { fee: '1000.00' } });
  await handlers['notices.register']({ agreementId: line.id, kind: 'fee', channel: 'site', sent: '2026-11-20' });
  const clauseId = app.store.agreements.document(newVersionId)?.clauses[1]?.id ?? '';
  const asked = { versionId: newVersionId, clauseId, question: '何为合理？', askedBy: '陈远' };
  await handlers['review.askExplanation'](asked);
  const { lines } = await handlers['agenda.list']({});
  const items = lines.map(({ id }) => id);
  const { templates } = await handlers['letters.list']({});
  const templateId = templates.find(({ source }) => source === 'imported')?.id ?? '';
  const { id: letterId } = await handlers['letters.start']({ templateId });
  const seal = { shape: 'round-42', guides: false, seam: false } as const;
  return {
    'the printed text': () => handlers['review.export']({ versionId: level, as: 'pdf' }),
    'the text': () => handlers['review.export']({ versionId: level, as: 'text' }),
    'a redline': () =>
      handlers['compare.export']({ oldVersionId, newVersionId, as: 'pdf', onlyChanges: false, language: 'zh' }),
    'a printed redline': () =>
      handlers['compare.export']({ oldVersionId, newVersionId, as: 'print', onlyChanges: true, language: 'en' }),
    'the agenda for a calendar': () => handlers['agenda.calendar']({ items, language: 'zh' }),
    'the agenda on paper': () => handlers['agenda.export']({ items, language: 'zh' }),
    'the printed agenda': () => handlers['agenda.print']({ items, language: 'zh' }),
    'notices for a calendar': () => handlers['agenda.calendar']({ items: [], of: 'notices', language: 'zh' }),
    'the outages of a month': () =>
      handlers['rights.exportOutages']({ agreementId: sla.id, month: '2026-10', language: 'zh' }),
    'a request for explanation': () => handlers['review.draftExplanationLetter']({ versionId: newVersionId }),
    'a letter': () => handlers['letters.export']({ letterId, seal }),
    'a set of papers': () => handlers['letters.exportSet']({ versionIds: [newVersionId], letterIds: [], seal }),
    'a claim': () => handlers['rights.claim']({ agreementId: sla.id, month: '2026-10' }),
  };
}

const answerTo = async (way: () => unknown): Promise<unknown> => {
  try {
    await way();
    return 'handed out';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? error;
  }
};

async function answers(): Promise<Readonly<Record<string, unknown>>> {
  const answered: Record<string, unknown> = {};
  for (const [name, way] of Object.entries(ways)) answered[name] = await answerTo(way);
  return answered;
}

let ways: Readonly<Record<string, () => unknown>>;
beforeEach(async () => {
  ways = await waysOut();
});
const each = (answer: string) => Object.fromEntries(Object.keys(ways).map((name) => [name, answer]));

describe('what leaves the app is held against the records first', () => {
  test('nothing is in the way of what is as it was recorded', async () => {
    expect(await answers()).toEqual(each('handed out'));
    expect(handedOut).toBe(Object.keys(ways).length - 2);
  }, 60_000);

  test('nothing is made of what is shown in place of the words', async () => {
    outside(ALTERED);
    expect(await answers()).toEqual(each('text-altered'));
    expect(handedOut).toBe(0);
  }, 60_000);

  test('nothing is made of altered words', async () => {
    outside("UPDATE version_text SET canonical_text = canonical_text || '。'");
    expect(await answers()).toEqual(each('text-altered'));
    expect(handedOut).toBe(0);
  }, 60_000);

  test('an outage that was changed after it was recorded is not printed, and other papers are', async () => {
    outside("UPDATE paper SET body = replace(body, '21:30', '23:30') WHERE kind = 'outage'");
    expect(await answerTo(ways['the outages of a month']!)).toBe('record-altered');
    expect(await answerTo(ways['a redline']!)).toBe('handed out');
  }, 60_000);
});
