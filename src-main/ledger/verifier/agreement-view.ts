import { isConspicuous } from '../../agreement/meaning/emphasise.ts';
import { say, type Language } from '../../agreement/sentence.ts';
import type { Clause, ClauseTag, Emphasis } from '../../agreement/model.ts';
import { isObject } from '../open-bundle.ts';
import { element } from './element.ts';
import { WORDS } from './words.ts';

/** The agreement as stored in a bundle, clause by clause; bold of the source and bold by rule look different. */
export function agreementView(structure: unknown, language: Language): HTMLElement {
  const clauses = isObject(structure) && Array.isArray(structure.clauses) ? structure.clauses.flatMap(readClause) : [];
  const tables = new Map(
    isObject(structure) && Array.isArray(structure.tables) ? structure.tables.flatMap(readTable) : [],
  );
  const title = isObject(structure) && typeof structure.title === 'string' ? structure.title : '';
  return element(
    'article',
    { class: 'agreement', lang: 'zh' },
    element('h3', {}, title),
    element(
      'p',
      { class: 'legend' },
      element('b', { class: 'source' }, say(WORDS.legendSource, language)),
      element('br', {}),
      element('b', { class: 'rule' }, say(WORDS.legendRule, language)),
    ),
    ...clauses.map((clause) => clauseView(clause, tables.get(clause.id), language)),
  );
}

function clauseView(clause: Clause, table: Table | undefined, language: Language): HTMLElement {
  const level = Math.min(6, Math.max(1, clause.level));
  const conspicuous = isConspicuous(clause.tags) ? ' conspicuous' : '';
  return element(
    'div',
    { class: `clause ${clause.role}${conspicuous}`, 'data-level': String(level), 'data-clause': clause.id },
    element('span', { class: 'number' }, clause.number ?? ''),
    table
      ? tableView(table)
      : element(
          'p',
          {},
          ...(clause.heading === undefined ? [] : [element('strong', { class: 'heading' }, clause.heading), ' ']),
          ...runs(clause.text, clause.emphasis, language),
        ),
  );
}

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tableView({ header, rows }: Table): HTMLElement {
  const row = (cells: readonly string[], tag: 'td' | 'th'): HTMLElement =>
    element('tr', {}, ...cells.map((cell) => element(tag, {}, cell)));
  return element(
    'table',
    {},
    ...(header.length > 0 ? [row(header, 'th')] : []),
    ...rows.map((cells) => row(cells, 'td')),
  );
}

/** The text cut where emphasis begins or ends. */
function runs(text: string, emphasis: readonly Emphasis[], language: Language): readonly Node[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of emphasis)
    for (const cut of [start, end]) if (cut > 0 && cut < text.length) cuts.add(cut);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const covering = emphasis.filter((span) => span.start <= start && span.end >= end);
    return run(text.slice(start, end), covering, language);
  });
}

function run(words: string, covering: readonly Emphasis[], language: Language): Node {
  const strong =
    covering.find((span) => span.strong && span.origin === 'source') ?? covering.find((span) => span.strong);
  const marked = strong ? bold(words, strong.origin, language) : document.createTextNode(words);
  return covering.some(({ underline }) => underline) ? element('u', {}, marked) : marked;
}

/** Bold by rule carries a footnote sign and says what it is: only the source may underline. */
function bold(words: string, origin: Emphasis['origin'], language: Language): HTMLElement {
  return element(
    'b',
    origin === 'rule' ? { class: origin, title: say(WORDS.legendRule, language) } : { class: origin },
    words,
  );
}

/** A clause with the members that are shown, each of the right type; anything else is left out. */
function readClause(value: unknown): readonly Clause[] {
  if (!isObject(value) || typeof value.text !== 'string') return [];
  const { id, number, heading, text, level, role, emphasis, tags } = value;
  return [
    {
      id: typeof id === 'string' ? id : '',
      ...(typeof number === 'string' ? { number } : {}),
      ...(typeof heading === 'string' ? { heading } : {}),
      text,
      level: typeof level === 'number' ? level : 1,
      role: role === 'heading' || role === 'table' ? role : 'clause',
      emphasis: Array.isArray(emphasis) ? emphasis.filter(isEmphasis) : [],
      tags: Array.isArray(tags) ? tags.filter(isTag) : [],
      lines: [0, 0],
    },
  ];
}

function readTable(value: unknown): readonly (readonly [string, Table])[] {
  if (!isObject(value) || typeof value.clause !== 'string' || !isTexts(value.header)) return [];
  const { clause, header, rows } = value;
  return Array.isArray(rows) && rows.every(isTexts) ? [[clause, { header, rows }]] : [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === 'string');
}

function isEmphasis(value: unknown): value is Emphasis {
  return (
    isObject(value) &&
    Number.isInteger(value.start) &&
    Number.isInteger(value.end) &&
    (value.origin === 'source' || value.origin === 'rule')
  );
}

function isTag(value: unknown): value is ClauseTag {
  return isObject(value) && typeof value.kind === 'string';
}
