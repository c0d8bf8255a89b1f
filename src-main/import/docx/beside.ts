import type { LeftOut } from '../left-out.ts';
import { holdsSentence } from '../holds-sentence.ts';
import type { DocxColours } from './colours.ts';
import { readDrawing } from './drawing.ts';
import { DRAWINGS } from './holders.ts';
import { PAPER } from './visible.ts';
import { chosen, elements, textBelow, type XmlElement } from './xml.ts';

/**
 * A header or footer: told to `left`, with its watermark and its pictures apart. Gives back its words paragraph by paragraph, for a
 * header may name the paper among other things.
 */
export function readBeside(part: XmlElement, colours: DocxColours, left: LeftOut): readonly string[] {
  const paragraphs: string[] = [];
  const story = (parent: XmlElement): void => {
    for (const element of elements(parent.name === 'mc:AlternateContent' ? chosen(parent) : parent)) {
      if (element.name !== 'w:p') story(element);
      else {
        const drawings: XmlElement[] = [];
        paragraphs.push(textBelow(withoutDrawings(element, drawings)));
        for (const drawing of drawings) drawn(drawing);
      }
    }
  };
  const drawn = (drawing: XmlElement): void => {
    const { boxes, words, pictures, icon, caption } = readDrawing(drawing, colours, PAPER);
    for (const { content } of boxes) story(content);
    for (const text of words) {
      left.add('watermark', text);
      if (holdsSentence(text)) left.asks('watermark');
    }
    if (pictures > 0) left.picture(caption, icon);
  };
  story(part);
  const words = paragraphs.join(' ');
  left.add('header-footer', words);
  // A title, a name or a number of the page is no matter of the agreement; a sentence may be.
  if (holdsSentence(words)) left.asks('header-footer');
  return paragraphs;
}

/** An element as it is without what is drawn in it, which comes into `drawings`. */
function withoutDrawings(element: XmlElement, drawings: XmlElement[]): XmlElement {
  const children = (element.name === 'mc:AlternateContent' ? chosen(element) : element).children.flatMap(
    (inner): (XmlElement | string)[] => {
      if (typeof inner === 'string') return [inner];
      if (!DRAWINGS.has(inner.name)) return [withoutDrawings(inner, drawings)];
      drawings.push(inner);
      return [];
    },
  );
  return { name: element.name === 'mc:AlternateContent' ? '' : element.name, attributes: element.attributes, children };
}
