import type { DocxColours } from './colours.ts';
import { readDrawing } from './drawing.ts';
import { DRAWINGS } from './holders.ts';
import { type Ground, PAPER } from './visible.ts';
import { child, chosen, elements, type XmlElement } from './xml.ts';

/**
 * What stands behind the whole text: paper, or the background where Word is told to show it. `beside`: headers and footers, whose
 * drawings lie behind every page.
 */
export function paperOf(
  document: XmlElement,
  settings: XmlElement | undefined,
  beside: readonly XmlElement[],
  colours: DocxColours,
): Ground {
  const background = child(settings, 'w:displayBackgroundShape') && child(document, 'w:background');
  const colour = background ? colours.background(background) : PAPER.colour;
  return {
    colour,
    ...([document, ...beside].some((part) => hasBehind(part, colours)) && { colour: undefined, drawn: true }),
  };
}

/** Whether something is drawn behind the text that is big enough for words to stand on. */
function hasBehind(part: XmlElement, colours: DocxColours): boolean {
  return elements(part.name === 'mc:AlternateContent' ? chosen(part) : part).some((element) => {
    if (!DRAWINGS.has(element.name)) return hasBehind(element, colours);
    const { behind, icon, unseen } = readDrawing(element, colours, PAPER);
    return behind && !icon && unseen === undefined;
  });
}
