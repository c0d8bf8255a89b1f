import type { Revision } from '../left-out.ts';
import type { XmlElement } from './xml.ts';

/** Whether an element holds words that a reviewer put in (or moved to here). */
export const isInserted = ({ name }: XmlElement): boolean => name === 'w:ins' || name === 'w:moveTo';

/** Who made a revision and when, as the file has it. */
export function revisionOf(element: XmlElement | undefined): Revision {
  return { who: element?.attributes.get('w:author'), when: element?.attributes.get('w:date') };
}
