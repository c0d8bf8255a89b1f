import type { TextLine } from './lines.ts';

/** Something with a height that stands on one page, drawn from its upper left corner. Lengths in points. */
export interface Box {
  readonly height: number;
  /** Space above, dropped at the head of a page. */
  readonly gap: number;
  /** May a page end before this box? `force`: it must. */
  readonly before: 'allowed' | 'avoid' | 'force';
  readonly content: BoxContent;
  readonly anchor?: string | undefined;
  /** Drawn again above this box when it is the first of a page: the header of its table. */
  readonly repeat?: Box | undefined;
}

export interface Cell {
  readonly lines: readonly TextLine[];
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

export type BoxContent =
  | {
      readonly kind: 'line';
      readonly line: TextLine;
      readonly size: number;
      readonly left: number;
      readonly align: 'left' | 'center';
      /** Number or label standing before the text, `left` points into the text area. */
      readonly number?: { readonly text: string; readonly left: number } | undefined;
      readonly barred?: boolean | undefined;
      /** Underlines from here to the end of the text area: the value of a field. */
      readonly ruleFrom?: number | undefined;
      readonly linkTo?: string | undefined;
    }
  | { readonly kind: 'row'; readonly cells: readonly Cell[]; readonly size: number; readonly leading: number }
  | { readonly kind: 'frame'; readonly lines: readonly TextLine[]; readonly size: number; readonly leading: number }
  | {
      readonly kind: 'hand';
      readonly label: string;
      /** As it is printed beside the line. */
      readonly name: string;
      readonly size: number;
      /** Of those who sign one below the other: the room of the longest label in points, and the day behind the line. */
      readonly room?: number;
      readonly date?: string;
    }
  | {
      readonly kind: 'seal';
      readonly zone: string;
      readonly lines: readonly string[];
      /** Of another party that seals beside it. */
      readonly other?: readonly string[] | undefined;
      readonly size: number;
      readonly leading: number;
    }
  | { readonly kind: 'ruler'; readonly millimetres: number }
  | { readonly kind: 'nothing' };
