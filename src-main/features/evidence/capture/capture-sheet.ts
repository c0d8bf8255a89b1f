import { type Language, say, sentence } from '../../../agreement/sentence.ts';
import type { CaptureView } from '../../../contract/evidence/captures.ts';
import { paperToPdf } from '../../../kernel/paper-pdf.ts';
import type { Paper } from '../../../kernel/papers/repository.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { canonicalJson } from '../../../ledger/canonical-json.ts';
import { sha256Hex } from '../../../ledger/node-digest.ts';
import { capturePaper } from './capture-paper.ts';
import type { KeptCapture } from './capture-records.ts';

/** A capture as it was recorded. */
export const captureView = ({ id, createdAt, body }: Paper<KeptCapture, 'recorded'>): CaptureView => ({
  id,
  at: createdAt,
  ...body,
});

/** Makes the record sheet of a capture in a language: its title and the PDF; with `at` of that time, the same whenever it is made. */
export async function captureSheet(ports: Ports, capture: CaptureView, company: string, language: Language, at?: Date) {
  const fingerprint = sha256Hex(canonicalJson(capture.files.map(({ sha256 }) => sha256)));
  const kept = ports.store.ledger.ofSubject(`capture:${capture.id}`).find(({ kind }) => kind === 'capture-recorded');
  const { bytes, pages } = await paperToPdf(ports, capturePaper(capture, company, language, kept), {
    fingerprint,
    fingerprintOf: 'files',
    ...(at ? { at } : {}),
    author: company,
    folio: 'of',
  });
  return { title: `${say(sentence('court.capture.title'), language)} ${capture.title}`, bytes, pages };
}
