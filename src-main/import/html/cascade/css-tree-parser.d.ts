/** The parser of css-tree alone: without the tables of its checker, which it looks for on the disk. */
declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';

  const parse: (text: string, options?: ParseOptions) => CssNode;
  export default parse;
}
