import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers as handlersOver } from '../../../src-main/handlers.ts';
import { CourtUnderTest } from '../features/evidence/court/court-under-test.ts';

const app = new CourtUnderTest();
const printed: Uint8Array[] = [];
let versionId = '';
beforeAll(async () => {
  await app.furnish();
  app.printing();
  const { print } = app.ports;
  app.ports = {
    ...app.ports,
    print: {
      ...print,
      dialog: (pdf) => {
        printed.push(pdf);
        return Promise.resolve(true);
      },
    },
  };
  app.handlers = handlersOver(app.ports);
  versionId = app.desk.agreement('服务条款').versions[0] ?? '';
  await app.accept(versionId);
}, 60_000);
afterAll(() => app.end());

/** What was printed and what was saved last are the same file. */
const same = (): void => {
  const saved = app.desk.saved.at(-1)?.bytes ?? new Uint8Array();
  expect(saved.length).toBeGreaterThan(1000);
  expect(Buffer.compare(printed.at(-1) ?? new Uint8Array(), saved)).toBe(0);
};

test('a text, the decision log and the agenda are printed as they are exported, byte for byte', async () => {
  for (const as of ['print', 'pdf'] as const) await app.handlers['review.export']({ versionId, as });
  same();
  for (const as of ['print', 'pdf'] as const) {
    const { seen } = await app.handlers['evidence.adverse']({ scope: { kind: 'everything' } });
    await app.handlers['evidence.register']({ as, language: 'zh', seen });
  }
  same();
  await app.handlers['agenda.print']?.({ items: [], language: 'zh' });
  await app.handlers['agenda.export']?.({ items: [], language: 'zh' });
  same();
  expect(printed).toHaveLength(3);
});
