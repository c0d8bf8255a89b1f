import type { AcceptanceRecord } from '../../acceptance/record.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import type { Store } from '../../store/store.ts';

/** What an entry's subject (`version:…`) is called; the subject itself when nothing is known of it. */
export function subjectInWords(store: Store, { subject }: Pick<LedgerEntry, 'subject'>): Sentence {
  const [word = '', id = ''] = subject.split(':', 2);
  const name = NAMES[word]?.(store, id);
  return PLAIN[subject] ?? ONE_OF[word]?.(id) ?? { zh: name ?? subject, en: name ?? subject };
}

/** Subjects of which there is one. */
const PLAIN: Readonly<Record<string, Sentence>> = {
  'ledger:own': { zh: '本机台账', en: 'this ledger' },
  'device:keys': { zh: '设备密钥', en: 'the device key' },
  'clock:system': { zh: '系统时钟', en: 'the system clock' },
  'setting:ceremony-policy': { zh: '审阅要求', en: 'what a review asks for' },
  database: { zh: '数据库', en: 'the database' },
};

/** Subjects that a number names. */
const ONE_OF: Readonly<Record<string, (id: string) => Sentence>> = {
  entry: (id) => ({ zh: `台账第 ${id} 号`, en: `entry ${id}` }),
};

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
  explanation: (store, id) => {
    const request = store.papers.byId<{ versionId: string; number?: string }>(id)?.body;
    const name = request && versionName(store, request.versionId);
    return name && `${name} ${request.number ?? ''}`.trim();
  },
  'sealed-copy': (store, id) => {
    const copy = store.papers.byId<{ name?: string }>(id);
    return copy?.subject === undefined
      ? undefined
      : `${versionName(store, copy.subject) ?? ''} ${copy.body.name ?? ''}`.trim();
  },
  bundle: (store, id) => {
    const { name = '', origin = '' } = store.papers.byId<{ name?: string; origin?: string }>(id)?.body ?? {};
    return `${origin} ${name}`.trim();
  },
  certificate: (store, id) => store.papers.byId<{ view?: { subject?: string } }>(id)?.body.view?.subject,
  letter: (store, id) => store.papers.byId<{ title?: string }>(id)?.body.title,
};

function versionName(store: Store, id: string): string | undefined {
  const version = store.agreements.version(id);
  return version && `${version.title} v${version.ordinal}`;
}
