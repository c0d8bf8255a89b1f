import type { CertificateContent } from '../../../acceptance/certificate.ts';
import { say, type Language, sentence } from '../../../agreement/sentence.ts';
import type { Paper } from '../../../pdf/paper.ts';
import { certificatePaper, type RecordSection } from '../../../pdf/typeset/record.ts';
import { unitSignature } from '../unit-signature.ts';

const HEADINGS = {
  proven: sentence('evidence.certificate-paper.headings.proven'),
  notProven: sentence('evidence.certificate-paper.headings.not-proven'),
  annex: sentence('evidence.certificate-paper.headings.annex'),
} as const;

const numbered = (sentences: readonly string[]): readonly string[] =>
  sentences.map((text, index) => `${index + 1}. ${text}`);

/**
 * The certificate as paper: what was decided in plain words, what that proves and what it does not, and everything
 * else, with hashes and UTC times, as an annex.
 */
export function certificateOnPaper(
  content: CertificateContent,
  front: CertificateContent['sections'],
  language: Language,
  { of, company }: { readonly of: string; readonly company: string },
): Paper {
  const asRecord = ({ heading, rows }: CertificateContent['sections'][number]): RecordSection => ({
    heading,
    fields: rows,
  });
  return certificatePaper({
    title: content.title,
    subtitle: say(sentence('evidence.certificate-paper.subtitle', { title: of }), language),
    language,
    standing: say(sentence('evidence.certificate-paper.standing', { company }), language),
    sections: front.map(asRecord),
    proof: [
      { heading: say(HEADINGS.proven, language), sentences: numbered(content.proven) },
      { heading: say(HEADINGS.notProven, language), sentences: numbered(content.notProven) },
    ],
    closing: content.closing,
    signature: unitSignature(company, language),
    annex: { heading: say(HEADINGS.annex, language), sections: content.sections.map(asRecord) },
  });
}
