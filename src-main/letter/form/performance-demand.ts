import { sentence } from '../../agreement/sentence.ts';
import {
  CLAUSE,
  CLAUSE_ENGLISH,
  CONTACT,
  CONTACT_ENGLISH,
  ending,
  endingEnglish,
  FIELDS,
  HEAD,
  IDENTITY,
  IDENTITY_ENGLISH,
  paragraph,
  TAIL,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { article, articlesEnglish, cited, citedEnglish, itemsOf } from '../statutes.ts';
import type { LetterTemplate, TemplateBlock } from '../template.ts';

const ABOUT =
  '{companyName}与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]，贵公司尚有下列义务没有履行：{duty}。';

/** The Chinese letter with its opening sentence, and what it cites for the right to end the agreement. */
const worded = (opening: string, rightToEnd: string): readonly TemplateBlock[] => [
  titled('催告函'),
  TO,
  paragraph(opening),
  CLAUSE,
  paragraph('上述义务应当于{dueOn}前履行，至今没有履行。', 'dueOn'),
  paragraph('请贵公司自收到本函之日起{answerDays}日内履行完毕，并书面告知结果。'),
  paragraph(
    `上述期限届满仍未履行的，我公司有权请求继续履行、采取补救措施或者赔偿损失（${cited('breach')}）；上述义务系主要债务，或者因此不能实现合同目的的，我公司有权解除协议（${rightToEnd}）。本函同时作为向贵公司主张权利的通知（${article('interruption')}）。`,
  ),
  paragraph('贵公司认为义务已经履行或者不应履行的，请在同一期限内说明依据并附证据。'),
  IDENTITY,
  CONTACT,
  ...ending('特此催告。', '发函单位（盖章）'),
];

const ITEMS = itemsOf('afterDemand', 'purposeDefeated');
/** As it was once cited. */
const EACH_IN_FULL = `${article('afterDemand')}、${article('purposeDefeated')}`;

/** Calls on the provider to perform within a reasonable time from the letter's arrival; after it the agreement may be terminated. */
export const PERFORMANCE_DEMAND: LetterTemplate = {
  id: 'performance-demand',
  about: 'demand',
  clocks: [
    { name: 'may-terminate', from: 'arrived', days: 'answerDays' },
    { name: 'limitation-anew', from: 'arrived', law: 'limitation' },
  ],
  name: sentence('letter.performance-demand.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    { key: 'duty', label: sentence('letter.performance-demand.field.duty'), kind: 'long-text', required: true },
    { key: 'dueOn', label: sentence('letter.performance-demand.field.due-on'), kind: 'date', required: false },
    FIELDS.clause,
    FIELDS.quote,
    FIELDS.answerDays,
    ...TAIL,
  ],
  blocks: worded(`就${ABOUT}`, ITEMS),
  former: [worded(`就${ABOUT}`, EACH_IN_FULL), worded(ABOUT, EACH_IN_FULL)],
  english: [
    titled('Demand for Performance'),
    TO_ENGLISH,
    paragraph(
      'Under the {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”), you have still to perform the following: {duty}.',
    ),
    CLAUSE_ENGLISH,
    paragraph('This was to be performed by {dueOn} and has not been performed to this day.', 'dueOn'),
    paragraph(
      'We call on you to complete performance within {answerDays} days of receiving this letter and to tell us the result in writing.',
    ),
    paragraph(
      `If you have not performed by the end of that period, we are entitled to claim performance, remedial measures or damages (${citedEnglish('breach')}) and, where this is a principal obligation or its lack defeats the purpose of the contract, to terminate the Agreement (${articlesEnglish('afterDemand', 'purposeDefeated')}). This letter is also a demand that interrupts limitation (${articlesEnglish('interruption')}).`,
    ),
    paragraph(
      'If you consider that you have performed or need not perform, please state your grounds and enclose your evidence within the same period.',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish('We demand performance accordingly.'),
  ],
  rules: [{ rule: 'order', first: 'dueOn', second: 'date' }],
};
