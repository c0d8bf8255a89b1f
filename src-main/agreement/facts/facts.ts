import { proseCredit } from './prose-credit.ts';
import { asLegacy, LEGACY_KINDS, type LegacyFact, type LegacyValue } from '../legacy-fact.ts';
import { factFromLegacy, factsFromLegacy } from '../present-fact.ts';
import type { ClauseTag, Fact } from '../model.ts';
import { byWorkingDays } from '../frames/business-days.ts';
import { invoiceDays, invoiceDaysSaid, invoicesAbove, planOf } from './invoice-days.ts';
import { anyPhrase, findPhrase, sentenceOf, wordsAt, type PhraseMatch, type Sentence } from '../meaning/phrases.ts';
import { creditBaseIn } from '../quantity/credit-base.ts';
import type { Quantity } from '../quantity/quantities.ts';
import type { FactRule } from '../rules/fact-rule.ts';
import { FACT_RULES } from '../rules/facts.ts';
import { NOTICE_FACT_RULES } from '../rules/notice-facts.ts';
import { commaParts, plain, sentences, type Stretch } from '../meaning/sentences.ts';
import type { StructuredDocument } from '../structure/structured.ts';
import { tiersByPromises, underTheirPromise } from './classes/by-promise.ts';
import { underHeadings } from './classes/in-headings.ts';
import { productsBeside } from './classes/products-beside.ts';
import { baseOfCredits, CREDIT, voucherWords } from './classes/credits-at-large.ts';
import { excludedClasses } from './classes/left-out.ts';
import { cycleFacts } from './billing-cycles.ts';
import { byCases, withGivers } from './cases.ts';
import { forumFacts } from './forums/forum-facts.ts';
import { furtherFacts, withoutCreditCaps, withoutFeeCeilings } from './further-facts.ts';
import { byNamedClass, furtherPromises, underPromisedClasses, underTiers } from './classes/named-classes.ts';
import { type Add, leadOver, type Place } from './place.ts';
import { underCeilings } from './late-fees.ts';
import { paperArrivals, paperDaysNotRead } from './paper-arrival.ts';
import { forumCases } from './forums/forum-cases.ts';
import { forumTables } from './forums/forum-tables.ts';
import { isForCallers } from './hotlines.ts';
import { lostTimeFacts } from './lost-time.ts';
import { liable } from './liable.ts';
import { withPayers } from './payments/damages-payer.ts';
import { ofFurtherServices } from './payments/further-services.ts';
import { paymentDayFacts, withoutDaysOfMonth } from './payments/payment-days.ts';
import { statedFees } from './payments/stated-fees.ts';
import { ofPrices } from './price-notices.ts';
import { promisesInTables } from './promised-tables.ts';
import { supportFacts, withoutSupportCaps } from './support-times.ts';
import { termFacts, withoutMistaken } from './term-facts.ts';
import { timedFacts, withoutDenied } from './timed-facts.ts';
import { besideLinesUnread } from './levels/lines-unread.ts';
import { SERVICE_LEVEL, speaksOfCredits } from './levels/of-credits.ts';
import { levelFigures, namesPromise } from './levels/level-figures.ts';
import { withoutOtherMeasures } from './levels/other-measures.ts';
import { limits, promisedFigures, proseTiers, tableTiers } from './tiers.ts';
import { saidInOtherLanguage, withBothReadings } from './two-readings.ts';
import { withNearerEnd } from './told.ts';
import { byChannel, textFacts } from './word-facts.ts';

/** A whole text about what is paid for outages. */
const OF_COMPENSATION = /赔偿标准|compensation\s(?:standard|scheme|plan)/iu;

/** The comma parts that a stretch of a sentence touches, as the clause's own words. */
function quoteOf(text: string, sentence: Sentence, stretch: Stretch): string {
  const parts = commaParts(sentence.text);
  const first = parts.find((part) => part.end > stretch.start);
  const last = parts.find((part) => part.end >= stretch.end) ?? parts.at(-1);
  return wordsAt(text, sentence, { start: first?.start ?? stretch.start, end: Math.max(last?.end ?? 0, stretch.end) });
}

function figure(rule: FactRule, quantity: Quantity): { readonly value: LegacyValue; readonly unit?: string } {
  if (rule.text) return { value: quantity.text ?? '' };
  const { measure, value } = quantity;
  if (rule.or === measure) return { value, unit: rule.or };
  if (measure === 'workday' || measure === 'nth-workday')
    return rule.kind === 'claim-opens-working-day' ? { value } : { value, unit: 'working day' };
  if (measure === 'month') return { value, unit: 'month' };
  if (measure === 'hour' && rule.kind !== 'outage-termination-hours') return { value, unit: 'hour' };
  return { value };
}

/** Whether a sentence speaks of a notice's matter and gives its length. */
function givesNotice(rule: FactRule, sentence: Sentence): boolean {
  if (anyPhrase(sentence, rule.also) === undefined) return false;
  const matches = [...rule.chinese, ...rule.english].flatMap((phrase) => findPhrase(sentence, phrase));
  return matches.length > 0 && standing(rule, sentence, matches).size > 0;
}

/** Whether the sentence, or what stands around it, speaks of the rule's matter. */
function concerns(rule: FactRule, place: Place, sentence: Sentence, before: Sentence | undefined): boolean {
  if (rule.says && !anyPhrase(sentence, rule.says)) return false;
  const lent = (tag: ClauseTag): boolean =>
    tag.kind === rule.tagged && tag.by !== 'customer' && !place.clause.text.includes(tag.because);
  if (rule.tagged && !place.tags.some(lent)) return false;
  if (rule.listed !== undefined && place.tags.some(({ kind }) => kind === rule.listed)) return true;
  if (!rule.also || (rule.implied && place.serviceLevel) || anyPhrase(sentence, rule.also)) return true;
  // What a sentence itself gives notice of is not overruled by the sentence before it.
  if (NOTICE_FACT_RULES.some((topic) => topic !== rule && givesNotice(topic, sentence))) return false;
  const above = `${place.headings} ${before?.text ?? ''}`;
  return anyPhrase(sentenceOf(above, { start: 0, end: above.length }), rule.also) !== undefined;
}

/** The matches that words of the sentence do not take back, one per quantity. */
function standing(rule: FactRule, sentence: Sentence, matches: readonly PhraseMatch[]): ReadonlyMap<Quantity, Stretch> {
  const against = (rule.unless ?? []).flatMap((phrase) => findPhrase(sentence, phrase));
  const found = new Map<Quantity, Stretch>();
  if (against.some((match) => match.quantity === undefined)) return found;
  const silenced = new Set(against.map((match) => match.quantity));
  for (const match of matches) {
    const { quantity } = match;
    if (quantity && !found.has(quantity) && !silenced.has(quantity)) found.set(quantity, match);
  }
  return found;
}

const AT_MOST =
  /(?:不(?:得|会|应)?超过|至多|上限(?:为|是)?|最高(?:为|不超过)?|\b(?:not|never)\s(?:to\s)?exceed|\bno\smore\sthan|\bnot\smore\sthan|\bcapped\sat|\blimited\sto|\bmaximum\sof)\s*$/iu;

/** Facts whose value is a figure in the sentence. */
function figureFacts(
  place: Place,
  sentence: Sentence,
  before: Sentence | undefined,
  add: Add,
  taken: readonly Stretch[],
  rules: readonly FactRule[] = FACT_RULES,
): void {
  if (sentence.quantities.size === 0) return;
  const isPromise = (quantity: Quantity): boolean => {
    const at = sentence.start + quantity.start;
    // At most so much is a cap, and no promise of anything.
    if (AT_MOST.test(place.clause.text.slice(Math.max(0, at - 32), at))) return false;
    return quantity.value >= 50 && quantity.value <= 100 && !taken.some((span) => at >= span.start && at < span.end);
  };
  for (const rule of rules) {
    const matches = [...rule.chinese, ...rule.english].flatMap((phrase) => findPhrase(sentence, phrase));
    if (matches.length === 0 || !concerns(rule, place, sentence, before)) continue;
    for (const [quantity, match] of standing(rule, sentence, matches)) {
      if (rule.kind === 'availability' && !isPromise(quantity)) continue;
      if (rule.kind === 'hotline' && !isForCallers(quantity.text ?? '', sentence.text)) continue;
      const { value, unit } = figure(rule, quantity);
      add(rule.kind, value, quoteOf(place.clause.text, sentence, match), unit);
    }
  }
}

/** A level behind the clause that promises one is of it where what is given below it is a share of a fee. */
const namesFee = (words: string): boolean => creditBaseIn(words) !== undefined;

/** Whether what stands behind a clause is of a service level: that clause speaks of one, or itself gives credits behind one that does. */
const isBehindPromise = (before: Place | undefined): boolean =>
  before !== undefined &&
  (SERVICE_LEVEL.test(before.clause.text) ||
    (before.behindPromise && CREDIT.test(before.clause.text) && namesFee(before.clause.text)));

/** Credit tiers told in prose; answers the figures that are no promise because a comparison makes them a limit. */
function tierFacts(place: Place, stretch: Stretch, add: Add): readonly Stretch[] {
  const { text } = place.clause;
  const words = plain(text.slice(stretch.start, stretch.end));
  if (!/%|百分之|per\s?cent/iu.test(words)) return [];
  if (!(place.serviceLevel || SERVICE_LEVEL.test(text) || (place.behindPromise && namesFee(words)))) return [];
  const tiers = tiersByPromises(place.promises ?? [], (promise) => proseTiers(words, promise));
  for (const { tier, unit, start, end, words: around = '', doubt, scope, currency, each } of tiers)
    add('credit-tier', tier, text.slice(stretch.start + start, stretch.start + end), unit, {
      around,
      of: place.of,
      ...(doubt !== undefined && { doubt }),
      ...(scope && { scope }),
      ...(currency && { currency }),
      ...(each && { each }),
    });
  const all = levelFigures(words, false, place.promises?.[0]);
  const promised = promisedFigures(all);
  const figures = all.filter((each) => !promised.has(each));
  const limited = limits(figures);
  return figures
    .filter(
      (each) =>
        each.as === 'below' ||
        (limited && each.as === 'from') ||
        tiers.some((tier) => each.start >= tier.start && each.end <= tier.end),
    )
    .map((each) => ({ start: stretch.start + each.start, end: stretch.start + each.end }));
}

const PROMISES = FACT_RULES.filter(({ kind }) => kind === 'availability');

/** The promises of a document, each once, where some words of it bound a tier by the promise and give no figure. */
function promisesNamed(places: readonly Place[], { clauses, tables }: StructuredDocument): readonly number[] {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  if (![...clauses.map(({ text }) => text), ...cells].some((words) => namesPromise(plain(words)))) return [];
  const values = new Set<LegacyValue>();
  for (const place of places) {
    const { text } = place.clause;
    for (const stretch of sentences(text)) {
      const words = plain(text.slice(stretch.start, stretch.end));
      // A sentence of tiers promises nothing.
      if (limits(levelFigures(words, false)) || proseTiers(words).length > 0) continue;
      const add: Add = (_kind, value) => {
        values.add(value);
        if (typeof value === 'number') for (const further of furtherPromises(words, value)) values.add(further);
      };
      figureFacts(place, sentenceOf(text, stretch), undefined, add, [], PROMISES);
    }
  }
  return [...values].filter((value) => typeof value === 'number');
}

/** Longest list of tiers in characters. */
const LONGEST_LIST = 1000;

/** Tiers are often told in one breath with semicolons between them. */
function joinedBySemicolons(text: string, stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (
      last &&
      /[；;]\s*$/u.test(text.slice(Math.max(last.start, last.end - 4), last.end)) &&
      last.end - last.start < LONGEST_LIST
    )
      joined[joined.length - 1] = { start: last.start, end: stretch.end };
    else joined.push(stretch);
  }
  return joined;
}

function clauseFacts(place: Place, add: Add): void {
  const { clause } = place;
  let before: Sentence | undefined;
  const stretches = sentences(clause.text);
  const taken = joinedBySemicolons(clause.text, stretches).flatMap((stretch) => tierFacts(place, stretch, add));
  for (const [index, stretch] of stretches.entries()) {
    const sentence = sentenceOf(clause.text, stretch);
    figureFacts(place, sentence, before, add, taken);
    textFacts(place, stretch, stretches[index + 1], add);
    for (const day of invoiceDays(sentence, invoicesAbove(place, stretch)))
      add(day.kind, day.value, quoteOf(clause.text, sentence, day));
    before = sentence;
  }
}

/** Adds the tiers of a table; whether it has any. */
function addTiers(
  { header, rows }: StructuredDocument['tables'][number],
  { form, title, ...place }: Place & { readonly form: string; readonly title: string },
  add: Add,
): boolean {
  if (!speaksOfCredits({ header, rows }, place, title)) return false;
  const { of, promises = [] } = place;
  const tiers = tiersByPromises(promises, (promise) => tableTiers(header, rows, promise));
  const around = `${header.join('\t')} ${form}`;
  for (const { tier, unit, row, scope, currency, each } of tiers)
    add('credit-tier', tier, rows[row]?.join('\t') ?? '', unit, {
      around,
      of,
      ...(scope && { scope }),
      ...(currency && { currency }),
      ...(each && { each }),
    });
  return tiers.length > 0;
}

/**
 * The values a document states, in document order, each with the clause and the literal words it was read from. A value that
 * is not stated, or is stated twice differently in one breath (三十（60）日), is absent. The unit is the text's; `legacy` says
 * where it, and the anchor, are the former ones.
 */
export function facts(doc: StructuredDocument, tags: readonly (readonly ClauseTag[])[]): readonly Fact[] {
  const found: LegacyFact[] = [];
  const places = new Map<string, Place>();
  const plansBelow = new Map<string, Place['plan']>();
  const form = voucherWords(doc);
  const of = baseOfCredits(doc);
  const tables = new Map(doc.tables.map((table) => [table.clause, table]));
  for (const [index, clause] of doc.clauses.entries()) {
    const above = clause.parent === undefined ? undefined : places.get(clause.parent);
    const behind = places.get(doc.clauses[index - 1]?.id ?? '');
    const heading = clause.heading ?? (clause.role === 'heading' ? clause.text : '');
    const headings = `${above?.headings.slice(-120) ?? ''} ${heading}`.trim();
    const place: Place = {
      clause,
      headings,
      lead: leadOver(clause, above, behind),
      serviceLevel:
        doc.kind === 'sla' ||
        OF_COMPENSATION.test(doc.title) ||
        above?.serviceLevel === true ||
        SERVICE_LEVEL.test(heading),
      plan: planOf(heading) ?? plansBelow.get(clause.parent ?? ''),
      tags: tags[index] ?? [],
      of,
      behindPromise: isBehindPromise(behind),
    };
    places.set(clause.id, place);
    // What a clause says first of a plan is said for those below it.
    plansBelow.set(clause.id, planOf(`${heading} ${clause.text.slice(0, 200)}`) ?? place.plan);
  }
  const promises = promisesNamed([...places.values()], doc);
  const daysSaid = invoiceDaysSaid([...places.values()]);
  for (const place of places.values()) {
    const { clause } = place;
    const own = new Set<string>();
    const before = found.length;
    const add: Add = (kind, value, quote, unit = LEGACY_KINDS[kind].unit, more = {}) => {
      const stated: LegacyFact = { kind, value, unit, clause: clause.id, quote, ...more };
      // 72小时（3天） states one length, in two units.
      const former = asLegacy(factFromLegacy(stated, 1)) ?? stated;
      const key = JSON.stringify([kind, former.value, former.unit, more.scope ?? {}]);
      if (own.has(key) || (typeof value === 'string' && saidInOtherLanguage(found.slice(before), kind, value))) return;
      own.add(key);
      found.push(stated);
    };
    const table = tables.get(clause.id);
    if (!table || !addTiers(table, { ...place, form, promises, title: doc.title }, add))
      clauseFacts({ ...place, promises, invoiceDays: daysSaid }, add);
  }
  const written = [...places.values()].filter(({ clause }) => !tables.has(clause.id));
  const termly = termFacts(written);
  const textOf = (id: string): string => places.get(id)?.clause.text ?? '';
  const others = withoutMistaken(factsFromLegacy(found, textOf), termly);
  const order = new Map(doc.clauses.map(({ id }, index) => [id, index]));
  const clauses = written.map(({ clause }) => clause);
  const further = underCeilings(furtherFacts([...others, ...termly], written), clauses);
  const days = paymentDayFacts(written);
  const all = withoutDaysOfMonth(withoutFeeCeilings(withoutCreditCaps(further), textOf), days);
  const prose = proseCredit(clauses, all);
  const told = withoutSupportCaps([
    ...[...all.map(withNearerEnd).flatMap(byChannel), ...prose],
    ...[
      ...supportFacts(written, doc.tables),
      ...promisesInTables(doc.tables),
      ...forumTables(doc.tables),
      ...cycleFacts(written),
      ...days,
      ...paperArrivals(written),
      ...paperDaysNotRead(written),
      ...forumFacts(written),
      ...timedFacts(written, all),
      ...lostTimeFacts(written),
      ...statedFees(doc.clauses, doc.tables),
      ...excludedClasses(written.filter(({ serviceLevel, clause }) => serviceLevel || SERVICE_LEVEL.test(clause.text))),
    ],
  ]);
  const measured = withoutOtherMeasures(withoutDenied(told, textOf), written);
  const named = ofFurtherServices(byCases(byNamedClass(measured, doc.clauses), textOf), textOf);
  const byHeading = underHeadings(underPromisedClasses(named, doc.clauses), doc.clauses);
  const byClass = underTheirPromise(underTiers(productsBeside(byHeading, written, named), doc.clauses));
  const certain = besideLinesUnread(byClass, written);
  const given = ofPrices(forumCases(withPayers(liable(withGivers(certain, textOf), textOf), textOf), textOf), textOf);
  return byWorkingDays(withBothReadings(given), doc.clauses).toSorted(
    (a, b) => (order.get(a.clause) ?? 0) - (order.get(b.clause) ?? 0),
  );
}
