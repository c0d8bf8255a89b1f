/**
 * The house's import rules as ESLint rules. The table is the law: a room may use what its row names and nothing else.
 * An import may only point down; rooms on the same floor do not know each other.
 */
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cyclesOf } from './import-cycles.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const FLOOR_1 = ['agreement', 'ledger', 'store'];
const DOMAIN = ['compare', 'term', 'acceptance', 'letter'];
const FLOOR_2 = ['contract', 'import', ...DOMAIN, 'pdf'];
const BELOW_DESK = [...FLOOR_1, ...FLOOR_2];

/**
 * Per room: `uses` other rooms' values, `types` only their types (an import that is gone when the code runs).
 * `pure`: no clock, no chance, no machine; of Node only node:crypto. `electron`, `sqlite`: may import these.
 *
 * @type {Record<string, { floor: number, uses: string[], types?: string[], pure?: true, electron?: true, sqlite?: true }>}
 */
export const ROOMS = {
  agreement: { floor: 1, uses: [], pure: true },
  ledger: { floor: 1, uses: ['agreement'], pure: true },
  store: { floor: 1, uses: ['agreement', 'ledger'], sqlite: true },

  // The views that cross to the page are made of the domain's own types.
  contract: { floor: 2, uses: ['agreement', 'ledger'], types: ['import', ...DOMAIN, 'pdf'], pure: true },
  import: { floor: 2, uses: ['agreement'] },
  compare: { floor: 2, uses: ['agreement'], pure: true },
  term: { floor: 2, uses: ['agreement'], pure: true },
  acceptance: { floor: 2, uses: ['agreement', 'ledger'], pure: true },
  letter: { floor: 2, uses: ['agreement'], pure: true },
  // Typesetting knows the shape of what it sets, but computes none of it.
  pdf: { floor: 2, uses: ['agreement', 'ledger'], types: DOMAIN },

  desk: { floor: 3, uses: BELOW_DESK },
  // The shell meets the store only through a desk; no desk knows the shell.
  shell: { floor: 3, uses: ['agreement', ...FLOOR_2, 'desk'], electron: true },
  'preload.ts': { floor: 3, uses: [], types: ['contract'], electron: true },

  'index.ts': { floor: 4, uses: [...BELOW_DESK, 'desk', 'shell', 'composition.ts'], electron: true },
  'composition.ts': { floor: 4, uses: [...BELOW_DESK, 'desk', 'shell'], electron: true },
  'cli.ts': { floor: 4, uses: [...BELOW_DESK, 'desk', 'cli'] },
  cli: { floor: 4, uses: [...BELOW_DESK, 'desk'] },

  renderer: { floor: 4, uses: [], types: ['contract'] },
};

/** Which room a file stands in; undefined outside the house (tests, tools). Assets are tables that any room may read. */
export function roomOf(file, root = ROOT) {
  const [top, next] = relative(root, file).split(sep);
  if (top === 'src-renderer') return 'renderer';
  if (top === 'assets') return 'assets';
  return top === 'src-main' ? next : undefined;
}

const NODE_ALLOWED_WHERE_PURE = new Set(['node:crypto']);

/** What is wrong with one import, as a sentence; undefined if nothing is. */
export function faultOf({ file, source, typeOnly, root = ROOT }) {
  const room = roomOf(file, root);
  if (room === undefined) return undefined;
  const rules = ROOMS[room];
  if (!rules) return `src-main/${room} is not a room of the house: give it a row in .config/house.mjs`;
  return source.startsWith('.')
    ? faultOfNeighbour(room, rules, roomOf(resolve(dirname(file), source), root) ?? 'outside the house', typeOnly)
    : faultOfPackage(room, rules, source);
}

function faultOfNeighbour(room, rules, target, typeOnly) {
  if (target === room || target === 'assets' || rules.uses.includes(target)) return undefined;
  if (rules.types?.includes(target))
    return typeOnly ? undefined : `${room} may import only types from ${target}: write \`import type\``;
  const floors = ROOMS[target] ? ` (floor ${ROOMS[target].floor} from floor ${rules.floor})` : '';
  return `${room} may not import from ${target}${floors}`;
}

function faultOfPackage(room, rules, source) {
  if (source === 'electron' || source.startsWith('electron/'))
    return rules.electron ? undefined : `${room} may not import electron: only the shell knows it`;
  if (source === 'better-sqlite3')
    return rules.sqlite ? undefined : `${room} may not import better-sqlite3: only the store knows it`;
  if (room === 'renderer' && source.startsWith('node:')) return 'the page has no Node';
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

const rule = (description, create) => ({ meta: { type: 'problem', docs: { description }, schema: [] }, create });

export const house = {
  meta: { name: 'house' },
  rules: {
    floors: rule('An import may only point down, along the table of rooms', importVisitor),
    pure: rule('Pure rooms are given the time and chance', purityVisitor),
    'no-cycles': rule('No module imports itself through others', cycleVisitor),
  },
};
