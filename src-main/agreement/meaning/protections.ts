import type { FactKind } from '../fact.ts';
import type { AgreementDocument, Clause, DocumentKind } from '../model.ts';
import { type Sentence, sentence } from '../sentence.ts';
import type { TagKind } from '../tag-kinds.ts';
import { partiesOf } from '../parties/parties.ts';

type Text = Pick<AgreementDocument, 'kind' | 'clauses' | 'facts'>;

/** What usually protects the customer, and by what it is recognised in a text. */
interface Protection {
  readonly label: Sentence;
  /** Documents that usually have it. */
  readonly usual: readonly DocumentKind[];
  readonly found: (text: Text) => boolean;
}

/** A cap whose liability is the customer's own or either side's. Liability *to* the customer, or for its loss, is the provider's. */
const OWN_CAP = [
  /(?:任何一方|任一方|双方|各方|一方)[^。；]{0,40}(?:责任|赔偿)/u,
  /(?<![对向给与为使])(?:客户|用户|您|你)方?[^，。；对向损]{0,15}(?:责任|赔偿)/u,
  /\b(?:either|neither|each|no|any|both)\s(?:party|parties)\b[^.;]{0,80}\bliab/iu,
  /\b(?:your|(?:the\s)?customer[’']?s)\s(?:[a-z]+\s){0,3}liability\b|\bliability\sof\s(?:the\s)?customer\b/iu,
];
/** A cap in the words of the parties: of 甲方 or 乙方, whichever is the customer, or of both. */
function capsSide(text: Text, words: string): boolean {
  if (/甲乙(?:双|各)方[^。；]{0,40}(?:责任|赔偿)/u.test(words)) return true;
  const { side } = partiesOf(text);
  return [...words.matchAll(/(?<![对向给与为使])([甲乙]方)[^，。；对向损]{0,15}(?:责任|赔偿)/gu)].some(
    ([, name = '']) => side(name) === 'customer',
  );
}

/** A heading says nothing by itself. */
const tagged = (clause: Clause, kind: TagKind): boolean =>
  clause.tags.some((tag) => tag.kind === kind && tag.title !== true);

const says =
  (tags: readonly TagKind[], facts: readonly FactKind[] = []) =>
  (text: Text): boolean =>
    text.clauses.some((clause) => tags.some((kind) => tagged(clause, kind))) ||
    text.facts.some(({ kind }) => facts.includes(kind));

const AGREEMENTS: readonly DocumentKind[] = ['terms', 'service-agreement', 'other'];

/** The one table of usual protections, in the order that they are named in. */
const PROTECTIONS: readonly Protection[] = [
  {
    label: sentence('names.protection.customer-cap'),
    usual: AGREEMENTS,
    found: (text) =>
      text.facts.some(({ kind, party }) => kind === 'liability-cap' && (party === 'customer' || party === 'both')) ||
      text.clauses.some(
        (clause) =>
          tagged(clause, 'liability-cap') &&
          (OWN_CAP.some((words) => words.test(clause.text)) || capsSide(text, clause.text)),
      ),
  },
  {
    label: sentence('names.protection.sla-credit'),
    usual: [...AGREEMENTS, 'sla'],
    found: says(['sla-credit'], ['credit-tier']),
  },
  {
    label: sentence('names.protection.change-notice'),
    usual: AGREEMENTS,
    found: says(['change-notice'], ['change-notice']),
  },
  {
    label: sentence('names.protection.customer-termination'),
    usual: AGREEMENTS,
    found: ({ clauses }) =>
      clauses.some(({ tags }) =>
        tags.some(
          ({ kind, by, title }) => kind === 'termination' && title !== true && (by === 'customer' || by === 'either'),
        ),
      ),
  },
  {
    label: sentence('names.protection.data-return'),
    usual: [...AGREEMENTS, 'privacy'],
    found: says(['data-return'], ['data-return']),
  },
  {
    label: sentence('names.protection.breach-notice'),
    usual: [...AGREEMENTS, 'privacy'],
    found: says(['breach-notification'], ['breach-notice']),
  },
  { label: sentence('names.protection.confidentiality'), usual: AGREEMENTS, found: says(['confidentiality']) },
];

/**
 * The usual protections of the customer that were not recognised in a text. That none was recognised is no statement about the
 * law, nor about another document of the same agreement.
 */
export function unrecognisedProtections(text: Text): readonly Sentence[] {
  if (text.clauses.length === 0) return [];
  return PROTECTIONS.filter(({ usual, found }) => usual.includes(text.kind) && !found(text)).map(({ label }) => label);
}
