/** The small faults that can be planted in a source file, and a choice among them that can be repeated. */
import ts from 'typescript';

/**
 * @typedef {object} Mutant
 * @property {string} file from the checkout's root
 * @property {number} line from 1
 * @property {number} start of what is replaced, in the file's text
 * @property {number} end
 * @property {string} text put in its place
 * @property {string} words what was done, for a person
 */

const { SyntaxKind } = ts;

/** Operators and what each becomes: the neighbour that a slip of the hand, or of the mind, would have written. */
const OPERATORS = new Map([
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.AmpersandAmpersandToken, '||'],
  [SyntaxKind.BarBarToken, '&&'],
  [SyntaxKind.MinusToken, '+'],
  [SyntaxKind.AsteriskToken, '/'],
  [SyntaxKind.SlashToken, '*'],
]);

/** A numeral that is a value, not a place in a type; hexadecimal ones and separators are left as they are written. */
const isPlainNumeral = (node) => ts.isNumericLiteral(node) && /^\d+(?:\.\d+)?$/u.test(node.getText());

/** The replacements for one node, as [what is replaced, by what, in words]. */
function* replacements(node) {
  if (ts.isBinaryExpression(node)) {
    const becomes = OPERATORS.get(node.operatorToken.kind);
    if (becomes) yield [node.operatorToken, becomes];
  }
  if (isPlainNumeral(node)) {
    yield [node, String(Number(node.text) + 1)];
    yield [node, `(${Number(node.text) - 1})`];
  }
  if (node.kind === SyntaxKind.TrueKeyword) yield [node, 'false'];
  if (node.kind === SyntaxKind.FalseKeyword) yield [node, 'true'];
  if (ts.isIfStatement(node)) yield [node.expression, `!(${node.expression.getText()})`];
  if (ts.isConditionalExpression(node)) yield [node.condition, `!(${node.condition.getText()})`];
  // `return undefined` would stay what it is.
  if (ts.isReturnStatement(node) && node.expression && node.expression.getText() !== 'undefined')
    yield [node, 'return;'];
  // What a statement does is left undone.
  if (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression)) yield [node, ';'];
}

const oneLine = (text) => {
  const flat = text.replace(/\s+/gu, ' ');
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
};

/** The scripts of a component, everything else blank: a place in them is the same place in the file. */
function scriptsOf(text) {
  const blank = (part) => part.replace(/[^\n]/gu, ' ');
  let scripts = '';
  for (const { index, 0: whole, 1: script } of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)) {
    const start = index + whole.indexOf('>') + 1;
    scripts += blank(text.slice(scripts.length, start)) + script;
  }
  return scripts;
}

/**
 * Every mutant of a source file, in the order of the text; of a component, those of its scripts.
 *
 * @param {string} file
 * @param {string} text
 * @returns {Mutant[]}
 */
export function mutantsOf(file, text) {
  const written = file.endsWith('.svelte') ? scriptsOf(text) : text;
  const source = ts.createSourceFile(file, written, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found = [];
  const visit = (node) => {
    // Types are gone when the program runs.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    for (const [target, becomes] of replacements(node)) {
      const [start, end] = [target.getStart(source), target.getEnd()];
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      const words = `${oneLine(text.slice(start, end))} → ${oneLine(becomes)}`;
      found.push({ file, line, start, end, text: becomes, words });
    }
    // A numeral that names a property is no value.
    ts.forEachChild(node, (child) => {
      if (!(ts.isPropertyAssignment(node) && child === node.name)) visit(child);
    });
  };
  visit(source);
  return found;
}

/** Numbers from 0 up to below 1 (mulberry32): the same ones for the same seed. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * So many of the items, each at most once, in the order in which the seed draws them.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} count
 * @param {number} seed
 * @returns {Item[]}
 */
export function sample(items, count, seed) {
  const next = seeded(seed);
  const rest = [...items];
  const drawn = [];
  while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(Math.floor(next() * rest.length), 1));
  return drawn;
}
