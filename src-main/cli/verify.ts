import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { say, type Language, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { BundleCheck, BundleReport } from '../ledger/bundle-check.ts';
import { signatureVerifier } from '../ledger/device-key.ts';
import type { ChainHead } from '../ledger/entry.ts';
import { isHash } from '../ledger/hex.ts';
import { sha256 } from '../ledger/node-digest.ts';
import { verifyTimestamp } from '../ledger/timestamp.ts';
import { verifyBundle } from '../ledger/verify-bundle.ts';
import { type Command, UsageError } from './command.ts';

const USAGE = 'assent verify BUNDLE [--head=SEQUENCE:HASH] [--roots=CERTIFICATES.pem] [--json] [--lang=zh|en]';

/** Verifies an evidence bundle from the file alone: exit 0 when every check is good, 1 when one is not. */
export const command: Command = {
  usage: USAGE,
  async run({ args, json, language, print }) {
    const { file, head, roots } = readArguments(args);
    const bytes = await readOrRefuse(file);
    const trusted = roots === undefined ? [] : certificates(await readOrRefuse(roots));
    const report = await verifyBundle(bytes, {
      digest: sha256,
      verifySignature: signatureVerifier,
      verifyTimestamp: (response, hash) => verifyTimestamp(response, { hash }, { roots: trusted, crypto }),
      expectedHead: head,
    });
    if (json) print(JSON.stringify(answer(report, language), undefined, 2));
    else for (const line of reportLines(report, language)) print(line);
    return report.ok ? 0 : 1;
  },
};

function readArguments(args: readonly string[]): {
  readonly file: string;
  readonly head: ChainHead | undefined;
  readonly roots: string | undefined;
} {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (const argument of args) {
    const [, name, value] = /^--([a-z]+)=(.+)$/.exec(argument) ?? [];
    if (name === undefined && !argument.startsWith('--')) files.push(argument);
    else if (value !== undefined && (name === 'head' || name === 'roots')) options.set(name, value);
    else throw new UsageError(`unknown option: ${argument}`);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError('one bundle, please');
  return { file, head: readHead(options.get('head')), roots: options.get('roots') };
}

/** `7:9f3a…`: sequence and hash of an entry that was noted elsewhere, e.g. on a printed certificate. */
function readHead(text: string | undefined): ChainHead | undefined {
  if (text === undefined) return undefined;
  const [sequence, hash] = text.split(':');
  if (!/^[1-9]\d{0,14}$/.test(sequence ?? '') || !isHash(hash)) throw new UsageError('--head=SEQUENCE:HASH');
  return { sequence: Number(sequence), hash };
}

async function readOrRefuse(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Refusal(
      'file-not-readable',
      sentence('cli.verify.file-not-readable', { path }),
      sentence('cli.verify.file-not-readable.next'),
      { cause },
    );
  }
}

/** DER of every certificate in a PEM file, or of the one in a DER file. */
function certificates(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  try {
    return (blocks ?? [bytes]).map((block) => new X509Certificate(Buffer.from(block as string)).raw);
  } catch (cause) {
    throw new Refusal(
      'certificate-unreadable',
      sentence('cli.verify.certificate-unreadable'),
      sentence('cli.verify.certificate-unreadable.next'),
      { cause },
    );
  }
}

function answer({ ok, checks, records, head, devices }: BundleReport, language: Language) {
  return {
    ok,
    checks: checks.map(({ what, ok: good, why, remark }) => ({
      what: say(what, language),
      ok: good,
      why: say(why, language),
      ...(remark ? { remark } : {}),
    })),
    records,
    head,
    devices,
  };
}

function* reportLines(report: BundleReport, language: Language): Generator<string> {
  for (const check of report.checks) yield `${mark(check)} ${say(check.what, language)}  ${say(check.why, language)}`;
  yield '';
  if (report.head) yield `${say(HEAD, language)} ${report.head.sequence}:${report.head.hash}`;
  yield say(VERDICTS[report.ok ? 'good' : 'bad'], language);
}

function mark({ ok, remark }: BundleCheck): string {
  if (!ok) return '✗';
  return remark ? '•' : '✓';
}

const HEAD = sentence('cli.verify.head');
const VERDICTS = {
  good: sentence('cli.verify.verdicts.good'),
  bad: sentence('cli.verify.verdicts.bad'),
};
