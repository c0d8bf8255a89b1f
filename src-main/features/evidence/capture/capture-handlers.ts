import { Refusal } from '../../../agreement/refusal.ts';
import { say, sentence } from '../../../agreement/sentence.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { captureCalls } from '../../../contract/evidence/captures.ts';
import type { CompanyOf } from '../../../kernel/between-features.ts';
import { companyFor } from '../../../kernel/companies.ts';
import { nameOnPaper } from '../../../letter/profile.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { fittingName } from '../../../kernel/files/file-name.ts';
import { keepFile, keptFile } from '../../../kernel/kept-files.ts';
import type { Paper } from '../../../kernel/papers/repository.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import type { JsonObject } from '../../../ledger/canonical-json.ts';
import { checkedFile } from './capture-checks.ts';
import { captureSheet, captureView } from './capture-sheet.ts';
import { captures, type KeptCapture } from './capture-records.ts';

/** Pages of a provider as a person saved them with their own browser, with the record of how it was done. */
export function captureHandlers(ports: Ports, companyOf: CompanyOf): Handlers<typeof captureCalls> {
  const { store, files } = ports;
  const captureOf = (id: string): Paper<KeptCapture, 'recorded'> => {
    const paper = captures(store).get(id);
    if (!paper) throw unknownThing(sentence('court.capture.noun'));
    return paper;
  };

  return {
    'evidence.captures': () => captures(store).list().map(captureView).toReversed(),

    'evidence.keepCaptured': async () => {
      const chosen = await files.choose({
        title: sentence('court.capture.choose'),
        extensions: [
          ...['mhtml', 'mht', 'pdf', 'png', 'jpg', 'jpeg'],
          ...['mp4', 'mov', 'webm', 'mkv'],
          ...['cer', 'crt', 'pem', 'der'],
        ],
        multiple: true,
      });
      return chosen.map((file) => keepFile(ports, file));
    },

    'evidence.recordCapture': async ({ files: hashes, ...said }) => {
      if (said.end < said.start) throw backwards();
      if (Date.parse(`${said.end}:00+08:00`) > ports.now().getTime()) throw ahead();
      if (store.agreements.agreement(said.agreementId)?.origin !== 'own')
        throw unknownThing(sentence('evidence.bundles.refuse-foreign'));
      const checked = await Promise.all(
        hashes.map((sha256) => {
          const { name } = keptFile(store, sha256);
          return checkedFile(ports, said, {
            name,
            sha256,
            bytes: new Uint8Array(store.attachments.bytes(sha256) ?? []),
          });
        }),
      );
      const id = ports.newId();
      const at = ports.now().toISOString();
      const body: KeptCapture = { ...said, files: checked };
      record(ports, {
        entry: { at, kind: 'capture-recorded', subject: `capture:${id}`, payload: body as unknown as JsonObject },
        write: () => captures(store).put({ id, subject: said.agreementId, state: 'recorded', body }, at),
        changed: ['evidence'],
      });
      return captureView(captureOf(id));
    },

    'evidence.captureSheet': async ({ captureId, language }) => {
      const capture = captureView(captureOf(captureId));
      // Whose agreement it is of; of several companies none is guessed.
      const { agreementId } = capture;
      const of = companyFor(store, { agreementId }, { agreement: companyOf(store, agreementId) });
      const company = of
        ? nameOnPaper(of.company.company, language)
        : say(sentence('court.paper.some-company'), language);
      const { title, bytes } = await captureSheet(ports, capture, company, language);
      const name = fittingName(`${title}.pdf`);
      const fileName = await files.save({ name, bytes });
      if (fileName === undefined) return undefined;
      const kept = keepFile(ports, { name, bytes });
      record(ports, {
        entry: {
          kind: 'capture-sheet-exported',
          subject: `capture:${captureId}`,
          payload: { sheet: { ...kept }, language },
        },
        write: () => undefined,
        changed: ['evidence'],
      });
      return { fileName };
    },
  };
}

/** A minute that is not over yet by this computer's clock counts as reached. */
const ahead = (): Refusal =>
  new Refusal('capture-ahead', sentence('court.capture.ahead'), sentence('court.capture.ahead.next'), { field: 'end' });

const backwards = (): Refusal =>
  new Refusal('period-backwards', sentence('court.capture.backwards'), sentence('court.list.backwards.next'));
