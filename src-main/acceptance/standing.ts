import type { Sentence } from '../agreement/sentence.ts';
import { type ClauseReference, governs } from './governing.ts';
import { type EventOf, type HistoryEvent, instantOf } from './history.ts';
import { keptOnIn, lastObjections, objectedIn } from './kept-on.ts';
import type { Decision } from './record.ts';
import {
  decisionWords,
  disputedWords,
  IN_REVIEW,
  keptOnWords,
  objectedSince,
  objectedWords,
  NOT_OPENED,
  ONLY_INSIDE,
  type Turn,
  turnWords,
} from './standing-words.ts';

/**
 * Where a version stands; always shown as a word with a date. `decided`: accepted inside the company, not yet in the
 * world. `accepted`: concluded in the world, or sealed by both. `objected`: never concluded, and objected to in writing while the
 * earlier text goes on.
 */
export type VersionState =
  'not-reviewed' | 'reviewing' | 'decided' | 'accepted' | 'declined' | 'set-aside' | 'objected' | 'superseded';

/** The time during which one version is the text that holds: from `from` up to, not including, `until`. UTC ISO. */
export interface StandingPeriod {
  readonly versionId: string;
  readonly from: string;
  /** Absent while nothing ended it. */
  readonly until?: string;
  readonly by: 'click' | 'order' | 'seal' | 'use';
  /** The acceptance record, sealed copy or notice that it rests on. */
  readonly recordId: string;
  readonly governing: 'click' | 'sealed';
  /** The company decided against it after it was concluded; it stands all the same. */
  readonly disputed?: Sentence;
  /** A change to it was objected to in writing; it goes on as agreed. */
  readonly keptOn?: Sentence;
  readonly why: Sentence;
}

/** The state of one version, since when (UTC ISO; absent for `not-reviewed`, and for `objected` until the objection arrived) and why. */
export interface VersionStanding {
  readonly state: VersionState;
  readonly since?: string;
  readonly why: Sentence;
  /** What it is until then, where `since` may lie ahead: what a later version will replace stands until its day. */
  readonly before?: VersionStanding;
}

/** Which text of an agreement stands from when to when, and the state of each of its versions. */
export interface Standing {
  /** Oldest first; no two overlap. */
  readonly periods: readonly StandingPeriod[];
  /** By version id. */
  readonly states: ReadonlyMap<string, VersionStanding>;
}

/** The clause of a version by which its sealed text prevails over the clicked one; asked only where one was sealed. */
export type PrevailsClause = (versionId: string) => ClauseReference | undefined;

/** A stretch of acceptance of one version, before the others are looked at. */
interface Run {
  readonly start: Turn;
  readonly from: string;
  /** When that happened, which may be before it came to stand. */
  readonly on: string;
  /** When the first of its conclusions was recorded. */
  known: string;
  /** When it was concluded again while it stood. */
  readonly again: string[];
  until?: string;
  /** What ended it. */
  end?: Turn;
}

/** What was recorded about one version, and what follows from it alone. */
interface Alone {
  readonly id: string;
  readonly events: readonly HistoryEvent[];
  readonly runs: readonly Run[];
}

/**
 * Works out what stands, from the history of one agreement; `saved` events stand in the order of its versions. Only what
 * was concluded in the world stands: neither a decision inside the company does, nor an import. A version stands from its conclusion or its stated effective day, whichever is later, until a later version is
 * concluded, another agreement takes its place, or its end is said.
 */
export function standing(history: readonly HistoryEvent[], prevails: PrevailsClause): Standing {
  const versions = versionsIn(history);
  const periods: StandingPeriod[] = [];
  const states = new Map<string, VersionStanding>();
  const objections = lastObjections(history);
  // The newest first: what stands of a later version leaves no room to an earlier one.
  versions.toReversed().forEach((version, index) => {
    const later = versions.slice(versions.length - index);
    cut(version, later, history);
    const objected = objections.findLast(({ against }) => against === version.id);
    states.set(version.id, stateOf(version, objected));
    const kept = objections.filter(({ versionId }) => versionId === version.id);
    for (const run of version.runs.toReversed()) {
      const objection = keptOnIn(run, kept);
      const said = objection ? { keptOn: keptOnWords(objection) } : {};
      periods.push(...pieces(run, periods, version, prevails).map((piece) => ({ ...piece, ...said })));
    }
  });
  return {
    periods: periods.toSorted((a, b) => compare(a.from, b.from)),
    states: new Map([...states].toReversed()),
  };
}

/** The period that an instant (UTC ISO) lies in. Nothing else decides what stands. */
export function standsAt(of: Standing, instant: string): StandingPeriod | undefined {
  return of.periods.find(({ from, until }) => from <= instant && (until === undefined || instant < until));
}

/** Where a version stands at an instant (UTC ISO): what is to be replaced later is not replaced yet. */
export function stateAt(of: Standing, versionId: string, instant: string): VersionStanding | undefined {
  const told = of.states.get(versionId);
  return told?.before && told.since !== undefined && instant < told.since ? told.before : told;
}

/** The last period of a version: the one that lasts, or its last one. */
export function lastPeriodOf(of: Standing, versionId: string): StandingPeriod | undefined {
  return of.periods.findLast((period) => period.versionId === versionId);
}

/** It was concluded in the world: it stands, will, or did until it ended or something took its place. */
export function isConcluded(of: Standing, versionId: string): boolean {
  const state = of.states.get(versionId)?.state;
  return state === 'accepted' || state === 'superseded';
}

/**
 * The text that a version is to be compared with: the one that stands at an instant (UTC ISO), or, for that one itself,
 * the one that stood before it.
 */
export function textBefore(of: Standing, versionId: string, instant: string): StandingPeriod | undefined {
  const stands = standsAt(of, instant);
  if (stands && stands.versionId !== versionId) return stands;
  const until = stands?.from ?? instant;
  return of.periods.findLast((period) => period.versionId !== versionId && period.from < until);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function versionsIn(history: readonly HistoryEvent[]): readonly Alone[] {
  const order = new Set(
    [...history.filter(({ kind }) => kind === 'saved'), ...history].map((event) => event.versionId),
  );
  return [...order].map((id) =>
    alone(
      id,
      history.filter(({ versionId }) => versionId === id),
    ),
  );
}

const of = <Kind extends HistoryEvent['kind']>(events: readonly HistoryEvent[], kind: Kind): EventOf<Kind>[] =>
  events.filter((event): event is EventOf<Kind> => event.kind === kind);

/** When an act happened in the world. */
function happenedOn(turn: Turn): string {
  if (turn.kind === 'concluded') return instantOf(turn.on);
  if (turn.kind === 'sealed') return instantOf(turn.datedOn);
  return turn.kind === 'replaced' ? turn.at : instantOf(turn.from);
}

/** Acts with the instant from which each counts, in that order; acts of one instant in the order they were given. */
function actsIn(events: readonly HistoryEvent[]): readonly (readonly [string, Turn])[] {
  const effective = instantOf(of(events, 'saved').findLast((event) => event.statedEffective)?.statedEffective ?? '');
  const notBefore = (time: string): string => [instantOf(time), effective].toSorted(compare)[1] ?? time;
  return [
    ...of(events, 'concluded').map((event) => [notBefore(event.on), event] as const),
    ...of(events, 'sealed')
      .filter(({ by, result }) => by === 'both' && result !== 'rejected')
      .map((event) => [notBefore(event.datedOn), event] as const),
    ...of(events, 'used-on').map((event) => [notBefore(event.from), event] as const),
    ...of(events, 'ended').map((event) => [instantOf(event.from), event] as const),
  ].toSorted(([a], [b]) => compare(a, b));
}

const begins = (turn: Turn): boolean => turn.kind !== 'ended' && turn.kind !== 'replaced';

function alone(id: string, events: readonly HistoryEvent[]): Alone {
  const acts = actsIn(events);
  const runs: Run[] = [];
  for (const [at, turn] of acts) {
    const open = runs.findLast(({ until }) => until === undefined);
    if (begins(turn)) {
      if (open) {
        open.again.push(at);
        if (turn.at < open.known) open.known = turn.at;
      } else runs.push({ start: turn, from: at, on: happenedOn(turn), known: turn.at, again: [] });
    } else if (open) {
      open.until = at;
      open.end = turn;
    }
  }
  return { id, events, runs: runs.map((run, index) => corrected(run, runs.slice(index + 1), events)) };
}

/**
 * A person's word on when a stretch began or ended goes before what was worked out; the last word counts, on the last stretch
 * that was recorded by then.
 */
function corrected(run: Run, later: readonly Run[], events: readonly HistoryEvent[]): Run {
  const ended = run.end && run.end.at > run.known ? run.end.at : run.known;
  const said = (what: 'from' | 'until') =>
    of(events, 'corrected').findLast(
      (event) =>
        event.what === what &&
        event.at >= (what === 'until' ? ended : run.known) &&
        !later.some(({ known }) => known <= event.at),
    )?.date;
  const [from, until] = [said('from'), said('until')];
  return {
    ...run,
    ...(from === undefined ? {} : { from: instantOf(from) }),
    ...(until === undefined ? {} : { until: instantOf(until) }),
  };
}

/** Ends a version's runs where a later one is concluded or another agreement takes its place. */
function cut({ id, runs }: Alone, later: readonly Alone[], history: readonly HistoryEvent[]): void {
  const replacements = [
    ...later.flatMap((other) => startsOf(other).map((at): readonly [string, Turn] => [at, replacedBy(other, id, at)])),
    ...of(history, 'replaced')
      .filter(({ versionId }) => versionId === id)
      .map((event) => [event.at, event] as const),
  ].toSorted(([a], [b]) => compare(a, b));
  for (const run of runs) {
    const first = replacements.find(([at]) => at >= run.from);
    if (first && (run.until === undefined || first[0] < run.until)) {
      [run.until, run.end] = first;
    }
  }
}

/** Every instant at which it was concluded, again or for the first time; a correction moves the last beginning. */
function startsOf({ runs }: Alone): readonly string[] {
  return runs.flatMap(({ from, again }) => [from, ...again.filter((at) => at > from)]);
}

function replacedBy(other: Alone, versionId: string, at: string): Turn {
  const title = of(other.events, 'saved').at(-1)?.title ?? '';
  return { kind: 'replaced', versionId, at, by: other.id, title };
}

const BY: Readonly<Record<EventOf<'concluded'>['how'], StandingPeriod['by']>> = {
  'clicked-at-provider': 'click',
  ordered: 'order',
  sealed: 'seal',
  used: 'use',
};

/** What a run leaves of itself beside the periods of later versions. */
function pieces(
  run: Run,
  taken: readonly StandingPeriod[],
  { id, events }: Alone,
  prevails: PrevailsClause,
): readonly StandingPeriod[] {
  const free = taken.reduce<readonly Pick<Run, 'from' | 'until'>[]>(
    (left, period) => left.flatMap((piece) => without(piece, period)),
    [run],
  );
  const against = of(events, 'decided')
    .filter(({ at }) => at >= run.on && (run.until === undefined || at < run.until))
    .findLast(({ decision }) => decision !== 'set-aside');
  const sealed = of(events, 'sealed').some(({ by, result }) => by === 'both' && result !== 'rejected');
  const clicked = events.some((event) =>
    event.kind === 'concluded' ? event.how !== 'sealed' : event.kind === 'used-on',
  );
  const governing = governs({ clicked, sealed, prevails: () => prevails(id) });
  return free
    .filter(({ from, until }) => until === undefined || from < until)
    .map(({ from, until }) => ({
      versionId: id,
      from,
      ...(until === undefined ? {} : { until }),
      ...basis(run.start),
      governing,
      ...(against?.decision === 'declined' ? { disputed: disputedWords(run.on, against) } : {}),
      why: turnWords(run.start),
    }));
}

function basis(start: Turn): Pick<StandingPeriod, 'by' | 'recordId'> {
  switch (start.kind) {
    case 'sealed':
      return { by: 'seal', recordId: start.copyId };
    case 'used-on':
      return { by: 'use', recordId: start.noticeId };
    case 'concluded':
      return { by: BY[start.how], recordId: start.recordId };
    case 'ended':
    case 'replaced':
      throw new TypeError(`nothing begins with ${start.kind}`);
  }
}

function without(
  { from, until }: Pick<Run, 'from' | 'until'>,
  taken: StandingPeriod,
): readonly Pick<Run, 'from' | 'until'>[] {
  const before = until === undefined || taken.from < until ? taken.from : until;
  const after = taken.until === undefined ? undefined : taken.until > from ? taken.until : from;
  return [
    ...(from < before ? [{ from, until: before }] : []),
    ...(after !== undefined && (until === undefined || after < until)
      ? [{ from: after, ...(until === undefined ? {} : { until }) }]
      : []),
  ];
}

function stateOf({ events, runs }: Alone, objection: EventOf<'kept-on'> | undefined): VersionStanding {
  const run = runs.at(-1);
  if (run) {
    const accepted = (turn: Turn): VersionStanding => ({ state: 'accepted', since: run.on, why: turnWords(turn) });
    return run.end?.kind === 'replaced'
      ? { state: 'superseded', since: run.end.at, why: turnWords(run.end), before: accepted(run.start) }
      : accepted(run.end ?? run.start);
  }
  const decided = of(events, 'decided')
    .toSorted((a, b) => compare(a.at, b.at))
    .at(-1);
  if (objection && (!decided || decided.at <= objection.at)) {
    return { state: 'objected', ...objectedSince(objection), why: keptOnWords(objection) };
  }
  const against = objectedIn(of(events, 'objected'), decided);
  if (against) return { state: 'objected', ...objectedSince(against), why: objectedWords(against) };
  if (decided) return inside(decided);
  const opened = of(events, 'opened')[0];
  return opened ? { state: 'reviewing', since: opened.at, why: IN_REVIEW } : { state: 'not-reviewed', why: NOT_OPENED };
}

/** What the company decided, where nothing was concluded. */
function inside(decided: EventOf<'decided'>): VersionStanding {
  const states: Readonly<Record<Decision, VersionState>> = {
    accepted: 'decided',
    declined: 'declined',
    'set-aside': 'set-aside',
  };
  const why = decided.decision === 'accepted' ? ONLY_INSIDE : decisionWords(decided);
  return { state: states[decided.decision], since: decided.at, why };
}
