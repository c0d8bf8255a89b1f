import { decode } from '../text/encoding.ts';
import { importRefusal } from '../refusals.ts';
import { elements, parseXml, type XmlElement } from './xml.ts';
import type { Package } from './zip.ts';

/** A part of a package as XML; undefined where there is none of that name. */
export function partXml(source: Package, name: string): XmlElement | undefined {
  const bytes = source.part(name);
  return bytes ? parseXml(decode(bytes, declaredWide(bytes)).text) : undefined;
}

/** XML parts are UTF-8 but for the rare UTF-16, which has its mark. */
function declaredWide(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** What a part refers to. */
export function relationships(source: Package, part: string): readonly XmlElement[] {
  const slash = part.lastIndexOf('/');
  return elements(partXml(source, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`), 'Relationship');
}

/** The name of the part that a part refers to. */
export function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** The main part by its relationship, else by its usual name; without one the package is no Word document. */
export function mainPart(source: Package): string {
  const main = relationships(source, '').find(
    ({ attributes }) => attributes.get('Type')?.endsWith('/officeDocument') === true,
  );
  const named = resolve('', main?.attributes.get('Target') ?? 'word/document.xml');
  const isWord = source.names.some((name) => /^\[Content_Types\]\.xml$/i.test(name)) && !/^(?:xl|ppt)\//.test(named);
  if (isWord && source.names.includes(named)) return named;
  if (source.names.includes('word/document.xml')) return 'word/document.xml';
  throw importRefusal('not-word');
}
