import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import type { Input } from '../../contract/index.ts';
import type { SigningCertificateView } from '../../contract/settings.ts';
import { fromHex, toHex } from '../../ledger/hex.ts';
import type { LocalIdentity } from '../../pdf/sign/certificate.ts';
import type { Signer } from '../../pdf/sign/signer.ts';
import type { Certificate } from '../../pdf/sign/x509.ts';
import type { Store } from '../../store/store.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { unknownThing } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { record } from '../record.ts';
import { type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';
import { PAPERS } from '../stored-names.ts';

interface Body {
  readonly view: Omit<SigningCertificateView, 'id' | 'kept'>;
  /** DER of the root, hex: public, handed out so that others can choose to trust it. */
  readonly root: string;
  /** P12 sealed by the OS keychain, hex; only when the person asked for it. */
  readonly sealed?: string;
  /** Password of that P12, sealed the same way. */
  readonly sealedPassword?: string;
}

export const CERTIFICATE: PaperKind<Body, 'made'> = {
  name: PAPERS.letters.certificate,
  noun: sentence('kernel.papers.certificate'),
  feature: 'settings',
  states: ['made'],
  shape: shape(
    z.strictObject({
      view: z.strictObject({
        subject: z.string(),
        issuer: z.string(),
        notBefore: z.string(),
        notAfter: z.string(),
        selfIssued: z.boolean(),
      }),
      root: z.string(),
      sealed: z.string().exactOptional(),
      sealedPassword: z.string().exactOptional(),
    }),
  ),
  called: ({ body }) => body.view.subject,
};

const certificates = (store: Store): Repository<Body, 'made'> => repository(store, CERTIFICATE);

/** Certificates made in the app, newest last. */
export function certificateViews(store: Store): readonly SigningCertificateView[] {
  return certificates(store)
    .list()
    .map(({ id, body }) => ({ id, ...body.view, kept: body.sealed !== undefined }));
}

/** The root of a certificate made here, as DER. */
export function rootOf(store: Store, certificateId: string): Uint8Array {
  const paper = certificates(store).get(certificateId);
  if (!paper) throw unknownThing(sentence('kernel.signing-certificates.root-of'));
  return fromHex(paper.body.root);
}

/** Notes a certificate that was just made; keeps its key only where asked, and then only through the OS keychain. */
export function noteCertificate(
  ports: Ports,
  identity: LocalIdentity,
  p12: { readonly bytes: Uint8Array; readonly password: string },
  keep: boolean,
): string {
  const { store, keychain } = ports;
  if (keep && !keychain.available) throw noKeychain();
  const id = ports.newId();
  const body: Body = {
    view: viewOf(identity.certificate, identity.root.certificate),
    root: toHex(identity.root.certificate.raw),
    ...(keep
      ? {
          sealed: toHex(keychain.seal(p12.bytes)),
          sealedPassword: toHex(keychain.seal(new TextEncoder().encode(p12.password))),
        }
      : {}),
  };
  return record(ports, {
    entry: {
      kind: 'signing-certificate-made',
      subject: `certificate:${id}`,
      payload: { subject: body.view.subject, notAfter: body.view.notAfter, selfIssued: true, keptInKeychain: keep },
    },
    write: () => {
      certificates(store).put({ id, state: 'made', body }, ports.now().toISOString());
      return id;
    },
    changed: ['settings', 'letters'],
  });
}

/** The signer of a certificate whose key the keychain keeps. */
export async function keptSigner(ports: Ports, certificateId: string): Promise<Signer> {
  const body = certificates(ports.store).get(certificateId)?.body;
  if (body?.sealed === undefined || body.sealedPassword === undefined || !ports.keychain.available) throw noKeychain();
  const { openP12 } = await import('../../pdf/sign/p12.ts');
  const password = new TextDecoder().decode(ports.keychain.open(fromHex(body.sealedPassword)));
  return openP12(ports.keychain.open(fromHex(body.sealed)), password);
}

/** The signer that the person chose: a kept key, or a PKCS#12 file from the dialog (absent when it was closed). */
export async function chosenSigner(
  ports: Ports,
  key: NonNullable<Input<'evidence.certificate'>['key']>,
): Promise<Signer | undefined> {
  if (key.kind === 'kept') return keptSigner(ports, key.certificateId);
  const [file] = await ports.files.choose({
    title: sentence('kernel.signing-certificates.chosen-signer.title'),
    extensions: ['p12', 'pfx'],
  });
  if (!file) return undefined;
  const { openP12 } = await import('../../pdf/sign/p12.ts');
  return openP12(file.bytes, key.password);
}

function viewOf(certificate: Certificate, root: Certificate): Body['view'] {
  return {
    subject: certificate.subjectName,
    issuer: root.subjectName,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    selfIssued: certificate.selfIssued,
  };
}

function noKeychain(): Refusal {
  return new Refusal(
    'keychain-unavailable',
    sentence('kernel.signing-certificates.keychain-unavailable'),
    sentence('kernel.signing-certificates.keychain-unavailable.next'),
  );
}
