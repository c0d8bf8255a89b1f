import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

const FORMER = '仓储协议';
const LATER = '港口仓储服务协议';
const text = (title: string, days: number): string =>
  `${title}

1. 仓储方向客户提供泊位。

2. 仓储方变更本协议的，应提前${days}天通知客户。`;

let evidence: EvidenceUnderTest;
beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
});
afterEach(() => evidence.end());

async function bring(
  title: string,
  days: number,
  agreementId?: string,
): Promise<{ agreementId: string; versionId: string }> {
  const bytes = new TextEncoder().encode(text(title, days));
  const outcome = await evidence.handlers['import.bytes']({ name: `${title}.txt`, bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const documents = [{ index: 0, title, ...(agreementId === undefined ? {} : { agreementId }) }];
  const [saved] = await evidence.handlers['import.confirm']({ sourceId, documents });
  if (!saved) throw new Error('not saved');
  return saved;
}

test('what is done with a version bears its own title, and what is done with the agreement that of the version that stands', async () => {
  const { handlers, store } = evidence;
  const { agreementId, versionId: first } = await bring(FORMER, 30);
  await evidence.accept(first);
  const { versionId } = await bring(LATER, 20, agreementId);
  const acceptanceId = await evidence.accept(versionId);
  await handlers['notices.register']({ agreementId, kind: 'change', channel: 'email', sent: '2026-11-23' });

  const { lines } = await handlers['evidence.ledger']({ offset: 0, limit: 200 });
  const about = (kind: RegExp): readonly string[] =>
    lines.filter((line) => kind.test(say(line.kind, 'zh'))).map((line) => say(line.about, 'zh'));
  expect(about(/决定：接受/u)).toEqual([`${LATER} v2`, `${FORMER} v1`]);
  expect(about(/变更通知/u)).toEqual([LATER]);

  const record = JSON.parse(store.acceptances.json(acceptanceId) ?? '{}') as { agreement: { title: string } };
  expect(record.agreement.title).toBe(LATER);
  const decisions = await handlers['evidence.acceptances']({});
  expect(decisions.map(({ title, ordinal }) => [title, ordinal]).toSorted()).toEqual(
    [
      [FORMER, 1],
      [LATER, 2],
    ].toSorted(),
  );
  const { agreements } = await handlers['evidence.courtChoices']({});
  expect(agreements.find(({ id }) => id === agreementId)?.title).toBe(LATER);
});
