import { LANGUAGES } from '../../agreement/sentence.ts';
import { formerVersionWords, versionWords } from '../../kernel/papers/letter-words.ts';
import type { KeptLetter } from '../../kernel/papers/letters.ts';
import { FIELDS } from '../../letter/fields.ts';
import { SERVICE_CREDIT_CLAIM } from '../../letter/forms.ts';
import type { LetterValues } from '../../letter/template.ts';
import { readMonth } from '../../letter/written.ts';
import type { Store } from '../../store/store.ts';
import { ownerOf, publishedAs } from './letter-templates.ts';

/**
 * What was filled in while a form asked for it another way, as it asks now. A letter that went out keeps what it went out with: this is
 * for one that is still written.
 */
export function valuesOfNow(store: Store, body: KeptLetter): LetterValues {
  if (body.templateId === SERVICE_CREDIT_CLAIM.id) return withMonth(body.values);
  return withoutItself(store, body);
}

/** A claim once named its month in words, and whatever other period it was for in the same place. */
function withMonth(values: LetterValues): LetterValues {
  const { month, ...others } = values;
  if (typeof month !== 'string' || month.trim() === '' || /^\d{4}-\d\d$/u.test(month)) return values;
  const read = readMonth(month);
  if (read !== undefined) return { ...values, month: read };
  return { ...others, period: isOpen(values['period']) ? month : (values['period'] ?? '') };
}

const isOpen = (value: LetterValues[string] | undefined): boolean => value === undefined || value.length === 0;

/** A commitment letter that stands by itself was once said to belong to its own text. It belongs to none until a person says to which. */
function withoutItself(store: Store, { templateId, agreementId, values }: KeptLetter): LetterValues {
  const itself = publishedAs(store, templateId);
  if (!itself || ownerOf(store, templateId)) return values;
  const isOfOther = agreementId !== undefined && agreementId !== itself.agreementId;
  if (isOfOther && values[FIELDS.agreementFingerprint.key] !== itself.fingerprint) return values;
  const own: Readonly<Record<string, readonly string[]>> = {
    [FIELDS.agreementTitle.key]: [itself.title],
    [FIELDS.agreementVersion.key]: [
      ...LANGUAGES.map((language) => versionWords(store, itself, language)),
      formerVersionWords(store, itself),
    ],
    [FIELDS.agreementFingerprint.key]: [itself.fingerprint],
  };
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && own[key]?.includes(value) ? '' : value,
    ]),
  );
}
