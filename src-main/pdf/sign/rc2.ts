/**
 * RC2 decryption in CBC mode (RFC 2268). Nobody should use it, but P12 files from Windows and older Chinese certificate authorities
 * wrap their certificates in 40-bit RC2, and no current crypto library opens them any more.
 */

/** The permutation table of RFC 2268, section 2: digits of pi. */
const PI_TABLE = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const pi = (index: number): number => PI_TABLE[index & 0xff] ?? 0;

/** Expanded key: 64 words of 16 bits (section 2). `bits`: effective key length. */
function expand(key: Uint8Array, bits: number): Uint16Array {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const length = key.length;
  for (let at = length; at < 128; at += 1) bytes[at] = pi((bytes[at - 1] ?? 0) + (bytes[at - length] ?? 0));
  const effective = Math.ceil(bits / 8);
  bytes[128 - effective] = pi((bytes[128 - effective] ?? 0) & (0xff >> (8 * effective - bits)));
  for (let at = 127 - effective; at >= 0; at -= 1) bytes[at] = pi((bytes[at + 1] ?? 0) ^ (bytes[at + effective] ?? 0));
  return Uint16Array.from({ length: 64 }, (_, at) => (bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8));
}

const SHIFTS = [1, 2, 3, 5] as const;
/** Rounds after which, counting down, a mashing round is undone: five, six and five rounds of mixing (section 4). */
const MASH_AFTER = new Set([11, 5]);

function decryptBlock(key: Uint16Array, block: Uint8Array): Uint8Array {
  const words = Array.from({ length: 4 }, (_, at) => (block[2 * at] ?? 0) | ((block[2 * at + 1] ?? 0) << 8));
  const word = (at: number): number => words[(at + 4) & 3] ?? 0;
  for (let round = 15; round >= 0; round -= 1) {
    for (let at = 3; at >= 0; at -= 1) {
      const shift = SHIFTS[at] ?? 0;
      const turned = ((word(at) >> shift) | (word(at) << (16 - shift))) & 0xffff;
      const mixed = (key[4 * round + at] ?? 0) + (word(at - 1) & word(at - 2)) + (~word(at - 1) & word(at - 3));
      words[at] = (turned - mixed) & 0xffff;
    }
    if (MASH_AFTER.has(round)) {
      for (let at = 3; at >= 0; at -= 1) words[at] = (word(at) - (key[word(at - 1) & 63] ?? 0)) & 0xffff;
    }
  }
  return Uint8Array.from(words.flatMap((value) => [value & 0xff, value >> 8]));
}

/** CBC with PKCS#7 padding. Throws RangeError where the padding shows a wrong key. */
export function decryptRc2(key: Uint8Array, bits: number, iv: Uint8Array, text: Uint8Array): Uint8Array {
  const words = expand(key, bits);
  const plain = new Uint8Array(text.length);
  let previous = iv;
  for (let at = 0; at + 8 <= text.length; at += 8) {
    const block = text.subarray(at, at + 8);
    decryptBlock(words, block).forEach((byte, index) => {
      plain[at + index] = byte ^ (previous[index] ?? 0);
    });
    previous = block;
  }
  const padding = plain[plain.length - 1] ?? 0;
  if (padding < 1 || padding > 8) throw new RangeError('wrong padding');
  return plain.subarray(0, plain.length - padding);
}
