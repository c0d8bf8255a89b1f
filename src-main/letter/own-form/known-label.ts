import { FIELDS } from '../fields.ts';
import type { TemplateField } from '../template.ts';

type Known = Omit<TemplateField, 'required' | 'label'>;

/** What the labels of providers' forms ask for. The first that fits wins, so the narrower stand before the wider. */
const LABELS: readonly (readonly [RegExp, Known])[] = [
  [/统一社会信用代码|社会信用代码|^信用代码|credit ?code/iu, FIELDS.creditCode],
  [/纳税人识别号|^税号|tax(?:payer)? ?(?:number|no|id)/iu, known('taxNumber', 'tax-number', 'company.creditCode')],
  [/法定代表人|法人代表|legal ?rep/iu, FIELDS.legalRepresentative],
  [/开户(?:银)?行|^银行名称|^bank(?: ?name)?$/iu, known('bankName', 'text', 'company.bank.name')],
  [/银行账号|^账号|^帐号|account ?(?:number|no)/iu, known('bankAccount', 'bank-account', 'company.bank.account')],
  [/邮箱|e-?mail/iu, known('contactEmail', 'email', 'contact.email')],
  [/^(?:公司|单位|登记|注册)电话/u, known('phone', 'phone', 'company.phone')],
  [/电话|手机|联系方式|phone|^tel/iu, FIELDS.contactPhone],
  [/(?:联系|经办)人(?:姓名)?$|contact(?: ?name| ?person)?$/iu, FIELDS.contactName],
  [/地址$|住所$|^address|registered ?address/iu, FIELDS.address],
  [/签署人|授权代表|signatory|^signed ?by/iu, known('signatoryName', 'text', 'signatory.name')],
  [/职务|职位|^position/iu, known('signatoryPosition', 'text', 'signatory.position')],
  [/^(?:所属)?协议名称|agreement ?(?:name|title)/iu, FIELDS.agreementTitle],
  [/(?:专线|实例|线路)(?:号|编号|ID)|line ?(?:number|no)/iu, FIELDS.lineNumber],
  [
    /^(?:公司|单位|企业|客户|申请人|申请单位|承诺单位|申请公司|用户)?(?:名称|全称|抬头)$|^(?:公司|单位|申请单位|承诺单位|甲方)$|company ?name|^company$/iu,
    FIELDS.companyName,
  ],
  [/日期$|^date$|date of sign/iu, FIELDS.date],
];

function known(key: string, kind: Known['kind'], from: NonNullable<Known['from']>): Known {
  return { key, kind, from };
}

/** A label without its colon, its remark in brackets, its star, and the spaces that only spread it. */
export function plainLabel(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/\([^)]*\)|^[\s*·•\d.、]+|[\s*::_]+$/gu, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim();
}

/** What a label asks for, where it is something that the company's particulars or our own forms know. */
export function knownField(label: string): Known | undefined {
  const plain = plainLabel(label);
  return plain === '' ? undefined : LABELS.find(([pattern]) => pattern.test(plain))?.[1];
}
