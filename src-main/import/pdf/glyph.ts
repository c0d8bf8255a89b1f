import type { PdfLibrary } from '../../picture/pdf-library.ts';

/** A page as pdf.js gives it. */
export type Page = Awaited<ReturnType<Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>['getPage']>>;

/** One drawn character (or ligature). Coordinates in points from the top left of the page as it is shown. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
  readonly font: string;
  /** Lies on or under a picture of it: the text layer of a recognised scan. */
  readonly invisible: boolean;
  /** The figure that is drawn, where it is another than the file says. */
  readonly drawn?: string;
  /** Place in the order of drawing. */
  readonly order: number;
}
