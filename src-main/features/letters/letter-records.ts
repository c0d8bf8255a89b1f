import { beijingToday } from '../../kernel/beijing-today.ts';
import { type Language, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { LetterLine, LetterView } from '../../contract/letters.ts';
import type { Company } from '../../letter/company.ts';
import { formerWordings } from '../../letter/former-wordings.ts';
import { fill } from '../../letter/fill.ts';
import type { FilledLetter } from '../../letter/filled.ts';
import { valuesIn } from '../../letter/language.ts';
import { type Drafted, draftedIn } from './drafted.ts';
import { currencyOfLetter, fieldsIn } from '../../letter/money.ts';
import { prefill } from '../../letter/profile.ts';
import type { LetterTemplate, LetterValues } from '../../letter/template.ts';
import type { Store } from '../../store/store.ts';
import { foreignLaw } from '../../term/count-period.ts';
import { capitals } from '../../term/fees/capitals.ts';
import { saysIrrevocable } from '../../letter/commitment.ts';
import { companies, letterCompany, onlyCompany } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { aboutOf, agreementOf } from './letter-about.ts';
import { valuesOfNow } from './older-values.ts';
import { newerLetter, ownerOf, publishedAs, templateById } from './letter-templates.ts';
import { scanPapers } from './scan-records.ts';
import { ownFormOf } from './own-forms.ts';
import { signersFor } from '../../kernel/papers/signatories.ts';
import { preferences } from '../../kernel/preferences.ts';
import { refuseAlteredReads } from '../../kernel/integrity/hand-out.ts';
import type { Ports } from '../../kernel/ports.ts';
import {
  type KeptLetter,
  type KeptOutput,
  type Letter,
  letterName,
  letterPapers,
} from '../../kernel/papers/letters.ts';
import { type CaseSource, waysOfLetters } from '../../kernel/cases/cases.ts';
import { tellChanged } from '../../kernel/record.ts';
import { formerVersionWords, versionWords } from '../../kernel/papers/letter-words.ts';
import type { LetterAbout } from '../../kernel/between-features.ts';
import { FIELDS } from '../../letter/fields.ts';

export type { KeptOutput, Letter, LetterState } from '../../kernel/papers/letters.ts';

/** All letters, newest first. */
export const letters = (store: Store): readonly Letter[] =>
  letterPapers(store)
    .list()
    .toReversed()
    .map((letter) => asOfNow(store, letter));

/** A draft with what was filled in as its form asks for it now. */
const asOfNow = (store: Store, letter: Letter): Letter =>
  letter.body.outputs.length > 0
    ? letter
    : { ...letter, body: { ...letter.body, values: valuesOfNow(store, letter.body) } };

/** All letters as the list shows them, newest first. */
export function letterLines(store: Store, sources: readonly CaseSource[]): readonly LetterLine[] {
  const ways = waysOfLetters(store, sources);
  const scans = new Map(
    scanPapers(store)
      .list()
      .map(({ subject, state }) => [subject, state]),
  );
  return letters(store).map(({ id, state, updatedAt, body }) => {
    const scan = scans.get(id);
    const way = ways.get(id);
    return {
      id,
      name: letterName(body),
      state,
      updatedAt,
      about: aboutOf(store, body),
      ...(state === 'draft' ? { left: errorsOf(store, body) } : {}),
      ...(way === undefined ? {} : { way }),
      ...(scan === undefined ? {} : { scan }),
    };
  });
}

function errorsOf(store: Store, body: KeptLetter): number {
  const { problems } = paperOf(store, body);
  return problems.filter(({ severity }) => severity === 'error').length;
}

/** @throws Refusal `not-found`. */
export function letterOf(store: Store, id: string): Letter {
  const letter = letterPapers(store).get(id);
  if (!letter) throw unknownThing(sentence('letters.letter-records.letter-of'));
  return asOfNow(store, letter);
}

/** @throws Refusal `not-found`. */
export function outputOf({ body }: Letter, sha256: string): KeptOutput {
  const output = body.outputs.find((candidate) => candidate.sha256 === sha256);
  if (!output) throw unknownThing(sentence('letters.letter-records.output-of'));
  return output;
}

/** Starts a letter from a template with what the profile of the company, or of the only one, knows and what is given; its id. */
export function startLetter(
  ports: Ports,
  templateId: string,
  given: LetterValues,
  { companyId, agreementId = ownerOf(ports.store, templateId)?.agreementId, language: said }: LetterAbout = {},
): string {
  const { store } = ports;
  const template = templateById(store, templateId);
  // What was worked out of a text goes into it as words, and no later export would know of which.
  refuseAlteredReads(store);
  const chosen = companyId ?? onlyCompany(store)?.id;
  const language = template.english ? (said ?? preferences(store).language) : 'zh';
  const values = { ...valuesFromProfile(ports, template, chosen, language), ...given };
  const body: KeptLetter = {
    templateId,
    title: filled(template, values, language).title,
    values,
    outputs: [],
    ...(language === 'zh' ? {} : { language }),
    ...(chosen === undefined ? {} : { companyId: chosen }),
    ...(agreementId === undefined ? {} : { agreementId }),
  };
  const id = ports.newId();
  const createdAt = ports.now().toISOString();
  letterPapers(store).put({ id, subject: templateId, state: 'draft', body }, createdAt);
  tellChanged(ports, ['letters']);
  return id;
}

/** What is said of a letter beside its values. */
interface Said {
  readonly companyId?: string | undefined;
  readonly language?: Language | undefined;
  /** What a feature drafted the letter with. */
  readonly drafted?: Drafted;
}

/**
 * Keeps what was typed. Another company brings its own particulars along, another language its own presets and the words of what was
 * drafted, and names the text its own way.
 */
export function fillLetter(
  ports: Ports,
  letter: Letter,
  values: LetterValues,
  { companyId, language, drafted }: Said,
): void {
  const template = templateById(ports.store, letter.body.templateId);
  const from = languageOf(letter.body);
  const to = template.english ? (language ?? from) : from;
  const moved = companyId !== undefined && companyId !== letter.body.companyId;
  const spoken =
    to === from
      ? values
      : {
          ...valuesIn(template, values, { from, to }),
          ...draftedIn(drafted, values, { from, to }),
          ...namedIn(ports, { letter, template, values, from, to }),
          ...versionIn(ports.store, { letter, values, from, to }),
        };
  const merged = moved ? { ...spoken, ...valuesFromProfile(ports, template, companyId, to) } : spoken;
  saveLetter(ports, letter, {
    ...letter.body,
    values: merged,
    title: filled(template, merged, to).title,
    ...(companyId === undefined ? {} : { companyId }),
    ...(to === from ? {} : { language: to }),
  });
}

/** Whether a letter has words in a language other than the one that it is in. */
export const goesOver = (store: Store, { body }: Letter, language: Language | undefined): boolean =>
  language !== undefined && language !== languageOf(body) && templateById(store, body.templateId).english !== undefined;

interface Move {
  readonly letter: Letter;
  readonly template: LetterTemplate;
  readonly values: LetterValues;
  readonly from: Language;
  readonly to: Language;
}

/** What the profile says otherwise in another language, where the letter still has it as the profile said it. */
function namedIn(ports: Ports, { letter, template, values, from, to }: Move): LetterValues {
  const { companyId } = letter.body;
  const [before, after] = [from, to].map((language) => valuesFromProfile(ports, template, companyId, language));
  const profiled = template.fields.filter(
    ({ key, from: known }) => known !== undefined && values[key] === before?.[key],
  );
  return Object.fromEntries(
    profiled.flatMap(({ key }) => {
      const value = after?.[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** How another language names the version of its agreement, where the letter still has it as the records said it. */
function versionIn(store: Store, { letter, values, from, to }: Omit<Move, 'template'>): LetterValues {
  const key = FIELDS.agreementVersion.key;
  const agreementId = agreementOf(store, letter.body);
  const versions = agreementId === undefined ? [] : store.agreements.versionsOf(agreementId);
  const meant = versions.find(
    (version) =>
      versionWords(store, version, from) === values[key] || formerVersionWords(store, version) === values[key],
  );
  return meant ? { [key]: versionWords(store, meant, to) } : {};
}

const languageOf = ({ language }: KeptLetter): Language => language ?? 'zh';

/** Writes a letter's body and state. */
export function saveLetter(ports: Ports, letter: Letter, body: KeptLetter, state = letter.state): void {
  letterPapers(ports.store).put({ id: letter.id, state, body }, ports.now().toISOString());
  tellChanged(ports, ['letters']);
}

/** What the letter says: its template with its values. */
export const filledOf = (store: Store, { body }: Letter): FilledLetter => paperOf(store, body);

/**
 * A letter that went out keeps the words it went out with, also where its form is worded otherwise now. Words that only concern the app
 * stand on no paper: a former form had some, and no letter has them that did not go out with them.
 */
function paperOf(store: Store, body: KeptLetter): FilledLetter {
  const { templateId, values, outputs } = body;
  const template = templateById(store, templateId);
  const language = languageOf(body);
  const paper = filled(template, values, language);
  const wentOut = ({ fingerprint }: FilledLetter): boolean =>
    outputs.some((output) => output.fingerprint === fingerprint);
  if (wentOut(paper)) return paper;
  const worded = outputs.length === 0 ? [] : formerly(template, language);
  const once = worded.map((as) => filled(as, values, language)).find(wentOut);
  if (once) return once;
  const isOfApp = ({ kind }: { readonly kind: string }): boolean => kind === 'notice';
  const told = valuesOfNow(store, body);
  if (told === values && !paper.blocks.some(isOfApp)) return paper;
  return filled({ ...template, blocks: template.blocks.filter((block) => !isOfApp(block)) }, told, language);
}

/** A template as it was once worded in a language. */
const formerly = (template: LetterTemplate, language: Language): readonly LetterTemplate[] =>
  [...formerWordings(template.id), ...(template.former ?? [])]
    .filter((wording) => wording.language === language)
    .map(({ fields, blocks }) => ({ ...template, fields, ...(language === 'zh' ? { blocks } : { english: blocks }) }));

/** Of the mainland's law: a paper that cites it. */
const CITES_CIVIL_CODE = /中华人民共和国(?:民法典|个人信息保护法)/u;

/** What to check before a letter is sealed: what its template says, and that it cites the mainland's law under an agreement that chose another. */
function cautionsOf(store: Store, { agreementId, values }: KeptLetter, template: LetterTemplate): readonly Sentence[] {
  const version = agreementId === undefined ? undefined : store.agreements.versionsOf(agreementId).at(-1);
  const document = version && store.agreements.document(version.id);
  const law = document && foreignLaw({ sources: [document] })?.name;
  // A paper that is told of the other law has words of its own for it.
  const cites = law !== undefined && values['otherLaw'] === undefined;
  return [
    ...(template.caution ? [template.caution] : []),
    ...(cites && CITES_CIVIL_CODE.test(JSON.stringify([template.blocks, template.fields]))
      ? [sentence('letters.other-law', { law })]
      : []),
  ];
}

/** A letter as its screen shows it. */
export function letterView(store: Store, letter: Letter): LetterView {
  const { id, state, updatedAt, body } = letter;
  const template = templateById(store, body.templateId);
  const paper = paperOf(store, body);
  const own = ownFormOf(store, body.templateId);
  const newer = newerLetter(store, body.templateId);
  const itself = publishedAs(store, body.templateId)?.agreementId;
  return {
    id,
    templateId: body.templateId,
    title: body.title,
    name: letterName(body),
    standing: template.standing,
    ...(saysIrrevocable(template) ? { irrevocable: true } : {}),
    cautions: cautionsOf(store, body, template),
    state,
    values: paper.values,
    fields: fieldsIn(template.fields, currencyOfLetter(paper.values)),
    problems: paper.problems.map(({ field, severity, message }) => ({ field, severity, text: message })),
    fingerprint: paper.fingerprint,
    updatedAt,
    outputs: body.outputs.map(({ zones: _, ...output }) => output),
    ...(body.companyId === undefined ? {} : { companyId: body.companyId }),
    ...(body.agreementId === undefined || body.agreementId === itself ? {} : { agreementId: body.agreementId }),
    ...(itself === undefined ? {} : { itself }),
    aboutAgreement: template.fields.some(({ key }) => key === FIELDS.agreementTitle.key),
    language: paper.language,
    english: template.english !== undefined,
    ...(own ? { ownForm: { format: own.format, file: own.file } } : {}),
    ...(newer ? { newer } : {}),
    usualSeal: usualSeal(nameOfForm(store, body, companyName(paper.values))),
    ...(template.internal ? { internal: true } : {}),
  };
}

/**
 * The diameter that seals of a company of this form usually have: 42 mm where it is limited by shares, 40 else. No rule sets one, and
 * any seal up to 45 mm can be chosen.
 */
const usualSeal = (name: string): LetterView['usualSeal'] => (BY_SHARES.test(name) ? 'round-42' : 'round-40');

const BY_SHARES = /股份|joint[- ]stock|limited by shares/iu;

/** The name that says of what form the letter's company is: the one on the paper, unless that is an English one and the registered one is known. */
function nameOfForm(store: Store, { companyId }: KeptLetter, written: string): string {
  if (/\p{Script=Han}/u.test(written) || companyId === undefined) return written;
  return companies(store).find(({ id }) => id === companyId)?.company.name ?? written;
}

const companyName = ({ companyName: name }: LetterValues): string => (typeof name === 'string' ? name : '');

function filled(template: LetterTemplate, values: LetterValues, language: Language): FilledLetter {
  return fill(template, values, { inCapitals: capitals, language });
}

function valuesFromProfile(
  ports: Ports,
  template: LetterTemplate,
  companyId: string | undefined,
  language: Language,
): LetterValues {
  const kept = companies(ports.store).find(({ id }) => id === companyId);
  if (!kept) return {};
  const company: Company = letterCompany(kept.company, kept.confirmedOn);
  const [signatory] = company.signatories;
  const [contact] = company.contacts;
  const today = beijingToday(ports.now());
  const signers = signersFor(ports.store, company.name);
  const writer = { company, today, signers, ...(signatory ? { signatory } : {}), ...(contact ? { contact } : {}) };
  return prefill(template, writer, language);
}
