import { betterWhen, type Fact, type FactKind, type FactValue, type Share, type Unit } from '../../agreement/fact.ts';
import type { AgreementDocument, ClauseTag } from '../../agreement/model.ts';
import { sentences } from '../../agreement/meaning/sentences.ts';
import { actorAt, type Parties, partiesOf, type Party } from '../../agreement/parties/parties.ts';
import { tagKind } from '../../agreement/tag-kinds.ts';
import { type Change, isMaterial } from '../comparison.ts';
import { onlyFigures } from './figures.ts';

type Documents = readonly [old: AgreementDocument | undefined, next: AgreementDocument | undefined];

/**
 * Whether a change is certainly better for the customer: only its figures changed, each of them the better way, or a clause that only
 * burdened the customer went, or sentences that only bound it did, or a clause came that only gives. Everything else may be worse, and
 * counts as such.
 */
export function isBetterForCustomer(change: Change, [old, next]: Documents): boolean {
  if (!change.material) return false;
  const before = old?.clauses.find(({ id }) => id === change.old?.id);
  const after = next?.clauses.find(({ id }) => id === change.new?.id);
  if (old && takesOnlyDuties(change, old)) return true;
  if (change.kind === 'removed') return before !== undefined && areAll(before.tags, 'burdens');
  if (change.kind === 'added') return after !== undefined && areAll(after.tags, 'gives');
  if (change.kind !== 'changed' || !onlyFigures(change.edits)) return false;
  const of = (document: AgreementDocument | undefined, clause: string | undefined): readonly Fact[] =>
    document?.facts.filter((fact) => fact.clause === clause) ?? [];
  const better = betterKinds(of(old, before?.id), of(next, after?.id));
  const figures = change.reasons.filter(
    ({ kind, text }) => isMaterial(kind) && !('key' in text && text.key === 'compare.reasons.tag-figure'),
  );
  return better !== undefined && better > 0 && better === figures.length;
}

/** Words of a duty, and of a right. */
const DUTY = /应当|应予|应(?![用急答])|必须|须|不得|承诺|保证|负责|承担|赔偿|\b(?:shall|must|undertakes?)\b/giu;
const RIGHT = /有权|可以|\b(?:may|is entitled)\b/giu;
const SENTENCE_END = /[。！？；!?;.]\s*$/u;

/** Nothing but whole sentences went, and all that each of them said was what the customer has to do or to leave. */
function takesOnlyDuties({ kind, edits, old: side }: Change, old: AgreementDocument): boolean {
  if ((kind !== 'removed' && kind !== 'changed') || edits.length === 0 || !side) return false;
  const parties = partiesOf(old);
  return edits.every((edit) => {
    const before = side.text.slice(0, edit.at[0]);
    const isWhole = kind === 'removed' || (SENTENCE_END.test(edit.old) && (before === '' || SENTENCE_END.test(before)));
    return edit.new === '' && isWhole && bindsOnlyCustomer(edit.old, parties);
  });
}

function bindsOnlyCustomer(text: string, parties: Parties): boolean {
  const told = sentences(text).map(({ start, end }) => text.slice(start, end));
  const allOf = (words: string, pattern: RegExp, who: Party): boolean =>
    [...words.matchAll(pattern)].every(
      ({ index, 0: found }) => actorAt(parties, words, { start: index, end: index + found.length }) === who,
    );
  return (
    told.length > 0 &&
    told.every((words) => words.search(DUTY) >= 0 && allOf(words, DUTY, 'customer') && allOf(words, RIGHT, 'provider'))
  );
}

function areAll(tags: readonly ClauseTag[], only: 'burdens' | 'gives'): boolean {
  return (
    tags.length > 0 &&
    tags.every(
      ({ kind, by, certainty }) => tagKind(kind)?.only === only && by !== 'customer' && certainty === undefined,
    )
  );
}

/** How many kinds of facts changed, where each became better; undefined where one did not, or it is not certain. */
function betterKinds(old: readonly Fact[], next: readonly Fact[]): number | undefined {
  const says = ({ value, unit }: Fact): string => `${JSON.stringify(value)} ${unit}`;
  const same = (a: Fact) => (b: Fact) => placeOf(a) === placeOf(b) && says(a) === says(b);
  const gone = old.filter((fact) => !next.some(same(fact)));
  const come = next.filter((fact) => !old.some(same(fact)));
  const pairs = gone.map((fact) => [fact, come.filter((other) => placeOf(other) === placeOf(fact))] as const);
  if (gone.length !== come.length) return undefined;
  const kinds = new Set<FactKind>();
  for (const [fact, others] of pairs) {
    const [other] = others;
    if (others.length !== 1 || !other || !becameBetter(fact, other)) return undefined;
    kinds.add(fact.kind);
  }
  return kinds.size;
}

/** What a fact speaks of, but for its value. */
function placeOf({ kind, scope, party, anchor, calendar, value }: Fact): string {
  const tier = typeof value === 'object' && 'below' in value ? [value.below, value.from] : [];
  return JSON.stringify([kind, scope, party, anchor, calendar, ...tier]);
}

function becameBetter(old: Fact, next: Fact): boolean {
  const when = betterWhen(old);
  if (!when) return false;
  if (old.doubt !== undefined || next.doubt !== undefined || old.conflictsWith || next.conflictsWith) return false;
  const [before, after] = [measureOf(old.value, old.unit), measureOf(next.value, next.unit)];
  if (!before || !after || before.of !== after.of || before.value === after.value) return false;
  return after.value > before.value === (when === 'more');
}

/** A figure with what it is counted in; two of one `of` can be held against each other. */
interface Measured {
  readonly value: number;
  readonly of: string;
}

const UNIT_SIZES: Partial<Readonly<Record<Unit, readonly [of: string, size: number]>>> = {
  minute: ['time', 1],
  hour: ['time', 60],
  day: ['time', 1440],
  month: ['months', 1],
  year: ['months', 12],
  percent: ['share', 10],
  'per-mille': ['share', 1],
  times: ['share', 1000],
};

function inUnit(value: number, unit: Unit): Measured {
  const [of, size] = UNIT_SIZES[unit] ?? [unit, 1];
  return { value: value * size, of };
}

function shareOf({ amount, unit, of }: Share): Measured {
  const measured = inUnit(amount, unit);
  return { ...measured, of: `${measured.of} ${JSON.stringify(of)}` };
}

/** The one number that a value of this form comes down to; undefined where there is none, or more than one. */
function measureOf(value: FactValue, unit: Unit): Measured | undefined {
  if (typeof value === 'number') return inUnit(value, unit);
  if (typeof value === 'string') return undefined;
  if ('promise' in value) {
    const { promise, ...others } = value;
    return { value: promise, of: JSON.stringify(others) };
  }
  if ('credit' in value) {
    const { credit, form } = value;
    const measured = 'amount' in credit ? shareOf(credit) : inUnit(credit.value, credit.unit);
    return { ...measured, of: `${measured.of} ${form ?? ''}` };
  }
  if ('amount' in value) return shareOf(value);
  if (!('per' in value)) return undefined;
  const { rate, ...others } = value;
  const measured = shareOf(rate);
  return { ...measured, of: `${measured.of} ${JSON.stringify(others)}` };
}
