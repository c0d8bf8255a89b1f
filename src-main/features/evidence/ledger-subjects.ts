import type { AcceptanceRecord } from '../../acceptance/record.ts';
import type { Sentence, Words } from '../../agreement/sentence.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import type { SubjectWord } from '../../ledger/subject.ts';
import type { Store } from '../../store/store.ts';

/** What is asked of an entry: its subject, and its payload where that names what is gone by now. */
type Subjected = Pick<LedgerEntry, 'subject' | 'payload'>;

/**
 * What an entry's subject (`version:…`) is called: by the name of the thing, or by its kind and the start of its id where
 * the thing is gone. A subject that a later version of the app brought in is shown as it is.
 */
export function subjectInWords(store: Store, entry: Subjected): Sentence {
  const { subject } = entry;
  const only = ONLY[subject];
  if (only) return only;
  const [word = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word as SubjectWord] : undefined;
  if (!kind) return { zh: subject, en: subject };
  const name = kind.name?.(store, id, entry);
  if (name) return { zh: name, en: name };
  if (kind.numbered) return kind.numbered(id);
  const short = id.slice(0, SHORT_ID);
  return { zh: `${kind.noun.zh} ${short}`.trim(), en: `${kind.noun.en} ${short}`.trim() };
}

/** Characters of an id that tell two things of one kind apart. */
const SHORT_ID = 8;

/** Subjects of which there is one. */
const ONLY: Readonly<Record<string, Sentence>> = {
  'ledger:own': { zh: '本机台账', en: 'this ledger' },
  'device:keys': { zh: '设备密钥', en: 'the device key' },
  'clock:system': { zh: '系统时钟', en: 'the system clock' },
  'setting:ceremony-policy': { zh: '审阅要求', en: 'what a review asks for' },
  'setting:watched-folder': { zh: '监视的文件夹', en: 'the watched folder' },
  database: { zh: '数据库', en: 'the database' },
};

interface Kind {
  readonly noun: Words;
  /** The thing's own name; absent or empty where nothing is known of it. */
  readonly name?: (store: Store, id: string, entry: Subjected) => string | undefined;
  /** What it is called where its id is a number. */
  readonly numbered?: (id: string) => Words;
}

const KINDS: Readonly<Record<SubjectWord, Kind>> = {
  agreement: {
    noun: { zh: '协议', en: 'agreement' },
    name: (store, id) => store.agreements.agreement(id)?.title,
  },
  version: { noun: { zh: '版本', en: 'version' }, name: versionName },
  source: { noun: { zh: '来源文件', en: 'source' }, name: (store, id) => store.sources.byId(id)?.name },
  acceptance: {
    noun: { zh: '接受记录', en: 'record' },
    name: (store, id) => {
      const row = store.acceptances.byId(id);
      if (!row) return undefined;
      const { agreement, version } = JSON.parse(row.record) as AcceptanceRecord;
      return `${agreement.title} v${version.ordinal}`;
    },
  },
  notice: {
    noun: { zh: '变更通知', en: 'change notice' },
    name: (store, id) => {
      const { subject } = store.papers.byId(id) ?? {};
      return subject === undefined ? undefined : store.agreements.agreement(subject)?.title;
    },
  },
  case: { noun: { zh: '事项', en: 'case' } },
  explanation: {
    noun: { zh: '解释请求', en: 'explanation request' },
    name: (store, id) => {
      const request = store.papers.byId<{ versionId: string; number?: string }>(id)?.body;
      const name = request && versionName(store, request.versionId);
      return name && `${name} ${request.number ?? ''}`.trim();
    },
  },
  letter: {
    noun: { zh: '文书', en: 'letter' },
    name: (store, id) => store.papers.byId<{ title?: string }>(id)?.body.title,
  },
  form: {
    noun: { zh: '表单', en: 'form' },
    name: (store, id, { payload }) => store.papers.byId<{ file?: string }>(id)?.body.file ?? textIn(payload, 'name'),
  },
  'sealed-copy': {
    noun: { zh: '盖章件', en: 'sealed copy' },
    name: (store, id) => {
      const copy = store.papers.byId<{ name?: string }>(id);
      if (copy?.subject === undefined) return undefined;
      return `${versionName(store, copy.subject) ?? ''} ${copy.body.name ?? ''}`.trim();
    },
  },
  order: {
    noun: { zh: '订单', en: 'order' },
    name: (store, id) => {
      const { service = '', number = '' } =
        store.papers.byId<{ order?: { service?: string; number?: string } }>(id)?.body.order ?? {};
      return `${service} ${number}`.trim();
    },
  },
  outage: { noun: { zh: '中断记录', en: 'outage' } },
  company: {
    noun: { zh: '公司', en: 'company' },
    name: (store, id) => store.papers.byId<{ company?: { name?: string } }>(id)?.body.company?.name,
  },
  certificate: {
    noun: { zh: '签名证书', en: 'signing certificate' },
    name: (store, id) => store.papers.byId<{ view?: { subject?: string } }>(id)?.body.view?.subject,
  },
  key: { noun: { zh: '密钥', en: 'key' } },
  device: { noun: { zh: '设备', en: 'device' } },
  bundle: {
    noun: { zh: '证据包', en: 'bundle' },
    name: (store, id) => {
      const { name = '', origin = '' } = store.papers.byId<{ name?: string; origin?: string }>(id)?.body ?? {};
      return `${origin} ${name}`.trim();
    },
  },
  entry: {
    noun: { zh: '台账记录', en: 'entry' },
    numbered: (id) => ({ zh: `台账第 ${id} 号`, en: `entry ${id}` }),
  },
  // What is on the agenda is worked out anew every day: only the entry still knows what the item was called.
  agenda: { noun: { zh: '待办', en: 'agenda item' }, name: (_store, _id, { payload }) => textIn(payload, 'title') },
  ledger: { noun: { zh: '台账', en: 'ledger' } },
  clock: { noun: { zh: '时钟', en: 'clock' } },
  setting: { noun: { zh: '设置', en: 'setting' } },
};

function versionName(store: Store, id: string): string | undefined {
  const version = store.agreements.version(id);
  return version && `${version.title} v${version.ordinal}`;
}

function textIn(payload: LedgerEntry['payload'], member: string): string | undefined {
  const value = (payload as Readonly<Record<string, unknown>> | undefined)?.[member];
  return typeof value === 'string' ? value : undefined;
}
