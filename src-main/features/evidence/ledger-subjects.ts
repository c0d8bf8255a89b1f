import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import type { SubjectWord } from '../../ledger/subject.ts';
import type { Store } from '../../store/store.ts';
import { readableRecord } from '../../kernel/kept-records.ts';

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
  if (!kind) return asWritten(subject);
  const name = kind.name?.(store, id, entry);
  if (name) return asWritten(name);
  if (kind.numbered) return kind.numbered(id);
  const short = id.slice(0, SHORT_ID);
  return short === '' ? kind.noun : sentence('evidence.ledger-subjects.kind-and-id', { kind: kind.noun, id: short });
}

/** Characters of an id that tell two things of one kind apart. */
const SHORT_ID = 8;

/** Subjects of which there is one. */
const ONLY: Readonly<Record<string, Sentence>> = {
  'ledger:own': sentence('evidence.ledger-subjects.only.ledger-own'),
  'device:keys': sentence('evidence.ledger-subjects.only.device-keys'),
  'clock:system': sentence('evidence.ledger-subjects.only.clock-system'),
  'setting:ceremony-policy': sentence('evidence.ledger-subjects.only.setting-ceremony-policy'),
  'setting:watched-folder': sentence('evidence.ledger-subjects.only.setting-watched-folder'),
  database: sentence('evidence.ledger-subjects.only.database'),
};

interface Kind {
  readonly noun: Sentence;
  /** The thing's own name; absent or empty where nothing is known of it. */
  readonly name?: (store: Store, id: string, entry: Subjected) => string | undefined;
  /** What it is called where its id is a number. */
  readonly numbered?: (id: string) => Sentence;
}

const KINDS: Readonly<Record<SubjectWord, Kind>> = {
  agreement: {
    noun: sentence('evidence.ledger-subjects.kinds.agreement.noun'),
    name: (store, id) => store.agreements.agreement(id)?.title,
  },
  version: { noun: sentence('evidence.ledger-subjects.kinds.version.noun'), name: versionName },
  source: {
    noun: sentence('evidence.ledger-subjects.kinds.source.noun'),
    name: (store, id) => store.sources.byId(id)?.name,
  },
  acceptance: {
    noun: sentence('evidence.ledger-subjects.kinds.acceptance.noun'),
    name: (store, id) => {
      const { record } = readableRecord(store, id) ?? {};
      return record && `${record.agreement.title} v${record.version.ordinal}`;
    },
  },
  notice: {
    noun: sentence('evidence.ledger-subjects.kinds.notice.noun'),
    name: (store, id) => {
      const { subject } = store.papers.byId(id) ?? {};
      return subject === undefined ? undefined : store.agreements.agreement(subject)?.title;
    },
  },
  case: { noun: sentence('evidence.ledger-subjects.kinds.case.noun') },
  explanation: {
    noun: sentence('evidence.ledger-subjects.kinds.explanation.noun'),
    name: (store, id) => {
      const request = store.papers.byId<{ versionId: string; number?: string }>(id)?.body;
      const name = request && versionName(store, request.versionId);
      return name && `${name} ${request.number ?? ''}`.trim();
    },
  },
  letter: {
    noun: sentence('evidence.ledger-subjects.kinds.letter.noun'),
    name: (store, id) => store.papers.byId<{ title?: string }>(id)?.body.title,
  },
  form: {
    noun: sentence('evidence.ledger-subjects.kinds.form.noun'),
    name: (store, id, { payload }) => store.papers.byId<{ file?: string }>(id)?.body.file ?? textIn(payload, 'name'),
  },
  'sealed-copy': {
    noun: sentence('evidence.ledger-subjects.kinds.sealed-copy.noun'),
    name: (store, id) => {
      const copy = store.papers.byId<{ name?: string }>(id);
      if (copy?.subject === undefined) return undefined;
      return `${versionName(store, copy.subject) ?? ''} ${copy.body.name ?? ''}`.trim();
    },
  },
  order: {
    noun: sentence('evidence.ledger-subjects.kinds.order.noun'),
    name: (store, id) => {
      const { service = '', number = '' } =
        store.papers.byId<{ order?: { service?: string; number?: string } }>(id)?.body.order ?? {};
      return `${service} ${number}`.trim();
    },
  },
  outage: { noun: sentence('evidence.ledger-subjects.kinds.outage.noun') },
  company: {
    noun: sentence('evidence.ledger-subjects.kinds.company.noun'),
    name: (store, id) => store.papers.byId<{ company?: { name?: string } }>(id)?.body.company?.name,
  },
  certificate: {
    noun: sentence('evidence.ledger-subjects.kinds.certificate.noun'),
    name: (store, id) => store.papers.byId<{ view?: { subject?: string } }>(id)?.body.view?.subject,
  },
  key: { noun: sentence('evidence.ledger-subjects.kinds.key.noun') },
  device: { noun: sentence('evidence.ledger-subjects.kinds.device.noun') },
  bundle: {
    noun: sentence('evidence.ledger-subjects.kinds.bundle.noun'),
    name: (store, id) => {
      const { name = '', origin = '' } = store.papers.byId<{ name?: string; origin?: string }>(id)?.body ?? {};
      return `${origin} ${name}`.trim();
    },
  },
  entry: {
    noun: sentence('evidence.ledger-subjects.kinds.entry.noun'),
    numbered: (id) => sentence('evidence.ledger-subjects.kinds.entry.numbered', { id }),
  },
  // What is on the agenda is worked out anew every day: only the entry still knows what the item was called.
  agenda: {
    noun: sentence('evidence.ledger-subjects.kinds.agenda.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'title'),
  },
  ledger: { noun: sentence('evidence.ledger-subjects.kinds.ledger.noun') },
  clock: { noun: sentence('evidence.ledger-subjects.kinds.clock.noun') },
  setting: { noun: sentence('evidence.ledger-subjects.kinds.setting.noun') },
};

function versionName(store: Store, id: string): string | undefined {
  const version = store.agreements.version(id);
  return version && `${version.title} v${version.ordinal}`;
}

function textIn(payload: LedgerEntry['payload'], member: string): string | undefined {
  const value = (payload as Readonly<Record<string, unknown>> | undefined)?.[member];
  return typeof value === 'string' ? value : undefined;
}
