/** A sentence in both languages of the product. zh-CN is written first and is the default. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

/** A name as it stands inside an English sentence: its capital goes, unless the word is all capitals (VAT, AI). */
export function inSentence({ zh, en }: Bilingual): Bilingual {
  return { zh, en: /^[A-Z][a-z]/u.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en };
}

/** One step of a computed date or amount: what was done, and the clause, statute article or calendar row it rests on. */
export interface WorkingStep {
  readonly text: Bilingual;
  /** Clause of the agreement, as id and number as written. */
  readonly clause?: { readonly id?: string; readonly number?: string; readonly quote?: string };
  /** Statute article, e.g. `民法典第203条`. */
  readonly statute?: Bilingual;
  /** Row of a shipped calendar, e.g. `2026-10-01 国庆节`. */
  readonly calendar?: string;
}
