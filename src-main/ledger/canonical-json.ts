/**
 * The JSON Canonicalization Scheme, RFC 8785: one text for one value, so that it can be hashed.
 * Numbers are ECMAScript's shortest form (§3.2.2.3), members are ordered by the UTF-16 code units of their names
 * (§3.2.3), strings are escaped as little as JSON allows (§3.2.2.2), there is no white space.
 */

/** A JSON value. Absent members are absent, never `undefined`. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Nesting beyond this is no record of ours; it also ends a value that contains itself. */
const DEEPEST = 128;

/** With the `u` flag a surrogate matches only when it stands alone. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical text of a value.
 * @throws TypeError for what JSON cannot say (undefined, NaN, infinities, lone surrogates, functions, class instances);
 * the message names the place.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0);
}

/** The canonical text as UTF-8 bytes: what is hashed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

/** Whether a text is exactly the canonical form of the value that it holds; false for what is no JSON at all. */
export function isCanonicalJson(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
}

function write(value: unknown, place: string, depth: number): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value, place);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${place}: ${value} has no canonical JSON`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`${place}: ${typeof value} has no canonical JSON`);
  if (depth >= DEEPEST) throw new TypeError(`${place}: nested deeper than ${DEEPEST}`);
  if (Array.isArray(value)) {
    // Array.from visits holes too, so that a sparse array is refused instead of shortened.
    return `[${Array.from(value, (item, index) => write(item, `${place}[${index}]`, depth + 1)).join(',')}]`;
  }
  return writeObject(value, place, depth);
}

function writeObject(value: object, place: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`${place}: only plain objects have canonical JSON`);
  }
  const members = value as Readonly<Record<string, unknown>>;
  // The default order of sort() is by UTF-16 code units: exactly §3.2.3.
  const written = Object.keys(members)
    .sort()
    .map((name) => `${writeString(name, place)}:${write(members[name], `${place}.${name}`, depth + 1)}`);
  return `{${written.join(',')}}`;
}

function writeString(text: string, place: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError(`${place}: a lone surrogate has no canonical JSON`);
  return JSON.stringify(text);
}
