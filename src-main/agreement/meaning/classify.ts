import { isConspicuous } from './emphasise.ts';
import type { Clause, ClauseTag, TagKind } from '../model.ts';
import { partiesOf } from '../parties/parties.ts';
import { anyPhrase, sentenceOf, wordsAt } from './phrases.ts';
import { HEADING_RULES } from '../rules/headings.ts';
import { INTRO, INTRO_LENDS } from '../rules/inherit.ts';
import { isOnlyANumber } from './only-a-number.ts';
import { addTag, joinTag, NOT_BY_DEFINITION, sentenceKinds, type SentenceKinds } from './sentence-kinds.ts';
import type { StructuredDocument } from '../structure/structured.ts';

/** Longest heading in characters: a longer one is a sentence, and is read as one. */
const HEADING_LIMIT = 80;
/** Longest text in characters of a clause that only names what stands under it (“4. Resale.”). */
const LABEL_LIMIT = 40;
const SERVICE_LEVEL = /SLA|service level|uptime|availability|service credit|可用性|可用率|服务等级|服务水平/iu;
const LEVEL_TITLE = /SLA|service level|服务等级|服务水平|服务质量/iu;
const SERVICE_LEVEL_KINDS: readonly TagKind[] = ['sla-availability', 'sla-credit', 'sla-exclusion', 'claim-window'];
const UNDERTAKING =
  /承诺|保证|不得|不(?:违规|转租|转售|利用|从事|传播)|接受|遵守|配合|undertakes?|shall|will|agrees?/iu;

/** A heading that ends so introduces a list; one that gives or takes a right is a sentence in a heading's clothes. */
const SPEAKS =
  /[：:。]\s*$|有权|无权|不得|视为|必须|\b(?:you|we|customers?|party|parties|provider)\b.{0,40}\b(?:may|shall|will|must|cannot|can)\b/iu;

/** What stands in a list of exclusions is the cause of an outage or of a loss: a suspension named there gives nobody a right. */
const NAMES_CAUSES: readonly TagKind[] = ['sla-exclusion', 'liability-exclusion'];
const CAUSES: readonly TagKind[] = ['suspension', 'termination', 'breach'];
/** In a list of what is forbidden the item need not say “not” again. */
const PASSES_ON = /转售|转租|转卖|倒卖|分租|\b(?:resell|re-sell|resale|sublicen[sc]e|sublet|rent|lease|lend)\b/iu;

/** “单月服务费：…”, “Downtime” means …: under a heading of definitions such a clause says what a word means. */
const DEFINES = /^\s*[“"「]?[^，。；,;:：]{1,40}[”"」]?\s?(?:：|:|是?指|系指|means\b)/u;

/** A definition names many things and does none of them. */
const withoutMentions = (kinds: SentenceKinds): SentenceKinds => ({
  ...kinds,
  tags: kinds.tags.filter((tag) => !NOT_BY_DEFINITION.includes(tag.kind)),
});

interface HeadingKinds {
  readonly own: readonly ClauseTag[];
  readonly lent: readonly ClauseTag[];
}

const NO_HEADING: HeadingKinds = { own: [], lent: [] };

/** The words a clause is headed by: its heading, or the whole text of a heading clause. */
function headingOf(clause: Clause, parent: boolean): string | undefined {
  if (clause.role === 'definition') return undefined;
  if (parent && clause.text.length <= LABEL_LIMIT && !/[，；;：:。]|,\s*$/u.test(clause.text)) return clause.text;
  if (clause.heading !== undefined && clause.heading.length <= HEADING_LIMIT) return clause.heading;
  return clause.role === 'heading' && clause.text.length <= HEADING_LIMIT ? clause.text : undefined;
}

function headingKinds(heading: string | undefined, serviceLevel: boolean): HeadingKinds {
  if (heading === undefined || heading.trim() === '') return NO_HEADING;
  const sentence = sentenceOf(heading, { start: 0, end: heading.length });
  const own: ClauseTag[] = [];
  const lent: ClauseTag[] = [];
  for (const rule of HEADING_RULES) {
    if (SERVICE_LEVEL_KINDS.includes(rule.kind) && !serviceLevel) continue;
    const match = anyPhrase(sentence, rule.chinese) ?? anyPhrase(sentence, rule.english);
    if (!match || anyPhrase(sentence, rule.unless)) continue;
    const tag: ClauseTag = { kind: rule.kind, because: wordsAt(heading, sentence, match) };
    own.push(tag);
    if (rule.holds) lent.push(tag);
  }
  const excluded = own.find((tag) => tag.kind === 'sla-exclusion');
  const named = excluded ? own.filter((tag) => tag.kind !== 'liability-exclusion') : own;
  return { own: named, lent: named.length > 1 ? [] : lent };
}

/** What the last sentence of an introduction lends to the list after it. */
function lentByIntro(kinds: readonly SentenceKinds[], text: string): readonly ClauseTag[] {
  const last = kinds.at(-1);
  if (!last || !INTRO.test(text.slice(-200))) return [];
  return last.tags.filter((tag) => INTRO_LENDS.includes(tag.kind));
}

interface Context {
  /** Kinds held by the headings above. */
  readonly held: readonly ClauseTag[];
  /** Kinds lent to this clause's numbered children by its own words. */
  readonly lent: readonly ClauseTag[];
  readonly serviceLevel: boolean;
  /** Kinds lent by the latest unnumbered paragraph among the children; ends when a paragraph of another sort follows. */
  run: { readonly lent: readonly ClauseTag[]; readonly role?: string } | undefined;
}

/** Tags of the clause's own words and of its heading; a heading adds no alarm where the words already say what the clause does. */
function ownTags(
  kinds: readonly SentenceKinds[],
  named: HeadingKinds,
  heading: { readonly bare: boolean; readonly whole: boolean },
): Map<TagKind, ClauseTag> {
  const tags = new Map<TagKind, ClauseTag>();
  for (const tag of kinds.flatMap((each) => each.tags)) addTag(tags, tag);
  const spoken = isConspicuous([...tags.values()]);
  for (const tag of named.own) {
    const known = tags.get(tag.kind);
    const said: ClauseTag = heading.bare ? { ...tag, title: true } : tag;
    if (!spoken || heading.whole || !isConspicuous([tag])) tags.set(tag.kind, known ? joinTag(known, tag) : said);
  }
  return tags;
}

/** What an item takes from the paragraph or the clause that introduces it; keeps count of where a list begins and ends. */
function inheritedTags(clause: Clause, above: Context, intro: readonly ClauseTag[]): readonly ClauseTag[] {
  if (clause.number === undefined && clause.role !== 'item') {
    above.run = intro.length > 0 ? { lent: intro } : undefined;
    return [];
  }
  if (above.run && (above.run.role === undefined || above.run.role === clause.role)) {
    above.run = { lent: above.run.lent, role: clause.role };
    return above.run.lent;
  }
  above.run = undefined;
  return above.lent;
}

/** Every numbered clause of a letter of commitment is a commitment, in the word that makes it one. */
function commitment(clause: Clause): readonly ClauseTag[] {
  if (clause.number === undefined && clause.role !== 'item') return [];
  const because = UNDERTAKING.exec(clause.text)?.[0];
  return because === undefined ? [] : [{ kind: 'security-commitment', because }];
}

/** Adds to a clause's own tags what it has from above; in a list some of its own words are only named, and some say more. */
function takeOver(tags: Map<TagKind, ClauseTag>, clause: Clause, taken: readonly ClauseTag[]): void {
  const listed = clause.role === 'item' || clause.number !== undefined;
  if (listed && taken.some((tag) => NAMES_CAUSES.includes(tag.kind))) for (const kind of CAUSES) tags.delete(kind);
  const passesOn = taken.some((tag) => tag.kind === 'prohibited-use') && PASSES_ON.exec(clause.text)?.[0];
  if (passesOn) tags.set('resale-ban', { kind: 'resale-ban', because: passesOn });
  const isNumber = isOnlyANumber(clause.text);
  for (const tag of taken) if (!tags.has(tag.kind) && !(isNumber && isConspicuous([tag]))) tags.set(tag.kind, tag);
}

/** What each clause is about, index-aligned with `doc.clauses`; `because` quotes the words of the clause, its heading or its introduction. */
export function classify(doc: StructuredDocument): readonly (readonly ClauseTag[])[] {
  const parties = partiesOf(doc);
  const parents = new Set(doc.clauses.map((clause) => clause.parent));
  const letter = doc.kind === 'commitment-letter';
  const root: Context = {
    held: [],
    lent: [],
    serviceLevel: doc.kind === 'sla' || LEVEL_TITLE.test(doc.title),
    run: undefined,
  };
  const contexts = new Map<string, Context>();
  return doc.clauses.map((clause) => {
    const above = contexts.get(clause.parent ?? '') ?? root;
    const heading = headingOf(clause, parents.has(clause.id));
    const serviceLevel = above.serviceLevel || SERVICE_LEVEL.test(heading ?? '');
    const speaksOfIt = serviceLevel || SERVICE_LEVEL.test(clause.text);
    const named = headingKinds(heading, speaksOfIt);
    const isHeading = heading !== undefined && (clause.text === '' || clause.text === heading);
    const silent = isHeading && !SPEAKS.test(clause.text);
    const spoken = silent ? [] : sentenceKinds(parties, clause.text, { serviceLevel: speaksOfIt, letter });
    const defines = DEFINES.test(clause.text) && above.held.some((tag) => tag.kind === 'definitions');
    const kinds = defines ? spoken.map(withoutMentions) : spoken;
    const tags = ownTags(kinds, named, { bare: silent, whole: isHeading });
    const intro = lentByIntro(kinds, clause.text);
    const inherited = isHeading ? [] : inheritedTags(clause, above, intro);
    const taken = isHeading || clause.role === 'signature' ? [] : [...inherited, ...above.held];
    takeOver(tags, clause, taken);
    for (const tag of letter ? commitment(clause) : []) if (!tags.has(tag.kind)) tags.set(tag.kind, tag);
    contexts.set(clause.id, {
      held: heading === undefined ? above.held : [...above.held, ...named.lent],
      lent: intro.length > 0 ? intro : inherited,
      serviceLevel,
      run: undefined,
    });
    return [...tags.values()];
  });
}
