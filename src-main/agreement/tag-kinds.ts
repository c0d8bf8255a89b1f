import { type Sentence, sentence } from './sentence.ts';

/** What a person thinks of together among key clauses, in the order that they are shown in. */
export const TAG_FAMILIES = ['liability', 'ending', 'breach', 'money', 'notice', 'court'] as const;
export type TagFamily = (typeof TAG_FAMILIES)[number];

/** What a clause can be about. */
interface TagKindRow {
  /** Its name, the same on screen, on paper, in a comparison and on the command line. */
  readonly label: Sentence;
  /**
   * When a clause of this kind is a key clause: shown bold by rule where the source lost its bold, and acknowledged one by one.
   * `provider`: only where the right is the provider's or either side's, see `ClauseTag.by`. Absent: never.
   */
  readonly conspicuous?: 'always' | 'provider';
  /** Which other key clauses a key clause of this kind is shown with; absent: with those of its own kind. */
  readonly family?: TagFamily;
  /** Which part of a comparison a clause of this kind belongs to when its words change, whatever the words are. */
  readonly material?: 'cap' | 'exclusion' | 'liability' | 'court' | 'conspicuous';
  /** Not a key clause, but it costs or binds the customer beyond the service itself: a company may have a position on it. */
  readonly costly?: true;
  /** It only burdens the customer, or only gives it something: that one went, or that one came, is certainly better. */
  readonly only?: 'burdens' | 'gives';
  /** What the customer promises to do or to leave: a row of its own in the breakdown of what it promised. */
  readonly promised?: true;
  /** Who is worse off by it, whoever acts; absent: the customer, or the provider where it only gives, or both where either acts. */
  readonly burden?: 'customer' | 'provider' | 'both';
  /** Whether the one who acts in such a clause has a right, which burdens the other, or a duty, which burdens him. */
  readonly acts?: 'right' | 'duty';
}

/**
 * The one table of kinds: what there is, what each is called, and which make a clause a key clause. No other file lists kinds
 * but the reading's own rules; the page gets names with its views.
 */
export const TAG_KINDS = {
  definitions: { label: sentence('names.tag.definitions'), burden: 'both' },
  'liability-cap': {
    label: sentence('names.tag.liability-cap'),
    conspicuous: 'always',
    family: 'liability',
    material: 'cap',
  },
  'liability-exclusion': {
    label: sentence('names.tag.liability-exclusion'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'liability',
    material: 'exclusion',
  },
  'damages-exclusion': {
    label: sentence('names.tag.damages-exclusion'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'liability',
    material: 'exclusion',
  },
  'warranty-disclaimer': {
    label: sentence('names.tag.warranty-disclaimer'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'liability',
    material: 'exclusion',
  },
  breach: {
    label: sentence('names.tag.breach'),
    conspicuous: 'always',
    family: 'breach',
    material: 'liability',
  },
  'liquidated-damages': {
    label: sentence('names.tag.liquidated-damages'),
    conspicuous: 'always',
    family: 'breach',
    material: 'liability',
  },
  suspension: {
    label: sentence('names.tag.suspension'),
    only: 'burdens',
    conspicuous: 'provider',
    family: 'ending',
    material: 'conspicuous',
  },
  termination: {
    label: sentence('names.tag.termination'),
    conspicuous: 'provider',
    family: 'ending',
    material: 'conspicuous',
  },
  jurisdiction: {
    burden: 'customer',
    label: sentence('names.tag.jurisdiction'),
    conspicuous: 'always',
    family: 'court',
    material: 'court',
  },
  arbitration: {
    burden: 'customer',
    label: sentence('names.tag.arbitration'),
    conspicuous: 'always',
    family: 'court',
    material: 'court',
  },
  'governing-law': { label: sentence('names.tag.governing-law'), material: 'court', burden: 'both' },
  'change-notice': {
    label: sentence('names.tag.change-notice'),
    conspicuous: 'always',
    family: 'ending',
    material: 'conspicuous',
  },
  'continued-use': {
    label: sentence('names.tag.continued-use'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'ending',
    material: 'conspicuous',
  },
  'sealed-prevails': { label: sentence('names.tag.sealed-prevails'), burden: 'both' },
  supersedes: { label: sentence('names.tag.supersedes'), burden: 'both' },
  assignment: {
    label: sentence('names.tag.assignment'),
    conspicuous: 'always',
    family: 'ending',
    material: 'conspicuous',
  },
  'sla-availability': { label: sentence('names.tag.sla-availability'), only: 'gives' },
  'sla-credit': { label: sentence('names.tag.sla-credit'), only: 'gives' },
  'sla-exclusion': {
    label: sentence('names.tag.sla-exclusion'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'liability',
    material: 'exclusion',
  },
  'claim-window': {
    label: sentence('names.tag.claim-window'),
    conspicuous: 'always',
    family: 'notice',
    material: 'conspicuous',
  },
  fee: { label: sentence('names.tag.fee') },
  renewal: { label: sentence('names.tag.renewal') },
  'late-fee': { label: sentence('names.tag.late-fee'), costly: true },
  refund: { label: sentence('names.tag.refund'), burden: 'provider' },
  invoice: { label: sentence('names.tag.invoice') },
  'notice-delivery': {
    burden: 'customer',
    label: sentence('names.tag.notice-delivery'),
    conspicuous: 'always',
    family: 'notice',
    material: 'conspicuous',
  },
  confidentiality: { label: sentence('names.tag.confidentiality'), burden: 'both' },
  disclosure: { label: sentence('names.tag.disclosure') },
  'data-backup': { label: sentence('names.tag.data-backup') },
  'personal-data': { label: sentence('names.tag.personal-data') },
  ip: { label: sentence('names.tag.ip') },
  indemnity: {
    label: sentence('names.tag.indemnity'),
    conspicuous: 'always',
    family: 'breach',
    material: 'liability',
    acts: 'duty',
  },
  'force-majeure': { label: sentence('names.tag.force-majeure'), burden: 'both' },
  'prohibited-use': { label: sentence('names.tag.prohibited-use'), promised: true },
  compliance: { label: sentence('names.tag.compliance'), promised: true },
  'real-name': { label: sentence('names.tag.real-name'), promised: true },
  'security-commitment': { label: sentence('names.tag.security-commitment'), promised: true, acts: 'duty' },
  'resale-ban': { label: sentence('names.tag.resale-ban'), promised: true, costly: true },
  survival: { label: sentence('names.tag.survival'), burden: 'both' },
  severability: { label: sentence('names.tag.severability'), burden: 'both' },
  waiver: { label: sentence('names.tag.waiver'), burden: 'both' },
  general: { label: sentence('names.tag.general'), burden: 'both' },
  term: { label: sentence('names.tag.term'), burden: 'both' },
  'auto-renewal': {
    label: sentence('names.tag.auto-renewal'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'money',
    material: 'conspicuous',
  },
  'non-renewal': { label: sentence('names.tag.non-renewal'), burden: 'both' },
  'price-increase': {
    label: sentence('names.tag.price-increase'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'money',
    material: 'conspicuous',
  },
  'minimum-commitment': {
    label: sentence('names.tag.minimum-commitment'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'money',
    material: 'conspicuous',
  },
  'early-termination-fee': {
    label: sentence('names.tag.early-termination-fee'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'money',
    material: 'conspicuous',
  },
  'non-refundable': {
    label: sentence('names.tag.non-refundable'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'money',
    material: 'conspicuous',
  },
  'uncapped-liability': {
    label: sentence('names.tag.uncapped-liability'),
    conspicuous: 'always',
    family: 'liability',
    material: 'liability',
  },
  audit: { label: sentence('names.tag.audit'), costly: true },
  exclusivity: {
    label: sentence('names.tag.exclusivity'),
    only: 'burdens',
    conspicuous: 'always',
    family: 'ending',
    material: 'conspicuous',
  },
  'most-favoured': { label: sentence('names.tag.most-favoured'), burden: 'provider' },
  'change-of-control': { label: sentence('names.tag.change-of-control'), costly: true, acts: 'right' },
  insurance: { label: sentence('names.tag.insurance'), costly: true, acts: 'duty' },
  'non-solicit': { label: sentence('names.tag.non-solicit'), costly: true, acts: 'duty' },
  'data-location': { label: sentence('names.tag.data-location'), burden: 'provider' },
  'cross-border': { label: sentence('names.tag.cross-border'), costly: true, burden: 'both' },
  subprocessor: { label: sentence('names.tag.subprocessor'), costly: true },
  'breach-notification': { label: sentence('names.tag.breach-notification'), only: 'gives' },
  'data-return': { label: sentence('names.tag.data-return'), only: 'gives', burden: 'customer' },
  'support-response': { label: sentence('names.tag.support-response'), only: 'gives' },
  'feature-sunset': { label: sentence('names.tag.feature-sunset'), costly: true },
  'language-precedence': { label: sentence('names.tag.language-precedence'), burden: 'both' },
  publicity: { label: sentence('names.tag.publicity'), costly: true },
  'feedback-licence': { label: sentence('names.tag.feedback-licence'), costly: true },
  'ai-use': { label: sentence('names.tag.ai-use'), costly: true },
  'third-party-beneficiary': { label: sentence('names.tag.third-party-beneficiary'), burden: 'both' },
} as const satisfies Readonly<Record<string, TagKindRow>>;

export type TagKind = keyof typeof TAG_KINDS;

const ROWS: Readonly<Record<TagKind, TagKindRow>> = TAG_KINDS;

/** The kinds by name, in the order of the table; none is empty, so that a schema can be made of them. */
export const TAG_KIND_NAMES = Object.keys(TAG_KINDS) as [TagKind, ...TagKind[]];

/** Its row; absent for a word that is no kind: a structure from elsewhere may hold one. */
export function tagKind(kind: string): TagKindRow | undefined {
  return Object.hasOwn(ROWS, kind) ? ROWS[kind as TagKind] : undefined;
}

/** What a kind is called. */
export function tagLabel(kind: TagKind): Sentence {
  return ROWS[kind].label;
}

/** The kinds that a company can have a position on: those of key clauses, and those that cost or bind it. */
export const POSITION_KINDS = TAG_KIND_NAMES.filter(
  (kind) => ROWS[kind].conspicuous !== undefined || ROWS[kind].costly === true,
) as [TagKind, ...TagKind[]];
