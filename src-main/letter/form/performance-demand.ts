import { sentence } from '../../agreement/sentence.ts';
import {
  CLAUSE,
  CLAUSE_ENGLISH,
  CONTACT,
  CONTACT_ENGLISH,
  DEAR,
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
import type { LetterTemplate } from '../template.ts';

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
    {
      key: 'principal',
      label: sentence('letter.performance-demand.field.principal'),
      kind: 'choice',
      required: false,
      options: ['上述义务系主要债务'],
      english: ['This is a principal obligation'],
    },
    FIELDS.clause,
    FIELDS.quote,
    // What time is reasonable depends on the duty, hours or days for a line that is down: none is preset.
    { ...FIELDS.answerDays, preset: undefined },
    ...TAIL,
  ],
  blocks: [
    titled('催告函'),
    TO,
    paragraph(
      '就{companyName}与贵公司之间的《{agreementTitle}》[（{agreementVersion}）]，贵公司尚有下列义务没有履行：{duty}。',
    ),
    CLAUSE,
    paragraph('上述义务应当于{dueOn}前履行，至今没有履行。', 'dueOn'),
    paragraph('{principal}。', 'principal'),
    paragraph('请贵公司自收到本函之日起{answerDays}日内履行完毕，并书面告知结果。上述期限系贵公司履行的合理期限。'),
    paragraph(
      `本函所定期限不延长贵公司原来的履行期限，不免除已经产生的违约责任。期限届满仍未履行的，我公司将依法请求继续履行、采取补救措施、赔偿损失（${cited('breach')}）；上述义务系主要债务，或者因此不能实现合同目的的，我公司有权解除协议（${itemsOf('afterDemand', 'purposeDefeated')}）。本函同时作为向贵公司主张权利、请求履行的通知（${article('interruption')}）。`,
    ),
    paragraph('贵公司认为义务已经履行或者不应履行的，请在同一期限内说明依据并附证据。'),
    IDENTITY,
    CONTACT,
    ...ending('特此催告。', '发函单位（盖章）'),
  ],
  english: [
    titled('Demand for Performance'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      'Under the {agreementTitle}[ ({agreementVersion})] between {companyName} and you (“the Agreement”), you have still to perform the following: {duty}.',
    ),
    CLAUSE_ENGLISH,
    paragraph('This was to be performed by {dueOn} and has not been performed to this day.', 'dueOn'),
    paragraph('{principal}.', 'principal'),
    paragraph(
      'We call on you to complete performance within {answerDays} days of receiving this letter and to tell us the result in writing. That period is a reasonable time for performance.',
    ),
    paragraph(
      `This period neither extends the time for performance nor waives liability that has already arisen. If you have not performed by the end of it, we will claim performance, remedial measures and damages (${citedEnglish('breach')}); where this is a principal obligation, or its non-performance defeats the purpose of the contract, we are entitled to terminate the Agreement (${articlesEnglish('afterDemand', 'purposeDefeated')}). This letter is also a demand for performance that interrupts the limitation period (${articlesEnglish('interruption')}).`,
    ),
    paragraph(
      'If you consider that you have performed or need not perform, please state your grounds and enclose your evidence within the same period.',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [{ rule: 'order', first: 'dueOn', second: 'date' }],
};
