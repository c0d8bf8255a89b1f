import { amountsIn, yuanIn } from '../../agreement/quantity/yuan.ts';
import { type Fact, type FactKind, isOfAnotherMatter, LENGTH_UNITS, type Share } from '../../agreement/fact.ts';
import { isCivilDate } from '../calendar/civil-date.ts';
import type { Question } from '../pick-fact.ts';

const BY_CALENDAR = LENGTH_UNITS.filter((unit) => unit === 'day' || unit === 'month' || unit === 'year');
const AHEAD = LENGTH_UNITS.filter((unit) => unit !== 'minute');

const isLength = ({ value }: Fact): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;
const isShare = ({ value }: Fact): boolean => typeof value === 'object' && 'amount' in value;

/** A length by the calendar: how long a term or each renewal is. */
const lengthOf = (kind: FactKind): Question => ({
  name: kind,
  understands: { kinds: [kind], units: BY_CALENDAR, anchors: [] },
  counts: isLength,
});

export const TERM_LENGTH = lengthOf('term');
export const RENEWAL_LENGTH = lengthOf('auto-renewal');

const dayNamed = (kind: 'start-date' | 'end-date'): Question => ({
  name: kind,
  understands: { kinds: [kind], units: ['date'], anchors: [] },
  counts: ({ value }) => typeof value === 'string' && isCivilDate(value),
});

/** The first and the last day that the text itself names. */
export const START_DATE = dayNamed('start-date');
export const END_DATE = dayNamed('end-date');

/** How long before the end of a term it must be said that it is not renewed. */
export const NON_RENEWAL: Question = {
  name: 'non-renewal-notice',
  understands: { kinds: ['non-renewal-notice'], units: AHEAD, anchors: ['term-end'], unsaid: 'term-end' },
  counts: isLength,
};

/** How long before a new price it is announced. */
export const PRICE_NOTICE: Question = {
  name: 'price-notice',
  understands: {
    kinds: ['price-notice'],
    units: AHEAD,
    anchors: ['effective', 'term-start', 'term-end', 'announced', 'sent'],
    unsaid: 'effective',
  },
  counts: isLength,
};

export const PRICE_CAP: Question = {
  name: 'price-increase-cap',
  understands: { kinds: ['price-increase-cap'], units: ['percent', 'per-mille'], anchors: [] },
  counts: isShare,
};

export const COMMITMENT: Question = {
  name: 'minimum-commitment',
  understands: { kinds: ['minimum-commitment'], units: ['money', 'text'], anchors: [] },
  // An amount in words counts where they name its currency.
  counts: ({ value }) =>
    typeof value === 'number' || (typeof value === 'string' && yuanIn(value)?.foreign !== undefined),
};

const isSum = ({ value, quote }: Fact): boolean =>
  typeof value === 'string' && (amountsIn(value).length > 0 || (quote === '' && /^\d+(?:\.\d{1,2})?$/u.test(value)));

export const EARLY_END: Question = {
  name: 'early-termination-fee',
  understands: { kinds: ['early-termination-fee'], units: ['percent', 'per-mille', 'times', 'text'], anchors: [] },
  // A sum in words counts, and figures alone of a person.
  counts: (fact) => isShare(fact) || (typeof fact.value === 'string' && isSum(fact)),
};

/** How long after the end data can be taken out. */
export const DATA_RETURN: Question = {
  name: 'data-return',
  understands: { kinds: ['data-return'], units: AHEAD, anchors: ['term-end'], unsaid: 'term-end' },
  about: (fact) => !isOfAnotherMatter(fact),
  counts: isLength,
};

export const SUNSET: Question = {
  name: 'sunset-notice',
  understands: { kinds: ['sunset-notice'], units: AHEAD, anchors: ['announced', 'sent'], unsaid: 'announced' },
  counts: isLength,
};

/** Whose notice of termination it is: the customer's own where the text says so, or where either side has it. */
const MINE =
  /任何一方|任一方|双方|各方|您可|您有权|用户可|客户可|甲方可|either party|each party|\byou may|customer may/iu;

export const OWN_TERMINATION: Question = {
  name: 'termination-notice',
  understands: {
    kinds: ['termination-notice'],
    units: AHEAD,
    anchors: ['sent', 'received', 'delivered'],
    unsaid: 'received',
  },
  about: ({ party, quote }) => (party === undefined ? quote === '' || MINE.test(quote) : party !== 'provider'),
  counts: isLength,
};

/** The share that a fact of these questions holds. */
export const shareIn = ({ value }: Fact): Share | undefined =>
  typeof value === 'object' && 'amount' in value ? value : undefined;

/** What of a term the law has something to say on: how it goes on, what it then costs, and how one leaves. */
export const TERM_QUESTIONS: readonly Question[] = [RENEWAL_LENGTH, PRICE_NOTICE, EARLY_END, OWN_TERMINATION];
