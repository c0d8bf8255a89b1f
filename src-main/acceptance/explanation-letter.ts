import { say, type Sentence, type Language, sentence } from '../agreement/sentence.ts';
import { dayWords } from '../agreement/date-words.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { ExplanationRequest } from './explanation.ts';

/** A letter that asks the provider to explain clauses: content alone, typesetting is someone else's. */
export interface ExplanationLetter {
  readonly title: string;
  /** 称谓: whom it addresses. */
  readonly salutation: string;
  readonly opening: readonly string[];
  readonly items: readonly {
    readonly heading: string;
    readonly quote: string;
    readonly question: string;
  }[];
  readonly closing: readonly string[];
  /** Signer and date, right-aligned. */
  readonly signature: readonly string[];
}

interface LetterFacts {
  readonly provider: string;
  readonly company: string;
  readonly person: string;
  readonly agreementTitle: string;
  /** Fingerprint of the version asked about. */
  readonly fingerprint: string;
  /** ISO date of the letter. */
  readonly date: string;
}

/**
 * The letter for requests on one version.
 * @throws Refusal `nothing-to-ask` without a request.
 */
export function explanationLetter(
  requests: readonly ExplanationRequest[],
  facts: LetterFacts,
  language: Language,
): ExplanationLetter {
  if (requests.length === 0) {
    throw new Refusal(
      'nothing-to-ask',
      sentence('acceptance.explanation-letter.nothing-to-ask'),
      sentence('acceptance.explanation-letter.nothing-to-ask.next'),
    );
  }
  const words = sentences(facts);
  return {
    title: say(words.title, language),
    salutation: say(words.salutation, language),
    opening: words.opening.map((sentence) => say(sentence, language)),
    items: requests.map(({ number, quote, question }, index) => ({
      heading: say(itemHeading(number, index), language),
      quote,
      question,
    })),
    closing: words.closing.map((sentence) => say(sentence, language)),
    signature: [facts.company, facts.person, say(dayWords(facts.date), language)],
  };
}

function sentences({ provider, agreementTitle, fingerprint }: LetterFacts) {
  return {
    title: sentence('acceptance.explanation-letter.title'),
    salutation: sentence('acceptance.explanation-letter.salutation', { provider }),
    opening: [
      sentence('acceptance.explanation-letter.opening.reviewing', { agreementTitle, fingerprint }),
      sentence('acceptance.explanation-letter.opening.article-496'),
    ],
    closing: [
      sentence('acceptance.explanation-letter.closing.in-writing'),
      sentence('acceptance.explanation-letter.closing.reserved'),
    ],
  } as const satisfies Readonly<Record<string, Sentence | readonly Sentence[]>>;
}

function itemHeading(number: string | undefined, index: number): Sentence {
  if (number === undefined) return sentence('acceptance.explanation-letter.item-without-number', { index: index + 1 });
  return sentence('acceptance.explanation-letter.item', { index: index + 1, number });
}
