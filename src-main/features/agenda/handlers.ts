import { type Language, sentence, words } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input, Output } from '../../contract/index.ts';
import type { AgendaLine, AgendaView } from '../../contract/agenda.ts';
import type { Handlers } from '../../contract/call.ts';
import type { agendaCalls } from '../../contract/agenda.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { type AgendaItem, agendaState, mergeAgenda, OPEN_KINDS, type Today } from '../../term/agenda/agenda.ts';
import { BEIJING } from '../../term/calendar/zone.ts';
import { agendaPaper } from './agenda-paper.ts';
import { saveCalendar } from './calendar.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import type { AgendaSource, PlacedItem } from '../../kernel/between-features.ts';
import { type FileToKeep, named, toKeep } from '../../kernel/kept-files.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import type { Store } from '../../store/store.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { calledAt, versionCalledAs } from '../../kernel/standing.ts';
import { dayClockView, todayIn } from '../../kernel/days/today.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { isClosable, marked } from './marked.ts';
import { type Mark, marks, marksByItem } from './marks.ts';

/**
 * The agenda: everything dated from all features, put off, done, printed, handed to a calendar.
 * @param ready what the sources have to read first; nothing where they can answer at once
 */
export function agendaHandlers(
  ports: Ports,
  sources: readonly AgendaSource[],
  ready: (ports: Ports) => Promise<void> | undefined = () => undefined,
): Handlers<typeof agendaCalls> {
  const { store, files } = ports;
  const placedItems = (): readonly PlacedItem[] => sources.flatMap((source) => source(ports));
  const view = (): AgendaView => agendaView(ports, marked(ports, placedItems()));
  /** Everything that asks for the items waits where they have to be worked out first. */
  const whenReady = <Result>(work: () => Result | Promise<Result>): Result | Promise<Result> =>
    ready(ports)?.then(work) ?? work();
  return {
    'agenda.list': () => whenReady(view),

    'agenda.snooze': (wish) => whenReady(() => snooze(wish)),

    'agenda.done': async (said) => {
      await ready(ports);
      return sayDone(said);
    },

    'agenda.reopen': ({ itemId }) =>
      whenReady(() => {
        // What was put off before it was done is put off again.
        const wasDone = marks(store).about(itemId)?.body.done !== undefined;
        mark(itemId, wasDone ? snoozeOf(itemId) : {}, 'agenda-reopened', {});
        return undefined;
      }),

    'agenda.calendar': async ({ items, of, language }) => {
      await ready(ports);
      const wanted = new Set(items);
      const all = marked(ports, placedItems()).map(({ item }) => item);
      const chosen = (id: string): boolean => (of === 'notices' ? id.startsWith('notice:') : wanted.has(id));
      return saveCalendar(ports, all, { chosen, of: of ?? 'agenda', language });
    },

    'agenda.export': async ({ items, language }) => {
      await ready(ports);
      const { bytes, title } = await printed(items, language);
      const saved = await files.save({
        name: fileName({ paper: title, day: beijingToday(ports.now()) }, 'pdf'),
        bytes,
      });
      return saved === undefined ? undefined : { fileName: saved };
    },

    'agenda.print': async ({ items, language }) => {
      await ready(ports);
      const { bytes, title } = await printed(items, language);
      return { printed: await ports.print.dialog(bytes, title) };
    },
  };

  function snooze({ itemId, until, reason }: Input<'agenda.snooze'>): undefined {
    const { zone } = placedItems().find(({ item }) => item.id === itemId)?.item ?? {};
    const on = todayIn(ports.now(), zone ?? BEIJING);
    if (until <= on) throw snoozedIntoPast();
    if (placedItems().some(({ item }) => item.id === itemId && item.date.known && item.date.value === on)) {
      throw dueToday();
    }
    mark(itemId, { snoozed: { on, until, reason } }, 'agenda-snoozed', { until, reason });
    return undefined;
  }

  async function sayDone({ itemId, on, note, file }: Input<'agenda.done'>): Promise<Output<'agenda.done'>> {
    const placed = placedItems().find(({ item }) => item.id === itemId);
    if (placed && !isClosable(placed.item.kind)) throw notClosable();
    const [chosen] = file
      ? await files.choose({
          title: sentence('agenda.handlers.agenda-handlers.agenda-done.title'),
          extensions: ['*'],
        })
      : [];
    if (file && !chosen) return { done: false };
    const evidence = chosen && toKeep(chosen);
    if (placed?.close) {
      placed.close({ on, note, ...(evidence ? { evidence } : {}) });
      return { done: true };
    }
    mark(
      itemId,
      { ...snoozeOf(itemId), done: { on, note, ...(evidence ? { file: named(evidence) } : {}) } },
      'agenda-done',
      { on, note, evidence: evidence?.sha256 ?? 'none' },
      evidence ? [evidence] : [],
    );
    return { done: true };
  }

  function snoozeOf(itemId: string): Pick<Mark, 'snoozed'> {
    const snoozed = marks(store).about(itemId)?.body.snoozed;
    return snoozed ? { snoozed } : {};
  }

  function mark(
    itemId: string,
    body: Mark,
    kind: 'agenda-snoozed' | 'agenda-done' | 'agenda-reopened',
    payload: Readonly<Record<string, string>>,
    proofs: readonly FileToKeep[] = [],
  ): void {
    const placed = placedItems().find(({ item }) => item.id === itemId);
    if (!placed) throw unknownThing(sentence('agenda.handlers.mark'));
    const { date, title } = placed.item;
    const at = ports.now().toISOString();
    record(ports, {
      entry: {
        kind,
        subject: `agenda:${itemId}`,
        payload: { ...payload, title: { ...words(title) }, date: date.known ? date.value : 'unknown' },
      },
      files: proofs,
      write: () => {
        const id = marks(store).about(itemId)?.id ?? ports.newId();
        marks(store).put({ id, subject: itemId, state: 'kept', body }, at);
      },
      changed: ['agenda'],
    });
  }

  async function printed(items: readonly string[], language: Language) {
    const { lines: all, today } = view();
    const wanted = new Set(items);
    const lines = all.filter(({ id }) => wanted.has(id));
    const paper = agendaPaper(lines, today, language);
    const fingerprint = sha256Hex(JSON.stringify(lines));
    const { bytes } = await paperToPdf(ports, paper, { fingerprint, author: paper.title, folio: 'of' });
    return { bytes, title: `${paper.title} ${today}` };
  }
}

function agendaView(ports: Ports, items: readonly PlacedItem[]): AgendaView {
  const today = beijingToday(ports.now());
  const places = new Map(items.map(({ item, place }) => [item.id, place]));
  const said = marksByItem(ports.store);
  const now = ports.now().toISOString();
  const todayThere: Today = (zone) => todayIn(ports.now(), zone ?? BEIJING);
  const lines = mergeAgenda([items.map(({ item }) => item)], todayThere).map((item) => {
    const agreement =
      item.agreement === undefined
        ? undefined
        : {
            id: item.agreement,
            title: calledAt(ports.store, item.agreement, now),
            ...versionOf(ports.store, places.get(item.id)),
            ...providerOf(ports.store, item.agreement),
          };
    return lineOf(item, todayThere, {
      now: ports.now(),
      place: places.get(item.id),
      agreement,
      mark: said.get(item.id),
    });
  });
  // What has no day comes in the order in which its feature tells it: as the library offers what is to be reviewed.
  const told = new Map(items.map(({ item }, index) => [item.id, index]));
  const rank = ({ id, state }: AgendaLine): number => (state === 'open' ? (told.get(id) ?? 0) : 0);
  const ordered = lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || rank(a) - rank(b));
  const count = (...states: readonly AgendaLine['state'][]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  return {
    today,
    lines: ordered,
    open: count('overdue', 'perhaps', 'today', 'now', 'ahead'),
    overdue: count('overdue'),
  };
}

/** What the version is called that a place is about. */
function versionOf(store: Store, place: PlacedItem['place'] | undefined): { readonly version?: string } {
  const version = place && 'versionId' in place ? store.agreements.version(place.versionId) : undefined;
  return version ? { version: versionCalledAs(store, version) } : {};
}

function providerOf(store: Store, agreementId: string): { readonly provider?: string } {
  const provider = store.agreements.agreement(agreementId)?.provider;
  return provider === undefined ? {} : { provider };
}

/** A day from which something can be done is not missed by passing. */
const OPENING: ReadonlySet<AgendaItem['kind']> = new Set(['claim-opens', 'invoice-ask']);

const ORDER: readonly AgendaLine['state'][] = [
  'overdue',
  'perhaps',
  'today',
  'now',
  'ahead',
  'open',
  'unknown',
  'snoozed',
  'done',
];

function stateOf(item: AgendaItem, today: Today): AgendaLine['state'] {
  const state = agendaState(item, today);
  if (state === 'unknown' && OPEN_KINDS.has(item.kind)) return 'open';
  // It may have arrived in time: what is missing is the word of it.
  if (state === 'overdue' && item.kind === 'arrival') return 'perhaps';
  if (state === 'perhaps' && OPENING.has(item.kind)) return 'unknown';
  return state === 'overdue' && OPENING.has(item.kind) ? 'now' : state;
}

function lineOf(
  item: AgendaItem,
  today: Today,
  known: {
    readonly now: Date;
    readonly place: AgendaLine['place'] | undefined;
    readonly agreement: AgendaLine['agreement'] | undefined;
    readonly mark: Mark | undefined;
  },
): AgendaLine {
  const { id, kind, title, why, ifMissed, date, latest, hour, zone, done, snoozed } = item;
  const { now, place, agreement, mark } = known;
  const state = stateOf(item, today);
  // A day that it was only not before, and that went by, is none to show it on.
  const day = date.known && state !== 'unknown' && (state !== 'perhaps' || kind === 'arrival') ? date.value : undefined;
  const notBefore = date.known ? date.value : date.notBefore;
  return {
    id,
    kind,
    title,
    why,
    ifMissed,
    state,
    closable: isClosable(kind),
    missing: date.known ? (latest?.known === false ? latest.missing : []) : date.missing,
    steps: date.steps,
    ...(latest ? { latest } : {}),
    ...(hour === undefined ? {} : { hour }),
    ...dayClockView(now, zone, day),
    ...(day === undefined ? {} : { date: day }),
    ...(day === undefined && notBefore !== undefined ? { notBefore } : {}),
    ...(!date.known && date.notAfter !== undefined ? { notAfter: date.notAfter } : {}),
    ...(agreement ? { agreement } : {}),
    ...(place ? { place } : {}),
    ...(snoozed ? { snoozed: { until: snoozed.until, reason: snoozed.reason } } : {}),
    ...(done ? { done: doneView(done, mark) } : {}),
  };
}

function doneView(done: NonNullable<AgendaItem['done']>, mark: Mark | undefined): NonNullable<AgendaLine['done']> {
  const said = mark?.done;
  if (!said) return { on: done.on, note: done.evidence, by: 'record' };
  return { on: said.on, note: said.note, by: 'person', ...(said.file ? { file: said.file.name } : {}) };
}

/** A mark would hide what is still to be done. */
function notClosable(): Refusal {
  return new Refusal(
    'not-closable',
    sentence('agenda.handlers.not-closable'),
    sentence('agenda.handlers.not-closable.next'),
  );
}

/** What is due today is shown today, whatever was said about it. */
function dueToday(): Refusal {
  return new Refusal(
    'snooze-today',
    sentence('agenda.handlers.snooze-today'),
    sentence('agenda.handlers.snooze-today.next'),
  );
}

function snoozedIntoPast(): Refusal {
  return new Refusal(
    'snooze-past',
    sentence('agenda.handlers.snooze-past'),
    sentence('agenda.handlers.snooze-past.next'),
  );
}
