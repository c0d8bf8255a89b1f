import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import * as asn1js from 'asn1js';
import {
  type Attribute,
  Certificate,
  CertificateChainValidationEngine,
  CryptoEngine,
  ExtKeyUsage,
  type SignerInfo,
} from 'pkijs';
import type { TimestampVerdict } from './bundle-check.ts';
import { toHex } from './hex.ts';
import { integerHex, readTimestamp, type TimestampAnswer, type TokenCertificate } from './timestamp-token.ts';

type Granted = Extract<TimestampAnswer, { readonly granted: true }>;

const SHA256 = '2.16.840.1.101.3.4.2.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Hash algorithms that WebCrypto has. SM3 and other national ones are not among them: said, not guessed. */
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  [SHA256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** A reason why a timestamp does not hold. */
class Doubt extends Error {
  /** A clause, without a full stop. */
  readonly why: Sentence;
  constructor(why: Sentence) {
    super(say(why, 'en'));
    this.why = why;
  }
}

/**
 * Verifies an RFC 3161 answer against the entry's hash (hex SHA-256): status, imprint, nonce (hex of `timestampNonce`)
 * where it is known, the
 * signature over the signed attributes, that these name content and certificate (RFC 5035, RFC 5816), that the
 * certificate is for timestamping alone (§2.3) and was valid then. `roots` are DER certificates of authorities that
 * the person trusts; without a path to one of them the answer can be good and still untrusted.
 */
export async function verifyTimestamp(
  response: Uint8Array,
  expected: { readonly hash: string; readonly nonce?: string | undefined },
  trust: { readonly roots: readonly Uint8Array[]; readonly crypto: Crypto },
): Promise<TimestampVerdict> {
  let answer: TimestampAnswer;
  try {
    answer = readTimestamp(response);
  } catch (error) {
    return refused(sentence('ledger.timestamp.answer-unreadable', { error: String(error) }));
  }
  if (!answer.granted) {
    const { status, words } = answer;
    return refused(sentence('ledger.timestamp.authority-refused', { status, words }));
  }
  const at = answer.info.genTime.toISOString();
  const engine = new CryptoEngine({ crypto: trust.crypto, name: 'assent' });
  try {
    compareImprint(answer, expected);
    const signer = await checkSignature(answer, engine);
    checkPurpose(signer.certificate, answer.info.genTime);
    const authority = nameOf(signer.certificate);
    const trusted = await leadsToRoot(signer, answer, trust.roots, engine);
    const why = trusted ? attested(at, authority) : untrusted(at, authority);
    return { ok: true, at, authority, ...countryOf(signer.certificate), trusted, why };
  } catch (error) {
    if (error instanceof Doubt) return { ...refused(error.why), at };
    // pkijs and WebCrypto throw plain errors for algorithms that they do not have and structures that do not fit.
    return { ...refused(sentence('ledger.timestamp.cannot-be-checked', { error: String(error) })), at };
  }
}

function compareImprint(
  { info }: Granted,
  { hash, nonce }: { readonly hash: string; readonly nonce?: string | undefined },
): void {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== SHA256 || toHex(hashedMessage.valueBlock.valueHexView) !== hash) {
    throw new Doubt(sentence('ledger.timestamp.stamps-something-else'));
  }
  if (nonce !== undefined && (info.nonce === undefined || integerHex(info.nonce) !== nonce)) {
    throw new Doubt(sentence('ledger.timestamp.nonce-differs'));
  }
}

/** The certificate that signed, after everything about the signature held. */
async function checkSignature(
  { content, signer, certificates }: Granted,
  engine: CryptoEngine,
): Promise<TokenCertificate> {
  const digestName = hashName(signer.digestAlgorithm.algorithmId);
  const attributes = signer.signedAttrs;
  if (!attributes) throw new Doubt(sentence('ledger.timestamp.signature-lacks-attributes'));
  const attribute = (type: string): unknown => single(attributes.attributes, type);
  const contentType = attribute(CONTENT_TYPE);
  const digest = attribute(MESSAGE_DIGEST);
  const fits =
    contentType instanceof asn1js.ObjectIdentifier &&
    contentType.valueBlock.toString() === TST_INFO &&
    digest instanceof asn1js.OctetString &&
    toHex(digest.valueBlock.valueHexView) === (await hexDigest(engine, digestName, content));
  if (!fits) throw new Doubt(sentence('ledger.timestamp.content-not-what-was-signed'));
  const own = certificates.find((candidate) => isSigner(candidate, signer));
  if (!own) throw new Doubt(sentence('ledger.timestamp.certificate-missing'));
  await checkNamedCertificate(own, attribute, engine);
  const genuine = await engine.verifyWithPublicKey(
    attributes.encodedValue,
    signer.signature,
    own.certificate.subjectPublicKeyInfo,
    signer.signatureAlgorithm,
    digestName,
  );
  if (!genuine) throw new Doubt(sentence('ledger.timestamp.signature-invalid'));
  return own;
}

/** The signed attributes name the certificate by its hash, so that another one with the same key cannot step in. */
async function checkNamedCertificate(
  { der }: TokenCertificate,
  attribute: (type: string) => unknown,
  engine: CryptoEngine,
): Promise<void> {
  const [second, first] = [attribute(SIGNING_CERTIFICATE_V2), attribute(SIGNING_CERTIFICATE)];
  const named = (second ?? first) instanceof asn1js.Sequence ? ((second ?? first) as asn1js.Sequence) : undefined;
  const identifier = child(child(named, 0), 0);
  const parts = identifier instanceof asn1js.Sequence ? identifier.valueBlock.value : [];
  const hash = parts.find((part) => part instanceof asn1js.OctetString);
  // ESSCertIDv2 leaves the algorithm out when it is SHA-256 (RFC 5816 §2.2.1); ESSCertID has SHA-1 only.
  const algorithm = child(parts[0] === hash ? undefined : parts[0], 0);
  const oid = algorithm instanceof asn1js.ObjectIdentifier ? algorithm.valueBlock.toString() : SHA256;
  const name = second === undefined ? 'SHA-1' : hashName(oid);
  if (!hash || toHex(hash.valueBlock.valueHexView) !== (await hexDigest(engine, name, der))) {
    throw new Doubt(sentence('ledger.timestamp.signature-names-another-certificate'));
  }
}

function child(block: unknown, index: number): unknown {
  return block instanceof asn1js.Sequence ? block.valueBlock.value[index] : undefined;
}

/** The only value of an attribute; undefined when it is absent or not single. */
function single(attributes: readonly Attribute[], type: string): unknown {
  const found = attributes.filter((attribute) => attribute.type === type);
  return found.length === 1 && found[0]?.values.length === 1 ? (found[0].values[0] as unknown) : undefined;
}

function isSigner({ certificate }: TokenCertificate, { sid }: SignerInfo): boolean {
  const { issuer, serialNumber } = sid as {
    readonly issuer?: Certificate['issuer'];
    readonly serialNumber?: asn1js.Integer;
  };
  return (
    issuer !== undefined &&
    serialNumber !== undefined &&
    certificate.issuer.isEqual(issuer) &&
    certificate.serialNumber.isEqual(serialNumber)
  );
}

function checkPurpose({ extensions, notBefore, notAfter }: Certificate, at: Date): void {
  const usage = extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING) {
    throw new Doubt(sentence('ledger.timestamp.certificate-not-for-stamping-alone'));
  }
  if (at < notBefore.value || at > notAfter.value) {
    throw new Doubt(sentence('ledger.timestamp.certificate-not-valid-then'));
  }
}

async function leadsToRoot(
  signer: TokenCertificate,
  { certificates, info }: Granted,
  roots: readonly Uint8Array[],
  engine: CryptoEngine,
): Promise<boolean> {
  if (roots.length === 0) return false;
  const others = certificates.filter((other) => other !== signer).map(({ certificate }) => certificate);
  const chain = new CertificateChainValidationEngine({
    // The engine takes the last certificate for the one to validate.
    certs: [...others, signer.certificate],
    trustedCerts: roots.map((der) => Certificate.fromBER(Uint8Array.from(der).buffer)),
    checkDate: info.genTime,
  });
  const { result } = await chain.verify({}, engine);
  return result;
}

const partOf = ({ typesAndValues }: Certificate['subject'], type: string): string | undefined =>
  typesAndValues.find((candidate) => candidate.type === type)?.value.valueBlock.value;

/** The country of the certificate's subject, else of who issued it. */
function countryOf({ subject, issuer }: Certificate): { readonly country?: string } {
  const country = partOf(subject, '2.5.4.6') ?? partOf(issuer, '2.5.4.6');
  return country === undefined ? {} : { country };
}

function nameOf({ subject }: Certificate): string {
  const [name, organisation] = [partOf(subject, '2.5.4.3'), partOf(subject, '2.5.4.10')];
  return [name, organisation].filter(Boolean).join(' · ') || '—';
}

function hashName(oid: string): string {
  const name = HASHES[oid];
  if (name === undefined) throw new Doubt(sentence('ledger.timestamp.hash-not-supported', { oid }));
  return name;
}

async function hexDigest(engine: CryptoEngine, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await engine.digest({ name }, bytes)));
}

function refused(why: Sentence): TimestampVerdict {
  return { ok: false, trusted: false, why: sentence('ledger.timestamp.does-not-hold', { why }) };
}

function attested(at: string, authority: string): TimestampVerdict['why'] {
  return sentence('ledger.timestamp.attested', { authority, at });
}

function untrusted(at: string, authority: string): TimestampVerdict['why'] {
  return sentence('ledger.timestamp.untrusted', { authority, at });
}
