import { Refusal } from '../agreement/refusal.ts';
import type { ContractHandlers, Input } from '../contract/index.ts';
import type { LetterOutput, LetterView } from '../contract/letters.ts';
import { sha256Hex } from '../ledger/node-digest.ts';
import type { Company } from '../letter/company.ts';
import { fill } from '../letter/fill.ts';
import type { FilledLetter } from '../letter/filled.ts';
import { isReady } from '../letter/problem.ts';
import { prefill } from '../letter/profile.ts';
import type { LetterTemplate, LetterValues } from '../letter/template.ts';
import type { FinishedPdf, FinishOptions } from '../pdf/finish.ts';
import { capitals } from '../term/capitals.ts';
import type { PaperRow } from '../store/papers.ts';
import { companies, letterCompany } from './companies.ts';
import { unknownThing } from './failure.ts';
import { templateById, templateViews } from './letter-templates.ts';
import { fontUrl, press, printFonts } from './paper-press.ts';
import type { Ports } from './ports.ts';
import { keptSigner, noteCertificate, rootOf } from './signing-certificates.ts';

type LetterCalls = Extract<keyof ContractHandlers, `letters.${string}`>;
type Seal = Input<'letters.export'>['seal'];

/** A letter as it is kept. */
interface Body {
  readonly templateId: string;
  readonly title: string;
  readonly companyId?: string;
  readonly values: LetterValues;
  readonly outputs: readonly LetterOutput[];
}

type Letter = PaperRow<Body>;

/** The letters desk: fill, look at, export, sign, print. */
export function lettersDesk(ports: Ports): Pick<ContractHandlers, LetterCalls> {
  const { store, files, ledger } = ports;

  return {
    'letters.list': () => ({
      templates: templateViews(store),
      letters: store.papers
        .ofKind<Body>('letters', 'letter')
        .map(({ id, state, updatedAt, body }) => ({
          id,
          title: body.title,
          state: state as LetterView['state'],
          updatedAt,
        }))
        .reverse(),
    }),

    'letters.start': ({ templateId, companyId }) => letterView(letterOf(startLetter(ports, templateId, {}, companyId))),

    'letters.open': ({ letterId }) => letterView(letterOf(letterId)),

    'letters.fill': ({ letterId, companyId, values }) => {
      const letter = letterOf(letterId);
      const template = templateById(store, letter.body.templateId);
      const moved = companyId !== undefined && companyId !== letter.body.companyId;
      const merged = moved ? { ...values, ...valuesFromProfile(ports, template, companyId) } : values;
      save(letter, {
        ...letter.body,
        values: merged,
        title: filled(template, merged).title,
        ...(companyId === undefined ? {} : { companyId }),
      });
      return letterView(letterOf(letterId));
    },

    'letters.preview': async ({ letterId }) => {
      const { typeset } = await import('../pdf/typeset.ts');
      const paper = filledOf(letterOf(letterId));
      return { address: ports.preview(typeset(paper, { fontUrl })) };
    },

    'letters.export': async ({ letterId, seal }) => {
      const letter = letterOf(letterId);
      const { bytes, pages } = await printed(letter, seal);
      return keepOutput(letter, { bytes, pages, kind: 'pdf', entry: 'letter-exported' });
    },

    'letters.sign': async ({ letterId, seal, key, reason }) => {
      const letter = letterOf(letterId);
      const signer = key.kind === 'kept' ? await keptSigner(ports, key.certificateId) : await fileSigner(key.password);
      if (!signer) return undefined;
      const { bytes, pages, zones } = await printed(letter, seal);
      const { signPdf } = await import('../pdf/sign/signature.ts');
      const [zone] = zones;
      const signed = await signPdf(bytes, signer, {
        at: ports.now(),
        reason,
        ...(zone ? { visible: { page: zone.page, box: zone.box, fonts: await printFonts(files) } } : {}),
      });
      return keepOutput(letter, {
        bytes: signed,
        pages,
        kind: 'signed',
        entry: 'letter-signed',
        signedBy: signer.certificate.subjectName,
      });
    },

    'letters.print': async ({ letterId, seal }) => {
      const letter = letterOf(letterId);
      const { bytes } = await printed(letter, seal);
      return { printed: await ports.print.dialog(bytes, letter.body.title) };
    },

    'letters.remove': ({ letterId }) => {
      const letter = letterOf(letterId);
      if (letter.body.outputs.length > 0) throw exportedAlready();
      store.papers.remove(letterId);
      ports.emit('changed', { desks: ['letters'] });
      return undefined;
    },

    'letters.makeCertificate': async ({ name, organisation, algorithm, password, keep }) => {
      const [{ makeLocalIdentity }, { exportP12 }] = await Promise.all([
        import('../pdf/sign/certificate.ts'),
        import('../pdf/sign/p12-export.ts'),
      ]);
      const kind = algorithm === 'ec' ? 'ec-p256' : 'rsa-2048';
      const identity = makeLocalIdentity({ name, company: organisation, kind, at: ports.now() });
      const bytes = exportP12(identity.key, [identity.certificate, identity.root.certificate], password);
      const fileName = await files.save({ name: `${name}.p12`, bytes });
      if (fileName === undefined) return undefined;
      const certificateId = noteCertificate(ports, identity, { bytes, password }, keep);
      ports.emit('changed', { desks: ['settings', 'evidence'] });
      return { certificateId, fileName };
    },

    'letters.saveRoot': async ({ certificateId }) => {
      const bytes = rootOf(store, certificateId);
      const fileName = await files.save({ name: 'assent-root.cer', bytes });
      return fileName === undefined ? undefined : { fileName };
    },
  };

  function letterOf(id: string): Letter {
    const letter = store.papers.byId<Body>(id);
    if (letter?.kind !== 'letter') throw unknownThing({ zh: '这份文书', en: 'letter' });
    return letter;
  }

  function save(letter: Letter, body: Body, state = letter.state): void {
    store.papers.update(letter.id, state, body, ports.now().toISOString());
    ports.emit('changed', { desks: ['letters'] });
  }

  function filledOf({ body }: Letter): FilledLetter {
    return filled(templateById(store, body.templateId), body.values);
  }

  function letterView(letter: Letter): LetterView {
    const { id, state, updatedAt, body } = letter;
    const template = templateById(store, body.templateId);
    const paper = filled(template, body.values);
    return {
      id,
      templateId: body.templateId,
      title: body.title,
      standing: template.standing,
      state: state as LetterView['state'],
      values: paper.values,
      fields: template.fields,
      problems: paper.problems.map(({ field, severity, message }) => ({ field, severity, text: message })),
      fingerprint: paper.fingerprint,
      updatedAt,
      outputs: body.outputs,
      ...(body.companyId === undefined ? {} : { companyId: body.companyId }),
    };
  }

  async function printed(letter: Letter, seal: Seal): Promise<FinishedPdf> {
    const paper = filledOf(letter);
    if (!isReady(paper.problems)) throw notReady(paper);
    return press(ports, paper, {
      fingerprint: paper.fingerprint,
      author: authorOf(paper),
      attachment: { name: 'letter.json', json: JSON.stringify(paper.values, undefined, 2) },
      ...guides(seal),
    });
  }

  async function fileSigner(password: string) {
    const [file] = await files.choose({
      title: { zh: '选择证书文件（.p12 / .pfx）', en: 'Choose the certificate file (.p12 / .pfx)' },
      extensions: ['p12', 'pfx'],
    });
    if (!file) return undefined;
    const { openP12 } = await import('../pdf/sign/p12.ts');
    return openP12(file.bytes, password);
  }

  /** The file goes where the person chooses; the very bytes are kept, with a ledger entry, in one transaction. */
  async function keepOutput(
    letter: Letter,
    made: {
      readonly bytes: Uint8Array;
      readonly pages: number;
      readonly kind: LetterOutput['kind'];
      readonly entry: 'letter-exported' | 'letter-signed';
      readonly signedBy?: string;
    },
  ): Promise<LetterOutput | undefined> {
    const suffix = made.kind === 'signed' ? '（已签名）' : '';
    const name = await files.save({ name: `${letter.body.title}${suffix}.pdf`, bytes: made.bytes });
    if (name === undefined) return undefined;
    const at = ports.now().toISOString();
    const output: LetterOutput = {
      sha256: sha256Hex(made.bytes),
      name,
      at,
      kind: made.kind,
      pages: made.pages,
      ...(made.signedBy === undefined ? {} : { signedBy: made.signedBy }),
    };
    const paper = filledOf(letter);
    store.transaction(() => {
      store.attachments.keep({ sha256: output.sha256, name, mediaType: 'application/pdf', bytes: made.bytes, at });
      save(
        letter,
        { ...letter.body, outputs: [...letter.body.outputs, output] },
        made.kind === 'signed' ? 'signed' : letter.state === 'draft' ? 'exported' : letter.state,
      );
      ledger.append({
        at,
        kind: made.entry,
        subject: `letter:${letter.id}`,
        payload: { ...output, title: letter.body.title, fingerprint: paper.fingerprint, template: paper.template },
      });
    });
    ports.emit('changed', { desks: ['letters', 'evidence'] });
    return output;
  }
}

/** Starts a letter from a template with what the company profile knows and what is given; its id. */
export function startLetter(ports: Ports, templateId: string, given: LetterValues, companyId?: string): string {
  const { store } = ports;
  const template = templateById(store, templateId);
  const chosen = companyId ?? companies(store)[0]?.id;
  const values = { ...valuesFromProfile(ports, template, chosen), ...given };
  const body: Body = {
    templateId,
    title: filled(template, values).title,
    values,
    outputs: [],
    ...(chosen === undefined ? {} : { companyId: chosen }),
  };
  const id = ports.newId();
  const createdAt = ports.now().toISOString();
  store.papers.add({ id, desk: 'letters', kind: 'letter', subject: templateId, state: 'draft', body, createdAt });
  return id;
}

function filled(template: LetterTemplate, values: LetterValues): FilledLetter {
  return fill(template, values, { inCapitals: capitals });
}

function valuesFromProfile(ports: Ports, template: LetterTemplate, companyId: string | undefined): LetterValues {
  const kept = companies(ports.store).find(({ id }) => id === companyId);
  if (!kept) return {};
  const company: Company = letterCompany(kept.company, kept.confirmedOn);
  const [signatory] = company.signatories;
  const [contact] = company.contacts;
  const today = new Date(ports.now().getTime() + ports.offsetMinutes() * 60_000).toISOString().slice(0, 10);
  return prefill(template, { company, today, ...(signatory ? { signatory } : {}), ...(contact ? { contact } : {}) });
}

function guides(seal: Seal): Pick<FinishOptions, 'guides'> {
  return {
    guides: {
      seal: seal.guides ? seal.shape : undefined,
      seam: seal.guides && seal.seam ? seal.shape : undefined,
    },
  };
}

/** The company that the letter is filled for stands as its author. */
function authorOf({ values }: FilledLetter): string {
  const name = values['companyName'];
  return typeof name === 'string' ? name : '';
}

function notReady(paper: FilledLetter): Refusal {
  const wrong = paper.problems.filter(({ severity }) => severity === 'error');
  return new Refusal(
    'letter-not-ready',
    {
      zh: `还有 ${wrong.length} 处须改正，没有生成文件：${wrong.map(({ message }) => message.zh).join('')}`,
      en: `${wrong.length} things are to be mended; no file was made: ${wrong.map(({ message }) => message.en).join(' ')}`,
    },
    { zh: '请补全或改正后再导出。', en: 'Fill in or mend these, then export again.' },
  );
}

function exportedAlready(): Refusal {
  return new Refusal(
    'letter-exported',
    {
      zh: '这份文书已经导出或签名，留存在台账里，不能移除。',
      en: 'This letter was exported or signed; it stands in the ledger and cannot be removed.',
    },
    { zh: '可以另起一份新的文书。', en: 'You can start a new letter.' },
  );
}
