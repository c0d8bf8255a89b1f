import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysOf } from '../../../../../src-main/features/evidence/court/exhibit-groups.ts';
import { type Exhibit, exhibitsOf } from '../../../../../src-main/features/evidence/court/exhibits.ts';
import type { CourtScope } from '../../../../../src-main/contract/evidence/court.ts';
import type { JsonObject } from '../../../../../src-main/ledger/canonical-json.ts';
import type { EntryKind, LedgerEntry } from '../../../../../src-main/ledger/entry.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();
let agreementId = '';
beforeAll(async () => {
  await app.furnish();
  agreementId = app.desk.agreement('等级协议').id;
}, 60_000);
afterAll(() => app.end());

const write = (kind: EntryKind, subject: string, payload: JsonObject): void => {
  app.ports.ledger.append({ kind, subject, payload } as Parameters<typeof app.ports.ledger.append>[0]);
};
const about = (kind: EntryKind, payload: JsonObject): void => write(kind, `agreement:${agreementId}`, payload);
const found = (key: string, more: Partial<CourtScope> = {}): Exhibit | undefined =>
  exhibitsOf(app.store, { agreementIds: [agreementId], ...more }, []).find((exhibit) => exhibit.key === key);

describe('the day of what an entry names', () => {
  const days = (payload: JsonObject, kind: EntryKind = 'outages-recorded'): readonly string[] =>
    daysOf({ kind, payload } as unknown as LedgerEntry);

  test('is the one in Beijing: an evening in UTC belongs to the next month there', () => {
    expect(days({ rows: [{ from: '2026-10-31T16:30:00.000Z' }, { from: '2026-10-31T15:59:00.000Z' }] })).toEqual([
      '2026-11-01',
      '2026-10-31',
    ]);
    expect(days({ tickets: [{ opened: '2026-10-31T18:00:00.000Z' }] }, 'tickets-recorded')).toEqual(['2026-11-01']);
    expect(days({ from: '2026-10-31T20:00:00.000Z' }, 'exclusion-checked')).toEqual(['2026-11-01']);
  });

  test('a civil day, a month and a time without a place stay as they are; what is no time names none', () => {
    expect(days({ on: '2026-10-31', month: '2026-09' }, 'claim-sent')).toEqual(['2026-10-31', '2026-09']);
    expect(days({ from: '2026-10-31T20:00' }, 'exclusion-checked')).toEqual(['2026-10-31']);
    expect(days({ rows: [{ from: 'soon' }, { from: 7 }, 'x'] })).toEqual([]);
  });

  test('an outage early in a month there is in a list of that month, and in none of the month before', () => {
    about('outages-recorded', { how: 'manual', rows: [{ from: '2026-08-31T17:00:00.000Z' }] });
    const key = `log:${app.store.ledger.head()?.sequence ?? 0}`;
    expect(found(key, { from: '2026-09-01', to: '2026-09-30' })).toBeDefined();
    expect(found(key, { from: '2026-08-01', to: '2026-08-31' })).toBeUndefined();
  });
});

describe('a letter', () => {
  const said = { origin: 'letter:L1', letter: 'L1', on: '2026-11-23', by: '李航', channel: 'mail', proof: 'none' };

  test('that went out is in the list, also in one of a period before it went; taken back, it is not sent any more', () => {
    write('letter-exported', 'letter:L1', { format: 'pdf' });
    const until = { to: app.store.ledger.head()?.at.slice(0, 10) ?? '' };
    about('case-sent', { ...said, on: '2999-01-01' });
    expect(found('letter:L1')?.left).toBe(false);
    expect(found('dispatch:letter:L1', until)).toBeUndefined();
    expect(found('letter:L1', until)?.left).toBe(false);
    about('case-step-undone', { origin: 'letter:L1', letter: 'L1', undone: 'sent', on: '2999-01-01' });
    expect(found('letter:L1')?.left).toBe(true);
    expect(found('dispatch:letter:L1')).toMatchObject({ left: true });
    about('case-sent', said);
    expect(found('letter:L1')?.left).toBe(false);
    expect(found('dispatch:letter:L1')).toMatchObject({ left: false });
  });
});
