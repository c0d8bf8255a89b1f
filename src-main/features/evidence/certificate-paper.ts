import type { CertificateContent } from '../../acceptance/certificate.ts';
import { say, type Language, sentence } from '../../agreement/sentence.ts';
import type { Paper } from '../../pdf/paper.ts';
import { certificatePaper, type RecordSection } from '../../pdf/typeset/record.ts';

const HEADINGS = {
  proven: sentence('evidence.certificate-paper.headings.proven'),
  notProven: sentence('evidence.certificate-paper.headings.not-proven'),
  annex: sentence('evidence.certificate-paper.headings.annex'),
} as const;

const STANDING = sentence('evidence.certificate-paper.standing');

/**
 * The certificate as paper: the first page in plain words, the second with what it proves and what it does not, and everything
 * else, with hashes and UTC times, as an annex.
 */
export function certificateOnPaper(
  content: CertificateContent,
  front: CertificateContent['sections'],
  language: Language,
  subtitle: string,
): Paper {
  const asRecord = ({ heading, rows }: CertificateContent['sections'][number]): RecordSection => ({
    heading,
    fields: rows,
  });
  return certificatePaper({
    title: content.title,
    subtitle,
    language,
    standing: say(STANDING, language),
    sections: front.map(asRecord),
    proof: [
      { heading: say(HEADINGS.proven, language), sentences: content.proven },
      { heading: say(HEADINGS.notProven, language), sentences: content.notProven },
    ],
    annex: { heading: say(HEADINGS.annex, language), sections: content.sections.map(asRecord) },
  });
}
