import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Language, listed, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { CaptureCheck, CaptureView, SiteCertificate } from '../../../contract/evidence/captures.ts';
import type { Paper } from '../../../pdf/paper.ts';
import { certificatePaper } from '../../../pdf/typeset/record.ts';
import { missingKinds } from './capture-checks.ts';

/** When the files of a capture came into the ledger, by which their hashes are fixed, and with which entry. */
export interface CaptureKept {
  readonly at: string;
  readonly sequence: number;
}

/** The record sheet of a capture: who, by what, when, from where, the files with their hashes, what was found, and who signs. */
export function capturePaper(capture: CaptureView, company: string, language: Language, kept?: CaptureKept): Paper {
  const { title, address, operator, witness, device, browser, network, cleaned, clock, offset, start, end, files } =
    capture;
  const word = (text: Sentence): string => say(text, language);
  const row = (label: Sentence, value: string) => ({ label: word(label), value });
  const time = (minute: string): string => word(sentence('court.capture.minute', { minute: minute.replace('T', ' ') }));
  const missing = missingKinds(files);
  const certificate = files.find((file) => file.certificate)?.certificate;
  return certificatePaper({
    title: word(sentence('court.capture.title')),
    subtitle: title,
    language,
    standing: word(sentence('court.capture.standing', { company })),
    sections: [
      {
        heading: word(sentence('court.capture.who')),
        fields: [
          row(sentence('court.capture.field.operator'), operator),
          row(
            sentence('court.capture.field.witness'),
            witness === '' ? word(sentence('court.capture.no-witness')) : witness,
          ),
          row(sentence('court.capture.field.device'), device),
          row(sentence('court.capture.field.browser'), browser),
          row(sentence('court.capture.field.network'), network),
          row(
            sentence('court.capture.field.cleaned'),
            cleaned.length === 0
              ? word(sentence('court.capture.not-cleaned'))
              : listed(
                  cleaned.map((each) => word(sentence(`court.capture.cleaned.${each}`))),
                  language,
                  'clauses',
                ),
          ),
        ],
      },
      {
        heading: word(sentence('court.capture.when')),
        fields: [
          row(sentence('court.capture.field.address'), address),
          row(sentence('court.capture.field.start'), time(start)),
          row(sentence('court.capture.field.end'), time(end)),
          row(sentence('court.capture.field.clock'), word(sentence(`court.capture.clock.${clock}`))),
          row(
            sentence('court.capture.difference'),
            word(clock === 'not-checked' ? sentence('court.capture.offset-unknown') : offsetWords(offset)),
          ),
          ...(kept
            ? [
                row(
                  sentence('court.capture.kept'),
                  word(sentence('court.capture.kept-at', { at: beijingTime(kept.at), sequence: kept.sequence })),
                ),
              ]
            : []),
        ],
      },
      {
        heading: word(sentence('court.capture.files')),
        table: {
          header: [word(sentence('court.list.columns.number')), word(sentence('court.list.columns.file'))],
          rows: files.map(({ name, kind, bytes, sha256, checks }, index) => [
            String(index + 1),
            [
              word(sentence('court.capture.file', { name, kind: sentence(`court.capture.kind.${kind}`) })),
              word(sentence('court.list.bytes', { bytes })),
              sha256,
              ...foundOf(checks).map(word),
            ].join('\n'),
          ]),
          widths: [8, 92],
          align: ['center', 'left'],
        },
        sentences: [
          ...(missing.length === 0
            ? []
            : [
                word(
                  sentence('court.capture.missing', {
                    what: missing.map((kind) => sentence(`court.capture.kind.${kind}`)),
                  }),
                ),
              ]),
        ],
      },
      ...(certificate ? [certificateSection(certificate, language)] : []),
      {
        heading: word(sentence(certificate ? 'court.capture.limits-after' : 'court.capture.limits')),
        sentences: [word(sentence('court.capture.limits-1')), word(sentence('court.capture.limits-2'))],
      },
    ],
    signature: {
      label: word(sentence('court.paper.sealed-by')),
      name: company,
      date: '',
      // Each with its own day: the sheet is signed when it is made, not when the page was captured.
      signers: [
        word(sentence('court.capture.operator-signs', { name: operator })),
        ...(witness === '' ? [] : [word(sentence('court.capture.witness-signs', { name: witness }))]),
      ],
    },
  });
}

/** The certificate of the site, in words that can be held against the one that anybody is shown there. */
function certificateSection({ subject, issuer, serial, from, to, sha256 }: SiteCertificate, language: Language) {
  const row = (label: Sentence, value: string) => ({ label: say(label, language), value });
  return {
    heading: say(sentence('court.capture.certificate'), language),
    fields: [
      row(sentence('court.capture.certificate.subject'), subject),
      row(sentence('court.capture.certificate.issuer'), issuer),
      row(sentence('court.capture.certificate.serial'), serial),
      row(sentence('court.capture.certificate.from'), say(beijingTime(from), language)),
      row(sentence('court.capture.certificate.to'), say(beijingTime(to), language)),
      row(sentence('court.capture.certificate.sha256'), sha256),
    ],
  };
}

/** How far the clock of the capture was from standard time, in whole seconds; positive: ahead. */
export function offsetWords(offset: number): Sentence {
  if (offset === 0) return sentence('court.capture.offset-none');
  return offset > 0
    ? sentence('court.capture.offset-ahead', { seconds: offset })
    : sentence('court.capture.offset-behind', { seconds: -offset });
}

/** What was found of a file, on its sheet and in an extract alike; of one that bears nothing to be compared it is said. */
export const foundOf = (checks: readonly CaptureCheck[]): readonly Sentence[] =>
  checks.length === 0 ? [sentence('court.capture.no-checks')] : checks.map(foundWords);

/** What was found of a file; that nothing could be checked is no disagreement. */
export function foundWords({ ok, absent, text }: CaptureCheck): Sentence {
  if (absent) return sentence('court.capture.unchecked', { text });
  return sentence(ok ? 'court.capture.good' : 'court.capture.bad', { text });
}
