/**
 * The house's import rules as ESLint rules. The table is the law: a room may use what its row names and nothing else.
 * An import may only point down; rooms on the same floor do not know each other.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cyclesOf } from './import-cycles.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The features, in the order of the rail. The same word names a feature in every layer. */
export const FEATURES = [
  'library',
  'import',
  'review',
  'compare',
  'notices',
  'letters',
  'rights',
  'agenda',
  'evidence',
  'settings',
];

/** From the ground up; the page is a house of its own. An import may only point down. */
export const FLOORS = ['ground', 'middle', 'kernel', 'features', 'entry'];

const GROUND = ['agreement', 'picture', 'ledger', 'store'];
const DOMAIN = ['compare', 'term', 'acceptance', 'letter'];
const MIDDLE = ['contract', 'import', ...DOMAIN, 'pdf'];
const BELOW_KERNEL = [...GROUND, ...MIDDLE];
const HANDLERS = FEATURES.map((feature) => `features/${feature}`);
const PAGES = FEATURES.map((feature) => `page/features/${feature}`);

/**
 * Per room: `uses` other rooms' values, `types` only their types (an import that is gone when the code runs).
 * `pure`: no clock, no chance, no machine; of Node only node:crypto. `electron`, `sqlite`: may import these.
 * Rooms that start with `page` are src-renderer's.
 *
 * @type {Record<string, { floor: string, uses: string[], types?: string[], pure?: true, electron?: true, sqlite?: true }>}
 */
export const ROOMS = {
  agreement: { floor: 'ground', uses: [], pure: true },
  picture: { floor: 'ground', uses: ['agreement'] },
  ledger: { floor: 'ground', uses: ['agreement'], pure: true },
  store: { floor: 'ground', uses: ['agreement', 'ledger'], sqlite: true },

  // The views that cross to the page are made of the domain's own types.
  contract: { floor: 'middle', uses: ['agreement', 'ledger'], types: ['import', ...DOMAIN, 'pdf'], pure: true },
  import: { floor: 'middle', uses: ['agreement', 'picture'] },
  compare: { floor: 'middle', uses: ['agreement'], pure: true },
  term: { floor: 'middle', uses: ['agreement'], pure: true },
  acceptance: { floor: 'middle', uses: ['agreement', 'ledger'], pure: true },
  letter: { floor: 'middle', uses: ['agreement'], pure: true },
  // Typesetting knows the shape of what it sets, but computes none of it.
  pdf: { floor: 'middle', uses: ['agreement', 'picture', 'ledger'], types: DOMAIN },

  kernel: { floor: 'kernel', uses: BELOW_KERNEL },
  // A feature moves another one only through a port or an event of the kernel.
  ...Object.fromEntries(HANDLERS.map((room) => [room, { floor: 'features', uses: [...BELOW_KERNEL, 'kernel'] }])),
  // The shell meets the store only through the kernel; no feature knows the shell.
  shell: { floor: 'features', uses: ['agreement', 'picture', ...MIDDLE, 'kernel'], electron: true },
  'preload.ts': { floor: 'entry', uses: [], types: ['contract'], electron: true },

  'record-kinds.ts': { floor: 'entry', uses: ['kernel', ...HANDLERS] },
  'handlers.ts': { floor: 'entry', uses: [...BELOW_KERNEL, 'kernel', ...HANDLERS, 'record-kinds.ts'] },
  'composition.ts': {
    floor: 'entry',
    uses: [...BELOW_KERNEL, 'kernel', ...HANDLERS, 'shell', 'handlers.ts'],
    electron: true,
  },
  'index.ts': { floor: 'entry', uses: [...BELOW_KERNEL, 'kernel', 'shell', 'composition.ts'], electron: true },
  cli: { floor: 'entry', uses: [...BELOW_KERNEL, 'kernel', ...HANDLERS, 'handlers.ts', 'record-kinds.ts'] },
  'cli.ts': { floor: 'entry', uses: [...BELOW_KERNEL, 'kernel', 'cli'] },

  'page/ui': { floor: 'middle', uses: ['page/kernel'], types: ['contract'] },
  'page/kernel': { floor: 'ground', uses: [], types: ['contract'] },
  ...Object.fromEntries(
    PAGES.map((room) => [room, { floor: 'features', uses: ['page/ui', 'page/kernel'], types: ['contract'] }]),
  ),
  'page/frame': { floor: 'entry', uses: ['page/ui', 'page/kernel', ...PAGES], types: ['contract'] },
  'page/main.ts': { floor: 'entry', uses: ['page/ui', 'page/kernel', 'page/frame'], types: ['contract'] },
};

/**
 * Which room a file stands in: a folder, a single file of the entry, or one feature. Undefined outside the house (tests,
 * tools). Assets are tables that any room may read.
 */
export function roomOf(file, root = ROOT) {
  const [top, folder, feature] = relative(root, file).split(sep);
  if (top === 'assets') return 'assets';
  if (top !== 'src-main' && top !== 'src-renderer') return undefined;
  const room = folder === 'features' ? `features/${feature}` : folder;
  return top === 'src-renderer' ? `page/${room}` : room;
}

const NODE_ALLOWED_WHERE_PURE = new Set(['node:crypto']);

/** What is wrong with one import, as a sentence; undefined if nothing is. */
export function faultOf({ file, source, typeOnly, root = ROOT }) {
  const room = roomOf(file, root);
  if (room === undefined) return undefined;
  const rules = ROOMS[room];
  if (!rules) return `${room} is not a room of the house: give it a row in .config/house.mjs`;
  return source.startsWith('.')
    ? faultOfNeighbour(room, rules, roomOf(resolve(dirname(file), source), root) ?? 'outside the house', typeOnly)
    : faultOfPackage(room, rules, source);
}

function faultOfNeighbour(room, rules, target, typeOnly) {
  if (target === room || target === 'assets' || rules.uses.includes(target)) return undefined;
  if (rules.types?.includes(target))
    return typeOnly ? undefined : `${room} may import only types from ${target}: write \`import type\``;
  const floors = ROOMS[target] ? ` (${ROOMS[target].floor} from ${rules.floor})` : '';
  return `${room} may not import from ${target}${floors}`;
}

function faultOfPackage(room, rules, source) {
  if (source === 'electron' || source.startsWith('electron/'))
    return rules.electron ? undefined : `${room} may not import electron: only the shell knows it`;
  if (source === 'better-sqlite3')
    return rules.sqlite ? undefined : `${room} may not import better-sqlite3: only the store knows it`;
  if (room.startsWith('page/') && source.startsWith('node:')) return 'the page has no Node';
  if (rules.pure && source.startsWith('node:') && !NODE_ALLOWED_WHERE_PURE.has(source))
    return `${room} is pure: it may not import ${source}`;
  return undefined;
}

const importVisitor = (context) => {
  const check = (node, source, typeOnly) => {
    if (typeof source?.value !== 'string') return;
    const fault = faultOf({ file: context.filename, source: source.value, typeOnly });
    if (fault) context.report({ node, message: fault });
  };
  return {
    ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
    ImportExpression: (node) => check(node, node.source, false),
    TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
  };
};

const IMPURE_CALLS = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now'],
  crypto: ['randomUUID', 'getRandomValues'],
};

const purityVisitor = (context) => {
  const room = roomOf(context.filename);
  if (room === undefined || !ROOMS[room]?.pure) return {};
  const report = (node, what) => context.report({ node, message: `${room} is pure: ${what} is passed in` });
  return {
    'NewExpression[callee.name="Date"][arguments.length=0]': (node) => report(node, 'the time'),
    'CallExpression[callee.name="Date"]': (node) => report(node, 'the time'),
    'Identifier[name="process"]': (node) => {
      const reference = context.sourceCode.getScope(node).references.find(({ identifier }) => identifier === node);
      if (reference && !reference.resolved?.defs.length) report(node, 'what the process knows');
    },
    MemberExpression: (node) => {
      const impure = IMPURE_CALLS[node.object.name] ?? [];
      if (impure.includes(node.property.name)) report(node, node.object.name === 'Math' ? 'chance' : 'time or chance');
    },
  };
};

const cycleVisitor = (context) => ({
  Program: (node) => {
    const cycle = cyclesOf(ROOT).get(context.filename);
    if (cycle) context.report({ node, message: `Imports go in a circle: ${cycle.join(' → ')}` });
  },
});

/** Where an entry of the ledger is made: `record()`, over its one writer. The store's own room only stores it. */
const LEDGER_WRITERS = new Set(['src-main/kernel/record.ts', 'src-main/kernel/ledger-writer.ts']);
const WRITES = new Set(['append', 'add']);

const ledgerVisitor = (context) => {
  const file = relative(ROOT, context.filename).split(sep).join('/');
  if (!file.startsWith('src-main/') || LEDGER_WRITERS.has(file)) return {};
  const isLedger = (node) =>
    node?.name === 'ledger' || node?.property?.name === 'ledger' || node?.property?.value === 'ledger';
  const report = (node) => context.report({ node, message: 'Only record() of the kernel writes into the ledger' });
  return {
    MemberExpression: (node) => {
      if (WRITES.has(node.property.name ?? node.property.value) && isLedger(node.object)) report(node);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== 'ObjectPattern') return;
      const names = (pattern) => (pattern?.properties ?? []).filter(({ key }) => WRITES.has(key?.name));
      if (isLedger(init)) names(id).forEach(report);
      for (const { key, value } of id.properties) if (key?.name === 'ledger') names(value).forEach(report);
    },
  };
};

/** Calls of the main side and of what shows their failures: work for a named handler, never for an attribute. */
const WORK = new Set(['call', 'attempt']);

/** Markup says what is shown and who handles what; how it is handled stands in the script under a name. */
const markupVisitor = (context) => {
  let inMarkup = 0;
  const enter = () => void (inMarkup += 1);
  const leave = () => void (inMarkup -= 1);
  const report = (node, what) => {
    if (inMarkup > 0) context.report({ node, message: `${what} in markup: give it a name in the script` });
  };
  return {
    SvelteMustacheTag: enter,
    'SvelteMustacheTag:exit': leave,
    'ArrowFunctionExpression > BlockStatement': (node) => report(node, 'A function body'),
    AwaitExpression: (node) => report(node, 'Waiting'),
    CallExpression: (node) => {
      if (WORK.has(node.callee.name ?? node.callee.property?.name)) report(node, 'A call');
    },
  };
};

/** A component's script runs as one function: what is longer is two components, or a class beside it. */
const LONGEST_SCRIPT = 150;

const scriptVisitor = (context) => ({
  SvelteScriptElement: (node) => {
    const lines = node.loc.end.line - node.loc.start.line - 1;
    if (lines > LONGEST_SCRIPT)
      context.report({ node, message: `A script of ${lines} lines; ${LONGEST_SCRIPT} are the most` });
  },
});

/** Casts around an expression, from the inside out. */
function castsAround(node) {
  const casts = [];
  for (let at = node.parent; at?.type === 'TSAsExpression' || at?.type === 'TSTypeAssertion'; at = at.parent)
    casts.push(at);
  return casts;
}

/** What was stored or came from outside is a value of unknown shape until something has looked at it. */
const parsedJsonVisitor = (context) => ({
  "CallExpression[callee.object.name='JSON'][callee.property.name='parse']": (node) => {
    const believed = castsAround(node).some(({ typeAnnotation }) => typeAnnotation.type !== 'TSUnknownKeyword');
    if (believed)
      context.report({ node, message: 'JSON.parse gives a value of unknown shape: parse it, do not cast it' });
  },
});

/** What finds something by the words in it: the words are its first argument, or the named option of a later one. */
const FINDS_BY_WORDS = new Set(['getByText', 'getByLabel', 'getByPlaceholder', 'getByTitle', 'getByAltText']);
const FINDS_BY_OPTION = { getByRole: ['name'], locator: ['hasText', 'hasNotText'], filter: ['hasText', 'hasNotText'] };
/** What makes the words of a key; its argument is no text. */
const SAYS = new Set(['zh', 'en', 'said', 'saidWhole', 'saidFirst', 'say', 'sentence']);
const HAN = /\p{Script=Han}/u;
const WORD = /\p{L}{2}|\p{Script=Han}/u;

/** Texts that stand literally in an expression, those of expressions without their classes. */
function textsIn(node) {
  if (node === null || typeof node?.type !== 'string') return [];
  if (node.type === 'CallExpression' && SAYS.has(node.callee.name)) return [];
  if (node.type === 'TemplateElement') return [node.value.cooked ?? ''];
  if (node.type === 'Literal')
    return [node.regex ? node.regex.pattern.replace(/\\[pP]\{[^}]*\}|\\./gu, ' ') : String(node.value)];
  return Object.entries(node)
    .filter(([name]) => name !== 'parent' && name !== 'property' && name !== 'flags')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]).flatMap(textsIn));
}

/** Tests in Electron find things through page objects, and these by role and key: the words of a screen stand once. */
const foundByKeyVisitor = (context) => {
  const file = relative(ROOT, context.filename).split(sep).join('/');
  if (!file.startsWith('tests/e2e/')) return {};
  return {
    'CallExpression[callee.type="MemberExpression"]': ({ callee, arguments: given }) => {
      const { name } = callee.property;
      const options = given
        .flatMap((each) => (each.type === 'ObjectExpression' ? each.properties : []))
        .filter(({ key }) => FINDS_BY_OPTION[name]?.includes(key?.name))
        .map(({ value }) => value);
      const looked = [...(FINDS_BY_WORDS.has(name) ? given.slice(0, 1) : []), ...options];
      const literal = looked.find((each) => textsIn(each).some((text) => WORD.test(text)));
      const selector = name === 'locator' && given.slice(0, 1).find((each) => textsIn(each).some((it) => HAN.test(it)));
      if (literal ?? selector)
        context.report({
          node: literal ?? selector,
          message: 'What a screen shows is found by its key, in tests/e2e/pages',
        });
    },
  };
};

const rule = (description, create) => ({ meta: { type: 'problem', docs: { description }, schema: [] }, create });

export const house = {
  meta: { name: 'house' },
  rules: {
    floors: rule('An import may only point down, along the table of rooms', importVisitor),
    pure: rule('Pure rooms are given the time and chance', purityVisitor),
    'one-ledger-writer': rule('Only record() writes into the ledger', ledgerVisitor),
    'plain-markup': rule('Handlers have names; markup holds no work', markupVisitor),
    'short-scripts': rule('A component does one thing', scriptVisitor),
    'parsed-json': rule('What JSON.parse gives is parsed, never cast', parsedJsonVisitor),
    'found-by-key': rule('Tests in Electron find what a screen shows by its key', foundByKeyVisitor),
    'no-cycles': rule('No module imports itself through others', cycleVisitor),
  },
};
