import { sentence } from '../../agreement/sentence.ts';
import {
  ending,
  endingEnglish,
  FIELDS,
  HEAD,
  IDENTITY,
  IDENTITY_ENGLISH,
  paragraph,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { cited, citedEnglish } from '../statutes.ts';
import type { LetterTemplate, TemplateBlock } from '../template.ts';

const WHERE: readonly TemplateBlock[] = [
  { kind: 'field', field: 'contactName' },
  { kind: 'field', field: 'contactPhone' },
  { kind: 'field', field: 'contactAddress' },
  { kind: 'field', field: 'contactEmail' },
];

/** Tells the provider where notices reach the company, and that an announcement on a site alone does not. */
export const DELIVERY_ADDRESS: LetterTemplate = {
  id: 'delivery-address',
  about: 'delivery-address',
  name: sentence('letter.delivery-address.name'),
  standing: 'own-draft',
  caution: sentence('letter.delivery-address.caution'),
  fields: [
    ...HEAD,
    FIELDS.contactName,
    FIELDS.contactPhone,
    FIELDS.contactAddress,
    { ...FIELDS.contactEmail, required: true },
    {
      key: 'scope',
      label: sentence('letter.delivery-address.field.scope'),
      kind: 'choice',
      required: true,
      options: ['协议履行期间的通知', '协议履行期间的通知，以及诉讼、仲裁文书'],
      english: [
        'notices during the performance of the Agreement',
        'notices during the performance of the Agreement, and documents in litigation and arbitration',
      ],
    },
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    titled('送达地址确认书'),
    TO,
    paragraph('{companyName}就《{agreementTitle}》[（{agreementVersion}）]，确认下列联系方式为我公司的送达地址：'),
    ...WHERE,
    paragraph('适用范围：{scope}。'),
    paragraph(
      `涉及我公司权利义务的通知，请书面寄至上述地址，或者发送至上述电子邮箱；自到达上述地址或者进入上述邮箱时为到达（${cited('arrival')}）。以其他方式发送或者公告的（包括网站、控制台公告和站内信），我公司不认可已经送达。到达不表示我公司同意其内容。`,
    ),
    paragraph('我公司变更送达地址的，自书面通知到达贵公司时起按变更后的地址送达。'),
    IDENTITY,
    ...ending('特此确认。', '确认单位（盖章）'),
  ],
  english: [
    titled('Confirmation of Address for Notices'),
    TO_ENGLISH,
    paragraph(
      'For the {agreementTitle}[ ({agreementVersion})] (“the Agreement”), {companyName} confirms the following as its address for notices:',
    ),
    ...WHERE,
    paragraph('This address is for {scope}.'),
    paragraph(
      `Please send notices that affect our rights or obligations in writing to the postal address above or to the email address above. They arrive when they reach that address or enter that mailbox (${citedEnglish('arrival')}). We do not accept that anything announced or sent in any other way (on a website, in a console or as an in-service message, for example) has been delivered to us. That something has arrived does not mean that we agree to it.`,
    ),
    paragraph('If we change the address, the new one applies from the time our written notice of it reaches you.'),
    IDENTITY_ENGLISH,
    ...endingEnglish('We confirm the above.'),
  ],
  rules: [],
};
