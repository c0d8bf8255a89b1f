import { child, elements, type XmlElement } from './xml.ts';

/** A formula in one line: fractions with a stroke, roots and powers by their signs, in brackets where they need them. */
export function formula(element: XmlElement): string {
  const inner = (name: string): string => {
    const text = formula(child(element, name) ?? { ...element, children: [] });
    return /^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`;
  };
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return element.children.filter((text) => typeof text === 'string').join('');
    case 'm:f':
      return `${inner('m:num')}/${inner('m:den')}`;
    case 'm:rad':
      return `√${inner('m:e')}`;
    case 'm:sSup':
      return `${inner('m:e')}^${inner('m:sup')}`;
    case 'm:sSub':
      return `${inner('m:e')}_${inner('m:sub')}`;
    case 'm:d':
      return `(${elements(element, 'm:e').map(formula).join(', ')})`;
    default:
      return elements(element).map(formula).join('');
  }
}
