import type { MarkedText } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Package, openPackage } from '../docx/zip.ts';
import { parseXml, type XmlElement } from '../docx/xml.ts';
import { importRefusal } from '../refusals.ts';
import { declaredCharset } from '../format.ts';
import { decode } from '../text/encoding.ts';
import { readText } from '../text/text.ts';

/** A name of a value, as the printed face calls it, and the value. */
type Field = readonly [name: string, value: string];

/** Most bytes of data that are looked into for an invoice, alone or in a package: real ones have a few thousand. */
const LARGEST_PART = 2 * 1024 * 1024;

/** Members of the data of an electronic invoice (`EInvoice`), by their path below the root, with the label on its printed face. */
const MEMBERS: readonly (readonly [string, string])[] = [
  ['TaxSupervisionInfo/InvoiceNumber', '发票号码'],
  ['TaxSupervisionInfo/IssueTime', '开票日期'],
  ['EInvoiceData/BuyerInformation/BuyerName', '购买方名称'],
  ['EInvoiceData/BuyerInformation/BuyerIdNum', '购买方纳税人识别号'],
  ['EInvoiceData/SellerInformation/SellerName', '销售方名称'],
  ['EInvoiceData/SellerInformation/SellerIdNum', '销售方纳税人识别号'],
  ['EInvoiceData/BasicInformation/TotalAmWithoutTax', '合计金额'],
  ['EInvoiceData/BasicInformation/TotalTaxAm', '合计税额'],
  ['EInvoiceData/BasicInformation/TotalTax-includedAmount', '价税合计'],
];

/** What an OFD says of itself in `CustomDatas` (GB/T 33190-2016, 7.3), by the names that the tax platform gives. */
const CUSTOM: readonly string[] = [
  '发票代码',
  '发票号码',
  '开票日期',
  '购买方纳税人识别号',
  '销售方纳税人识别号',
  '合计金额',
  '合计税额',
  '价税合计',
];

/**
 * Reads the data of an electronic invoice as fields: of its XML, of the XML inside an OFD or an archive, else of what an OFD says of
 * itself. The lines beside them are for the eye: what a value says in its text is never taken for another field. Undefined for a file
 * that is none of these: a PDF is read as a page.
 * @throws Refusal `no-invoice`, `several-invoices`, `invoice-too-large`, `invoice-corrupt`, `zip-bomb`, `zip-encrypted`.
 */
export function readInvoiceFile(bytes: Uint8Array): MarkedText | undefined {
  const fields = dataOf(bytes);
  if (fields === undefined) return undefined;
  if (fields.length === 0) throw importRefusal('no-invoice');
  return { ...readText(fields.map(([name, value]) => `${name}：${value}`).join('\n'), 'utf-8'), fields };
}

function dataOf(bytes: Uint8Array): readonly Field[] | undefined {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return ofPackage(openPackage(bytes));
    if (!isXml(bytes)) return undefined;
    if (bytes.length > LARGEST_PART) throw importRefusal('invoice-too-large');
    return ofXml(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : importRefusal('invoice-corrupt', error);
  }
}

/** `<` after what may stand before it: a mark of the encoding, white space. */
function isXml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^(?:\u00ef\u00bb\u00bf|\s)+/u, '');
  return start.startsWith('<?xml') || /^<(?:[\w.-]{1,40}:)?EInvoice/u.test(start);
}

/** The data of the one invoice in a package. Of several nobody can say which is meant: none is read. */
function ofPackage({ names, part }: Package): readonly Field[] {
  const inside = names
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .flatMap((name) => {
      const bytes = part(name);
      return bytes && bytes.length <= LARGEST_PART ? [bytes] : [];
    });
  const found = inside.map(ofXml).filter((fields) => fields.length > 0);
  const [first] = found;
  // The same data twice, as an archive and the OFD in it may hold them, are one invoice.
  if (found.some((fields) => JSON.stringify(fields) !== JSON.stringify(first))) throw importRefusal('several-invoices');
  if (first) return first;
  const root = names.find((name) => name === 'OFD.xml');
  const ofd = root === undefined ? undefined : part(root);
  return ofd && ofd.length <= LARGEST_PART
    ? customData(parseXml(decode(ofd, undefined, declaredCharset(ofd)).text))
    : [];
}

function ofXml(bytes: Uint8Array): readonly Field[] {
  const { text } = decode(bytes, undefined, declaredCharset(bytes));
  if (!/<(?:[\w.-]{1,40}:)?EInvoice[\s>]/u.test(text)) return [];
  const root = parseXml(text);
  if (local(root) !== 'EInvoice') return [];
  const labels = all(root, 'Header/InherentLabel');
  const special = labels.flatMap((label) => values(label, 'GeneralOrSpecialVAT/LabelName'));
  const blue = labels.flatMap((label) => values(label, 'InIssuType/LabelCode'));
  return [
    ...MEMBERS.flatMap(([path, label]) => values(root, path).map((value): Field => [label, value])),
    // The label of the kind is `普通发票` or `增值税专用发票`.
    ...special.map((value): Field => ['发票种类', value]),
    ...blue.map((value): Field => ['是否蓝字发票', value === 'N' ? '否' : '是']),
    ...values(root, 'EInvoiceData/IssuItemInformation/TaxRate').map((rate): Field => ['税率', percent(rate)]),
  ];
}

/** `0.06`, `0.060000` and `6%` are one rate; words (免税) stay. */
function percent(rate: string): string {
  const share = /^0?\.(\d{1,4})0{0,16}$/u.exec(rate);
  return share ? `${Number((Number(`0.${share[1] ?? ''}`) * 100).toFixed(2))}%` : rate;
}

function customData(root: XmlElement): readonly Field[] {
  return everywhere(root, 'CustomData').flatMap((element) => {
    const name = element.attributes.get('Name') ?? '';
    const value = textOf(element);
    return CUSTOM.includes(name) && value !== '' ? [[name, value]] : [];
  });
}

/** Elements at a path below an element, whatever prefix their names carry. */
function all(from: XmlElement, path: string): readonly XmlElement[] {
  let found: readonly XmlElement[] = [from];
  for (const name of path.split('/'))
    found = found.flatMap((element) => childrenOf(element).filter((child) => local(child) === name));
  return found;
}

const values = (from: XmlElement, path: string): readonly string[] =>
  all(from, path)
    .map(textOf)
    .filter((value) => value !== '');

const childrenOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.flatMap((child) => (typeof child === 'string' ? [] : [child]));

const everywhere = (from: XmlElement, name: string): readonly XmlElement[] =>
  childrenOf(from).flatMap((child) => [...(local(child) === name ? [child] : []), ...everywhere(child, name)]);

const local = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The words of an element on one line. */
const textOf = ({ children }: XmlElement): string =>
  children
    .filter((child) => typeof child === 'string')
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
