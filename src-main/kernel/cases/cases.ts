import { calledAt } from '../standing.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { AgendaPlace } from '../../contract/agenda.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { Subject } from '../../ledger/subject.ts';
import {
  type Case,
  CASE_STATES,
  type CaseKind,
  type CaseState,
  type CaseStep,
  caseStateOf,
  wayOf,
} from '../../letter/case.ts';
import { formById } from '../../letter/forms.ts';
import type { Store } from '../../store/store.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import type { Zone } from '../../term/calendar/zone.ts';
import { letterName, letterPapers } from '../papers/letters.ts';
import { casePapers, type CasePaper } from './case-papers.ts';

/** The days on which something can be sent, as far as they are known. */
export interface SendingWindow {
  readonly opens?: CivilDate;
  /** The last day on which it can still be argued to be in time. */
  readonly closes?: CivilDate;
  /** The last day by the count alone, to keep to. */
  readonly safe?: CivilDate;
  /** By whose clock its days begin and end; Beijing's where nothing is said. */
  readonly zone?: Zone;
}

/** What a case claims, where that is money. */
export interface ClaimedMoney {
  readonly amount: string;
  /** A code of `names.currency`. */
  readonly currency: string;
  /** What was typed, as plain figures. @throws Refusal for what is no amount of that currency. */
  inFigures(typed: string): string;
}

/** A case as the record that it is about knows it. */
export interface CaseFrom {
  /** `claim:…`, `notice:…`, `explanation:…`, `letter:…`, `case:…`: the record that it is about. */
  readonly origin: string;
  readonly kind: CaseKind;
  readonly agreementId?: string;
  readonly letterId?: string;
  readonly closes?: readonly string[];
  /** Steps that the record itself holds. */
  readonly steps: readonly CaseStep[];
  /** What it is called, and where it is dealt with. */
  readonly name: Sentence;
  readonly place?: AgendaPlace;
  /** What a closed deadline names as its evidence where no proof was kept. */
  readonly evidence?: string;
  /** The days on which it can be sent; worked out when it is asked for. */
  window?(): SendingWindow;
  /** What it claims; worked out when it is asked for. Absent where that is no money. */
  claimed?(): ClaimedMoney;
  /** Days after its arrival within which the letter asks for an answer. */
  readonly answerDays?: number;
  /** Present where the record keeps all steps of the case itself. */
  keep?(steps: readonly CaseStep[], state: CaseState, at: string): void;
  /** Cases that go out in the same letter: what is said of the letter is said of each of them that it can happen to. */
  together?(): readonly CaseFrom[];
  /** How the record takes a step that it holds itself; others are kept with the case. */
  readonly take?: Partial<Readonly<Record<CaseState, (step: CaseStep, at: string) => void>>>;
  /** How the record takes back steps that it holds itself; `at` is when. */
  readonly takeBack?: Partial<Readonly<Record<CaseState, (at: string) => void>>>;
  /** Steps that something else that was recorded rests on: they cannot be taken back. */
  readonly restsOn?: ReadonlySet<CaseState>;
  /** How an entry of the ledger calls a step where another than the general kind does, what it is about and says beside it. */
  readonly entries?: Partial<Readonly<Record<CaseState, EntryKind>>>;
  readonly subject?: Subject;
  readonly payload?: JsonObject;
}

/** The cases of one feature's records. */
export interface CaseSource {
  /** Words before the colon of the origins that it answers for. */
  readonly word: string;
  of(store: Store, id: string): CaseFrom | undefined;
  all(store: Store): readonly CaseFrom[];
}

/** A case with what is known of the record that it is about. */
export interface WholeCase extends Case {
  readonly from: CaseFrom;
  readonly letterId?: string;
}

/** A case: what its own record says, what its letter went through, and what was said since. Absent where nothing began. */
export function caseOf(store: Store, from: CaseFrom): WholeCase | undefined {
  const paper = from.keep ? undefined : casePapers(store).about(from.origin);
  const begun = paper?.body.letterId ?? from.letterId;
  // a letter that was removed is none; it may come back
  const letterId = begun !== undefined && letterPapers(store).has(begun) ? begun : undefined;
  const steps = [...from.steps, ...(paper?.body.steps ?? []), ...letterSteps(store, letterId)];
  const history = wayOf(steps);
  const last = history.at(-1);
  if (!last) return undefined;
  const closes = [...new Set([...(from.closes ?? []), ...(paper?.body.closes ?? [])])];
  return {
    id: from.origin,
    kind: paper?.body.kind ?? from.kind,
    state: last.state,
    history,
    closes,
    from,
    ...(letterId === undefined ? {} : { letterId }),
  };
}

/** A case by the keys of the agenda. */
export type KeyedCase = Pick<WholeCase, 'id' | 'closes'>;

/** What the item that asks for the arrival of a case is about: one a case, whatever days it closes. */
export const arrivalSubject = ({ id, closes = [] }: KeyedCase): string => closes[0] ?? rightKey(id);

/** The key of that item. */
export const arrivalKey = (whole: KeyedCase): string => `${arrivalSubject(whole)}/arrival`;

/** The key of the last day of the right that a case keeps. */
export const rightKey = (id: string): string => `${id}/right-lapses`;

/** What a letter went through, as steps: its first export, and the sealed copy that was confirmed. */
function letterSteps(store: Store, letterId: string | undefined): readonly CaseStep[] {
  const letter = letterId === undefined ? undefined : letterPapers(store).get(letterId);
  if (!letter) return [];
  const first = letter.body.outputs[0]?.at;
  const sealed = caseStateOf('letter', letter.state) === 'sealed';
  return [
    ...(first === undefined ? [] : [{ state: 'exported', at: first, said: '' } as const]),
    ...(sealed ? [{ state: 'sealed', at: letter.updatedAt, said: '' } as const] : []),
  ];
}

/** Letters whose time runs while they are drafts: before anything was said of them. */
const lettersWithTime = (store: Store): readonly string[] =>
  letterPapers(store)
    .list()
    .filter(({ body }) => formById(body.templateId)?.clocks?.some(({ untilArrived }) => untilArrived))
    .map(({ id }) => id);

/** A letter as a case: begun with it, until it belongs to a case of another record. */
export const LETTER_CASES: CaseSource = {
  word: 'letter',
  of: (store, id) => {
    const letter = letterPapers(store).get(id);
    if (!letter) return undefined;
    return {
      origin: `letter:${id}`,
      kind: formById(letter.body.templateId)?.about ?? 'letter',
      letterId: id,
      ...(letter.body.agreementId === undefined ? {} : { agreementId: letter.body.agreementId }),
      steps: [{ state: 'drafted', at: letter.createdAt, said: '' }],
      name: letterName(letter.body),
      place: { screen: 'letters', letterId: id },
    };
  },
  all: (store) =>
    [
      ...new Set([
        ...casePapers(store)
          .list()
          .map(({ subject }) => idIn(subject, 'letter')),
        ...lettersWithTime(store),
      ]),
    ].flatMap((id) => (id === undefined ? [] : (LETTER_CASES.of(store, id) ?? []))),
};

/** Cases that are records by themselves. */
export const OWN_CASES: CaseSource = {
  word: 'case',
  of: (store, id) => {
    const paper = casePapers(store).get(id);
    return paper?.subject === `case:${id}` ? ownCase(store, paper) : undefined;
  },
  all: (store) =>
    casePapers(store)
      .list()
      .filter(({ id, subject }) => subject === `case:${id}`)
      .map((paper) => ownCase(store, paper)),
};

function ownCase(store: Store, { id, createdAt, body: { kind, agreementId, letterId } }: CasePaper): CaseFrom {
  return {
    origin: `case:${id}`,
    kind,
    ...(agreementId === undefined ? {} : { agreementId }),
    steps: [],
    name: sentence('kernel.cases.own', {
      what: sentence(`kernel.cases.kind.${kind}`),
      title: asWritten(calledAt(store, agreementId, createdAt)),
    }),
    ...placeOf(agreementId, letterId),
  };
}

/** A case of its own is dealt with where its letter is, else with its agreement. */
function placeOf(agreementId: string | undefined, letterId: string | undefined): { readonly place?: AgendaPlace } {
  if (letterId !== undefined) return { place: { screen: 'letters', letterId } };
  return agreementId === undefined ? {} : { place: { screen: 'library', agreementId } };
}

/** The id behind a word of an origin; undefined where the origin is of another word. */
export function idIn(origin: string | undefined, word: string): string | undefined {
  return origin?.startsWith(`${word}:`) ? origin.slice(word.length + 1) : undefined;
}

/** The case of an origin, by whichever source answers for it. */
export function caseByOrigin(store: Store, sources: readonly CaseSource[], origin: string): WholeCase | undefined {
  for (const source of sources) {
    const id = idIn(origin, source.word);
    const from = id === undefined ? undefined : source.of(store, id);
    if (from) return caseOf(store, from);
  }
  return undefined;
}

/** Every case there is, whichever feature it belongs to. */
export const allCases = (store: Store, sources: readonly CaseSource[]): readonly WholeCase[] =>
  sources.flatMap((source) => source.all(store)).flatMap((from) => caseOf(store, from) ?? []);

/**
 * The case that a letter belongs to: that of the record it was drafted for, else its own. Of several that go out in it, the one
 * that is not so far yet: what is left to do is left of the letter.
 */
export function caseOfLetter(store: Store, sources: readonly CaseSource[], letterId: string): WholeCase | undefined {
  return (
    casesOfRecords(store, sources).find((each) => each.letterId === letterId) ??
    caseByOrigin(store, [LETTER_CASES], `letter:${letterId}`)
  );
}

/** How far each letter got of which anything was said, by its id: what `caseOfLetter` says of each, asked for once for all of them. */
export function waysOfLetters(
  store: Store,
  sources: readonly CaseSource[],
): ReadonlyMap<string, Pick<Case, 'kind' | 'state'>> {
  const own = allCases(store, [LETTER_CASES]);
  const others = casesOfRecords(store, sources).toReversed();
  return new Map(
    [...own, ...others].flatMap(({ letterId, kind, state }) =>
      letterId === undefined ? [] : [[letterId, { kind, state }]],
    ),
  );
}

/** The cases of records that letters were drafted for, those that are not so far yet first. */
const casesOfRecords = (store: Store, sources: readonly CaseSource[]): readonly WholeCase[] =>
  allCases(
    store,
    sources.filter(({ word }) => word !== LETTER_CASES.word),
  ).toSorted((a, b) => CASE_STATES.indexOf(a.state) - CASE_STATES.indexOf(b.state));
