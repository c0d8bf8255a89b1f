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

/**
 * The canonical text of a value.
 * @throws TypeError for what JSON cannot say (undefined, NaN, infinities, lone surrogates, functions, class instances);
 * the message names the place.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
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

/** `path` is the way to the value, kept as one list that grows and shrinks: most values have no fault to report. */
function write(value: unknown, path: (string | number)[]): string {
  if (typeof value === 'string') return writeString(value, path);
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw fault(path, `${value}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw fault(path, typeof value);
  if (path.length >= DEEPEST) throw fault(path, `nesting deeper than ${DEEPEST}`);
  return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
}

function writeArray(items: readonly unknown[], path: (string | number)[]): string {
  let text = '';
  // By index, so that a hole is met as undefined and refused instead of left out.
  for (let index = 0; index < items.length; index += 1) {
    path.push(index);
    text += (index === 0 ? '' : ',') + write(items[index], path);
    path.pop();
  }
  return `[${text}]`;
}

function writeObject(value: object, path: (string | number)[]): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw fault(path, 'no plain object');
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  // The default order of sort() is by UTF-16 code units: exactly §3.2.3.
  for (const name of Object.keys(members).sort()) {
    path.push(name);
    text += `${text === '' ? '' : ','}${writeString(name, path)}:${write(members[name], path)}`;
    path.pop();
  }
  return `{${text}}`;
}

function writeString(text: string, path: readonly (string | number)[]): string {
  // In the languages that the product runs on since 2023; TypeScript lists it under ES2024.
  if (!(text as string & { isWellFormed(): boolean }).isWellFormed()) throw fault(path, 'a lone surrogate');
  return JSON.stringify(text);
}

function fault(path: readonly (string | number)[], what: string): TypeError {
  return new TypeError(`${['$', ...path].join('.')}: ${what} has no canonical JSON`);
}
