import type { TemplateField } from './template.ts';

/** Fields that mean the same on every paper: the cross-document check compares them by key. */
export const FIELDS = {
  companyName: {
    key: 'companyName',
    label: { zh: '公司名称', en: 'Company name' },
    kind: 'text',
    required: true,
    from: 'company.name',
  },
  creditCode: {
    key: 'creditCode',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    kind: 'credit-code',
    required: true,
    from: 'company.creditCode',
  },
  address: {
    key: 'address',
    label: { zh: '注册地址', en: 'Registered address' },
    kind: 'text',
    required: true,
    from: 'company.address',
  },
  legalRepresentative: {
    key: 'legalRepresentative',
    label: { zh: '法定代表人', en: 'Legal representative' },
    kind: 'text',
    required: true,
    from: 'company.legalRepresentative',
  },
  contactName: {
    key: 'contactName',
    label: { zh: '联系人', en: 'Contact' },
    kind: 'text',
    required: true,
    from: 'contact.name',
  },
  contactPhone: {
    key: 'contactPhone',
    label: { zh: '联系电话', en: 'Telephone' },
    kind: 'phone',
    required: true,
    from: 'contact.phone',
  },
  date: { key: 'date', label: { zh: '日期', en: 'Date' }, kind: 'date', required: true, from: 'today' },
  addressee: { key: 'addressee', label: { zh: '收件单位', en: 'Addressee' }, kind: 'text', required: true },
  agreementTitle: { key: 'agreementTitle', label: { zh: '所属协议', en: 'Agreement' }, kind: 'text', required: true },
  agreementVersion: {
    key: 'agreementVersion',
    label: { zh: '协议版本', en: 'Agreement version' },
    kind: 'text',
    required: true,
  },
  agreementFingerprint: {
    key: 'agreementFingerprint',
    label: { zh: '协议文本指纹', en: 'Agreement fingerprint' },
    kind: 'text',
    required: true,
  },
  lineNumber: {
    key: 'lineNumber',
    label: { zh: '专线或实例编号', en: 'Line or instance number' },
    kind: 'text',
    required: true,
  },
} as const satisfies Readonly<Record<string, TemplateField>>;

/** The same field, not required on this paper. */
export const optional = (field: TemplateField): TemplateField => ({ ...field, required: false });

/** Printed on every form that is ours. */
export const OWN_DRAFT = '本件为我方自拟文本，仅供填写参考。提交前请对照服务商当前公布的模板；以服务商模板为准。';

/** The statement of which agreement a paper belongs to. */
export const BELONGS_TO = '本件对应《{agreementTitle}》（{agreementVersion}）。';
