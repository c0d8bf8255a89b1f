import type { ProgressEvent } from '../../contract/event.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { MarkedText } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Failure } from '../../contract/call.ts';
import type { ImportOutcome } from '../../contract/import.ts';
import { isInterruption } from '../../import/refusals.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { SourceRow } from '../../store/sources.ts';
import { failureOf, unknownThing } from '../../kernel/failure.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { markedSource } from '../../kernel/reading/read-source.ts';
import { record } from '../../kernel/record.ts';

/** Bytes kept whole, whatever happens to their reading; larger ones are refused before anything is stored. */
const LARGEST_KEPT = 100 * 1024 * 1024;

/** What is known when a file is taken in: its reading, if it was read already, and how the person stops it. */
interface Taking {
  readonly marked?: MarkedText;
  readonly signal?: AbortSignal;
}

/** Takes sources in: raw bytes and ledger entry first, then the reading in the parser process. */
export function importQueue(ports: Ports) {
  const { store } = ports;
  let latest: { readonly key: string; readonly marked: MarkedText } | undefined;
  /** The imports under way that the person can stop; looking at a source is none. */
  const stoppable = new Set<AbortController>();

  async function markedText(source: SourceRow, encoding = source.encoding, signal?: AbortSignal): Promise<MarkedText> {
    const key = `${source.id} ${encoding ?? ''}`;
    if (latest?.key === key) return latest.marked;
    const marked = await markedSource(ports, source, {
      ...(signal === undefined ? {} : { signal }),
      ...(encoding === undefined ? {} : { encoding }),
    });
    latest = { key, marked };
    return marked;
  }

  function keep(file: ChosenFile): { source: SourceRow; known: boolean } {
    const hash = sha256Hex(file.bytes);
    const same = store.sources.byHash(hash);
    if (same) return { source: same, known: true };
    const sourceId = ports.newId();
    const at = ports.now().toISOString();
    const origin = 'own';
    record(ports, {
      entry: {
        at,
        kind: 'source-imported',
        subject: `source:${sourceId}`,
        payload: { name: file.name, bytes: file.bytes.length, sha256: hash, origin },
      },
      write: () => store.sources.add({ id: sourceId, name: file.name, bytes: file.bytes, sha256: hash, origin, at }),
      changed: ['import', 'library'],
    });
    return { source: required(store.sources.byId(sourceId)), known: false };
  }

  async function take(file: ChosenFile, taking: Taking = {}): Promise<ImportOutcome> {
    if (file.bytes.length === 0 || file.bytes.length > LARGEST_KEPT) {
      return { name: file.name, failure: failureOf(unkeepable(file)) };
    }
    const { source, known } = keep(file);
    const failure = await unread(source, known, taking);
    if (failure) return { name: file.name, sourceId: source.id, failure };
    // One that could not be read before is news to the person, however long its bytes have been here.
    const familiar = known && source.state !== 'unreadable';
    return { name: file.name, sourceId: source.id, ...(familiar ? { known: 'same-file' as const } : {}) };
  }

  /** Reads a source that is kept and writes down whether it can be read; why not, if it cannot. */
  async function unread(source: SourceRow, known: boolean, taking: Taking): Promise<Failure | undefined> {
    try {
      if (!taking.marked) await markedText(source, source.encoding, taking.signal);
      else if (source.encoding === undefined) latest = { key: `${source.id} `, marked: taking.marked };
    } catch (error) {
      const failure = failureOf(error);
      setUnread(source, known, failure);
      return failure;
    }
    // As it stands now: the person may have gone on with it while it was read.
    const { state, choices, encoding } = required(store.sources.byId(source.id));
    if (state === 'unreadable' || state === 'set-aside') {
      store.sources.setReading(source.id, { state: 'pending', choices, encoding, at: ports.now().toISOString() });
    }
    return undefined;
  }

  /**
   * What was only cancelled can be read later and waits in the library. A process that failed says nothing about a source
   * that was here before, and loses none of the person's choices.
   */
  function setUnread(source: SourceRow, known: boolean, failure: Failure): void {
    if (failure.code === 'import-cancelled') return;
    const now = required(store.sources.byId(source.id));
    const interrupted = isInterruption(failure.code);
    if (now.state === 'saved' || (interrupted && known)) return;
    const kept = interrupted ? now : { choices: {} };
    const at = ports.now().toISOString();
    store.sources.setReading(source.id, { ...kept, state: 'unreadable', refusal: failure, at });
  }

  async function stopping<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const stop = new AbortController();
    stoppable.add(stop);
    try {
      return await work(stop.signal);
    } finally {
      stoppable.delete(stop);
    }
  }

  return {
    markedText,
    progress,
    /** Work that the person can stop like an import. */
    stopping,

    /** Takes one file in; with its reading where the caller has read it already. */
    take: (file: ChosenFile, marked?: MarkedText): Promise<ImportOutcome> =>
      stopping((signal) => take(file, { signal, ...(marked ? { marked } : {}) })),

    /** Tries again to read a source that is kept. */
    async again(sourceId: string): Promise<ImportOutcome> {
      const source = store.sources.byId(sourceId);
      if (!source) throw unknownThing(sentence('import.queue.again'));
      const failure = await stopping((signal) => unread(source, true, { signal }));
      return { name: source.name, sourceId, ...(failure ? { failure } : {}) };
    },

    takeAll: (files: readonly ChosenFile[]): Promise<readonly ImportOutcome[]> =>
      stopping(async (signal) => {
        const outcomes: ImportOutcome[] = [];
        for (const [index, file] of files.entries()) {
          progress(index, files.length, file.name, 'running');
          const outcome = await take(file, { signal });
          outcomes.push(outcome);
          // Cancelled without having been asked: the app is ending.
          if (signal.aborted || ('failure' in outcome && outcome.failure.code === 'import-cancelled')) break;
        }
        progress(files.length, files.length, '', signal.aborted ? 'cancelled' : 'done');
        return outcomes;
      }),

    /** Stops the imports under way after the file that is being read; nothing else that is read. */
    cancel: (): void => {
      for (const stop of stoppable) stop.abort();
    },
  };

  function progress(done: number, total: number, name: string, state: ProgressEvent['state']): void {
    ports.emit('progress', {
      job: 'import',
      what: sentence('import.queue.progress.what', { name }),
      done,
      total,
      state,
    });
  }
}

export type ImportQueue = ReturnType<typeof importQueue>;

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a row that was just written is not there');
  return value;
}

function unkeepable(file: ChosenFile): Refusal {
  return file.bytes.length === 0
    ? new Refusal(
        'file-empty',
        sentence('import.queue.file-empty', { name: file.name }),
        sentence('import.queue.file-empty.next'),
      )
    : new Refusal(
        'file-too-large-to-keep',
        sentence('import.queue.file-too-large-to-keep', { name: file.name }),
        sentence('import.queue.file-too-large-to-keep.next'),
      );
}
