import { say, type Language } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { AgendaLine, AgendaView } from '../../contract/agenda.ts';
import type { Handlers } from '../../contract/call.ts';
import type { agendaCalls } from '../../contract/agenda.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { PaperRow } from '../../store/papers.ts';
import { type AgendaItem, agendaState, mergeAgenda } from '../../term/agenda/agenda.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { calendarFile } from '../../term/agenda/ics.ts';
import { agendaPaper } from './agenda-paper.ts';
import { type PlacedItem, placedItems } from './agenda-sources.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { beijingToday } from '../rights/basis.ts';
import { keepFile } from '../rights/outages.ts';
import { press } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { salted } from '../../kernel/salt.ts';

const DESK = 'agenda';
const MARK = 'mark';

/** What a person said about one item. */
interface Mark {
  readonly snoozed?: { readonly on: CivilDate; readonly until: CivilDate; readonly reason: string };
  readonly done?: {
    readonly on: CivilDate;
    readonly note: string;
    readonly file?: { readonly name: string; readonly sha256: string };
  };
}

/** The agenda: everything dated from all desks, put off, done, printed, handed to a calendar. */
export function agendaHandlers(ports: Ports): Handlers<typeof agendaCalls> {
  const { store, ledger, files } = ports;
  return {
    'agenda.list': () => agendaView(ports),

    'agenda.snooze': ({ itemId, until, reason }) => {
      const on = beijingToday(ports.now());
      if (until <= on) throw snoozedIntoPast();
      mark(itemId, { snoozed: { on, until, reason } }, 'agenda-snoozed', { until, reason });
      return undefined;
    },

    'agenda.done': async ({ itemId, on, note, file }) => {
      const [chosen] = file
        ? await files.choose({ title: { zh: '选择凭证', en: 'Choose the evidence' }, extensions: ['*'] })
        : [];
      if (file && !chosen) return { done: false };
      const evidence = chosen && { name: chosen.name, sha256: sha256Hex(chosen.bytes) };
      mark(
        itemId,
        { done: { on, note, ...(evidence ? { file: evidence } : {}) } },
        'agenda-done',
        { on, note, evidence: evidence?.sha256 ?? 'none' },
        () => {
          if (chosen && evidence) keepFile(ports, chosen, evidence.sha256);
        },
      );
      return { done: true };
    },

    'agenda.reopen': ({ itemId }) => {
      mark(itemId, {}, 'agenda-reopened', {});
      return undefined;
    },

    'agenda.calendar': async ({ items, language }) => {
      const wanted = new Set(items);
      const chosen = marked(ports)
        .map(({ item }) => item)
        .filter(({ id }) => wanted.has(id));
      const { text, leftOut } = calendarFile(chosen, { now: ports.now().toISOString(), language });
      const name = language === 'zh' ? '签阅待办.ics' : 'assent-agenda.ics';
      const fileName = await files.save({ name, bytes: new TextEncoder().encode(text) });
      return fileName === undefined ? undefined : { fileName, leftOut: leftOut.length };
    },

    'agenda.export': async ({ items, language }) => {
      const { bytes, title } = await printed(items, language);
      const fileName = await files.save({ name: `${title}.pdf`, bytes });
      return fileName === undefined ? undefined : { fileName };
    },

    'agenda.print': async ({ items, language }) => {
      const { bytes, title } = await printed(items, language);
      return { printed: await ports.print.dialog(bytes, title) };
    },
  };

  function mark(
    itemId: string,
    body: Mark,
    kind: 'agenda-snoozed' | 'agenda-done' | 'agenda-reopened',
    payload: Readonly<Record<string, string>>,
    also: () => void = () => undefined,
  ): void {
    const placed = placedItems(ports).find(({ item }) => item.id === itemId);
    if (!placed) throw unknownThing({ zh: '这项待办', en: 'agenda item' });
    const { date, title } = placed.item;
    const at = ports.now().toISOString();
    store.transaction(() => {
      also();
      const before = markOf(ports, itemId);
      if (before) store.papers.update(before.id, 'kept', body, at);
      else {
        const paper = { id: ports.newId(), desk: DESK, kind: MARK, subject: itemId, state: 'kept' };
        store.papers.add({ ...paper, body, createdAt: at });
      }
      ledger.append({
        kind,
        subject: `agenda:${itemId}`,
        payload: salted({ ...payload, title: say(title, 'zh'), date: date.known ? date.value : 'unknown' }),
      });
    });
    ports.emit('changed', { features: ['agenda', 'evidence'] });
  }

  async function printed(items: readonly string[], language: Language) {
    const view = agendaView(ports);
    const wanted = new Set(items);
    const lines = view.lines.filter(({ id }) => wanted.has(id));
    const paper = agendaPaper(lines, view.today, language);
    const fingerprint = sha256Hex(JSON.stringify(lines));
    const { bytes } = await press(ports, paper, { fingerprint, author: paper.title, folio: 'of' });
    return { bytes, title: `${paper.title} ${view.today}` };
  }
}

function markOf({ store }: Ports, itemId: string): PaperRow<Mark> | undefined {
  return store.papers.ofSubject<Mark>(DESK, MARK, itemId)[0];
}

/** The items of all desks with what the person said about them. A record's done stands above a person's mark. */
function marked(ports: Ports): readonly PlacedItem[] {
  const marks = new Map(ports.store.papers.ofKind<Mark>(DESK, MARK).map(({ subject, body }) => [subject, body]));
  return placedItems(ports).map(({ item, place }) => {
    const said = marks.get(item.id);
    const where = place ? { place } : {};
    if (!said || item.done) return { item, ...where };
    const { done, snoozed } = said;
    return {
      item: {
        ...item,
        ...(snoozed ? { snoozed } : {}),
        ...(done ? { done: { on: done.on, evidence: done.file?.name ?? done.note } } : {}),
      },
      ...where,
    };
  });
}

function agendaView(ports: Ports): AgendaView {
  const today = beijingToday(ports.now());
  const items = marked(ports);
  const places = new Map(items.map(({ item, place }) => [item.id, place]));
  const marks = new Map(ports.store.papers.ofKind<Mark>(DESK, MARK).map(({ subject, body }) => [subject ?? '', body]));
  const titles = new Map(ports.store.agreements.agreements().map(({ id, title }) => [id, title]));
  const lines = mergeAgenda([items.map(({ item }) => item)], today).map((item) => {
    const agreement =
      item.agreement === undefined ? undefined : { id: item.agreement, title: titles.get(item.agreement) ?? '' };
    return lineOf(item, today, { place: places.get(item.id), agreement, mark: marks.get(item.id) });
  });
  const ordered = lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const count = (...states: readonly AgendaLine['state'][]): number =>
    lines.filter(({ state }) => states.includes(state)).length;
  return { today, lines: ordered, open: count('overdue', 'today', 'now', 'ahead'), overdue: count('overdue') };
}

/** A day from which something can be done is not missed by passing. */
const OPENING: ReadonlySet<AgendaItem['kind']> = new Set(['claim-opens', 'invoice-ask']);

const ORDER: readonly AgendaLine['state'][] = ['overdue', 'today', 'now', 'ahead', 'unknown', 'snoozed', 'done'];

function stateOf(item: AgendaItem, today: CivilDate): AgendaLine['state'] {
  const state = agendaState(item, today);
  return state === 'overdue' && OPENING.has(item.kind) ? 'now' : state;
}

function lineOf(
  item: AgendaItem,
  today: CivilDate,
  known: {
    readonly place: AgendaLine['place'] | undefined;
    readonly agreement: AgendaLine['agreement'] | undefined;
    readonly mark: Mark | undefined;
  },
): AgendaLine {
  const { id, kind, title, why, ifMissed, date, done, snoozed } = item;
  const { place, agreement, mark } = known;
  return {
    id,
    kind,
    title,
    why,
    ifMissed,
    state: stateOf(item, today),
    missing: date.known ? [] : date.missing,
    steps: date.steps,
    ...(date.known ? { date: date.value } : {}),
    ...(!date.known && date.notBefore !== undefined ? { notBefore: date.notBefore } : {}),
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

function snoozedIntoPast(): Refusal {
  return new Refusal(
    'snooze-past',
    { zh: '延后的日期须晚于今天，没有保存。', en: 'A day later than today is needed; nothing was kept.' },
    { zh: '请另选一天。', en: 'Choose another day.' },
  );
}
