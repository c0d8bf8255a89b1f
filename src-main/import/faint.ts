import { type Colour, contrast, over } from './html/cascade/values.ts';

/** Below this share of what stands behind it shining through, or this contrast, words are not seen. */
const FAINTEST = 0.05;
const LEAST_CONTRAST = 1.15;

/** Whether so little of something is drawn, from 0 to 1, that nobody sees it. */
export const isFaint = (share: number): boolean => share <= FAINTEST;

/** Whether a colour cannot be told from what stands behind it. */
export const isLost = (colour: Colour, behind: Colour): boolean =>
  contrast(over(colour, behind), behind) < LEAST_CONTRAST;
