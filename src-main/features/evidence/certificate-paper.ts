import type { CertificateContent } from '../../acceptance/certificate.ts';
import { say, type Language } from '../../agreement/sentence.ts';
import type { Paper } from '../../pdf/paper.ts';
import { certificatePaper } from '../../pdf/typeset/record.ts';

const HEADINGS = {
  proven: { zh: '本证明能够证明', en: 'What this proves' },
  notProven: { zh: '本证明不能证明', en: 'What this does not prove' },
} as const;

const STANDING = {
  zh: '本证明由接受方自己的台账出具，可用证据包和离线核验页独立核对；它证明什么、不证明什么，见文末。',
  en: 'Issued from the accepting party’s own ledger; it can be checked independently with the evidence bundle and its offline verifier. What it proves and what it does not is said at its end.',
} as const;

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
