import { type Language, sentence } from '../agreement/sentence.ts';
import type { AgreementDocument, Clause, ClauseTable } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import { BELONGS_TO, FIELDS, SEAL_ENGLISH } from './fields.ts';
import {
  type LetterTemplate,
  type Piece,
  type TemplateBlock,
  type TemplateField,
  type Text,
  text,
} from './template.ts';

/** What the commitment letter is an annex of: exactly this version of this agreement. Empty where its text stands by itself. */
export interface BelongsTo {
  readonly title?: string;
  /** How the other side can tell it: `2026年3月20日起施行的版本` */
  readonly version?: string;
  /** The same in English; absent: as above. */
  readonly versionEnglish?: string;
  /** SHA-256 (hex) of the version's canonical text. */
  readonly fingerprint?: string;
}

const ADDRESSEE = /^\s*(?:致|此致|To)\s*[:：]?|^\s*(?:尊敬的|敬启者)/u;
/** A line of an English letter that only asks for a name, a signature or a date. */
const TO_FILL_ENGLISH =
  /^(?:name|company(?: name)?|(?:legal )?representative|signature|signed(?: by)?|company seal|seal|title|position|date|contact(?: person)?|tele?phone|address)\b[^:]{0,40}:[\s_.]*$/iu;

const CLOSING = /^\s*(?:特此|此致|以上)\S{0,14}[。！.]?\s*$/u;

/** Lines that only ask for a name, a seal or a date: our own fields and signature zone take their place. */
const TO_FILL =
  /^(?:承诺|签署|授权|盖章)?(?:单位|公司|人|方|企业|客户|用户|甲方|乙方)?(?:名称)?\s*(?:[（(](?:盖章|公章|签字|签章|签名)[^）)]*[）)])?\s*[:：]\s*[_＿\s\u3000年月日]*$|^(?:法定代表人|授权代表|负责人|经办人|联系人|联系电话|电话|地址|日期|签署日期|统一社会信用代码)[^:：]{0,14}[:：]\s*[_＿\s\u3000年月日/]*$|^[_＿\s\u3000\d]*年[_＿\s\u3000\d]*月[_＿\s\u3000\d]*日$/u;

const isToFill = (clause: Clause): boolean =>
  (clause.role === 'signature' && !CLOSING.test(clause.text)) ||
  clause.text.split('\n').every((line) => TO_FILL.test(line.trim()) || TO_FILL_ENGLISH.test(line.trim()));

const IRREVOCABLE = /(?<!(?:非|不是))不可撤[销回]|不得撤[销回]|(?<!not )\birrevocabl[ey]\b/iu;

/** Whether a letter as it was published calls itself irrevocable: who signs it should know before. */
export const saysIrrevocable = ({ standing, blocks }: Pick<LetterTemplate, 'standing' | 'blocks'>): boolean =>
  standing === 'as-published' && IRREVOCABLE.test(JSON.stringify(blocks));

/** The mark that Chinese papers set after a number; the reading keeps numbers bare. */
function writtenNumber(number: string): string {
  if (/^[一二三四五六七八九十百]+$/u.test(number)) return `${number}、`;
  if (/^\d+$/u.test(number) || /^[a-zA-Z]$/u.test(number)) return `${number}. `;
  return /[)）]$/u.test(number) ? number : `${number}\u3000`;
}

/** Heading and text; a heading clause has the same words in both. */
const wordsOf = ({ heading, text: body }: Clause): string =>
  heading === undefined || body.startsWith(heading) ? body : [heading, body].filter(Boolean).join('\n');

/** A clause's own words, cut where the source's emphasis begins or ends. What a rule made bold is ours, not published. */
function publishedText(clause: Clause, words: string): Text {
  const spans = clause.emphasis.filter(({ origin }) => origin === 'source');
  if (spans.length === 0 || words !== clause.text) return [words];
  const cuts = [...new Set([0, words.length, ...spans.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index): Piece => {
    const over = spans.filter((span) => span.start <= start && span.end > start);
    const part = words.slice(start, cuts[index + 1]);
    if (over.length === 0) return part;
    return {
      words: part,
      strong: over.some(({ strong }) => strong),
      underline: over.some(({ underline }) => underline),
    };
  });
}

/** Published words are carried as one literal piece: braces and all, nothing in them is a placeholder. */
function published(
  clause: Clause,
  tables: readonly ClauseTable[],
  title: string,
  inBody: boolean,
): readonly TemplateBlock[] {
  const words = wordsOf(clause);
  const rows = tables.filter((table) => table.clause === clause.id);
  if (rows.length > 0) return rows.map((table) => ({ kind: 'table', header: table.header, rows: table.rows }));
  if (words.trim() === '' || isToFill(clause)) return [];
  if (!inBody && (words.trim() === title.trim() || clause.role === 'heading')) return [];
  if (ADDRESSEE.test(words) && clause.number === undefined && words.length <= 60)
    return [{ kind: 'addressee', text: [words.trim()] }];
  if (CLOSING.test(words)) return [{ kind: 'closing', text: [words.trim()] }];
  if (clause.number !== undefined) {
    return [
      { kind: 'item', number: writtenNumber(clause.number), text: publishedText(clause, words), depth: clause.level },
    ];
  }
  return [{ kind: 'paragraph', text: publishedText(clause, words) }];
}

/** What our side adds to a published letter, in the language that it was published in. */
const OWN_WORDS = {
  zh: {
    note: BELONGS_TO,
    formerNote:
      '本件附属于《{agreementTitle}》（{agreementVersion}），该版本的文本指纹（SHA-256）为 {agreementFingerprint}。',
    formerSeal: { label: '承诺单位（盖章）' },
    seal: { label: '承诺单位（盖章）' },
    signatory: '法定代表人或授权代表（签字）',
  },
  en: {
    note: 'This letter relates to the “{agreementTitle}” ({agreementVersion}).',
    formerNote:
      'This letter is an annex to the “{agreementTitle}” ({agreementVersion}), whose text has the fingerprint (SHA-256) {agreementFingerprint}.',
    seal: SEAL_ENGLISH,
    formerSeal: { label: 'For and on behalf of (company seal)' },
    signatory: 'Legal representative or authorised signatory (signature)',
  },
} as const;

/**
 * The commitment letter of an imported agreement as a template: addressee, introduction, items and closing exactly as published;
 * blanks of the original replaced by our fields and signature zone. For any imported document of kind `commitment-letter`.
 */
export function commitmentTemplate(document: AgreementDocument, belongsTo: BelongsTo): LetterTemplate {
  if (document.kind !== 'commitment-letter') {
    throw new Refusal(
      'not-a-commitment-letter',
      sentence('letter.commitment.not-a-commitment-letter', { title: document.title }),
      sentence('letter.commitment.not-a-commitment-letter.next'),
    );
  }
  let inBody = false;
  const body = document.clauses.flatMap((clause) => {
    const blocks = published(clause, document.tables, document.title, inBody);
    if (blocks.length > 0) inBody = true;
    return blocks;
  });
  const own = ['companyName', 'creditCode', 'address', 'legalRepresentative', 'contactName', 'contactPhone'] as const;
  const blocksIn = (language: Language, once = false): readonly TemplateBlock[] => [
    { kind: 'title', text: [document.title] },
    // Nothing of ours stands between the provider's words: who signs is named where the original has its blanks, behind its end.
    ...body,
    ...own.map((key): TemplateBlock => ({ kind: 'field', field: key })),
    { kind: 'note', text: text(OWN_WORDS[language][once ? 'formerNote' : 'note']) },
    {
      kind: 'signature',
      ...OWN_WORDS[language][once ? 'formerSeal' : 'seal'],
      name: text('{companyName}'),
      date: 'date',
      signatory: { label: OWN_WORDS[language].signatory, ...(once ? {} : { name: FIELDS.handler.key }) },
    },
  ];
  const fields: readonly TemplateField[] = [
    ...own.map((key) => FIELDS[key]),
    { ...FIELDS.agreementTitle, preset: belongsTo.title, fixed: true },
    { ...FIELDS.agreementVersion, preset: belongsTo.version, presetEnglish: belongsTo.versionEnglish, fixed: true },
    // It stands on no paper: of an agreement that is not kept here nobody has to know it.
    {
      ...FIELDS.agreementFingerprint,
      required: belongsTo.fingerprint !== undefined,
      preset: belongsTo.fingerprint,
      fixed: true,
      unprinted: true,
    },
    FIELDS.handler,
    FIELDS.date,
  ];
  return {
    id: `commitment:${document.fingerprint}`,
    name: sentence('letter.commitment.name', { title: document.title }),
    standing: 'as-published',
    fields,
    blocks: blocksIn('zh'),
    former: (['zh', 'en'] as const).map((language) => ({ language, fields, blocks: blocksIn(language, true) })),
    // What a provider published is never translated: only a letter that it published in English has an English frame.
    ...(document.language === 'en' ? { english: blocksIn('en') } : {}),
    rules: [],
  };
}
