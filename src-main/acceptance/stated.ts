import { type Sentence, type Words, words } from '../agreement/sentence.ts';

/** Why a field of a record holds no value. */
export type Absence = 'not collected' | 'not applicable' | 'not given' | 'unavailable';

/** A field that holds no value says so, and why, in words. */
export interface Absent {
  readonly absent: Absence;
  readonly why: Words;
}

/** A value, or the statement that there is none. Never blank. */
export type Stated<Value> = Value | Absent;

/** States that there is no value, and why. Records keep it, so the sentence is frozen in both languages. */
export function absent(absence: Absence, why: Sentence): Absent {
  return { absent: absence, why: words(why) };
}

export function isAbsent(value: unknown): value is Absent {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'absent') && Object.hasOwn(value, 'why');
}

/** An absence as it is read: what is not there, said as a fact (`此前没有接受过任何版本`); its kind is for programs. */
export const absenceText = ({ why }: Absent): Sentence => why;

/** A value if there is one; otherwise the absence. An empty or blank text is no value. */
export function statedOr<Value>(value: Value | undefined, otherwise: Absent): Stated<Value> {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) return otherwise;
  return value;
}

/**
 * Refuses a record in which anything is blank: undefined, null, empty or white text, an empty list or object, NaN.
 * @throws TypeError that names the place. A blank is a defect of the app, not of the person.
 */
export function refuseBlank(value: unknown, place = 'record'): void {
  const blank =
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (typeof value === 'number' && !Number.isFinite(value)) ||
    (typeof value === 'object' && Object.keys(value).length === 0);
  if (blank) throw new TypeError(`${place} is blank: absent is said in words`);
  if (typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) refuseBlank(member, `${place}.${name}`);
}
