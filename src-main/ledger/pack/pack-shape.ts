import { isInstant } from '../entry.ts';
import { isHash } from '../hex.ts';
import { isObject, parseJson } from '../open-bundle.ts';
import { PACK_FORMAT, type PackManifest } from './court-pack.ts';

type Test = (value: unknown) => boolean;
type Members = Readonly<Record<string, Test>>;

const isText: Test = (value) => typeof value === 'string';
const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isPlace: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 1;

/**
 * A path inside a pack: below its folder, in plain characters, without a step back. Whoever unpacks it by such a list writes nowhere else.
 */
const isPath: Test = (value) =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= 400 &&
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
  !/[\u0000-\u001f\u007f\\:*?"<>|]/u.test(value) &&
  value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** Exactly these members, each as it should be; `optional` may be absent. */
const shaped =
  (required: Members, optional: Members = {}): Test =>
  (value) => {
    if (!isObject(value)) return false;
    const names = Object.keys(value);
    return (
      Object.entries(required).every(([name, test]) => Object.hasOwn(value, name) && test(value[name])) &&
      names.every((name) => Object.hasOwn(required, name) || (optional[name]?.(value[name]) ?? false))
    );
  };

const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

const isManifest = shaped({
  format: (value) => value === PACK_FORMAT,
  made: (value) => typeof value === 'string' && isInstant(value),
  head: shaped({ sequence: isCount, hash: (value) => value === '' || isHash(value) }),
  rows: listOf(
    shaped({
      number: isPlace,
      name: isText,
      origin: isText,
      form: isText,
      purpose: isText,
      pages: isText,
      files: listOf(isPath),
    }),
  ),
  files: listOf(shaped({ path: isPath, bytes: isCount, sha256: isHash }, { entry: isPlace })),
});

/** The same path twice would let one entry of the list stand for another. */
const namesEachOnce = ({ files, rows }: PackManifest): boolean =>
  new Set(files.map(({ path }) => path)).size === files.length &&
  rows.every(({ number }, index) => number === index + 1);

/** A pack's list of itself, read from outside; undefined for anything that this build does not write. */
export function readManifest(text: string): PackManifest | undefined {
  const value = parseJson(text);
  return isManifest(value) && namesEachOnce(value as PackManifest) ? (value as PackManifest) : undefined;
}
