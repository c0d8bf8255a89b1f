import type { Language } from '../../../src-main/agreement/sentence.ts';
import type { CallName, ContractHandlers, Input } from '../../../src-main/contract/index.ts';
import type { LedgerVerdict } from '../../../src-main/contract/evidence.ts';
import { addDays } from '../../../src-main/term/calendar/civil-date.ts';
import type { NoticeView } from '../../../src-main/contract/notices.ts';
import type { SearchResult } from '../../../src-main/contract/library.ts';
import type { DecisionPage } from '../../../src-main/contract/review.ts';

/** Calls of version 0.1.0 that the fixture was asked by, where they have another name today. The rest keep theirs. */
const FORMER_CALLS: Readonly<Record<string, CallName>> = {
  'bundle.list': 'evidence.importedBundles',
  'explanations.ofVersion': 'review.explanations',
  'key.state': 'evidence.keyState',
  'notices.watchedFolder': 'import.watchedFolder',
  'obligations.list': 'rights.list',
  'obligations.open': 'rights.open',
  'outages.month': 'rights.month',
  'scans.ofLetter': 'letters.scans',
  'texts.ofVersion': 'letters.governingTexts',
  'timestamp.list': 'evidence.timestamps',
};

/** Screens that a place named, where they have another name today. */
const FORMER_SCREENS: Readonly<Record<string, string>> = { obligations: 'rights' };

/** What today's handlers answer to a call of version 0.1.0. */
export async function askAsThen(handlers: ContractHandlers, former: string, input: unknown): Promise<unknown> {
  const name = FORMER_CALLS[former] ?? (former as CallName);
  const answer = await (handlers[name] as (input: unknown) => unknown)(input);
  if (former === 'review.page') return decisionPageAsThen(handlers, answer as DecisionPage, input as AskedPage);
  // That entries of then hold no hashes of records is told as unchecked today; then there were only faults.
  if (former === 'evidence.verify')
    return { ...(answer as LedgerVerdict), ok: (answer as LedgerVerdict).faults.length === 0 };
  if (former === 'settings.companies') return problemsAsThen(answer as readonly Checked[]);
  if (former === 'notices.open') return withLaterDays(movesAsThen(answer as NoticeView));
  if (former === 'library.search') return (answer as readonly SearchResult[]).map(foundAsThen);
  if (former !== 'notices.list') return withLaterDays(answer);
  // What a watched folder offers belongs to the import today.
  const { offers } = await handlers['import.offers']({});
  return withLaterDays({ ...(answer as object), offers });
}

/** A hit bore the title of its agreement then, which is that of the version where nobody named the agreement. */
const foundAsThen = ({ title, ...hit }: SearchResult): object => ({ ...hit, agreementTitle: title });

interface Checked {
  readonly contact: string;
  readonly problems: readonly { readonly field: string }[];
}

/** A company's own number goes into its letters today where it has no contact, and is looked at for that; then nobody looked. */
const problemsAsThen = (companies: readonly Checked[]): readonly Checked[] =>
  companies.map(({ problems, ...company }) => ({
    ...company,
    problems: problems.filter(({ field }) => company.contact !== '' || field !== 'phone'),
  }));

/**
 * After an objection there was only the end then; today one may also go on as before, or accept after all. What has to be
 * done after an objection was told only after it then; today before it, too.
 */
const movesAsThen = (notice: NoticeView): NoticeView => ({
  ...notice,
  moves: notice.state === 'objected' ? notice.moves.filter((move) => move === 'withdrawn') : notice.moves,
  checklist: notice.state === 'announced' || notice.state === 'in-use' ? [] : notice.checklist,
});

/** What was told on its safe day then, too. */
const SAFE_THEN: ReadonlySet<unknown> = new Set(['payment', 'overdue', 'overdueLast']);

/** Then a day that a holiday moves was told on the later of its two days; today it stands on the safe one, with the other beside it. */
function withLaterDays(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLaterDays);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, member]): [string, unknown] => [name, withLaterDays(member)]);
  const { latest, ...members } = Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
  const { known, day } = (latest ?? {}) as { readonly known?: boolean; readonly day?: string };
  if (known === false && members['lastDayKnown'] === true) return { ...members, lastDayKnown: false };
  if (known !== true || day === undefined || SAFE_THEN.has(members['kind'] ?? members['name'])) return members;
  const { effective, answer } = members;
  const lastDay = typeof members['lastDay'] === 'string' ? members['lastDay'] : undefined;
  return {
    ...members,
    ...('date' in members ? { date: day } : {}),
    ...(lastDay === undefined ? {} : { lastDay: day }),
    // Without an announced day it took effect on the day after.
    ...(lastDay !== undefined && effective === addDays(lastDay, 1) ? { effective: addDays(day, 1) } : {}),
    ...(answer === undefined ? {} : { answer: { ...(answer as object), value: day } }),
  };
}

interface AskedPage {
  readonly versionId: string;
  readonly language: Language;
}

/**
 * The page of a decision with its key clauses in one list and its parties by role: today it names the key clauses by
 * kind, and their words and the provider come with the version beside it.
 */
async function decisionPageAsThen(
  handlers: ContractHandlers,
  page: DecisionPage,
  { versionId, language }: AskedPage,
): Promise<unknown> {
  const { document, agreement } = await handlers['review.open']({ versionId });
  const key = new Set(page.kinds.flatMap(({ clauses }) => clauses.map(({ clauseId }) => clauseId)));
  const asked = { versionId, language, ...(page.companyId === undefined ? {} : { companyId: page.companyId }) };
  const words = (decision: Input<'review.decide'>['decision']) => handlers['review.statement']({ ...asked, decision });
  const [accepted, declined, setAside] = [await words('accepted'), await words('declined'), await words('set-aside')];
  return {
    ...page,
    // One statement stood for every decision then; today each has its own.
    words: {
      statement: accepted.statement,
      acceptButton: accepted.button,
      declineButton: declined.button,
      setAsideButton: setAside.button,
    },
    parties: [
      { role: language === 'zh' ? '提供方' : 'Provider', name: agreement.provider },
      {
        role: language === 'zh' ? '接受方' : 'Accepting party',
        name: page.companies.find(({ id }) => id === page.companyId)?.name,
      },
    ],
    conspicuous: document.clauses
      .filter(({ id }) => key.has(id))
      .map(({ id, number, text, heading }) => ({
        clauseId: id,
        text: heading ? `${heading} ${text}`.trim() : text,
        ...(number === undefined ? {} : { number }),
      })),
  };
}

/** An answer of version 0.1.0 with the screens that its places name as they are called today. */
export function withTodaysScreens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTodaysScreens);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] =>
    name === 'screen' && typeof member === 'string'
      ? [name, FORMER_SCREENS[member] ?? member]
      : [name, withTodaysScreens(member)],
  );
  return Object.fromEntries(members);
}

interface Dated {
  readonly lines: readonly { readonly id: string; readonly state: string }[];
}

/**
 * The agenda without the dates of claims: then drafting one closed them, today only sending it does. Without what has no
 * day either: then nothing was on it that waits for a decision or an answer, nor for a time stamp, nor a day of payment that
 * somebody typed.
 */
export function datedAsThen(former: string, value: unknown): unknown {
  if (former !== 'agenda.list') return value;
  const { open: _open, overdue: _overdue, ...agenda } = value as Dated & Record<'open' | 'overdue', number>;
  return {
    ...agenda,
    lines: agenda.lines.filter(
      ({ id, state }) => !/^(?:claim|time-stamp):|^order:.*\/payment$/u.test(id) && state !== 'open',
    ),
  };
}

/** A comparison of version 0.1.0, as far as it says what matters. */
export interface FormerComparison {
  readonly impact: readonly { readonly excerpt: string; readonly rowId: string }[];
  readonly rows?: readonly { readonly id: string; readonly change?: object }[];
}

const OWN_DATE = /^(?:版本|更新)日期：/u;

/** A comparison of then, by today's rule that another date of a version itself is no change that matters. */
export function datesImmaterial(then: FormerComparison): FormerComparison {
  const dates = new Set(then.impact.flatMap(({ excerpt, rowId }) => (OWN_DATE.test(excerpt) ? [rowId] : [])));
  const rows = then.rows?.map((row) =>
    dates.has(row.id) ? { ...row, change: { ...row.change, material: false } } : row,
  );
  return { ...then, impact: then.impact.filter(({ rowId }) => !dates.has(rowId)), ...(rows && { rows }) };
}

const CALLS_OF_FIGURES: ReadonlySet<string> = new Set(['obligations.open', 'outages.month', 'agenda.list']);

/**
 * What an answer says in figures, with the shapes that only one of the two has laid off: then a fact had its value beside its
 * words and an answer of its own, a tier its credit as a bare number, and an availability was a text without its working. How
 * many steps a working has is no figure; that its quotes are still there is asked apart.
 */
export function figuresOf(former: string, value: unknown): unknown {
  if (former === 'outages.month') return withoutMinutes(plainFigures(value) as Readonly<Record<string, unknown>>);
  if (former === 'notices.open') return withoutBounds(withoutWorking(value));
  // The words of a form may be others today, and its letter with them; what was made of it then stays as it was.
  if (former === 'letters.open') return { ...(value as object), fingerprint: undefined };
  // What waits stood with the newest first then; today in the order in which it was given.
  if (former === 'library.list') return { ...(value as object), pending: byId((value as LibraryList).pending) };
  if (former === 'letters.list') return namedAsToday(withoutDraftForms(value as LettersList));
  return withoutBounds(CALLS_OF_FIGURES.has(former) ? plainFigures(value) : value);
}

/** The working of a clock: then a rule for messages was taken for announcements on a site, too. */
function withoutWorking(value: unknown): unknown {
  const { clock, ...notice } = value as { readonly clock: readonly object[] };
  return { ...notice, clock: clock.map((line) => ({ ...line, steps: [] })) };
}

/** Figures of an order that there were none of. */
const LATER_FIGURES: ReadonlySet<unknown> = new Set(['unused', 'lawfulSuspension', 'lawfulTermination']);

/** Then every minute of any instance counted; today the agreement's own definition does, and which instances there are is asked. */
const OF_MINUTES = ['creditInCapitals', 'days', 'line', 'tierSaid', 'window'];
const LEVEL_OF_MINUTES =
  /^(?:availability|breach|credit|tier|termination|excludedMinutes|unavailableMinutes|longest|uncapped|steps$)/u;
function withoutMinutes(month: Readonly<Record<string, unknown>>): unknown {
  const kept = Object.entries(month).filter(([name]) => !OF_MINUTES.includes(name));
  const level = Object.entries(month['level'] as object).filter(([name]) => !LEVEL_OF_MINUTES.test(name));
  return { ...Object.fromEntries(kept), level: Object.fromEntries(level) };
}

interface Template {
  readonly source: string;
}

/** The papers that the app itself drafts are more today, and one took another's place; those of agreements and of one's own stay. */
const withoutDraftForms = <List extends { readonly templates: readonly Template[] }>(list: List): List => ({
  ...list,
  templates: list.templates.filter(({ source }) => source !== 'draft'),
});

interface LibraryList {
  readonly pending: readonly object[];
}

interface LettersList {
  readonly letters: readonly { readonly title?: unknown }[];
  readonly templates: readonly Template[];
}

/** A line of the list bore the title on its paper then; today it bears the name that screens call it by, in words of its own. */
const namedAsToday = ({ letters, ...list }: LettersList): unknown => ({
  ...list,
  letters: letters.map(({ title: _title, ...letter }) => letter),
});

/**
 * A last day to act that is not known has a bound today where then it had none and stood at the end: compared without its
 * day, in lists that are in no order of days. How many days a notice is short is counted without the holidays today.
 */
function withoutBounds(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { lines, notices, clock } = value as {
    readonly lines?: unknown;
    readonly notices?: unknown;
    readonly clock?: readonly { readonly name: string }[];
  };
  if (Array.isArray(lines)) return { ...value, lines: byId(lines.map(withoutBound)) };
  if (Array.isArray(notices)) return { ...value, notices: byId(notices.map(withoutBound)) };
  const clockLines = clock?.filter(({ name }) => !name.startsWith('shortfall'));
  return withoutBound(clockLines ? { ...value, clock: clockLines } : value);
}

const BOUNDS = ['lastDay', 'overdue', 'date', 'notBefore', 'missing', 'state', 'group', 'daysLeft', 'clock'];
const withoutBound = (line: unknown): unknown => {
  const { lastDayKnown, kind, missing } = (line ?? {}) as Readonly<Record<string, unknown>>;
  const unknown =
    lastDayKnown === false ||
    (Array.isArray(missing) && (kind === 'notice-last-day' || (kind === 'notice-effect' && missing.length > 0)));
  const left = ['shortfall', ...(unknown ? BOUNDS : [])];
  return Object.fromEntries(Object.entries(line as object).filter(([name]) => !left.includes(name)));
};
const byId = (list: readonly unknown[]): readonly unknown[] =>
  list.toSorted((a, b) => String((a as { id?: string }).id).localeCompare(String((b as { id?: string }).id)));

function plainFigures(value: unknown, at = ''): unknown {
  if (Array.isArray(value)) {
    const shown = at === 'figures' ? value.filter(({ name }: { name: unknown }) => !LATER_FIGURES.has(name)) : value;
    return shown.map((member) => plainFigures(member, at));
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  if (at.startsWith('availability') && members['known'] === true) return members['value'];
  if (at === 'credit' && typeof members['amount'] === 'number') return members['amount'];
  const left = at === 'facts' ? ['answer'] : at === 'values' ? ['value'] : at === 'tiers' ? ['credit', 'from'] : [];
  return Object.fromEntries(
    Object.entries(members)
      .filter(([name]) => name !== 'steps' && name !== 'step' && !left.includes(name))
      .map(([name, member]) => [name, plainFigures(member, name)]),
  );
}

/** What an answer of then quoted of the agreements, apart from what rests on rules that are others today. */
function quotesThen(former: string, value: unknown): readonly string[] {
  if (former === 'notices.open') return quotesIn(withoutWorking(value));
  return quotesIn(former === 'outages.month' ? withoutMinutes(value as Readonly<Record<string, unknown>>) : value);
}

/** What was quoted then and is not today; how a minute is counted is quoted as a whole sentence today, then as a piece of it. */
export const quotesLost = (former: string, now: unknown, then: unknown): readonly string[] => {
  const today = quotesIn(now);
  return quotesThen(former, then).filter((quote) =>
    former === 'outages.month' ? !today.some((whole) => whole.includes(quote)) : !today.includes(quote),
  );
};

/** Every sentence of an agreement that an answer quotes, once. */
function quotesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([name, member]) =>
    name === 'quote' && typeof member === 'string' ? [member] : quotesIn(member),
  );
  return [...new Set(own)];
}
