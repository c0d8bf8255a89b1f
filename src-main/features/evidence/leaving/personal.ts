import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { AdverseLine } from '../../../contract/evidence.ts';
import type { JsonValue } from '../../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import { isObject, parseJson } from '../../../ledger/open-bundle.ts';
import { isIdentityNumber } from '../../../letter/credit-code.ts';
import { formById } from '../../../letter/forms.ts';
import type { BundleStory } from '../bundle-contents.ts';

/** By what a file is called whose content is a copy of an identity document. */
const COPY =
  /身份证|护照|驾驶证|居住证|通行证|证件(?:照|影|复印|扫描|正反|正面)|\bpassport|\b(?:id|identity)[ _-]?(?:card|document|copy|scan)/iu;

/** Eighteen characters by themselves, as an identity number has them. */
const EIGHTEEN = /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/gu;

/**
 * Where what is to leave has numbers or copies of people's identity documents, each letter and file once: of that the person is told
 * before it leaves, since it may go along only as far as it is needed, and where whoever it is of agreed to that (Personal Information
 * Protection Law, articles 28 and 29). From the entries that it shows, which name every file that goes with them.
 */
export function personalIn({ entries, shown }: Pick<BundleStory, 'entries' | 'shown'>): readonly AdverseLine[] {
  const found = new Map<string, AdverseLine>();
  for (const entry of entries) {
    if (!shown(entry)) continue;
    for (const [key, text] of ofEntry(entry)) {
      if (!found.has(key)) found.set(key, { at: entry.at, text, sequence: entry.sequence, personal: true });
    }
  }
  return [...found.values()];
}

type Found = readonly [key: string, text: Sentence];

function ofEntry(entry: LedgerEntry): readonly Found[] {
  const { payload } = entry;
  if (!isObject(payload)) return [];
  const { title } = payload;
  const letter = typeof title === 'string' && hasIdentity(payload) ? title : undefined;
  const strings = stringsIn(payload);
  const copies = strings.filter((text) => text.length <= 255 && /\.[A-Za-z0-9]{2,5}$/u.test(text) && COPY.test(text));
  const numbered = letter === undefined && strings.some((text) => (text.match(EIGHTEEN) ?? []).some(isNumber));
  return [
    ...(letter === undefined
      ? []
      : [[`letter ${entry.subject}`, sentence('evidence.personal.letter', { title: letter })] as const]),
    ...copies.map((name) => [`copy ${name}`, sentence('evidence.personal.copy', { name })] as const),
    ...(numbered ? [[`number ${entry.subject}`, sentence('evidence.personal.number')] as const] : []),
  ];
}

const isNumber = (text: string): boolean => isIdentityNumber(text.toUpperCase());

/** A letter that was filled in with an identity number or its end, or that encloses a copy of the document. */
function hasIdentity({ template, values }: Readonly<Record<string, unknown>>): boolean {
  if (typeof template !== 'string' || typeof values !== 'string') return false;
  const filled = parseJson(values);
  if (!isObject(filled)) return false;
  const ofPerson = (formById(template)?.fields ?? []).flatMap(({ key, kind }) =>
    kind === 'identity' || kind === 'identity-tail' || key === ENCLOSED ? [key] : [],
  );
  return ofPerson.some((key) => typeof filled[key] === 'string' && filled[key].trim() !== '');
}

/** The field of an authorisation that names a copy which goes along. */
const ENCLOSED = 'identityCopy';

function stringsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value as Readonly<Record<string, JsonValue>>).flatMap(stringsIn);
}
