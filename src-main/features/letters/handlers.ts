import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { letterCalls } from '../../contract/letters.ts';
import type { LetterView } from '../../contract/letters.ts';
import { fillLetter, goesOver, letterLines, letterOf, letters, letterView, startLetter } from './letter-records.ts';
import {
  copyLetter,
  exportLetter,
  printLetter,
  signLetter,
  timestampAnswer,
  timestampQuery,
} from './letter-outputs.ts';
import { outOfTime } from './in-time.ts';
import { agreementOf } from './letter-about.ts';
import { type LetterTies, tieAgreement } from './letter-tie.ts';
import { letterPreview } from './letter-preview.ts';
import { checkSet, exportSet } from './letter-set.ts';
import { ownerOf, publishedAs, templateViews } from './letter-templates.ts';
import { importForm, removeForm } from './own-forms.ts';
import { type Drafted, valuesNow, withDrafted } from './drafted.ts';
import type { LetterValues } from '../../letter/template.ts';
import type { Ports } from '../../kernel/ports.ts';
import { LETTER } from '../../kernel/papers/letters.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import { measured, printers, printRuler, saveRuler } from './printers.ts';
import { noteCertificate, rootOf } from '../../kernel/papers/signing-certificates.ts';

/** Letters and forms: fill, look at, export, sign, print; the provider's own forms; sets; the printer's scale. */
export function letterHandlers(ports: Ports, ties: LetterTies): Handlers<typeof letterCalls> {
  const { store, files } = ports;
  const view = (letterId: string): LetterView => {
    const letter = letterOf(store, letterId);
    const shown = letterView(store, letter);
    return { ...shown, cautions: [...(shown.cautions ?? []), ...outOfTime(ports, ties.cases, letter)] };
  };

  return {
    'letters.list': async () => {
      const gone = await ties.notOffered();
      const offered = (agreementId: string | undefined): boolean => !gone.has(agreementId ?? '');
      const own = new Map(letters(store).map(({ id, body }) => [id, agreementOf(store, body)]));
      return {
        templates: templateViews(store, ports.now().toISOString()).filter(({ id }) =>
          offered((ownerOf(store, id) ?? publishedAs(store, id))?.agreementId),
        ),
        letters: letterLines(store, ties.cases).filter(({ id, state }) => state !== 'draft' || offered(own.get(id))),
      };
    },

    'letters.start': ({ templateId, companyId }) => view(startLetter(ports, templateId, {}, { companyId })),

    'letters.tieAgreement': ({ letterId, agreementId }) => {
      tieAgreement(ports, ties, letterOf(store, letterId), agreementId);
      return view(letterId);
    },

    'letters.open': ({ letterId }) => view(letterId),

    'letters.fill': ({ letterId, values, ...said }) => {
      const letter = letterOf(store, letterId);
      const fill = (given: LetterValues, drafted?: Drafted): LetterView => {
        fillLetter(ports, letterOf(store, letterId), given, { ...said, ...(drafted ? { drafted } : {}) });
        return view(letterId);
      };
      if (!goesOver(store, letter, said.language)) return fill(values);
      return withDrafted(ports, ties.drafted, letterId, (drafted, waited) =>
        fill(waited ? valuesNow(letter, letterOf(store, letterId), values) : values, drafted),
      );
    },

    'letters.preview': ({ letterId, seal }) => letterPreview(ports, letterOf(store, letterId), seal),
    'letters.export': ({ letterId, seal }) => exportLetter(ports, letterOf(store, letterId), seal),
    'letters.sign': (input) => signLetter(ports, letterOf(store, input.letterId), input),
    'letters.copy': (input) => copyLetter(ports, letterOf(store, input.letterId), input),
    'letters.print': ({ letterId, seal }) => printLetter(ports, letterOf(store, letterId), seal),

    'letters.choosePicture': async ({ what }) => {
      const [file] = await files.choose({
        title:
          what === 'seal'
            ? sentence('letters.handlers.letter-handlers.letters-choose-picture.title')
            : sentence('letters.handlers.letter-handlers.letters-choose-picture.title-2'),
        extensions: ['png'],
      });
      if (!file) return undefined;
      const { assertPicture } = await import('../../pdf/finish/seal-picture.ts');
      assertPicture(file.bytes);
      return { name: file.name, png: file.bytes };
    },

    'letters.remove': ({ letterId }) => {
      const letter = letterOf(store, letterId);
      if (letter.body.outputs.length > 0) throw exportedAlready();
      return removePaper(ports, LETTER, letter);
    },

    'letters.timestampQuery': ({ letterId, sha256 }) => timestampQuery(ports, letterOf(store, letterId), sha256),
    'letters.timestampAnswer': ({ letterId, sha256 }) => timestampAnswer(ports, letterOf(store, letterId), sha256),

    'letters.importForm': async () => {
      const id = await importForm(ports);
      return templateViews(store, ports.now().toISOString()).find((template) => template.id === id);
    },
    'letters.removeForm': ({ templateId }) => removeForm(ports, templateId),

    'letters.checkSet': (papers) => checkSet(store, papers),
    'letters.exportSet': ({ seal, ...papers }) => exportSet(ports, papers, seal),

    'letters.printRuler': () => printRuler(ports),
    'letters.saveRuler': () => saveRuler(ports),
    'letters.printers': () => printers(store),
    'letters.measured': (measure) => measured(ports, measure),

    'letters.makeCertificate': async ({ name, organisation, algorithm, password, keep }) => {
      const [{ makeLocalIdentity }, { exportP12 }] = await Promise.all([
        import('../../pdf/sign/certificate.ts'),
        import('../../pdf/sign/p12-export.ts'),
      ]);
      const kind = algorithm === 'ec' ? 'ec-p256' : 'rsa-2048';
      const identity = makeLocalIdentity({ name, company: organisation, kind, at: ports.now() });
      const bytes = exportP12(identity.key, [identity.certificate, identity.root.certificate], password);
      const fileName = await files.save({ name: `${name}.p12`, bytes });
      if (fileName === undefined) return undefined;
      const certificateId = noteCertificate(ports, identity, { bytes, password }, keep);
      return { certificateId, fileName };
    },

    'letters.saveRoot': async ({ certificateId }) => {
      const bytes = rootOf(store, certificateId);
      const fileName = await files.save({ name: 'assent-root.cer', bytes });
      return fileName === undefined ? undefined : { fileName };
    },
  };
}

function exportedAlready(): Refusal {
  return new Refusal(
    'letter-exported',
    sentence('letters.handlers.letter-exported'),
    sentence('letters.handlers.letter-exported.next'),
  );
}
