import { type Sentence, sentence } from '../../agreement/sentence.ts';
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
  'digest-differs': sentence('pdf.verify.faults.digest-differs'),
  'signature-wrong': sentence('pdf.verify.faults.signature-wrong'),
  'certificate-not-bound': sentence('pdf.verify.faults.certificate-not-bound'),
  'sm2-unsupported': sentence('pdf.verify.faults.sm2-unsupported'),
  'range-broken': sentence('pdf.verify.faults.range-broken'),
  'appended-unsigned': sentence('pdf.verify.faults.appended-unsigned'),
  'changed-after-signing': sentence('pdf.verify.faults.changed-after-signing'),
  'signature-unreadable': sentence('pdf.verify.faults.signature-unreadable'),
  'timestamp-broken': sentence('pdf.verify.faults.timestamp-broken'),
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
    selfIssued: signer.selfIssued,
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
