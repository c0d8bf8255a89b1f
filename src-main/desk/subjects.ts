import type { AcceptanceRecord } from '../acceptance/record.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { Store } from '../store/store.ts';

/** What an entry's subject (`version:…`) is called; the subject itself when nothing is known of it. */
export function subjectInWords(store: Store, { subject }: LedgerEntry): string {
  const [word = '', id = ''] = subject.split(':', 2);
  return NAMES[word]?.(store, id) ?? subject;
}

const NAMES: Readonly<Record<string, (store: Store, id: string) => string | undefined>> = {
  source: (store, id) => store.sources.byId(id)?.name,
  version: (store, id) => versionName(store, id),
  agreement: (store, id) => store.agreements.agreement(id)?.title,
  acceptance: (store, id) => {
    const row = store.acceptances.byId(id);
    if (!row) return undefined;
    const { agreement, version } = JSON.parse(row.record) as AcceptanceRecord;
    return `${agreement.title} v${version.ordinal}`;
  },
  company: (store, id) => store.papers.byId<{ company: { name: string } }>(id)?.body.company.name,
  notice: (store, id) => {
    const { subject } = store.papers.byId(id) ?? {};
    return subject === undefined ? undefined : store.agreements.agreement(subject)?.title;
  },
  letter: (store, id) => store.papers.byId<{ title?: string }>(id)?.body.title,
};

function versionName(store: Store, id: string): string | undefined {
  const version = store.agreements.version(id);
  return version && `${version.title} v${version.ordinal}`;
}
