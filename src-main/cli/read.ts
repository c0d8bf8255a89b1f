import { createHash } from 'node:crypto';
import { type Language, say } from '../agreement/sentence.ts';
import type { MarkedText, Reading } from '../agreement/model.ts';
import { burdenOf } from '../agreement/meaning/burdens.ts';
import { partiesOf } from '../agreement/parties/parties.ts';
import { read } from '../agreement/read.ts';
import { type Command, type CommandContext, type Usage, UsageError } from './command.ts';
import { noteWords, outlineLines } from './read-outline.ts';
import { openSource } from './source-file.ts';

const USAGE: Usage = { synopsis: 'assent read FILE [--encoding=NAME] [--json] [--lang=zh|en]' };

/** What `read --json` prints. */
export interface ReadAnswer {
  readonly source: {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly format: MarkedText['format'];
    readonly encoding: string;
  };
  /** How far each part of the source was read. */
  readonly coverage: Reading['coverage'];
  /** Where what is seen and what was read may differ. */
  readonly suspicions: Reading['suspicions'];
  readonly documents: Reading['documents'];
  /** Page chrome outside of any document. */
  readonly dropped: Reading['dropped'];
  readonly notes: Reading['notes'];
}

/** Reads a file as its documents; stores nothing. */
export async function readSource(path: string, encoding?: string): Promise<ReadAnswer> {
  const { name, bytes, marked } = await openSource(path, encoding);
  const reading = read(marked);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { name, bytes: bytes.length, sha256, format: marked.format, encoding: marked.encoding };
  return { source, ...reading };
}

async function run(context: CommandContext): Promise<number> {
  const { path, encoding } = argumentsOf(context.args);
  const answer = await readSource(path, encoding);
  if (context.json) context.print(JSON.stringify(jsonOf(answer, context.language), undefined, 2));
  else for (const line of humanLines(answer, context.language)) context.print(line);
  return 0;
}

/** A document whose tags say whom they burden, and whether they are certain. */
function documentJson(document: ReadAnswer['documents'][number]): unknown {
  const parties = partiesOf(document);
  return {
    ...document,
    clauses: document.clauses.map(({ tags, ...clause }) => ({
      ...clause,
      tags: tags.map((tag) => ({
        ...tag,
        burden: burdenOf(tag, clause.text, parties),
        certainty: tag.certainty ?? 'certain',
      })),
    })),
  };
}

/** The answer in one language: notes as `{ code, text, line }`, reasons as text. */
const jsonOf = (answer: ReadAnswer, language: Language): unknown => ({
  ...answer,
  documents: answer.documents.map(documentJson),
  coverage: answer.coverage.map(({ why, ...part }) => ({
    ...part,
    ...(why === undefined ? {} : { why: say(why, language) }),
  })),
  suspicions: answer.suspicions.map(({ cause, ...doubt }) => ({
    ...doubt,
    ...(cause === undefined ? {} : { cause: say(cause, language) }),
  })),
  notes: answer.notes.map((note) => {
    const { code, line } = note;
    return { code, text: noteWords(note, language), ...(line !== undefined && { line }) };
  }),
});

function argumentsOf(args: readonly string[]): { readonly path: string; readonly encoding?: string } {
  const encoding = args.find((each) => each.startsWith('--encoding='))?.slice('--encoding='.length);
  const [path, ...more] = args.filter((each) => !each.startsWith('--encoding='));
  if (path === undefined || more.length > 0 || path.startsWith('--')) throw new UsageError('read: FILE');
  return { path, ...(encoding !== undefined && { encoding }) };
}

function* humanLines(answer: ReadAnswer, language: Language): Generator<string> {
  const { source } = answer;
  yield `${source.name}  ${source.bytes} B  ${source.format}  ${source.encoding}`;
  yield `SHA-256 ${source.sha256}`;
  yield* outlineLines(answer, language);
}

export const command: Command = { usage: USAGE, run };
