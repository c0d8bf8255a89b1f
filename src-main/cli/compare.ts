import { say, type Language, sentence } from '../agreement/sentence.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { read } from '../agreement/read.ts';
import { Refusal } from '../agreement/refusal.ts';
import { chooseDocuments, compareAgreements, type WithAnnexes, withAnnexes } from '../compare/agreements.ts';
import type { Comparison } from '../compare/comparison.ts';
import { type Command, UsageError } from './command.ts';
import { comparisonLines, reasonsOf } from './redline-text.ts';
import { openSource } from './source-file.ts';

interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Lines of the reading are the lines of the bytes. */
  readonly hasLines: boolean;
  readonly documents: readonly AgreementDocument[];
}

/** `compare OLD NEW`: what changed between two versions, the material changes first. */
export const command: Command = {
  usage: { synopsis: 'assent compare OLD NEW [--old-document N] [--new-document N] [--json] [--lang=zh|en]' },
  async run({ args, json, language, print }) {
    const { files, given } = parse(args);
    const old = await open(files[0]);
    const next = files[0] === files[1] ? old : await open(files[1]);
    checkIndex(old, given.old);
    checkIndex(next, given.new);
    const chosen = chooseDocuments(old.documents, next.documents, given);
    const before = chosen && withAnnexes(old.documents, chosen.old);
    const after = chosen && withAnnexes(next.documents, chosen.new);
    if (!before || !after) throw noDocument(old.documents.length === 0 ? old.name : next.name);
    const comparison = compareAgreements(before, after, { sameBytes: sameBytes(old, before, next, after) });
    if (json) print(JSON.stringify(answer(comparison, language), undefined, 2));
    else {
      const title = (document: AgreementDocument, index: number): string => `《${document.title}》[${index}]`;
      print(`${old.name} ${title(before[0], chosen.old)} → ${next.name} ${title(after[0], chosen.new)}`);
      for (const line of comparisonLines(comparison, language)) print(line);
    }
    return 0;
  },
};

/**
 * Whether not one byte differs: of the files, or, where both hold several agreements, of the lines that the compared
 * documents were read from.
 */
function sameBytes(old: OpenedFile, before: WithAnnexes, next: OpenedFile, after: WithAnnexes): boolean {
  const isWholeFile = (file: OpenedFile, documents: WithAnnexes): boolean => file.documents.length === documents.length;
  if (isWholeFile(old, before) || isWholeFile(next, after) || !old.hasLines || !next.hasLines)
    return (
      Buffer.compare(old.bytes, next.bytes) === 0 &&
      old.documents.indexOf(before[0]) === next.documents.indexOf(after[0])
    );
  return (
    before.length === after.length &&
    before.every((document, index) => {
      const other = after[index];
      return other !== undefined && linesOf(old, document).equals(linesOf(next, other));
    })
  );
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The bytes a document was read from, without the last line's end. */
function linesOf({ bytes }: OpenedFile, { lines: [first, last] }: AgreementDocument): Buffer {
  const lineStart = (line: number): number => {
    let at = 0;
    for (let passed = 1; passed < line; passed += 1) {
      const end = bytes.indexOf(LINE_FEED, at);
      if (end < 0) return bytes.length;
      at = end + 1;
    }
    return at;
  };
  let end = lineStart(last + 1);
  while (end > 0 && (bytes[end - 1] === LINE_FEED || bytes[end - 1] === CARRIAGE_RETURN)) end -= 1;
  return Buffer.from(bytes.subarray(lineStart(first), end));
}

/** The documented shape; sentences in the language asked for, layout edits only where there are any. */
function answer({ identical, sameWords, changes, summary, parts }: Comparison, language: Language): unknown {
  return {
    identical,
    sameWords,
    changes: changes.map((change) => ({
      kind: change.kind,
      ...(change.also.length > 0 && { also: change.also }),
      ...(parts.length > 1 && { part: change.part }),
      ...(change.old && { old: change.old }),
      ...(change.new && { new: change.new }),
      edits: change.edits,
      ...(change.layout.length > 0 && { layout: change.layout }),
      ...(change.emphasis && { emphasis: change.emphasis }),
      material: change.material,
      because: say(reasonsOf(change), language),
      reasons: change.reasons.map(({ kind, text }) => ({ kind, text: say(text, language) })),
    })),
    summary,
    documents: parts,
  };
}

function parse(args: readonly string[]): {
  readonly files: readonly [string, string];
  readonly given: { readonly old?: number; readonly new?: number };
} {
  const files: string[] = [];
  const given: { old?: number; new?: number } = {};
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? '';
    const option = /^--(old|new)-document(?:=(.*))?$/u.exec(argument);
    if (option) {
      const written = option[2] ?? args[(at += 1)];
      if (written === undefined || !/^\d+$/u.test(written)) throw new UsageError(`${argument}: N`);
      given[option[1] === 'old' ? 'old' : 'new'] = Number(written);
    } else if (argument.startsWith('--')) throw new UsageError(argument);
    else files.push(argument);
  }
  const [old, next, ...more] = files;
  if (old === undefined || next === undefined || more.length > 0) throw new UsageError('OLD NEW');
  return { files: [old, next], given };
}

async function open(path: string): Promise<OpenedFile> {
  const { name, bytes, marked } = await openSource(path);
  const hasLines = (marked.format === 'text' || marked.format === 'markdown') && !marked.encoding.startsWith('utf-16');
  return { name, bytes, hasLines, documents: read(marked).documents };
}

function checkIndex(file: OpenedFile, index: number | undefined): void {
  if (index === undefined || index < file.documents.length) return;
  const count = file.documents.length;
  throw new Refusal(
    'no-such-document',
    sentence('cli.compare.no-such-document', { name: file.name, count, index }),
    sentence('cli.compare.no-such-document.next'),
  );
}

function noDocument(name: string): Refusal {
  return new Refusal(
    'no-document',
    sentence('cli.compare.no-document', { name }),
    sentence('cli.compare.no-document.next'),
  );
}
