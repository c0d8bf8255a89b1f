import { z } from 'zod';
import type { KeptFile } from '../../agreement/kept-file.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import { call, filled, id, language, nothing, sha256, words } from '../call.ts';

/** How the clock of the computer was held against another. */
export const CLOCK_CHECKS = ['national-time-page', 'phone', 'other', 'not-checked'] as const;
export type ClockCheck = (typeof CLOCK_CHECKS)[number];

/** What was looked at before the capture, so that the page is not another than the one at its address. */
export const CLEANINGS = ['hosts', 'proxy', 'cache', 'extensions'] as const;
export type Cleaning = (typeof CLEANINGS)[number];

/** One thing that was checked of a saved file. */
export interface CaptureCheck {
  readonly ok: boolean;
  /** There was nothing to check it by: neither good nor bad. */
  readonly absent?: true;
  readonly text: Sentence;
}

/** What a captured file is. `certificate`: of the site, as the browser exports it; `recording`: of the screen. */
export const CAPTURE_KINDS = ['page', 'pdf', 'picture', 'recording', 'certificate', 'other'] as const;

/** What the certificate of a site says of itself; times are UTC ISO, `sha256` is of the certificate itself. */
export interface SiteCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly from: string;
  readonly to: string;
  readonly sha256: string;
}

export interface CaptureFile extends KeptFile {
  readonly bytes: number;
  readonly kind: (typeof CAPTURE_KINDS)[number];
  readonly checks: readonly CaptureCheck[];
  readonly certificate?: SiteCertificate;
}

/** A minute in Beijing, as a field of day and time gives it: one that there is. */
const minute = z.iso.datetime({ local: true, precision: -1 }).regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);

const captured = z.strictObject({
  agreementId: id,
  title: filled(200),
  address: z.url({ protocol: /^https?$/u }).max(2000),
  operator: filled(100),
  witness: words(100),
  device: filled(200),
  browser: filled(200),
  network: filled(200),
  cleaned: z.array(z.enum(CLEANINGS)).readonly(),
  clock: z.enum(CLOCK_CHECKS),
  /** Seconds by which the computer's clock was ahead of the other; behind is negative. */
  offset: z.int().min(-86_400).max(86_400),
  start: minute,
  end: minute,
});
export type Captured = z.infer<typeof captured>;

export interface CaptureView extends Captured {
  readonly id: string;
  readonly at: string;
  readonly files: readonly CaptureFile[];
}

export const captureCalls = {
  /** The newest first. */
  'evidence.captures': call<readonly CaptureView[]>()(nothing),
  /** Keeps the files that the person's own browser saved, byte for byte; none when the dialog was closed. */
  'evidence.keepCaptured': call<readonly KeptFile[]>()(nothing),
  /** Records a capture with what was found of its files. Nothing is fetched: the app goes online for nobody. */
  'evidence.recordCapture': call<CaptureView>()(captured.extend({ files: z.array(sha256).min(1).max(20).readonly() })),
  /** The record sheet as a PDF. */
  'evidence.captureSheet': call<{ readonly fileName: string } | undefined>()(
    z.strictObject({ captureId: id, language }),
  ),
};
