import { expect, test } from 'vitest';
import { backupHandlers } from '../../../../src-main/features/settings/backups.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

test('what was found at the start is accepted only for a reason, which blanks are not', async () => {
  const app = new AppUnderTest();
  let accepted = 0;
  const finding = { place: 'first', at: '2026-11-20T02:00:00.000Z', finding: { kind: 'note-gone' } } as const;
  const anchorKeeper = {
    ...app.ports.anchorKeeper,
    findings: () => (accepted > 0 ? [] : [finding as never]),
    accept: () => void (accepted += 1),
  };
  const handlers = backupHandlers({ ...app.ports, anchorKeeper });
  for (const reason of ['', '  \t', '　']) {
    const refused: unknown = await Promise.resolve()
      .then(() => handlers['settings.acceptNotices']({ reason }))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'reason-missing', field: 'reason' });
  }
  expect([accepted, app.store.ledger.count()]).toEqual([0, 0]);
  await handlers['settings.acceptNotices']({ reason: 'The old folder is back.' });
  expect(accepted).toBe(1);
  expect(app.store.ledger.head()).toMatchObject({
    kind: 'ledger-accepted',
    payload: { reason: 'The old folder is back.' },
  });
  await handlers['settings.acceptNotices']({ reason: '' });
  app.end();
});
