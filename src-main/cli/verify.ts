import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { say, type Language, type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { BundleReport } from '../ledger/bundle-check.ts';
import { signatureVerifier } from '../ledger/device-key.ts';
import type { ChainHead } from '../ledger/entry.ts';
import { isHash } from '../ledger/hex.ts';
import { sha256 } from '../ledger/node-digest.ts';
import { verifyTimestamp } from '../ledger/timestamp.ts';
import type { Check } from '../ledger/verdict.ts';
import { identityWords, timeWords } from '../ledger/integrity/verdict-words.ts';
import { verifyEvidence } from '../ledger/pack/verify-court-pack.ts';
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';

const USAGE: Usage = {
  synopsis:
    'assent verify BUNDLE|PACK|FOLDER [--head=SEQUENCE:HASH] [--pin=KEYID | --data=FOLDER] [--roots=CERTIFICATES.pem] [--json] [--lang=zh|en]',
};

/**
 * Verifies an evidence bundle or a court pack from the file alone, or the records in a data folder: exit 0 when every check is good, 1 when
 * one is not. Keys are known by `--pin`, or by what a data folder has noted of them (`--data`).
 */
export const command: Command = {
  usage: USAGE,
  async run({ args, json, language, print }) {
    const { file, head, pin, data, roots } = readArguments(args);
    if (await isFolder(file)) return verifyFolder(file, { json, language, print });
    const bytes = await readOrRefuse(file);
    const trusted = roots === undefined ? [] : certificates(await readOrRefuse(roots));
    const report = await verifyEvidence(bytes, {
      digest: sha256,
      verifySignature: signatureVerifier,
      verifyTimestamp: (response, hash) => verifyTimestamp(response, { hash }, { roots: trusted, crypto }),
      expectedHead: head,
      pins: pin === undefined ? [] : [pin],
    });
    const { withRecords } = await import('./records-read.ts');
    const { knownIdentity } = await import('../kernel/integrity/bundle-identity.ts');
    const identity =
      data === undefined
        ? report.identity
        : await withRecords(data, (store) => Promise.resolve(knownIdentity(store, report).identity));
    const told = { ...report, identity };
    if (json) print(JSON.stringify(answer(told, language), undefined, 2));
    else for (const line of reportLines(told, language)) print(line);
    return report.ok ? 0 : 1;
  },
};

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** The records themselves, by the pass that the app makes over them. They are read from a copy. */
async function verifyFolder(
  folder: string,
  { json, language, print }: Pick<CommandContext, 'json' | 'language' | 'print'>,
): Promise<number> {
  const { withRecords } = await import('./records-read.ts');
  const { checkLedger } = await import('../features/evidence/ledger-check.ts');
  const { RECORD_KINDS } = await import('../record-kinds.ts');
  const { notedOutside } = await import('./ledger-notes.ts');
  const [verdict, noted] = await withRecords(folder, async (store) => {
    const outside = notedOutside(folder, store);
    const at = new Date().toISOString();
    return [await checkLedger(store, at, RECORD_KINDS, outside.anchors), outside] as const;
  });
  const ok = verdict.ok && noted.checks.every((check) => check.ok === true);
  const { integrity, identity, time, checked, faults, remarks, unchecked } = verdict;
  const entry = (sequence: number | undefined): Sentence =>
    sequence === undefined ? RECORDS : sentence('cli.verify.entry', { sequence });
  const report = {
    ok,
    integrity,
    identity,
    time,
    checks: [
      ...faults.map(({ sequence, text }) => ({ what: entry(sequence), ok: false as const, why: text })),
      ...[...unchecked, ...(unchecked.length > 0 ? [sentence('cli.verify.cover')] : [])].map((why) => ({
        what: RECORDS,
        ok: 'unchecked' as const,
        why,
      })),
      ...noted.checks,
      ...remarks.map((why) => ({ what: RECORDS, ok: true as const, why, remark: true as const })),
    ],
    records: [],
    successors: new Map(),
    devices: identity.keyId === undefined ? [] : [identity.keyId],
  };
  if (json) print(JSON.stringify({ ...answer(report, language), entries: checked }, undefined, 2));
  else for (const line of reportLines(report, language)) print(line);
  return ok ? 0 : 1;
}

const RECORDS = sentence('cli.verify.records');

const OPTIONS: ReadonlySet<string> = new Set(['head', 'pin', 'data', 'roots']);

function readArguments(args: readonly string[]): {
  readonly file: string;
  readonly head: ChainHead | undefined;
  readonly pin: string | undefined;
  readonly data: string | undefined;
  readonly roots: string | undefined;
} {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (const argument of args) {
    const [, name, value] = /^--([a-z]+)=(.+)$/.exec(argument) ?? [];
    if (name === undefined && !argument.startsWith('--')) files.push(argument);
    else if (name !== undefined && value !== undefined && OPTIONS.has(name)) options.set(name, value);
    else throw new UsageError(sentence('cli.verify.unknown-option', { argument }));
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError(sentence('cli.verify.one-bundle'));
  const pin = options.get('pin');
  if (pin !== undefined && !/^[0-9a-f]{32}$/.test(pin)) throw new UsageError(sentence('cli.verify.pin-form'));
  const data = options.get('data');
  return { file, head: readHead(options.get('head')), pin, data, roots: options.get('roots') };
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

function answer(report: BundleReport, language: Language) {
  const { ok, integrity, identity, time, checks, records, head, devices } = report;
  return {
    ok,
    integrity,
    identity,
    time,
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
  yield say(identityWords(report.identity), language);
  yield say(timeWords(report.time), language);
  if (report.head) yield `${say(HEAD, language)} ${report.head.sequence}:${report.head.hash}`;
  yield say(VERDICTS[verdictWord(report)], language);
}

function mark({ ok, remark }: Check): string {
  if (ok === 'unchecked') return '?';
  if (!ok) return '✗';
  return remark ? '•' : '✓';
}

const HEAD = sentence('cli.verify.head');

/** Nothing is wrong, but not everything could be checked: neither a yes nor a no. */
const verdictWord = ({ ok, integrity }: BundleReport): keyof typeof VERDICTS =>
  ok ? 'good' : integrity === 'intact' ? 'partly' : 'bad';

const VERDICTS = {
  good: sentence('cli.verify.verdict-good'),
  partly: sentence('cli.verify.verdict-partly'),
  bad: sentence('cli.verify.verdict-bad'),
};
