import type { CertificateContent } from '../../acceptance/certificate.ts';
import { say, type Language, sentence } from '../../agreement/sentence.ts';
import type { Paper } from '../../pdf/paper.ts';
import { certificatePaper } from '../../pdf/typeset/record.ts';

const HEADINGS = {
  proven: sentence('evidence.certificate-paper.headings.proven'),
  notProven: sentence('evidence.certificate-paper.headings.not-proven'),
} as const;

const STANDING = sentence('evidence.certificate-paper.standing');

/** The acceptance certificate's words as paper. */
export function certificateOnPaper(content: CertificateContent, language: Language, subtitle: string): Paper {
  return certificatePaper({
    title: content.title,
    subtitle,
    language,
    standing: say(STANDING, language),
    sections: [
      ...content.sections.map(({ heading, rows }) => ({ heading, fields: rows })),
      { heading: say(HEADINGS.proven, language), sentences: content.proven },
      { heading: say(HEADINGS.notProven, language), sentences: content.notProven },
    ],
  });
}
