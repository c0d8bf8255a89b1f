import { createCipheriv, createHash, createHmac, type KeyObject, pbkdf2Sync, randomBytes } from 'node:crypto';
import { concat, der, integer, nullValue, octetString, oid, sequence, setOf, TAG, tagged } from './der.ts';
import { OID } from './oids.ts';
import { derivePkcs12, passwordReadings } from './pkcs12-key.ts';
import type { Certificate } from './x509.ts';

/** Slow enough to hinder guessing, fast enough not to be noticed: what OpenSSL and current browsers use, and more. */
const ROUNDS = 100_000;

function encrypt(plain: Uint8Array, password: Uint8Array): { algorithm: Uint8Array; text: Uint8Array } {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256'), iv);
  const text = concat([cipher.update(plain), cipher.final()]);
  const derivation = sequence(
    oid(OID.pbkdf2),
    sequence(octetString(salt), integer(ROUNDS), sequence(oid(OID.hmacSha256), nullValue())),
  );
  return {
    algorithm: sequence(oid(OID.pbes2), sequence(derivation, sequence(oid(OID.aes256Cbc), octetString(iv)))),
    text,
  };
}

const bmpString = (text: string): Uint8Array =>
  der(
    TAG.bmp,
    Uint8Array.from(
      Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
        unit >> 8,
        unit & 0xff,
      ]),
    ),
  );

const contentInfo = (type: string, content: Uint8Array): Uint8Array => sequence(oid(type), tagged(0, content));

/**
 * A PKCS#12 file (RFC 7292) with one key, its certificate and the issuers: AES-256, PBKDF2 and HMAC with SHA-256. The password may be
 * Chinese; it is encoded as the standard says, so that other programs open the file too.
 */
export function exportP12(key: KeyObject, certificates: readonly Certificate[], password: string): Uint8Array {
  const [leaf] = certificates;
  const [reading] = passwordReadings(password);
  if (!leaf || !reading) throw new RangeError('a P12 file needs a certificate');
  const keyId = createHash('sha1').update(leaf.raw).digest();
  const attributes = setOf(
    sequence(oid(OID.localKeyId), setOf(octetString(keyId))),
    sequence(oid(OID.friendlyName), setOf(bmpString(leaf.subjectName))),
  );
  const certificateBags = certificates.map(({ raw }, index) =>
    sequence(
      oid(OID.certificateBag),
      tagged(0, sequence(oid(OID.x509Certificate), tagged(0, octetString(raw)))),
      ...(index === 0 ? [attributes] : []),
    ),
  );
  const sealed = encrypt(sequence(...certificateBags), reading.utf8);
  const encryptedData = sequence(integer(0), sequence(oid(OID.data), sealed.algorithm, der(0x80, sealed.text)));
  const shrouded = encrypt(key.export({ format: 'der', type: 'pkcs8' }), reading.utf8);
  const keyBag = sequence(
    oid(OID.shroudedKeyBag),
    tagged(0, sequence(shrouded.algorithm, octetString(shrouded.text))),
    attributes,
  );
  const safe = sequence(
    contentInfo(OID.encryptedData, encryptedData),
    contentInfo(OID.data, octetString(sequence(keyBag))),
  );
  const salt = randomBytes(16);
  const macKey = derivePkcs12(reading.wide, salt, ROUNDS, 3, 32, 'sha256');
  const mac = createHmac('sha256', macKey).update(safe).digest();
  return sequence(
    integer(3),
    contentInfo(OID.data, octetString(safe)),
    sequence(sequence(sequence(oid(OID.sha256), nullValue()), octetString(mac)), octetString(salt), integer(ROUNDS)),
  );
}
