import { createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { concat, type Der, DerError, numberOf, octetsOf, oidOf, part, parts, TAG } from './der.ts';
import { OID } from './oids.ts';
import { decryptRc2 } from './rc2.ts';

/** Keys from passwords as PKCS#12 (RFC 7292, appendix B) and PKCS#5 (RFC 8018) derive them. */

/** One reading of a password as bytes: for PKCS#12's own derivation, and for PBKDF2. */
export interface PasswordReading {
  /** UTF-16 big-endian with a closing zero, as the standard has it; some programs widen UTF-8 bytes instead. */
  readonly wide: Uint8Array;
  readonly utf8: Uint8Array;
}

/** All readings worth trying: Chinese passwords were not always written as the standard says. */
export function passwordReadings(password: string): readonly PasswordReading[] {
  const utf8 = new TextEncoder().encode(password);
  const utf16 = Uint8Array.from(
    [...Array.from({ length: password.length }, (_, index) => password.charCodeAt(index)), 0].flatMap((unit) => [
      unit >> 8,
      unit & 0xff,
    ]),
  );
  const widened = Uint8Array.from([...utf8, 0].flatMap((byte) => [0, byte]));
  const readings = [{ wide: utf16, utf8 }];
  if (password === '') readings.push({ wide: new Uint8Array(), utf8 });
  else if (utf8.length !== password.length) readings.push({ wide: widened, utf8 });
  return readings;
}

const HASH_BLOCK: Readonly<Record<string, number>> = { sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128 };

const HASHES: Readonly<Record<string, string>> = {
  [OID.sha1]: 'sha1',
  [OID.sha224]: 'sha224',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

/** Name of a hash by its identifier. */
export function hashName(identifier: string): string {
  const hash = HASHES[identifier];
  if (!hash) throw new UnknownAlgorithm(identifier);
  return hash;
}

/** An algorithm that this reader does not know, by its identifier. */
export class UnknownAlgorithm extends Error {
  override readonly name = 'UnknownAlgorithm';
}

function repeated(bytes: Uint8Array, block: number): Uint8Array {
  const length = Math.ceil(bytes.length / block) * block;
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** RFC 7292, appendix B.2. `purpose`: 1 key, 2 initialisation vector, 3 integrity key. */
export function derivePkcs12(
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  purpose: 1 | 2 | 3,
  length: number,
  hash: string,
): Uint8Array {
  const block = HASH_BLOCK[hash] ?? 64;
  const diversifier = new Uint8Array(block).fill(purpose);
  const input = concat([repeated(salt, block), repeated(password, block)]);
  const pieces: Uint8Array[] = [];
  let made = 0;
  while (made < length) {
    let digest: Uint8Array = createHash(hash).update(diversifier).update(input).digest();
    for (let round = 1; round < rounds; round += 1) digest = createHash(hash).update(digest).digest();
    pieces.push(digest);
    made += digest.length;
    const addend = repeated(digest, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) addOne(input.subarray(at, at + block), addend);
  }
  return concat(pieces).subarray(0, length);
}

/** block = block + addend + 1 modulo 2^(8·length), in place. */
function addOne(block: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let at = block.length - 1; at >= 0; at -= 1) {
    const sum = (block[at] ?? 0) + (addend[at] ?? 0) + carry;
    block[at] = sum & 0xff;
    carry = sum >> 8;
  }
}

const HMACS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const CIPHERS: Readonly<Record<string, { readonly name: string; readonly key: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24 },
};

interface OldScheme {
  readonly cipher: 'des-ede3-cbc' | 'rc2';
  readonly key: number;
}

/** PKCS#12's own schemes, all with SHA-1 (RFC 7292, appendix C). */
const OLD_SCHEMES: Readonly<Record<string, OldScheme>> = {
  '1.2.840.113549.1.12.1.3': { cipher: 'des-ede3-cbc', key: 24 },
  '1.2.840.113549.1.12.1.4': { cipher: 'des-ede3-cbc', key: 16 },
  '1.2.840.113549.1.12.1.5': { cipher: 'rc2', key: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: 'rc2', key: 5 },
};

const decipher = (name: string, key: Uint8Array, iv: Uint8Array, text: Uint8Array): Uint8Array => {
  const cipher = createDecipheriv(name, key, iv);
  return concat([cipher.update(text), cipher.final()]);
};

/** PBKDF2 as named in an AlgorithmIdentifier; `length` where the structure itself does not say. */
export function derivePbkdf2(algorithm: Der, password: Uint8Array, length: number): Uint8Array {
  const parameters = part(algorithm, 1, TAG.sequence);
  const [salt, rounds, ...rest] = parts(parameters);
  if (oidOf(part(algorithm, 0)) !== OID.pbkdf2 || !salt || !rounds)
    throw new UnknownAlgorithm(oidOf(part(algorithm, 0)));
  const prf = rest.find(({ tag }) => tag === TAG.sequence);
  const hash = prf ? HMACS[oidOf(part(prf, 0))] : 'sha1';
  if (!hash) throw new UnknownAlgorithm(prf ? oidOf(part(prf, 0)) : 'prf');
  const size = rest.find(({ tag }) => tag === TAG.integer);
  return pbkdf2Sync(password, octetsOf(salt), numberOf(rounds), size ? numberOf(size) : length, hash);
}

function decryptPbes2(parameters: Der, password: Uint8Array, text: Uint8Array): Uint8Array {
  const [derivation, encryption] = parts(parameters);
  if (!derivation || !encryption) throw new DerError('PBES2 without parameters');
  const cipher = CIPHERS[oidOf(part(encryption, 0))];
  if (!cipher) throw new UnknownAlgorithm(oidOf(part(encryption, 0)));
  const key = derivePbkdf2(derivation, password, cipher.key);
  return decipher(cipher.name, key, octetsOf(part(encryption, 1)), text);
}

/** Decrypts what an EncryptedPrivateKeyInfo or EncryptedContentInfo holds. Throws where the password does not fit. */
export function decryptWithPassword(algorithm: Der, password: PasswordReading, text: Uint8Array): Uint8Array {
  const identifier = oidOf(part(algorithm, 0));
  const parameters = part(algorithm, 1, TAG.sequence);
  if (identifier === OID.pbes2) return decryptPbes2(parameters, password.utf8, text);
  const scheme = OLD_SCHEMES[identifier];
  if (!scheme) throw new UnknownAlgorithm(identifier);
  const salt = octetsOf(part(parameters, 0));
  const rounds = numberOf(part(parameters, 1));
  const key = derivePkcs12(password.wide, salt, rounds, 1, scheme.key, 'sha1');
  const iv = derivePkcs12(password.wide, salt, rounds, 2, 8, 'sha1');
  if (scheme.cipher === 'rc2') return decryptRc2(key, scheme.key * 8, iv, text);
  // two-key triple DES uses its first key again as the third
  return decipher('des-ede3-cbc', key.length === 16 ? concat([key, key.subarray(0, 8)]) : key, iv, text);
}

/** Does the integrity code hold for this reading of the password? (RFC 7292, 4; RFC 9579 for PBMAC1.) */
export function integrityHolds(mac: Der, content: Uint8Array, password: PasswordReading): boolean {
  const [info, salt, rounds] = parts(mac);
  if (!info || !salt) throw new DerError('no integrity code');
  const algorithm = part(info, 0, TAG.sequence);
  const expected = octetsOf(part(info, 1));
  const identifier = oidOf(part(algorithm, 0));
  if (identifier === OID.pbmac1) {
    const parameters = part(algorithm, 1, TAG.sequence);
    const hmac = HMACS[oidOf(part(part(parameters, 1), 0))];
    if (!hmac) throw new UnknownAlgorithm(identifier);
    const key = derivePbkdf2(part(parameters, 0), password.utf8, expected.length);
    return createHmac(hmac, key).update(content).digest().equals(expected);
  }
  const hash = hashName(identifier);
  const key = derivePkcs12(password.wide, octetsOf(salt), rounds ? numberOf(rounds) : 1, 3, expected.length, hash);
  return createHmac(hash, key).update(content).digest().equals(expected);
}
