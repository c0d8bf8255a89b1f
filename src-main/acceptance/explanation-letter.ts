import { say, type Sentence, type Language } from '../agreement/sentence.ts';
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
      { zh: '没有解释请求，未生成函件。', en: 'There is no request; no letter was made.' },
      { zh: '请先在条款旁提出问题。', en: 'Ask a question beside a clause first.' },
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
    signature: [facts.company, facts.person, say(letterDate(facts.date), language)],
  };
}

function sentences({ provider, agreementTitle, fingerprint }: LetterFacts) {
  return {
    title: { zh: '关于请求说明格式条款的函', en: 'Request to explain standard terms' },
    salutation: { zh: `${provider}：`, en: `To ${provider}` },
    opening: [
      {
        zh: `我方正在审阅贵方提供的《${agreementTitle}》（文本指纹 SHA-256：${fingerprint}），尚未作出是否接受的决定。`,
        en: `We are reviewing your “${agreementTitle}” (text fingerprint SHA-256: ${fingerprint}) and have not yet decided on it.`,
      },
      {
        zh: '依据《中华人民共和国民法典》第四百九十六条第二款，请贵方就下列与我方有重大利害关系的条款予以说明。',
        en: 'Under article 496, paragraph 2, of the Civil Code of the People’s Republic of China, please explain the following terms, in which we have a major interest.',
      },
    ],
    closing: [
      { zh: '请以书面形式答复，并注明答复人及日期。', en: 'Please answer in writing, naming who answers and when.' },
      {
        zh: '在收到贵方说明之前，我方保留依法主张相关条款不成为合同内容的权利。',
        en: 'Until your explanation arrives, we reserve the right to claim that these terms do not become part of the contract.',
      },
    ],
  } as const satisfies Readonly<Record<string, Sentence | readonly Sentence[]>>;
}

function itemHeading(number: string | undefined, index: number): Sentence {
  if (number === undefined) return { zh: `${index + 1}．（无编号条款）`, en: `${index + 1}. (unnumbered clause)` };
  return { zh: `${index + 1}．条款 ${number}`, en: `${index + 1}. Clause ${number}` };
}

function letterDate(iso: string): Sentence {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return { zh: `${year}年${month}月${day}日`, en: iso.slice(0, 10) };
}
