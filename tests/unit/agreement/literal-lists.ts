import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A list or record written out in a source, most of whose words are from a vocabulary that has its own table. */
export interface LiteralList {
  readonly line: number;
  readonly words: readonly string[];
}

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) return textOf(node.name);
  return undefined;
};

/** The words of an array of strings, a union of strings or an expression, the names of a record; undefined for all else. */
function wordsOf(node: ts.Node): readonly string[] | undefined {
  if (ts.isArrayLiteralExpression(node))
    return node.elements.flatMap((each) => (ts.isStringLiteralLike(each) ? [each.text] : []));
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap((each) => textOf(each) ?? []);
  if (ts.isRegularExpressionLiteral(node)) return node.text.replace(/\/[a-z]*$/u, '').match(/[a-z][a-z-]*/gu) ?? [];
  if (ts.isUnionTypeNode(node))
    return node.types.flatMap((each) => (ts.isLiteralTypeNode(each) ? (textOf(each.literal) ?? []) : []));
  return undefined;
}

/**
 * Lists and records of a TypeScript or Svelte text that hold at least `atLeast` words of the vocabulary, and little else:
 * three in four. Other vocabularies share a word or two.
 */
export function literalLists(text: string, vocabulary: ReadonlySet<string>, atLeast = 3): readonly LiteralList[] {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const found: LiteralList[] = [];
  const visit = (node: ts.Node): void => {
    const words = wordsOf(node) ?? [];
    const known = words.filter((word) => vocabulary.has(word));
    if (known.length >= atLeast && known.length * 4 >= words.length * 3)
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, words: known });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Scripts of a Svelte component; any other text as it is. */
const scripts = (name: string, text: string): string =>
  name.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/gu)].map(([, script]) => script).join('\n')
    : text;

/** Sources of the product under these folders: path from the root of the checkout, and text (of a component, its scripts). */
export function sources(folders: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|svelte|mjs)$/u.test(name))
      .map((name) => {
        const path = join(folder, name);
        return { path, text: scripts(name, readFileSync(path, 'utf8')) };
      }),
  );
}
