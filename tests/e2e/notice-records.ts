import type { App } from './app.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly body: string;
}
/** What the running app keeps of notices, and what it says of the one agreement that they are about. */
export function recordsOf(app: App) {
  const noticeRows = (): readonly Row[] =>
    app.rows<Row>("SELECT id, state, body FROM paper WHERE desk = 'notices' AND kind = 'notice' ORDER BY created_at");
  const notice = (at: number): Row => noticeRows()[at]!;
  const kindsOf = (subject: string): readonly string[] =>
    app
      .rows<{ kind: string; subject: string }>('SELECT kind, subject FROM ledger ORDER BY sequence')
      .filter((entry) => entry.subject === subject)
      .map(({ kind }) => kind);
  const payloadOf = (kind: string): unknown => {
    const entries = app.rows<{ entry: string }>(`SELECT entry FROM ledger WHERE kind = '${kind}' ORDER BY sequence`);
    return (JSON.parse(entries.at(-1)?.entry ?? '{}') as { payload?: unknown }).payload;
  };
  const versions = (): readonly { id: string; agreement_id: string }[] =>
    app.rows('SELECT id, agreement_id FROM version ORDER BY ordinal');
  const agreementId = (): string => versions()[0]!.agreement_id;
  /** The last days of notices on the agenda that nobody and no record closed. */
  async function lastDays(): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { id, done } = value as { readonly id?: unknown; readonly done?: unknown };
      if (typeof id === 'string' && id.endsWith('/notice-last-day') && done === undefined) found.push(value);
      for (const inner of Object.values(value)) look(inner);
    };
    look(await app.page.evaluate(() => window.assent.call('agenda.list', {})));
    return found;
  }

  /** What stands on the agreement's page of its versions. */
  async function standing(): Promise<readonly { ordinal: number; state: string; stands: boolean; from?: string }[]> {
    const answer = (await app.page.evaluate(
      (id) => window.assent.call('library.inspect', { agreementId: id }),
      agreementId(),
    )) as {
      value: {
        versions: { ordinal: number; state: string; stands: boolean; period?: { from: string; until?: string } }[];
      };
    };
    return answer.value.versions
      .map(({ ordinal, state, stands, period }) => ({ ordinal, state, stands, ...period }))
      .toSorted((a, b) => a.ordinal - b.ordinal);
  }
  return { noticeRows, notice, kindsOf, payloadOf, versions, agreementId, lastDays, standing };
}
