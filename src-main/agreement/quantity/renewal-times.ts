import { NUMBER, readNumber } from './written-numbers.ts';

const TERMS = String.raw`(?:(?:renewal|additional|successive|further|consecutive|extension)\s(?:[a-z]+[- ](?:year|month)s?\s)?)+(?:terms?|periods?)`;

/** `顺延以一次为限`, `最多续期两次`, `for up to two additional one-year terms`. */
const AT_MOST: readonly RegExp[] = [
  String.raw`(?:续展|续期|续约|续订|续签|顺延|延长|展期)[^。；;]{0,20}?(?:以|限于?|仅限?|最多|至多|不(?:得)?超过|不多于|上限为?)[^，。；;]{0,8}?(${NUMBER})\s*次`,
  String.raw`(?:最多|至多|不(?:得)?超过|仅|只)(?:可以?|能)?(?:自动)?(?:续展|续期|续约|续订|续签|顺延|延长|展期)\s*(${NUMBER})\s*次`,
  String.raw`\b(?:up\sto|at\smost|(?:a\s|the\s)?maximum\s(?:number\s)?of|(?:no|not)\smore\sthan|limited\sto|only)\s(${NUMBER})\s(?:renewals?|times|${TERMS})`,
  String.raw`\brenew\w*\b[^.;]{0,40}?\bonly\s(once|${NUMBER}\stimes?)\b`,
].map((source) => new RegExp(source, 'iu'));

/** How often at most something is renewed, by the words (`顺延以一次为限`); absent where they set no limit. */
export function renewalTimes(words: string): number | undefined {
  const found = AT_MOST.map((pattern) => pattern.exec(words.normalize('NFKC'))).find((match) => match !== null);
  const said = found?.[1];
  if (said === undefined) return undefined;
  return said.toLowerCase() === 'once' ? 1 : readNumber(said.replace(/\stimes?$/iu, ''));
}
