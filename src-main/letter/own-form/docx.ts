import { sentence } from '../../agreement/sentence.ts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Refusal } from '../../agreement/refusal.ts';
import { type DocxPlace, placesOf } from './docx-places.ts';
import { encoded, type Paragraph, readPart } from './docx-text.ts';
import type { FormPlace } from './own-form.ts';

/** Words of a paragraph; `place` where a value stands or is still to be written. */
export interface DocxWords {
  readonly text: string;
  readonly place?: string;
}

/** What a form may unpack to: far beyond any form, far below what would hurt. */
const MAX_UNPACKED = 120_000_000;
const TEXT_PARTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/u;
/** ZIP knows no earlier time; the same values give the same file. */
const NO_TIME = new Date(1980, 0, 1);

function unpack(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return total <= MAX_UNPACKED;
      },
    });
    if (total > MAX_UNPACKED || !parts['word/document.xml']) throw new Error('not a Word document');
    return parts;
  } catch (cause) {
    throw new Refusal(
      'form-unreadable',
      sentence('letter.docx.form-unreadable'),
      sentence('letter.docx.form-unreadable.next'),
      { cause },
    );
  }
}

/** Body first, then headers and footers. */
const textParts = (parts: Readonly<Record<string, Uint8Array>>): readonly string[] =>
  Object.keys(parts)
    .filter((name) => TEXT_PARTS.test(name))
    .toSorted((a, b) => Number(b === 'word/document.xml') - Number(a === 'word/document.xml') || a.localeCompare(b));

/** The places of a Word form that wait for a value. @throws Refusal `form-unreadable`. */
export function docxPlaces(bytes: Uint8Array): readonly FormPlace[] {
  const parts = unpack(bytes);
  return textParts(parts).flatMap((name) =>
    placesOf(readPart(strFromU8(parts[name] ?? new Uint8Array())), name).map(
      ({ paragraph: _, start: _start, end: _end, ...place }) => place,
    ),
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const textTag = (text: string): string => `<w:t xml:space="preserve">${text}`;

/** The paragraph's texts with the values in them: a value takes the look of the place where it begins. */
function editsOf(paragraph: Paragraph, places: readonly DocxPlace[], values: ReadonlyMap<string, string>): Edit[] {
  const written = places.flatMap((place) => {
    const value = values.get(place.id);
    return value === undefined ? [] : [{ ...place, value }];
  });
  if (written.length === 0) return [];
  const last = paragraph.nodes.at(-1);
  if (!last) {
    const run = `<w:r>${paragraph.mark}${textTag(encoded(written.map(({ value }) => value).join('')))}</w:t></w:r>`;
    const { end, empty } = paragraph;
    return [{ start: end, end: empty ? end + 2 : end, text: empty ? `>${run}</w:p>` : run }];
  }
  let offset = 0;
  return paragraph.nodes.flatMap((node) => {
    const from = offset;
    offset += node.text.length;
    const here = written.filter(
      ({ start, end }) => start < offset || (end === offset && start === end && node === last),
    );
    const touching = here.filter(({ start, end }) => end > from || (start === end && start >= from));
    if (touching.length === 0) return [];
    let text = '';
    let at = from;
    for (const { start, end, value } of touching) {
      text += encoded(node.text.slice(at - from, Math.max(start, from) - from));
      if (start >= from) text += encoded(value);
      at = Math.min(end, offset);
    }
    text += encoded(node.text.slice(at - from));
    return [{ start: node.tag, end: node.end, text: textTag(text) }];
  });
}

function fillPart(xml: string, part: string, values: ReadonlyMap<string, string>): string {
  const text = readPart(xml);
  const places = placesOf(text, part);
  const edits = text.paragraphs
    .flatMap((paragraph) =>
      editsOf(
        paragraph,
        places.filter((place) => place.paragraph === paragraph),
        values,
      ),
    )
    .toSorted((a, b) => a.start - b.start);
  let at = 0;
  const pieces = edits.map(({ start, end, text: replacement }) => {
    const piece = xml.slice(at, start) + replacement;
    at = end;
    return piece;
  });
  return pieces.join('') + xml.slice(at);
}

/**
 * The same Word file with values at its places (by id); everything else stays byte for byte. A mark stands as a paragraph of its own
 * before all others.
 */
export function fillDocx(bytes: Uint8Array, values: ReadonlyMap<string, string>, mark?: string): Uint8Array {
  const parts = unpack(bytes);
  const filled = Object.fromEntries(
    Object.entries(parts).map(([name, content]) => {
      if (!TEXT_PARTS.test(name)) return [name, content];
      const xml = fillPart(strFromU8(content), name, values);
      return [name, strToU8(name === 'word/document.xml' && mark !== undefined ? markedPart(xml, mark) : xml)];
    }),
  );
  return zipSync(filled, { mtime: NO_TIME, level: 6 });
}

/** The body with the mark first, in the prefix that the file has for its words. */
function markedPart(xml: string, mark: string): string {
  return xml.replace(
    /<((?:[\w.-]+:)?)body\b[^>]*>/u,
    (body, prefix: string) =>
      `${body}<${prefix}p><${prefix}r><${prefix}rPr><${prefix}b/></${prefix}rPr><${prefix}t>${encoded(mark)}</${prefix}t></${prefix}r></${prefix}p>`,
  );
}

/** The words of a Word form as far as they can be shown without Word, paragraph by paragraph, with values in place. */
export function docxWords(bytes: Uint8Array, values: ReadonlyMap<string, string>): readonly (readonly DocxWords[])[] {
  const parts = unpack(bytes);
  const [name = 'word/document.xml'] = textParts(parts);
  const text = readPart(strFromU8(parts[name] ?? new Uint8Array()));
  const places = placesOf(text, name);
  return text.paragraphs.map((paragraph) => {
    let at = 0;
    const words = places
      .filter((place) => place.paragraph === paragraph)
      .flatMap(({ id, start, end }): readonly DocxWords[] => {
        const before = paragraph.text.slice(at, start);
        const value = values.get(id) ?? paragraph.text.slice(start, end);
        at = end;
        return [...(before === '' ? [] : [{ text: before }]), { text: value, place: id }];
      });
    return [...words, ...(at < paragraph.text.length ? [{ text: paragraph.text.slice(at) }] : [])];
  });
}
