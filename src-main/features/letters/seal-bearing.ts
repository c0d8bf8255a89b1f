import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { detectFormat } from '../../import/format.ts';
import { extensionOf } from '../../import/formats.ts';
import type { ChosenFile } from '../../kernel/ports.ts';

/** An OFD (GB/T 33190-2016) that was signed lists its signatures in a file of this name. */
const OFD_SIGNATURES = 'Signatures.xml';

/**
 * Only what can show a seal is a sealed copy: a picture, a PDF, or an OFD with an electronic seal. A text, a page or a Word file
 * bears none, whatever it is named.
 * @throws Refusal `bears-no-seal`, `ofd-not-signed`.
 */
export function refuseUnsealable({ name, bytes }: ChosenFile): void {
  const found = detectFormat(bytes);
  if (found.format === 'pdf' || (found.format === 'refused' && found.code === 'picture')) return;
  if (found.format === 'docx' && extensionOf(name) === 'ofd') {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(OFD_SIGNATURES)) return;
    throw new Refusal(
      'ofd-not-signed',
      sentence('letters.seal-bearing.ofd-not-signed', { name }),
      sentence('letters.seal-bearing.ofd-not-signed.next'),
    );
  }
  throw new Refusal(
    'bears-no-seal',
    sentence('letters.seal-bearing.bears-no-seal', { name }),
    sentence('letters.seal-bearing.bears-no-seal.next'),
  );
}
