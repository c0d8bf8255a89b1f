import { currencyName, type Language, say, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { CompanyOf, DraftedWords, KeysClosed, NotOffered } from '../../kernel/between-features.ts';
import { draftCase } from '../../kernel/cases/case-moves.ts';
import { caseOfLetter, type CaseSource } from '../../kernel/cases/cases.ts';
import { companyFor } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { letterLanguage, versionForLetter, versionWords } from '../../kernel/papers/letter-words.ts';
import type { Letter } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import { recordTogether } from '../../kernel/record.ts';
import { hasReached } from '../../letter/case.ts';
import { FIELDS } from '../../letter/fields.ts';
import { presetOf } from '../../letter/language.ts';
import type { FieldValue, LetterValues } from '../../letter/template.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { currencyCode } from '../../term/fees/currency.ts';
import { rowsOfAgreement } from './agreement-rows.ts';
import { fillLetter, letterOf, saveLetter } from './letter-records.ts';
import { publishedAs, templateById } from './letter-templates.ts';

/** What tying a letter to its agreement needs of other features. */
export interface LetterTies {
  readonly cases: readonly CaseSource[];
  readonly keysClosed: KeysClosed;
  readonly companyOf: CompanyOf;
  readonly notOffered: NotOffered;
  /** What other features drafted letters with. */
  readonly drafted: readonly DraftedWords[];
}

/**
 * Says which agreement a letter is about, so that its sending and its arrival count for that one. What is known of the agreement fills
 * what is still open of a draft, or what another agreement filled before.
 * @throws Refusal `not-found`, `letter-of-itself` for the agreement whose text the letter is, `letter-of-record` where a record that it was begun for says it already, `letter-tied-sent` once it went
 * out: its entries name the agreement, `letter-tied-made` where a paper was made of it for another agreement already.
 */
export function tieAgreement(
  ports: Ports,
  { cases, keysClosed, companyOf }: LetterTies,
  letter: Letter,
  agreementId: string,
): void {
  const { store } = ports;
  const { id, body } = letter;
  const origin = `letter:${id}`;
  if (!store.agreements.ownAgreements().some((one) => one.id === agreementId)) {
    throw unknownThing(sentence('letters.letter-tie.agreement'));
  }
  const whole = caseOfLetter(store, cases, id);
  if (whole && whole.from.origin !== origin) throw ofRecord();
  if (whole && hasReached(whole.state, 'sent')) throw wentOut();
  if (publishedAs(store, body.templateId)?.agreementId === agreementId) throw ofItself();
  if (body.outputs.length > 0 && isOfAnother(store, body, agreementId)) throw madeFor();
  const { about } = templateById(store, body.templateId);
  recordTogether(ports, () => {
    saveLetter(ports, letter, { ...body, agreementId });
    if (body.outputs.length === 0) fillFrom(ports, id, { before: body.agreementId, agreementId, companyOf });
    if (about !== undefined) {
      draftCase(ports, {
        kind: about,
        origin,
        agreementId,
        letterId: id,
        closes: keysClosed(ports, agreementId, about),
      });
    }
  });
}

/**
 * The papers that were made of a letter are of another agreement: it was tied to that one, or names it by its title. To the text that the
 * letter itself is it was never tied, although it was once kept so.
 */
function isOfAnother(
  store: Store,
  { agreementId: before, templateId, values }: Letter['body'],
  agreementId: string,
): boolean {
  const itself = publishedAs(store, templateId)?.agreementId;
  if (before !== undefined && before !== itself) return before !== agreementId;
  const title = values[FIELDS.agreementTitle.key];
  const named = store.agreements
    .ownAgreements()
    .filter(({ id }) => id !== itself && store.agreements.versionsOf(id).some((version) => version.title === title));
  return named.length > 0 && !named.some(({ id }) => id === agreementId);
}

/** A letter that was of no agreement so far is from now on written in the language of this one. */
function fillFrom(
  ports: Ports,
  letterId: string,
  tie: { readonly before: string | undefined; readonly agreementId: string; readonly companyOf: CompanyOf },
): void {
  const { store } = ports;
  const { before, agreementId, companyOf } = tie;
  const letter = letterOf(store, letterId);
  const { fields } = templateById(store, letter.body.templateId);
  const keys = new Set(fields.map(({ key }) => key));
  const now = ports.now().toISOString();
  const was = letter.body.language ?? 'zh';
  const language = before === undefined ? letterLanguage(store, agreementId, now) : was;
  // Whichever of its versions stood when it was filled in; and what the template itself said that it belongs to.
  const formers = [
    ...(before === undefined
      ? []
      : store.agreements.versionsOf(before).map((version) => knownOf(store, before, { version, language: was }))),
    Object.fromEntries(fields.flatMap((field) => (field.fixed ? [[field.key, presetOf(field, was) ?? '']] : []))),
  ];
  const told = knownOf(store, agreementId, { version: versionForLetter(store, agreementId, now), language });
  const known = Object.entries(told).filter(([key]) => keys.has(key));
  const isFormer = (key: string): boolean =>
    formers.some((former) => former[key] !== undefined && isSame(letter.body.values[key], former[key]));
  const open = known.filter(([key]) => isOpen(letter.body.values[key]) || isFormer(key));
  // What only the other agreement filled is open again: its provider, or its currency.
  const gone = [...keys].filter((key) => told[key] === undefined && isFormer(key));
  const emptied = gone.map((key): readonly [string, FieldValue] => [key, '']);
  const said = { agreement: companyOf(store, agreementId) };
  const companyId = letter.body.companyId ?? companyFor(store, { agreementId }, said)?.company.id;
  fillLetter(
    ports,
    letter,
    { ...letter.body.values, ...Object.fromEntries([...emptied, ...open]) },
    { companyId, language },
  );
}

const isOpen = (value: FieldValue | undefined): boolean => value === undefined || value.length === 0;
const isSame = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What a letter says of an agreement and of one version of it. */
function knownOf(
  store: Store,
  agreementId: string,
  { version, language }: { readonly version: VersionRow | undefined; readonly language: Language },
): LetterValues {
  const document = version && store.agreements.document(version.id);
  const provider = store.agreements.agreement(agreementId)?.provider;
  const currency = document && currencyCode({ sources: [document] });
  return {
    ...(document ? rowsOfAgreement(document, language) : {}),
    ...(provider === undefined ? {} : { [FIELDS.addressee.key]: provider }),
    ...(version
      ? {
          [FIELDS.agreementTitle.key]: version.title,
          [FIELDS.agreementVersion.key]: versionWords(store, version, language),
          [FIELDS.agreementFingerprint.key]: version.fingerprint,
        }
      : {}),
    ...(currency === undefined || currency === 'CNY'
      ? {}
      : { [FIELDS.currency.key]: say(currencyName(currency), language) }),
  };
}

/**
 * A letter about an agreement goes out once it is said which one it is: what follows from its arrival has to follow for that one.
 * @throws Refusal `letter-untied`.
 */
export function refuseUntied(store: Store, letterId: string): void {
  const { body } = letterOf(store, letterId);
  if (body.agreementId !== undefined || store.agreements.ownAgreements().length === 0) return;
  const { about, fields } = templateById(store, body.templateId);
  if (about === undefined || !fields.some(({ key }) => key === FIELDS.agreementTitle.key)) return;
  throw new Refusal('letter-untied', sentence('letters.letter-tie.untied'), sentence('letters.letter-tie.untied.next'));
}

const ofRecord = (): Refusal =>
  new Refusal(
    'letter-of-record',
    sentence('letters.letter-tie.of-record'),
    sentence('letters.letter-tie.of-record.next'),
  );

const ofItself = (): Refusal =>
  new Refusal(
    'letter-of-itself',
    sentence('letters.letter-tie.of-itself'),
    sentence('letters.letter-tie.of-itself.next'),
  );

const madeFor = (): Refusal =>
  new Refusal(
    'letter-tied-made',
    sentence('letters.letter-tie.made-for'),
    sentence('letters.letter-tie.made-for.next'),
  );

const wentOut = (): Refusal =>
  new Refusal(
    'letter-tied-sent',
    sentence('letters.letter-tie.went-out'),
    sentence('letters.letter-tie.went-out.next'),
  );
