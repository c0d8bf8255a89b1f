const HAN = /[\u3400-\u9fff]/g;
const LATIN_WORD = /[A-Za-zÀ-ɏ]{2,}/g;
const CHUNK = 65_536;
/** Share of words from which a second language is part of the document, not a name or a term in it. */
const SECOND_LANGUAGE = 0.2;

/** The language a text is written in. A Latin word counts like two Chinese characters, which say about as much. */
export function languageOf(texts: readonly string[]): 'zh' | 'en' | 'mixed' {
  let chinese = 0;
  let english = 0;
  for (const text of texts)
    for (let at = 0; at < text.length; at += CHUNK) {
      const piece = text.slice(at, at + CHUNK);
      chinese += (piece.match(HAN)?.length ?? 0) / 2;
      english += piece.match(LATIN_WORD)?.length ?? 0;
    }
  const all = chinese + english;
  if (all === 0) return 'zh';
  if (chinese < all * SECOND_LANGUAGE) return chinese < all * 0.08 ? 'en' : 'mixed';
  return english < all * SECOND_LANGUAGE ? 'zh' : 'mixed';
}
