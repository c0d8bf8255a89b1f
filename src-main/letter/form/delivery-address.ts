import { sentence } from '../../agreement/sentence.ts';
import { FIELDS, HEAD, paragraph, signedBy, TO, IDENTITY } from '../fields.ts';
import { cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/** Tells the provider where notices reach the company, and that an announcement on a site alone does not. */
export const DELIVERY_ADDRESS: LetterTemplate = {
  id: 'delivery-address',
  about: 'delivery-address',
  name: sentence('letter.delivery-address.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    FIELDS.contactName,
    FIELDS.contactPhone,
    {
      key: 'contactAddress',
      label: sentence('letter.delivery-address.field.address'),
      kind: 'text',
      required: true,
      from: 'contact.address',
    },
    { ...FIELDS.contactEmail, required: true },
    {
      key: 'scope',
      label: sentence('letter.delivery-address.field.scope'),
      kind: 'choice',
      required: true,
      options: ['协议履行期间的通知', '协议履行期间的通知，以及诉讼、仲裁文书'],
    },
    FIELDS.handler,
    FIELDS.date,
  ],
  blocks: [
    { kind: 'title', text: ['送达地址确认书'] },
    TO,
    paragraph('{companyName}就《{agreementTitle}》，确认下列联系方式为我公司的送达地址：'),
    { kind: 'field', field: 'contactName' },
    { kind: 'field', field: 'contactPhone' },
    { kind: 'field', field: 'contactAddress' },
    { kind: 'field', field: 'contactEmail' },
    paragraph('适用范围：{scope}。'),
    paragraph(
      `涉及我公司权利义务的通知，请书面寄至上述地址，或者发送至上述电子邮箱；自到达上述地址或者进入上述邮箱时生效（${cited('arrival')}）。仅在网站公告的，我公司不认可已经送达。`,
    ),
    paragraph('我公司变更送达地址的，自书面通知到达贵公司时起按变更后的地址送达。'),
    IDENTITY,
    { kind: 'closing', text: text('特此确认。') },
    signedBy('确认单位（盖章）'),
  ],
  rules: [],
};
