import { type Language, say, type Sentence, sentence } from '../agreement/sentence.ts';
import { versionCalled } from '../acceptance/record-view.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { isNamedAs } from '../import/formats.ts';
import type { FinishedPdf, FinishOptions } from '../pdf/finish/finish.ts';
import type { Paper } from '../pdf/paper.ts';
import type { FontUrl } from '../pdf/typeset/stylesheet.ts';
import type { VersionRow } from '../store/agreements.ts';
import type { FilePort, Ports } from './ports.ts';

/** Where a page of ours finds the print fonts: the Chinese one, and the Latin one that English takes its quotes from. */
export const fontUrl: FontUrl = (weight, script = 'chinese') =>
  `app://assent/assets/shipped/fonts/${script === 'latin' ? 'NotoSerif' : 'NotoSerifSC'}-${weight === 700 ? 'Bold' : 'Regular'}.${script === 'latin' ? 'woff2' : 'ttf'}`;

let fonts: Promise<FinishOptions['fonts']> | undefined;

/** Twenty-odd megabytes, read when the first paper is made and kept: the same bytes are parsed once. */
export function printFonts(files: FilePort): Promise<FinishOptions['fonts']> {
  fonts ??= Promise.all([files.asset('fonts/NotoSerifSC-Regular.ttf'), files.asset('fonts/NotoSerifSC-Bold.ttf')]).then(
    ([regular, bold]) => ({ regular, bold }),
  );
  return fonts;
}

/** What every sheet of a demo bears. */
export const DEMO: Sentence = sentence('evidence.certificate-paper.demo');

/** Whether this library is a demo's, whoever opened it since: the first entry of its ledger was written by a rehearsal's clock. */
export const isDemo = ({ ledger, store }: Pick<Ports, 'ledger' | 'store'>): boolean =>
  ledger.source === 'rehearsal' || store.ledger.from(1, 1)[0]?.clock.source === 'rehearsal';

/**
 * Makes a finished PDF of a paper: laid out by the print port, then stamped; every sheet that a demo makes says so. With `at` it is of that
 * time and the same bytes whenever it is made.
 */
export async function paperToPdf(
  ports: Pick<Ports, 'print' | 'files' | 'now' | 'ledger' | 'store'>,
  paper: Paper,
  options: Omit<FinishOptions, 'at' | 'fonts'> & Partial<Pick<FinishOptions, 'at'>>,
): Promise<FinishedPdf> {
  const { finish } = await import('../pdf/finish/finish.ts');
  const loaded = await printFonts(ports.files);
  const printed = await ports.print.toPdf(paper, loaded);
  const demo = isDemo(ports) ? { standing: DEMO } : {};
  return finish(printed, paper, { ...demo, ...options, at: options.at ?? ports.now(), fonts: loaded });
}

/**
 * A whole version as paper: facts on the first page, contents and index of key clauses in a language, the clauses as they are.
 * @param own what the text says that it is
 */
export async function agreementPack(
  document: AgreementDocument,
  version: VersionRow,
  source: { readonly name: string; readonly sha256: string } | undefined,
  language: Language,
  own?: Sentence,
): Promise<Paper> {
  const { packPaper } = await import('../pdf/typeset/agreement-pack.ts');
  return packPaper(document, {
    version: say(versionCalled(version, own), language),
    language,
    fingerprint: version.fingerprint,
    source,
    plain: source !== undefined && isNamedAs(source.name, 'text'),
  });
}
