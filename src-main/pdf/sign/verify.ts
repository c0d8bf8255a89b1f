import type { Sentence } from '../../agreement/sentence.ts';
import { DerError } from './der.ts';
import { OID } from './oids.ts';
import { changedSince } from './later-changes.ts';
import { UnknownAlgorithm } from './pkcs12-key.ts';
import { type SignatureField, signatureFields } from './signature-fields.ts';
import { attributeOf, readSignedData, type SignatureFault, type SignedData, signatureFaults } from './signed-data.ts';
import { checkTimestamp, type TimestampReport } from './timestamp.ts';
import { type Trust, trustOf } from './trust.ts';
import { type Certificate, readCertificate } from './x509.ts';

export type VerificationFault =
  | SignatureFault
  | 'range-broken'
  | 'appended-unsigned'
  | 'changed-after-signing'
  | 'signature-unreadable'
  | 'timestamp-broken';

/** What this app's own check says about one signature. */
export interface SignatureReport {
  readonly field: string;
  readonly signer: string;
  readonly organisation: string;
  readonly issuer: string;
  readonly reason: string | undefined;
  /** Claimed by the signer's computer; proven only by a timestamp. */
  readonly claimedAt: Date | undefined;
  readonly timestamp: TimestampReport | undefined;
  /** Nothing that was signed has changed. */
  readonly intact: boolean;
  readonly coversWholeFile: boolean;
  readonly trust: Trust;
  /** Made by this app for itself: shows "not altered since", not who signed. */
  readonly selfIssued: boolean;
  readonly faults: readonly { readonly code: VerificationFault; readonly sentence: Sentence }[];
}

const FAULTS: Readonly<Record<VerificationFault, Sentence>> = {
  'digest-differs': { zh: '签署后文件内容被改动。', en: 'The content was changed after signing.' },
  'signature-wrong': { zh: '签名值与证书不符。', en: 'The signature value does not fit the certificate.' },
  'certificate-not-bound': {
    zh: '签名没有绑定签名证书，不符合 PAdES 基线。',
    en: 'The signature is not bound to its certificate as the PAdES baseline demands.',
  },
  'sm2-unsupported': {
    zh: '签名使用 SM2，本应用不能验证。',
    en: 'The signature uses SM2, which this app cannot check.',
  },
  'range-broken': {
    zh: '签名没有覆盖它应当覆盖的全部字节。',
    en: 'The signature does not cover all the bytes that it must.',
  },
  'appended-unsigned': {
    zh: '签署之后，文件末尾又追加了未签名的内容。',
    en: 'Unsigned content was appended after signing.',
  },
  'changed-after-signing': {
    zh: '签署之后，文件被改动（不只是追加签名）。',
    en: 'The file was changed after signing by more than a further signature.',
  },
  'signature-unreadable': { zh: '签名数据无法读取。', en: 'The signature cannot be read.' },
  'timestamp-broken': { zh: '时间戳与签名不符。', en: 'The timestamp does not fit the signature.' },
};

/** The gap between both ranges must be exactly the contents, from `<` to `>`: anything else could hide bytes. */
function rangeHolds(pdf: Uint8Array, { range, opening, closing }: SignatureField): boolean {
  const [first, , , length] = range;
  if (first !== 0 || opening >= closing || closing + length > pdf.length) return false;
  const gap = Buffer.from(pdf.buffer, pdf.byteOffset + opening, closing - opening).toString('latin1');
  return /^<[0-9A-Fa-f]*>$/.test(gap);
}

function timestampOf(signed: SignedData, roots: readonly Certificate[]): TimestampReport | undefined {
  const token = attributeOf(signed.unsignedAttributes, OID.timestampToken);
  return token ? checkTimestamp(token.raw, signed.value, roots) : undefined;
}

async function faultsOf(
  pdf: Uint8Array,
  field: SignatureField,
  signed: SignedData,
  end: number,
): Promise<readonly VerificationFault[]> {
  const { range, opening, closing } = field;
  if (!rangeHolds(pdf, field)) return ['range-broken'];
  const revisionEnd = range[2] + range[3];
  const content = [pdf.subarray(0, opening), pdf.subarray(closing, revisionEnd)];
  const faults: VerificationFault[] = [...signatureFaults(signed, content, field.format === 'ETSI.CAdES.detached')];
  if (end !== pdf.length) faults.push('appended-unsigned');
  if (revisionEnd < pdf.length && faults.length === 0 && (await changedSince(pdf, revisionEnd)))
    faults.push('changed-after-signing');
  return faults;
}

const unreadable = (field: SignatureField): SignatureReport => ({
  field: field.name,
  signer: '',
  organisation: '',
  issuer: '',
  reason: field.reason,
  claimedAt: field.claimedAt,
  timestamp: undefined,
  intact: false,
  coversWholeFile: false,
  trust: 'unknown-issuer',
  selfIssued: false,
  faults: [{ code: 'signature-unreadable', sentence: FAULTS['signature-unreadable'] }],
});

async function report(
  pdf: Uint8Array,
  field: SignatureField,
  roots: readonly Certificate[],
  end: number,
): Promise<SignatureReport> {
  let signed: SignedData;
  let timestamp: TimestampReport | undefined;
  try {
    signed = readSignedData(field.cms);
    timestamp = timestampOf(signed, roots);
  } catch (cause) {
    if (cause instanceof DerError || cause instanceof UnknownAlgorithm) return unreadable(field);
    throw cause;
  }
  const { signer, certificates } = signed;
  const found = await faultsOf(pdf, field, signed, end);
  const faults: readonly VerificationFault[] = timestamp && !timestamp.intact ? [...found, 'timestamp-broken'] : found;
  const at = timestamp?.intact ? timestamp.at : (field.claimedAt ?? signer.notBefore);
  return {
    field: field.name,
    signer: signer.subjectName,
    organisation: signer.organisation,
    issuer: signer.issuerName,
    reason: field.reason,
    claimedAt: field.claimedAt,
    timestamp,
    intact: faults.length === 0,
    coversWholeFile: field.range[2] + field.range[3] === pdf.length,
    trust: trustOf(signer, certificates, roots, at),
    selfIssued: signer.selfIssued || certificates.some(({ selfIssued }) => selfIssued),
    faults: faults.map((code) => ({ code, sentence: FAULTS[code] })),
  };
}

/**
 * Checks every signature of a PDF without any network: byte ranges, digests, signature values, certificates up to the given roots
 * (DER), timestamps, and that later revisions brought nothing but signatures. An unsigned file gives an empty list.
 */
export async function verifySignatures(
  pdf: Uint8Array,
  roots: readonly Uint8Array[] = [],
): Promise<readonly SignatureReport[]> {
  const fields = await signatureFields(pdf);
  const trusted = roots.map(readCertificate);
  const end = Math.max(0, ...fields.map(({ range }) => range[2] + range[3]));
  return Promise.all(fields.map((field) => report(pdf, field, trusted, end)));
}
