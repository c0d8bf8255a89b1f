import { child, type XmlElement } from './xml.ts';

/** Elements of a paragraph that only hold runs: the reading goes into them. */
export const HOLDS_RUNS: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:fldSimple',
  'w:customXml',
  'w:ruby',
  'w:rubyBase',
]);
/** Elements of a paragraph that turn the runs in them around. */
export const TURNS_RUNS: ReadonlySet<string> = new Set(['w:bdo', 'w:dir']);
/** Elements of a text that only hold paragraphs and tables. */
export const HOLDS_BLOCKS: ReadonlySet<string> = new Set([
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdtContent',
]);
/** Elements of a run that are drawn; boxes of text may be in them. */
export const DRAWINGS: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

/** What stands in a control of a text, and whether that is the table of contents, which is no text of its own. */
export function controlled(control: XmlElement): {
  readonly content: XmlElement | undefined;
  readonly contents: boolean;
} {
  const gallery = child(control, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes.get('w:val') ?? '';
  return { content: child(control, 'w:sdtContent'), contents: /table of contents/i.test(gallery) };
}
