/** One element of an XML part. Names carry the prefix that this project uses for their namespace, whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** Namespaces of office documents, transitional and strict, by the prefix under which the readers know them. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
};
const OWN_PREFIXES = new Set(Object.values(PREFIXES));
/** Namespaces that Word knows beside those: alternatives that need one are what it draws. */
const OFFICE =
  /^(?:http:\/\/(?:schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|purl\.oclc\.org)\/|urn:schemas-microsoft-com:)/;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ATTRIBUTE = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Word nests a few dozen deep; a file beyond this is built to hurt. */
const DEEPEST = 400;

/**
 * Parses one XML part: elements, attributes, text. Declared entities are never expanded and nothing outside is ever loaded.
 * @throws Error if the part is not well-formed or nested beyond reason
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  const prefixes: Prefixes = { uris: new Map(), before: [] };
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const until = next === -1 ? text.length : next;
    if (until > at) open.at(-1)?.children.push(unescape(text.slice(at, until)));
    if (next === -1) break;
    at = readMarkup(text, next, open, prefixes);
  }
  const top = root.children.find((child) => typeof child !== 'string');
  if (open.length !== 1 || top === undefined) throw new Error('xml: not complete');
  return top;
}

/** The namespaces in force, and for each open element what it declared otherwise before. */
interface Prefixes {
  readonly uris: Map<string, string>;
  readonly before: (readonly (readonly [prefix: string, uri: string | undefined])[])[];
}

/** Reads what starts with `<` at `at`; gives back where it ends. */
function readMarkup(text: string, at: number, open: XmlElement[], prefixes: Prefixes): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (text.startsWith('<![CDATA[', at)) {
    const end = after(text, ']]>', at + 9);
    open.at(-1)?.children.push(text.slice(at + 9, end - 3));
    return end;
  }
  if (text.startsWith('<!', at)) return after(text, text.slice(at, at + 4096).includes('[') ? ']>' : '>', at);
  const end = after(text, '>', at);
  const tag = text.slice(at + 1, end - 1);
  if (tag.startsWith('/')) {
    const closed = open.pop();
    if (closed === undefined || open.length === 0 || closed.name !== known(tag.slice(1).trim(), prefixes.uris)) {
      throw new Error('xml: end tag without start');
    }
    undeclare(prefixes.uris, prefixes.before.pop());
    return end;
  }
  const { element, declared } = startElement(tag, prefixes.uris);
  open.at(-1)?.children.push(element);
  if (tag.endsWith('/')) undeclare(prefixes.uris, declared);
  else {
    open.push(element);
    prefixes.before.push(declared);
  }
  if (open.length > DEEPEST) throw new Error('xml: nested too deep');
  return end;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found === -1) throw new Error(`xml: no ${mark}`);
  return found + mark.length;
}

type Declared = Prefixes['before'][number];

function startElement(
  tag: string,
  uris: Map<string, string>,
): { readonly element: XmlElement; readonly declared: Declared } {
  const name = /^[^\s/]+/.exec(tag)?.[0];
  if (name === undefined) throw new Error('xml: no name');
  const raw: (readonly [string, string])[] = [];
  const declared: (readonly [string, string | undefined])[] = [];
  for (const [, key = '', double, single] of tag.slice(name.length).matchAll(ATTRIBUTE)) {
    const value = unescape(double ?? single ?? '');
    if (key === 'xmlns' || key.startsWith('xmlns:')) {
      const prefix = key.slice('xmlns:'.length);
      declared.push([prefix, uris.get(prefix)]);
      uris.set(prefix, value);
    } else raw.push([key, value]);
  }
  const attributes = new Map(
    raw.map(([key, value]) => [
      key.includes(':') ? known(key, uris) : key,
      key === 'Requires' ? needed(value, uris) : value,
    ]),
  );
  return { element: { name: known(name, uris), attributes, children: [] }, declared };
}

function undeclare(uris: Map<string, string>, declared: Declared = []): void {
  for (const [prefix, uri] of declared.toReversed()) {
    if (uri === undefined) uris.delete(prefix);
    else uris.set(prefix, uri);
  }
}

/** A name with the prefix of this project; one that only borrows such a prefix is marked. */
function known(name: string, uris: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const uri = uris.get(colon === -1 ? '' : name.slice(0, colon));
  if (uri === undefined) return name;
  const prefix = PREFIXES[uri];
  if (prefix === undefined) return colon > 0 && OWN_PREFIXES.has(name.slice(0, colon)) ? `?${name}` : name;
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

/** What an alternative needs; `?` where it is nothing that Word knows. */
function needed(requires: string, uris: ReadonlyMap<string, string>): string {
  const strange = requires.split(/\s+/).some((prefix) => {
    const uri = uris.get(prefix);
    return uri !== undefined && !OFFICE.test(uri);
  });
  return strange ? '?' : requires;
}

/** Text with its character references resolved. */
export function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Child elements, or those of one name. */
export function elements(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  if (!parent) return [];
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child of a name, or of a path of names. */
export function child(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent;
  for (const name of path) at = elements(at, name)[0];
  return at;
}

/** All elements of a name below, in document order; those inside a found one are not looked for. */
export function descendants(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((element) => (element.name === name ? [element] : descendants(element, name)));
}

/** Of alternatives the first that Word knows, else the one for older programs; never two, or words would stand twice. */
export function chosen(alternatives: XmlElement): XmlElement {
  const choice = elements(alternatives, 'mc:Choice').find(({ attributes }) => attributes.get('Requires') !== '?');
  return choice ?? child(alternatives, 'mc:Fallback') ?? { ...alternatives, children: [] };
}

/** All text below that is text of a document (`w:t`, `m:t`, deleted text, letters drawn as a shape), in order. */
export function textBelow(parent: XmlElement): string {
  // Letters drawn as a shape stand apart from the words around the shape.
  if (parent.name === 'v:textpath') return ` ${parent.attributes.get('string') ?? ''} `;
  return elements(parent.name === 'mc:AlternateContent' ? chosen(parent) : parent)
    .map((element) =>
      /^(?:[wm]:t|w:delText)$/.test(element.name)
        ? element.children.filter((part) => typeof part === 'string').join('')
        : element.name === 'w:p'
          ? `${textBelow(element)} `
          : textBelow(element),
    )
    .join('');
}
