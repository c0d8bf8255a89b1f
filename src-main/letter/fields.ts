import { sentence } from '../agreement/sentence.ts';
import type { TemplateField } from './template.ts';

/** Fields that mean the same on every paper: the cross-document check compares them by key. */
export const FIELDS = {
  companyName: {
    key: 'companyName',
    label: sentence('letter.fields.company-name'),
    kind: 'text',
    required: true,
    from: 'company.name',
  },
  creditCode: {
    key: 'creditCode',
    label: sentence('letter.fields.credit-code'),
    kind: 'credit-code',
    required: true,
    from: 'company.creditCode',
  },
  address: {
    key: 'address',
    label: sentence('letter.fields.address'),
    kind: 'text',
    required: true,
    from: 'company.address',
  },
  legalRepresentative: {
    key: 'legalRepresentative',
    label: sentence('letter.fields.legal-representative'),
    kind: 'text',
    required: true,
    from: 'company.legalRepresentative',
  },
  contactName: {
    key: 'contactName',
    label: sentence('letter.fields.contact-name'),
    kind: 'text',
    required: true,
    from: 'contact.name',
  },
  contactPhone: {
    key: 'contactPhone',
    label: sentence('letter.fields.contact-phone'),
    kind: 'phone',
    required: true,
    from: 'contact.phone',
  },
  contactEmail: {
    key: 'contactEmail',
    label: sentence('letter.explanation-request.field.contact-email'),
    kind: 'email',
    required: false,
    from: 'contact.email',
  },
  handler: {
    key: 'handler',
    label: sentence('letter.fields.handler'),
    kind: 'text',
    required: false,
    from: 'signatory.name',
  },
  date: {
    key: 'date',
    label: sentence('letter.fields.date'),
    kind: 'date',
    required: true,
    from: 'today',
  },
  addressee: {
    key: 'addressee',
    label: sentence('letter.fields.addressee'),
    kind: 'text',
    required: true,
  },
  agreementTitle: {
    key: 'agreementTitle',
    label: sentence('letter.fields.agreement-title'),
    kind: 'text',
    required: true,
  },
  agreementVersion: {
    key: 'agreementVersion',
    label: sentence('letter.fields.agreement-version'),
    kind: 'text',
    required: true,
  },
  agreementFingerprint: {
    key: 'agreementFingerprint',
    label: sentence('letter.fields.agreement-fingerprint'),
    kind: 'text',
    required: true,
  },
  lineNumber: {
    key: 'lineNumber',
    label: sentence('letter.fields.line-number'),
    kind: 'text',
    required: true,
  },
} as const satisfies Readonly<Record<string, TemplateField>>;

/** The same field, not required on this paper. */
export const optional = (field: TemplateField): TemplateField => ({ ...field, required: false });

/** Who deals with a letter signs beside its seal: a seal alone leaves open who had the authority. */
export const HANDLED_BY = { label: '经办人（签字）', name: FIELDS.handler.key } as const;

/** Printed on every form that is ours. */
export const OWN_DRAFT = '本件为我方自拟文本，仅供填写参考。提交前请对照服务商当前公布的模板；以服务商模板为准。';

/** The statement of which agreement a paper belongs to. */
export const BELONGS_TO = '本件对应《{agreementTitle}》（{agreementVersion}）。';
