import { z } from 'zod';
import type { KeptFile } from '../../agreement/kept-file.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Language, LANGUAGES, say, sentence } from '../../agreement/sentence.ts';
import { SIGNING_BASES, type SignatoryInput, type SignatoryView, type SigningBasis } from '../../contract/settings.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { Store } from '../../store/store.ts';
import { companies, type KeptCompany, signersOf } from '../companies.ts';
import { isHalfChinese } from '../../letter/company.ts';
import { type Named, personNamed } from '../../letter/profile.ts';
import { keptFile } from './members.ts';
import { type Paper, type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';
import { PAPERS } from '../stored-names.ts';
import { withoutAbsent } from '../without-absent.ts';

/** Somebody who signs for a company, as it is kept; the subject of the paper is the company. */
export interface KeptSignatory extends Omit<SignatoryInput, 'companyId' | 'letter'> {
  readonly letter?: KeptFile;
}

export const SIGNATORY: PaperKind<KeptSignatory, 'kept'> = {
  name: PAPERS.settings.signatory,
  noun: sentence('kernel.papers.signatory'),
  feature: 'settings',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      name: z.string(),
      nameEnglish: z.string().exactOptional(),
      role: z.string(),
      basis: z.enum(SIGNING_BASES),
      letter: keptFile.exactOptional(),
      until: z.string().exactOptional(),
      limit: z.string().exactOptional(),
    }),
  ),
  called: ({ body }) => body.name,
  removal: {
    what: 'signatory',
    entries: { removed: 'signatory-removed', restored: 'signatory-restored' },
    entry: ({ id, subject = '', body }) => ({ subject: `signatory:${id}`, payload: signatoryPayload(subject, body) }),
    changed: ['settings', 'review'],
  },
};

/** What an entry about a signatory says. */
export const signatoryPayload = (companyId: string, { letter, ...said }: KeptSignatory): JsonObject => ({
  company: companyId,
  ...withoutAbsent(said),
  ...(letter ? { letter: { ...letter } } : {}),
});

/** The papers that signatories are kept as. */
export const signatoryPapers = (store: Store): Repository<KeptSignatory, 'kept'> => repository(store, SIGNATORY);

/** A kept signatory as screens show it. `today` is the civil date in Beijing. */
export function signatoryView({ id, subject = '', body }: Paper<KeptSignatory>, today: string): SignatoryView {
  const half = isHalfChinese(body.nameEnglish) ? { doubt: sentence('letter.company.name-english') } : {};
  return { id, companyId: subject, ofCompany: false, ended: hasEnded(body, today), ...half, ...body };
}

/**
 * Everybody who may be chosen to sign, company by company: those whom its particulars name first, then those who were
 * added, oldest first. Somebody who was added under the same name stands for the one of the particulars.
 */
export function signatories(store: Store, today: string, language: Language): readonly SignatoryView[] {
  const added = signatoryPapers(store).list();
  return companies(store).flatMap((company): readonly SignatoryView[] => {
    const own = added
      .filter(({ subject }) => subject === company.id)
      .map((paper) => {
        const view = signatoryView(paper, today);
        return { ...view, role: roleIn(view.role, language) };
      });
    const names = new Set(own.map(({ name }) => name));
    return [...ofParticulars(company, language).filter(({ name }) => !names.has(name)), ...own];
  });
}

/** Everybody who signs for a company of this registered name, by its particulars or because they were added; letters, statements and certificates ask here. */
export function signersFor(store: Store, company: string): readonly Named[] {
  const own = companies(store).filter((kept) => kept.company.name === company);
  const ids = new Set(own.map(({ id }) => id));
  const added = signatoryPapers(store)
    .list()
    .flatMap(({ subject = '', body }): readonly Named[] => (ids.has(subject) ? [body] : []));
  return [...own.flatMap((kept) => signersOf(kept.company)), ...added];
}

/**
 * Somebody of a company as a paper in this language names them: of all who sign under the name, the one English name that is given;
 * where there is none, or several, the name as it was written.
 * @param company its registered name
 */
export function personOnPaper(
  store: Store,
  { name, company }: { readonly name: string; readonly company: string },
  language: Language,
): string {
  const contacts = companies(store)
    .filter((kept) => kept.company.name === company)
    .map(({ company: { contact, contactEnglish } }): Named => ({ name: contact, nameEnglish: contactEnglish }));
  return personNamed(name, { signers: signersFor(store, company), contacts }, language);
}

const HEAD = sentence('kernel.papers.signatories.head');

/** A role as it is said in a language: our own word for the legal representative, in whichever it was kept, and else what was typed. */
const roleIn = (role: string, language: Language): string =>
  LANGUAGES.some((each) => say(HEAD, each) === role.trim()) ? say(HEAD, language) : role;

/** Whom the particulars of a company name: its legal representative, and who signs its letters. */
function ofParticulars({ id: companyId, company }: KeptCompany, language: Language): readonly SignatoryView[] {
  const { legalRepresentative: head, signatory, signatoryRole } = company;
  const headRole = head === signatory && signatoryRole !== '' ? roleIn(signatoryRole, language) : say(HEAD, language);
  const known = { companyId, ofCompany: true, ended: false } as const;
  return [
    ...(head === ''
      ? []
      : [{ ...known, id: `${companyId}/head`, name: head, role: headRole, basis: 'legal-representative' as const }]),
    ...(signatory === '' || signatory === head || signatoryRole === ''
      ? []
      : [
          {
            ...known,
            id: `${companyId}/signs`,
            name: signatory,
            role: roleIn(signatoryRole, language),
            basis: 'post' as const,
          },
        ]),
  ];
}

/** Whether an authorisation holds no more on a day: its last day is still within it. */
const hasEnded = ({ basis, until }: Pick<KeptSignatory, 'basis' | 'until'>, day: string): boolean =>
  basis === 'authorisation-letter' && until !== undefined && until < day;

/**
 * Whoever is known to sign by an authorisation letter that has ended cannot decide by it.
 * @throws Refusal `authority-ended`.
 */
export function refuseEnded(
  store: Store,
  who: {
    readonly companyId: string;
    readonly person: string;
    readonly role: string;
    readonly basis: SigningBasis;
    readonly authorisationFile?: string | undefined;
  },
  today: string,
): void {
  const theirs = signatoryPapers(store)
    .list({ about: who.companyId })
    .filter(({ body }) => body.name === who.person && body.basis === who.basis);
  // Another letter of theirs that still holds does not make the one they decide by hold; nor does that of a namesake.
  const chosen = theirs.filter(
    ({ body }) => roleIn(body.role, 'zh') === roleIn(who.role, 'zh') && body.letter?.sha256 === who.authorisationFile,
  );
  const letters = chosen.length > 0 ? chosen : theirs;
  const [first] = letters;
  if (!first || letters.some(({ body }) => !hasEnded(body, today))) return;
  throw new Refusal(
    'authority-ended',
    sentence('kernel.papers.signatories.ended', { name: who.person, day: first.body.until ?? '' }),
    sentence('kernel.papers.signatories.ended.next'),
    { field: 'person' },
  );
}
