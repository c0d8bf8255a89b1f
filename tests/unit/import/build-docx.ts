import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES =
  `${W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a Word document as the inside of their root elements. */
export interface DocxParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly comments?: string;
  /** The colours of the theme, each as its entry. */
  readonly theme?: string;
  /** What the document says beside its body. */
  readonly background?: string;
  /** Further parts by their names; each is related to the text by its name and as the kind that is its folder. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A Word package with the relationships that Word writes. */
export function buildDocx({
  body,
  styles,
  numbering,
  footnotes,
  header,
  comments,
  theme,
  background = '',
  more = {},
}: DocxParts): Uint8Array {
  const optional = [
    ['styles', 'styles', styles],
    ['numbering', 'numbering', numbering],
    ['footnotes', 'footnotes', footnotes],
    ['header1', 'hdr', header],
    ['comments', 'comments', comments],
  ] as const;
  const present = optional.flatMap(([name, root, inner]) => (inner === undefined ? [] : [{ name, root, inner }]));
  const relations = present.map(
    ({ name }, index) =>
      `<Relationship Id="r${index}" Type="${OFFICE}/${name.replace('1', '')}" Target="${name}.xml"/>`,
  );
  for (const name of Object.keys(more))
    relations.push(`<Relationship Id="${name}" Type="${OFFICE}/${name.split('/')[0] ?? ''}" Target="${name}"/>`);
  if (theme !== undefined) relations.push(`<Relationship Id="theme" Type="${OFFICE}/theme" Target="theme.xml"/>`);
  const rels = (inner: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': rels(relations.join('')),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${NAMESPACES}>${background}<w:body>${body}</w:body></w:document>`,
    ),
    ...(theme === undefined
      ? {}
      : {
          'word/theme.xml': strToU8(
            `<a:theme ${NAMESPACES}><a:themeElements><a:clrScheme>${theme}</a:clrScheme></a:themeElements></a:theme>`,
          ),
        }),
    ...Object.fromEntries(
      Object.entries(more).map(([name, inner]) => [`word/${name}`, strToU8(`<part ${NAMESPACES}>${inner}</part>`)]),
    ),
    ...Object.fromEntries(
      present.map(({ name, root, inner }) => [
        `word/${name}.xml`,
        strToU8(`<w:${root} ${NAMESPACES}>${inner}</w:${root}>`),
      ]),
    ),
  });
}

/** A paragraph of one run; `properties` go into `w:pPr`, `look` into `w:rPr`. */
export function paragraph(text: string, properties = '', look = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text, look)}</w:p>`;
}

export function run(text: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** One level of a list definition. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function list(id: number, depth = 0): string {
  return `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
}
