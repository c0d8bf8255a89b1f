import type { Fact } from '../../src-main/agreement/fact.ts';
import type { AgreementDocument, Clause, MarkedText, Reading } from '../../src-main/agreement/model.ts';
import { read } from '../../src-main/agreement/read.ts';
import { burdenOf } from '../../src-main/agreement/meaning/burdens.ts';
import { partiesOf } from '../../src-main/agreement/parties/parties.ts';
import { COST_RULES } from '../../src-main/agreement/rules/costs/costs.ts';
import { PARTY_WORDS } from '../../src-main/agreement/rules/parties.ts';
import { wordsOfLines, wordsOfReading, wordsOfSource } from '../unit/agreement/words.ts';
import { type ClauseLabel, type FactLabel, hashOf, type LabelledFile, letters, startsLike } from './labels.ts';
import { figureOf, isNamed, isWorded, sameFact, wordsIn } from './same-fact.ts';

/** Kinds that a clause is shown bold for where they burden the customer. */
export const CONSPICUOUS = new Set(
  `liability-cap liability-exclusion damages-exclusion warranty-disclaimer breach liquidated-damages suspension termination
  jurisdiction arbitration indemnity continued-use sla-exclusion claim-window notice-delivery change-notice assignment auto-renewal
  price-increase minimum-commitment early-termination-fee non-refundable uncapped-liability exclusivity`.split(/\s+/u),
);

/** Kinds that are no alarm, which the readers were asked for as well. */
const COSTLY = new Set<string>(COST_RULES.map(({ kind }) => kind));

/** The kinds of facts that the readers were asked for. */
const LABELLED_FACTS = new Set<string>(
  `change-notice termination-notice assignment-notice price-notice sunset-notice payment-due renewal-lead term auto-renewal
  non-renewal-notice price-increase-cap minimum-commitment early-termination-fee outage-termination liability-cap credit-cap court
  arbitration-body governing-law availability credit-tier claim-opens claim-closes late-fee overdue-termination damages-multiple
  delivery vat-rate invoice-ordinary invoice-special breach-notice data-return response restore hotline effective-date`.split(
    /\s+/u,
  ),
);

export interface Tally {
  right: number;
  invented: number;
  missed: number;
}
const noTally = (): Tally => ({ right: 0, invented: 0, missed: 0 });
export const precision = ({ right, invented }: Tally): number => right / Math.max(1, right + invented);
export const recall = ({ right, missed }: Tally): number => right / Math.max(1, right + missed);

/** Of so many, so many right. */
interface Share {
  right: number;
  of: number;
}

/** What became of the labels of some files. */
export class Measure {
  files = 0;
  /** Files of which a word is in no document and was not told as dropped. */
  readonly lost: string[] = [];
  /** Files whose documents have a word that the file has not. */
  readonly inserted: string[] = [];
  readonly conspicuous = noTally();
  readonly kinds = new Map<string, Tally>();
  readonly facts = noTally();
  readonly factKinds = new Map<string, Tally>();
  readonly #parties = new WeakMap<AgreementDocument, ReturnType<typeof partiesOf>>();
  readonly #shares = new Map<string, Share>();
  /** One line a difference, for the person who looks into it. */
  readonly differences: string[] = [];

  share(name: string, right: boolean): void {
    const share = this.#shares.get(name) ?? { right: 0, of: 0 };
    this.#shares.set(name, { right: share.right + Number(right), of: share.of + 1 });
  }

  get shares(): ReadonlyMap<string, Share> {
    return this.#shares;
  }

  add({ head, clauses: labels }: LabelledFile, marked: MarkedText, reading: Reading = read(marked)): void {
    this.files += 1;
    const words = wordsOfReading(reading);
    const most = wordsOfSource(marked);
    if ([...wordsOfLines(marked)].some(([word, count]) => (words.get(word) ?? 0) < count)) this.lost.push(head.file);
    if ([...words].some(([word, count]) => count > (most.get(word) ?? 0))) this.inserted.push(head.file);
    this.#addHead(head, reading.documents);
    const clauses = reading.documents.flatMap((document) => document.clauses);
    const wanted = new Map<Clause, Set<string>>();
    const doubtful = new Set<Clause>();
    for (const label of labels) {
      const clause = clauseOf(label, clauses);
      this.share('structure', clause !== undefined && sameNumber(label, clause, clauses));
      if (!clause) {
        this.differences.push(`${head.file}:${label.line}: no clause has the number ${label.number ?? '–'} there`);
        for (const tag of label.doubt ? [] : label.tags) this.#count(kindOf(tag), 'missed');
        if (!label.doubt && label.tags.some((tag) => CONSPICUOUS.has(kindOf(tag)))) this.conspicuous.missed += 1;
        continue;
      }
      if (label.doubt) doubtful.add(clause);
      else wanted.set(clause, new Set([...(wanted.get(clause) ?? []), ...label.tags]));
    }
    for (const unit of unitsOf(clauses, new Set([...wanted.keys(), ...doubtful])))
      if (!unit.some((clause) => doubtful.has(clause))) {
        const labelled = new Set(unit.flatMap((clause) => [...(wanted.get(clause) ?? [])]));
        this.#addUnit(head.file, unit, labelled);
        this.#addBurdens(unit, labelled, reading.documents);
      }
    this.#addFacts(
      head.file,
      labels,
      reading.documents.flatMap(({ facts }) => facts),
    );
  }

  #addHead(head: LabelledFile['head'], documents: readonly AgreementDocument[]): void {
    const agreements = documents.filter(({ kind }) => !['guide', 'other', 'form-list'].includes(kind));
    this.share('documents', agreements.length === head.documents || documents.length === head.documents);
    this.share(
      'title',
      documents.some(({ title }) => hashOf(letters(title)) === head.title),
    );
    this.share('kind', documents[0]?.kind === head.kind);
    if (head.provider.length > 0)
      this.share(
        'provider',
        documents.some((each) => isNamed(each.provider, head.provider) || isRole(each, head.provider)),
      );
  }

  /** Of the kinds that were found where they are labelled: whether those are burdened whom the reader named. */
  #addBurdens(unit: readonly Clause[], wanted: ReadonlySet<string>, documents: readonly AgreementDocument[]): void {
    for (const label of wanted) {
      const kind = kindOf(label);
      if ([...wanted].some((other) => other !== label && kindOf(other) === kind)) continue;
      const clause = unit.find(({ tags }) => tags.some((tag) => tag.kind === kind));
      const tag = clause?.tags.find((each) => each.kind === kind);
      const document = documents.find(({ clauses }) => clause !== undefined && clauses.includes(clause));
      if (!clause || !tag || !document) continue;
      const parties = this.#parties.get(document) ?? partiesOf(document);
      this.#parties.set(document, parties);
      this.share('burden', `${kind}/${burdenOf(tag, clause.text, parties)}` === label);
    }
  }

  #addUnit(file: string, unit: readonly Clause[], wanted: ReadonlySet<string>): void {
    const spoken = unit.filter(({ role }) => role !== 'heading');
    if (spoken.length === 0) return;
    const tags = spoken.flatMap((clause) => clause.tags);
    const have = new Set<string>(tags.filter(({ certainty }) => certainty !== 'possible').map(({ kind }) => kind));
    const want = new Set([...wanted].map(kindOf));
    const isBold = (kinds: ReadonlySet<string>): boolean => [...kinds].some((kind) => CONSPICUOUS.has(kind));
    const [found, labelled] = [isBold(have), isBold(want)];
    if (labelled) this.share('with possible', isBold(new Set(tags.map(({ kind }) => kind))));
    if (found && labelled) this.conspicuous.right += 1;
    else if (found) this.conspicuous.invented += 1;
    else if (labelled) this.conspicuous.missed += 1;
    for (const kind of new Set([...have, ...want])) {
      if (have.has(kind) && want.has(kind)) this.#count(kind, 'right');
      else if (want.has(kind)) this.#difference(file, spoken, 'missed', kind);
      // Kinds that were not labelled are not held against anybody.
      else if (CONSPICUOUS.has(kind) || COSTLY.has(kind)) this.#difference(file, spoken, 'invented', kind);
    }
  }

  #difference(file: string, unit: readonly Clause[], what: 'missed' | 'invented', kind: string): void {
    this.#count(kind, what);
    const because = unit.flatMap(({ tags }) => tags).find((tag) => tag.kind === kind)?.because;
    const said = because === undefined ? '' : ` “${because.slice(0, 60)}”`;
    this.differences.push(`${file}:${unit[0]?.lines[0]} ${unit[0]?.number ?? '–'}: ${what} ${kind}${said}`);
  }

  #count(kind: string, what: keyof Tally): void {
    const tally = this.kinds.get(kind) ?? noTally();
    tally[what] += 1;
    this.kinds.set(kind, tally);
  }

  #addFacts(file: string, labels: readonly ClauseLabel[], facts: readonly Fact[]): void {
    const left = [...facts];
    const taken: Fact[] = [];
    const stated = labels.flatMap(({ doubt, facts: own }) =>
      own.map((fact) => ({ ...fact, doubt: doubt || fact.doubt === true })),
    );
    const doubtful = stated.filter(({ doubt }) => doubt);
    for (const label of stated.filter(({ doubt }) => !doubt)) {
      const at = left.findIndex((fact) => sameFact(label, fact));
      const [fact] = at === -1 ? taken.filter((each) => isWorded(each) && sameFact(label, each)) : left.splice(at, 1);
      if (fact) taken.push(fact);
      this.#countFact(label.kind, fact ? 'right' : 'missed');
      if (!fact)
        this.differences.push(`${file}: missed fact ${label.kind} ${JSON.stringify(label.value)} ${label.unit ?? ''}`);
      else if (label.anchor) this.share('anchor of a fact', fact.anchor === label.anchor);
    }
    for (const fact of left) {
      // Kinds that the readers were not asked for are not held against anybody.
      if (!LABELLED_FACTS.has(fact.kind) || doubtful.some((label) => sameFact(label, fact))) continue;
      this.#countFact(fact.kind, 'invented');
      this.differences.push(
        `${file} ${fact.clause}: invented fact ${fact.kind} ${JSON.stringify(fact.value)} “${fact.quote.slice(0, 60)}”`,
      );
    }
  }

  #countFact(kind: string, what: keyof Tally): void {
    this.facts[what] += 1;
    const tally = this.factKinds.get(kind) ?? noTally();
    tally[what] += 1;
    this.factKinds.set(kind, tally);
  }
}

export const kindOf = (tag: string): string => tag.split('/')[0] ?? tag;

/** Where a text names nobody but by a role (乙方, 我们), it is read right where that role is the provider's. */
const ROLES = new Set<string>([
  '甲方',
  '乙方',
  '丙方',
  ...PARTY_WORDS.provider.chinese,
  ...PARTY_WORDS.provider.english,
]);
const isRole = (document: AgreementDocument, names: readonly string[]): boolean =>
  names.every((name) => ROLES.has(name.toLowerCase()) && partiesOf(document).side(name) === 'provider') ||
  // “This site” names nobody: nobody is read right.
  (document.provider === undefined && names.every((name) => /^本(?:\p{Script=Han}{1,3}|APP)$/iu.test(name)));

/**
 * The clause that a label speaks of: the one that begins as the label says, of several the one over its line, with its number, and
 * nearest to it; else the one over its line that has its number, else any that begins so, else the one over its line. Lines alone do not tell: where a format has lines of its own, the reading's are others.
 */
export function clauseOf(label: ClauseLabel, clauses: readonly Clause[]): Clause | undefined {
  const begins = ({ number = '', heading = '', text }: Clause): boolean =>
    [...new Set([text, heading + text, number + text, number + heading + text, text.slice(heading.length)])].some(
      (words) => startsLike(label.starts, words),
    );
  const away = ({ lines: [first, last] }: Clause): number => Math.max(0, first - label.line, label.line - last);
  const nearest = (some: readonly Clause[]): Clause | undefined => some.toSorted((a, b) => away(a) - away(b))[0];
  const numbered = (some: readonly Clause[]): readonly Clause[] =>
    some.filter((clause) => sameNumber(label, clause, clauses));
  const over = clauses.filter((clause) => away(clause) === 0);
  const alike = clauses.filter(begins);
  const here = alike.filter((clause) => over.includes(clause));
  const said = label.number === null ? undefined : numbered(over)[0];
  return numbered(here)[0] ?? here[0] ?? nearest(numbered(alike)) ?? said ?? nearest(alike) ?? over[0];
}

/**
 * What the readers saw as one: the clauses that the reading cut out of one line, unless the readers labelled several of them, and a
 * labelled heading with the paragraph right after it. Each is counted once, whether it is bold as a whole or in part.
 */
export function unitsOf(clauses: readonly Clause[], labelled: ReadonlySet<Clause>): readonly (readonly Clause[])[] {
  const lines = new Map<number, Clause[]>();
  let headed: Clause[] | undefined;
  for (const clause of clauses) {
    const [first] = clause.lines;
    const unit = headed && !labelled.has(clause) ? headed : (lines.get(first) ?? []);
    lines.set(first, unit);
    unit.push(clause);
    headed = labelled.has(clause) && isBare(clause) ? unit : undefined;
  }
  return [...new Set(lines.values())].flatMap((unit) =>
    unit.filter((clause) => labelled.has(clause)).length > 1 ? unit.map((clause) => [clause]) : [unit],
  );
}

/** Only a heading: the readers label what it heads. */
const isBare = ({ role, text }: Clause): boolean =>
  role === 'heading' || (text.length <= 50 && text.split(' ').length <= 5 && !/[:：,，;；。]/u.test(text));

/**
 * A paragraph that the readers gave no number may hang on one that has it; the first one beneath a heading without words of its own
 * carries the heading's number.
 */
function sameNumber({ number }: ClauseLabel, clause: Clause, clauses: readonly Clause[]): boolean {
  if (number === null) return true;
  const is = (each: Clause | undefined): boolean => letters(String(number)) === letters(each?.number ?? '');
  if (is(clause)) return true;
  if (clause.number !== undefined || clause.parent === undefined) return false;
  const above = clauses[clauses.indexOf(clause) - 1];
  return above?.id === clause.parent && is(above);
}

/** How far two readers of the same files agree on what is stated there (F1): the same kind and figure, or the same words. */
export function agreementOfFacts(first: readonly ClauseLabel[], second: readonly ClauseLabel[]): number {
  const clear = (labels: readonly ClauseLabel[]): readonly (FactLabel & { readonly file: string })[] =>
    labels.flatMap(({ file, doubt, facts }) => (doubt ? [] : facts.map((fact) => ({ ...fact, file }))));
  const left = [...clear(second)];
  let [both, either] = [0, left.length];
  for (const fact of clear(first)) {
    either += 1;
    const figure = figureOf(fact.value);
    const at = left.findIndex(
      ({ file, kind, value }) =>
        file === fact.file &&
        kind === fact.kind &&
        (figure === undefined ? isNamed(wordsIn(value), [wordsIn(fact.value)]) : figureOf(value) === figure),
    );
    if (at === -1) continue;
    both += 1;
    left.splice(at, 1);
  }
  return (2 * both) / Math.max(1, either);
}

/** How far two readers of the same files agree on which clauses are conspicuous, and on their kinds. */
export function agreement(
  first: readonly LabelledFile[],
  second: readonly ClauseLabel[],
): { readonly conspicuous: number; readonly kinds: number } {
  const files = new Set(second.map(({ file }) => file));
  const key = ({ file, line, starts }: ClauseLabel): string => `${file} ${line} ${starts}`;
  const kindsOf = (labels: readonly ClauseLabel[]): ReadonlySet<string> =>
    new Set(
      labels
        .filter(({ doubt }) => !doubt)
        .flatMap((each) =>
          each.tags
            .map(kindOf)
            .filter((kind) => CONSPICUOUS.has(kind))
            .map((kind) => `${key(each)} ${kind}`),
        ),
    );
  const clausesOf = (kinds: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...kinds].map((each) => each.replace(/ [^ ]+$/u, '')));
  const doubtful = new Set(
    [...first.flatMap(({ clauses }) => clauses), ...second].filter(({ doubt }) => doubt).map(key),
  );
  const f1 = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
    const sure = (all: ReadonlySet<string>): readonly string[] =>
      [...all].filter((each) => ![...doubtful].some((doubt) => each.startsWith(doubt)));
    const [a, b] = [sure(one), sure(other)];
    const both = a.filter((each) => other.has(each)).length;
    return (2 * both) / Math.max(1, a.length + b.length);
  };
  const one = kindsOf(first.filter(({ head }) => files.has(head.file)).flatMap(({ clauses }) => clauses));
  const other = kindsOf(second);
  return { conspicuous: f1(clausesOf(one), clausesOf(other)), kinds: f1(one, other) };
}
