/** A piece of a sentence; a long quotation in it has its beginning apart. */
export interface QuotePart {
  readonly text: string;
  readonly short?: string;
}

/** How long a quotation is shown whole: in half-width letters, of which a Chinese one takes two. */
const ROOM = 110;

const widthOf = (letter: string): number => (/[\p{Script=Han}，。；：、！？（）《》]/u.test(letter) ? 2 : 1);

/** As many letters as have room, up to the last word that is whole. */
function beginning(quote: string): string {
  let [room, end] = [ROOM, 0];
  for (const letter of quote) {
    room -= widthOf(letter);
    if (room < 0) break;
    end += letter.length;
  }
  const short = quote.slice(0, end);
  return end === quote.length ? quote : short.replace(/\s+[A-Za-z]*$/u, '');
}

/** A sentence in pieces, its long quotations apart from its own words. */
export function quoteParts(text: string): readonly QuotePart[] {
  return text.split(/(?<=“)([^“”]+)(?=”)/u).map((piece, index) => {
    const short = index % 2 === 1 ? beginning(piece) : piece;
    return short === piece ? { text: piece } : { text: piece, short };
  });
}
