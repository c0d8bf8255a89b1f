import type { X509Certificate } from 'node:crypto';
import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Sentence, sentence, words } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { CaptureCheck, Captured, CaptureFile } from '../../../contract/evidence/captures.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { savedPage, sameAddress } from './saved-page.ts';
import { certificateIn, factsOf, isOfHost } from './site-certificate.ts';

interface Given {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const check = (ok: boolean, text: Sentence): CaptureCheck => ({ ok, text: words(text) });
/** Nothing in the file says it: that is no disagreement. */
const nothing = (text: Sentence): CaptureCheck => ({ ok: false, absent: true, text: words(text) });
const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

/** What a file is by its first bytes, and what is found of it beside what the person says of the capture. */
export async function checkedFile(ports: Pick<Ports, 'parse'>, said: Captured, file: Given): Promise<CaptureFile> {
  const { name, sha256, bytes } = file;
  const page = savedPage(bytes);
  const of = { sha256, name, bytes: bytes.length };
  if (page)
    return { ...of, kind: 'page', checks: [...addressChecks(said, page.address), ...timeChecks(said, page.at)] };
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return { ...of, kind: 'pdf', checks: [await readable(ports, file)] };
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff))
    return { ...of, kind: 'picture', checks: [] };
  if (isRecording(bytes)) return { ...of, kind: 'recording', checks: [] };
  const certificate = certificateIn(bytes);
  if (certificate) {
    return {
      ...of,
      kind: 'certificate',
      checks: [hostCheck(said, certificate), validCheck(said, certificate)],
      certificate: factsOf(certificate),
    };
  }
  return { ...of, kind: 'other', checks: [nothing(sentence('court.capture.kind-unknown'))] };
}

/** What belongs to a capture and is not among its files; a recording or a certificate only makes it better, and is not missed. */
export const missingKinds = (
  files: readonly Pick<CaptureFile, 'kind'>[],
): readonly Extract<CaptureFile['kind'], 'page' | 'pdf' | 'picture'>[] =>
  (['page', 'pdf', 'picture'] as const).filter((kind) => files.every((file) => file.kind !== kind));

/** MP4 and MOV have their brand in the second word, WebM and MKV begin as EBML does. */
const isRecording = (bytes: Uint8Array): boolean =>
  starts(bytes.subarray(4), 0x66, 0x74, 0x79, 0x70) || starts(bytes, 0x1a, 0x45, 0xdf, 0xa3);

function hostCheck({ address }: Captured, certificate: X509Certificate): CaptureCheck {
  return isOfHost(certificate, address)
    ? check(true, sentence('court.capture.host-agrees'))
    : check(false, sentence('court.capture.host-differs'));
}

/** Held against the minutes that the person gives, in Beijing. */
function validCheck({ start, end }: Captured, certificate: X509Certificate): CaptureCheck {
  const { from, to } = factsOf(certificate);
  const [first, last] = [Date.parse(`${start}:00+08:00`), Date.parse(`${end}:59+08:00`)];
  const valid = Date.parse(from) <= first && last <= Date.parse(to);
  return check(valid, sentence(valid ? 'court.capture.valid-then' : 'court.capture.not-valid-then'));
}

function addressChecks({ address }: Captured, found: string | undefined): readonly CaptureCheck[] {
  if (found === undefined) return [nothing(sentence('court.capture.no-address'))];
  return [
    sameAddress(address, found)
      ? check(true, sentence('court.capture.address-agrees'))
      : check(false, sentence('court.capture.address-differs', { found })),
  ];
}

/** Minutes before the start and after the end that a file may still be saved in: the person gives whole minutes. */
const SLACK_MS = 60_000;

function timeChecks({ start, end }: Captured, found: string | undefined): readonly CaptureCheck[] {
  if (found === undefined) return [nothing(sentence('court.capture.no-time'))];
  const at = Date.parse(found);
  const within = at >= Date.parse(`${start}:00+08:00`) - SLACK_MS && at <= Date.parse(`${end}:59+08:00`) + SLACK_MS;
  return [
    check(
      within,
      sentence(within ? 'court.capture.time-agrees' : 'court.capture.time-differs', { at: beijingTime(found) }),
    ),
  ];
}

/** Whether the guarded reader can read a PDF. */
async function readable({ parse }: Pick<Ports, 'parse'>, { name, bytes }: Given): Promise<CaptureCheck> {
  try {
    await parse(bytes, name.toLowerCase().endsWith('.pdf') ? name : `${name}.pdf`, {});
    return check(true, sentence('court.capture.pdf-readable'));
  } catch (error) {
    if (error instanceof Refusal) return nothing(sentence('court.capture.pdf-unreadable', { why: error.sentence }));
    throw error;
  }
}
