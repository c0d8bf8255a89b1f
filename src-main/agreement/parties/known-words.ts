/** How far pieces of names are known from agreements of other providers and made-up ones: pairs of Chinese letters, Latin words written small. */
export interface KnownWords {
  /** 0: many texts have it; 1: some do; 2: hardly one does. */
  readonly rarity: (piece: string) => 0 | 1 | 2;
}

/** The words of texts as they are kept: each list parted by blanks, Chinese pairs without any. */
export interface KeptWords {
  readonly many: KeptPieces;
  readonly some: KeptPieces;
}
interface KeptPieces {
  readonly pairs: string;
  readonly words: string;
}

/** The known words out of the lists that are kept. */
export function knownWords({ many, some }: KeptWords): KnownWords {
  const [often, seldom] = [many, some].map(
    ({ pairs, words }) => new Set([...(pairs.match(/../gsu) ?? []), ...words.split(' ')]),
  );
  return { rarity: (piece) => (often?.has(piece) ? 0 : seldom?.has(piece) ? 1 : 2) };
}

/** The pieces of a text, each once. */
export function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 2 <= run.length; at += 1) pieces.add(run.slice(at, at + 2));
  for (const [word] of text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{N}]+/gu)) pieces.add(word.toLowerCase());
  return pieces;
}
