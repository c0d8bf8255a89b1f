import { z } from 'zod';
import { asWritten, say, type Sentence, sentence, type Words, words } from '../../agreement/sentence.ts';
import { AGENDA_KINDS } from '../../term/agenda/agenda.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type AnyPaperKind, paperOf } from '../../kernel/papers/repository.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import type { SubjectWord } from '../../ledger/subject.ts';
import type { Store } from '../../store/store.ts';
import { readableRecord } from '../../kernel/kept-records.ts';
import { calledAt } from '../../kernel/standing.ts';
import { textNamed } from '../../store/agreements.ts';

/** What things are called by: the kinds that say what their papers are called, and the instant (UTC ISO) of the name of an agreement. */
export interface Called {
  readonly papers: readonly AnyPaperKind[];
  readonly instant: string;
}

/** What is asked of an entry: its subject, and its payload where that names what is gone by now. */
type Subjected = Pick<LedgerEntry, 'subject'> & { readonly payload?: LedgerEntry['payload'] | undefined };

/**
 * What an entry's subject (`version:…`) is called: by the name of the thing, or by its kind and the start of its id where
 * the thing is gone. What is called by its agreement is called as that is at the instant (UTC ISO). A subject that a later version of the app brought in is shown as it is, its id shortened. `papers`:
 * the kinds that say what their papers are called.
 */
export function subjectInWords(store: Store, entry: Subjected, { papers, instant }: Called): Sentence {
  const { subject } = entry;
  const only = ONLY[subject];
  if (only) return only;
  const [word = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word as SubjectWord] : undefined;
  if (!kind) return asWritten(subject.replace(UUID, (whole) => whole.slice(0, SHORT_ID)));
  const name = paperName(store, id, { papers, instant }) || kind.name?.(store, id, { ...entry, instant });
  if (name) return typeof name === 'string' ? asWritten(name) : name;
  if (kind.numbered && /^\d+$/u.test(id)) return kind.numbered(id);
  if (kind.nameless) return kind.noun;
  const short = id.slice(0, SHORT_ID);
  return short === '' ? kind.noun : sentence('evidence.ledger-subjects.kind-and-id', { kind: kind.noun, id: short });
}

/** Characters of an id that tell two things of one kind apart. */
const SHORT_ID = 8;

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/gu;

/** What the paper of this id is called, removed ones too. */
function paperName(store: Store, id: string, { papers, instant }: Called): string | Sentence | undefined {
  const row = store.papers.byId(id);
  if (!row) return undefined;
  const kind = papers.find(({ name }) => name.desk === row.desk && name.kind === row.kind);
  if (!kind?.called) return undefined;
  try {
    return kind.called(paperOf(kind, row), store, instant);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Subjects of which there is one. */
const ONLY: Readonly<Record<string, Sentence>> = {
  'ledger:own': sentence('evidence.ledger-subjects.only.ledger-own'),
  'device:keys': sentence('evidence.ledger-subjects.only.device-keys'),
  'clock:system': sentence('evidence.ledger-subjects.only.clock-system'),
  'setting:ceremony-policy': sentence('evidence.ledger-subjects.only.setting-ceremony-policy'),
  'setting:providers-apart': sentence('evidence.ledger-subjects.only.setting-providers-apart'),
  'setting:watched-folder': sentence('evidence.ledger-subjects.only.setting-watched-folder'),
  'setting:clause-positions': sentence('evidence.ledger-subjects.only.setting-clause-positions'),
  'setting:statute-table': sentence('evidence.ledger-subjects.only.setting-statute-table'),
  'setting:stamp-interval': sentence('evidence.ledger-subjects.only.setting-stamp-interval'),
  'setting:backup-folder': sentence('evidence.ledger-subjects.only.setting-backup-folder'),
  database: sentence('evidence.ledger-subjects.only.database'),
};

interface Kind {
  readonly noun: Sentence;
  /** The thing's own name; absent or empty where nothing is known of it. */
  readonly name?: (
    store: Store,
    id: string,
    entry: Subjected & { readonly instant: string },
  ) => string | Words | undefined;
  /** Its id says nothing to anybody. */
  readonly nameless?: true;
  /** What it is called where its id is a number. */
  readonly numbered?: (id: string) => Sentence;
}

const KINDS: Readonly<Record<SubjectWord, Kind>> = {
  agreement: {
    noun: sentence('evidence.ledger-subjects.kinds.agreement.noun'),
    name: (store, id, { instant }) => calledAt(store, id, instant),
  },
  version: { noun: sentence('evidence.ledger-subjects.kinds.version.noun'), name: versionName },
  source: {
    noun: sentence('evidence.ledger-subjects.kinds.source.noun'),
    name: (store, id) => store.sources.nameOf(id),
  },
  acceptance: {
    noun: sentence('evidence.ledger-subjects.kinds.acceptance.noun'),
    name: (store, id, { payload }) => {
      const { record } = readableRecord(store, id) ?? {};
      return record ? textNamed(record.version) : decidedIn(payload);
    },
  },
  notice: { noun: sentence('evidence.ledger-subjects.kinds.notice.noun') },
  case: { noun: sentence('evidence.ledger-subjects.kinds.case.noun') },
  explanation: { noun: sentence('evidence.ledger-subjects.kinds.explanation.noun') },
  letter: {
    noun: sentence('evidence.ledger-subjects.kinds.letter.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'title'),
  },
  form: {
    noun: sentence('evidence.ledger-subjects.kinds.form.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'name'),
  },
  'sealed-copy': { noun: sentence('evidence.ledger-subjects.kinds.sealed-copy.noun') },
  order: { noun: sentence('evidence.ledger-subjects.kinds.order.noun') },
  outage: { noun: sentence('evidence.ledger-subjects.kinds.outage.noun') },
  company: {
    noun: sentence('evidence.ledger-subjects.kinds.company.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'name'),
  },
  certificate: {
    noun: sentence('evidence.ledger-subjects.kinds.certificate.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'subject'),
  },
  signatory: {
    noun: sentence('evidence.ledger-subjects.kinds.signatory.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'name'),
  },
  'timestamp-root': {
    noun: sentence('evidence.ledger-subjects.kinds.timestamp-root.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'subject'),
  },
  key: { noun: sentence('evidence.ledger-subjects.kinds.key.noun') },
  device: { noun: sentence('evidence.ledger-subjects.kinds.device.noun') },
  bundle: { noun: sentence('evidence.ledger-subjects.kinds.bundle.noun') },
  entry: {
    noun: sentence('evidence.ledger-subjects.kinds.entry.noun'),
    numbered: (id) => sentence('evidence.ledger-subjects.kinds.entry.numbered', { id }),
  },
  // What is on the agenda is worked out anew every day: only the entry still knows what the item was called.
  agenda: {
    noun: sentence('evidence.ledger-subjects.kinds.agenda.noun'),
    name: (_store, id, { payload }) => agendaName(id, payload),
    nameless: true,
  },
  ledger: { noun: sentence('evidence.ledger-subjects.kinds.ledger.noun') },
  clock: { noun: sentence('evidence.ledger-subjects.kinds.clock.noun') },
  setting: {
    noun: sentence('evidence.ledger-subjects.kinds.setting.noun'),
    name: (_store, id) => {
      const [, year] = /^holidays-(\d{4})$/u.exec(id) ?? [];
      return year && words(sentence('evidence.ledger-subjects.kinds.setting.holidays', { year }));
    },
  },
  'court-list': {
    noun: sentence('evidence.ledger-subjects.kinds.court-list.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'title'),
  },
  deposit: { noun: sentence('evidence.ledger-subjects.kinds.deposit.noun'), nameless: true },
  capture: {
    noun: sentence('evidence.ledger-subjects.kinds.capture.noun'),
    name: (_store, _id, { payload }) => textIn(payload, 'title'),
  },
};

function versionName(store: Store, id: string): string | undefined {
  const version = store.agreements.version(id);
  return version && textNamed(version);
}

function textIn(payload: LedgerEntry['payload'], member: string): string | undefined {
  const value = (payload as Readonly<Record<string, unknown>> | undefined)?.[member];
  return typeof value === 'string' ? value : undefined;
}

const inBoth = z.object({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * What an item of the agenda was called. Entries that were written before names were kept in both languages have the Chinese one alone: in
 * English the kind of the item is told, where its id names one that is known, and the rest as the Chinese that it is.
 */
function agendaName(id: string, payload: LedgerEntry['payload']): string | Words | undefined {
  const both = inBoth.safeParse((payload as Readonly<Record<string, unknown>> | undefined)?.['title']).data;
  if (both) return both;
  const zh = textIn(payload, 'title');
  if (zh === undefined || !/\p{Script=Han}/u.test(zh)) return zh;
  const kind = AGENDA_KINDS.find((each) => each === id.split('/').at(-1));
  if (!kind) return { zh, en: say(sentence('evidence.ledger-subjects.in-chinese', { words: zh }), 'en') };
  const what = words(sentence(`term.agenda-items.kind-words.${kind}.title`));
  const rest = zh.split(' · ').filter((part) => part !== what.zh);
  if (rest.length === 0) return { zh, en: what.en };
  const named = sentence('evidence.ledger-subjects.named-in-chinese', { what: what.en, words: rest.join(' · ') });
  return { zh, en: say(named, 'en') };
}

const decided = z.object({
  version: z.object({ title: z.string(), ordinal: z.number() }),
});

/** What was decided on, from the record that the entry of the decision holds. */
function decidedIn(payload: LedgerEntry['payload']): string | undefined {
  const { data } = decided.safeParse(payload);
  return data && textNamed(data.version);
}
