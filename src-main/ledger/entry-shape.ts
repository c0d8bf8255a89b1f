import { isInstant, type LedgerEntry, UNSIGNED } from './entry.ts';
import { isHash } from './hex.ts';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';

/** A later version of the product may know more kinds: what the hash covers is no fault for being new. */
const isWord: Test = (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value);

const CLOCK: Readonly<Record<string, Test>> = {
  rollback: (value) => typeof value === 'boolean',
  source: isWord,
  offsetMinutes: (value) => Number.isInteger(value),
};

const REQUIRED: Readonly<Record<string, Test>> = {
  sequence: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  at: (value) => typeof value === 'string' && isInstant(value),
  kind: isWord,
  subject: isText,
  payloadHash: isHash,
  previous: isHash,
  device: (value) => value === UNSIGNED || (typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)),
  clock: (value) => misfit(value, CLOCK, {}) === undefined,
  hash: isHash,
};

const OPTIONAL: Readonly<Record<string, Test>> = {
  payload: (value) => value !== undefined,
  signature: (value) => typeof value === 'string' && /^[0-9a-f]{128}$/.test(value),
};

/** A value read from outside as an entry, or the name of the member that does not fit. Extra members do not fit. */
export function readEntry(value: unknown): { readonly entry: LedgerEntry } | { readonly misfit: string } {
  const member = misfit(value, REQUIRED, OPTIONAL);
  return member === undefined ? { entry: value as LedgerEntry } : { misfit: member };
}

function misfit(
  value: unknown,
  required: Readonly<Record<string, Test>>,
  optional: Readonly<Record<string, Test>>,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'entry';
  const members = value as Readonly<Record<string, unknown>>;
  for (const name in required) if (!Object.hasOwn(members, name) || !required[name]?.(members[name])) return name;
  for (const name of Object.keys(members)) {
    if (Object.hasOwn(required, name)) continue;
    if (!Object.hasOwn(optional, name) || !optional[name]?.(members[name])) return name;
  }
  return undefined;
}
