import type { MarkedText } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { CallFailure } from '../../contract/call.ts';
import type { ImportOutcome } from '../../contract/import.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { SourceRow } from '../../store/sources.ts';
import { failureOf, unknownThing } from '../../kernel/failure.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';

/** Bytes kept whole, whatever happens to their reading; larger ones are refused before anything is stored. */
const LARGEST_KEPT = 100 * 1024 * 1024;

/** Takes sources in: raw bytes and ledger entry first, then the reading in the parser process. */
export function importQueue(ports: Ports) {
  const { store, ledger } = ports;
  let latest: { readonly key: string; readonly marked: MarkedText } | undefined;
  let running: AbortController | undefined;

  async function markedText(source: SourceRow, encoding = source.encoding): Promise<MarkedText> {
    const key = `${source.id} ${encoding ?? ''}`;
    if (latest?.key === key) return latest.marked;
    const bytes = store.sources.bytes(source.id);
    if (!bytes) throw unknownThing({ zh: '这份来源文件', en: 'source' });
    running = new AbortController();
    const marked = await ports.parse(bytes, source.name, {
      signal: running.signal,
      ...(encoding === undefined ? {} : { encoding }),
    });
    latest = { key, marked };
    return marked;
  }

  function keep(file: ChosenFile, origin: string): { source: SourceRow; known: boolean } {
    const hash = sha256Hex(file.bytes);
    const same = store.sources.byHash(hash);
    if (same) return { source: same, known: true };
    const sourceId = ports.newId();
    const at = ports.now().toISOString();
    store.transaction(() => {
      store.sources.add({ id: sourceId, name: file.name, bytes: file.bytes, sha256: hash, origin, at });
      ledger.append({
        at,
        kind: 'source-imported',
        subject: `source:${sourceId}`,
        payload: { name: file.name, bytes: file.bytes.length, sha256: hash, origin },
      });
    });
    return { source: required(store.sources.byId(sourceId)), known: false };
  }

  async function take(file: ChosenFile, origin = 'own'): Promise<ImportOutcome> {
    if (file.bytes.length === 0 || file.bytes.length > LARGEST_KEPT) {
      return { name: file.name, failure: failureOf(unkeepable(file)) };
    }
    const { source, known } = keep(file, origin);
    try {
      await markedText(source);
    } catch (error) {
      const failure = failureOf(error);
      setUnread(source, failure);
      return { name: file.name, sourceId: source.id, failure };
    }
    if (known && source.state !== 'saved') {
      store.sources.setReading(source.id, {
        state: 'pending',
        choices: source.choices,
        encoding: source.encoding,
        at: ports.now().toISOString(),
      });
    }
    return { name: file.name, sourceId: source.id, ...(known ? { known: 'same-file' as const } : {}) };
  }

  /** What was only cancelled can be read later and waits in the library; a source with versions keeps its state. */
  function setUnread(source: SourceRow, failure: CallFailure): void {
    if (source.state === 'saved') return;
    const at = ports.now().toISOString();
    if (failure.code === 'import-cancelled') store.sources.setReading(source.id, { ...source, state: 'pending', at });
    else {
      const refusal = JSON.stringify(failure);
      store.sources.setReading(source.id, { state: 'unreadable', choices: {}, refusal, at });
    }
  }

  return {
    markedText,
    take,
    async takeAll(files: readonly ChosenFile[]): Promise<readonly ImportOutcome[]> {
      const outcomes: ImportOutcome[] = [];
      let stopped = false;
      for (const [index, file] of files.entries()) {
        if (stopped) break;
        progress(index, files.length, file.name, false);
        outcomes.push(await take(file));
        stopped = running?.signal.aborted ?? false;
      }
      progress(files.length, files.length, '', true);
      return outcomes;
    },
    cancel: (): void => {
      running?.abort();
    },
  };

  function progress(done: number, total: number, name: string, finished: boolean): void {
    ports.emit('progress', {
      job: 'import',
      what: { zh: `正在读取 ${name}`, en: `Reading ${name}` },
      done,
      total,
      finished,
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
        { zh: `“${file.name}”是空文件，未存入任何内容。`, en: `“${file.name}” is empty; nothing was stored.` },
        { zh: '请检查文件是否下载完整。', en: 'Check that the file was downloaded completely.' },
      )
    : new Refusal(
        'file-too-large-to-keep',
        {
          zh: `“${file.name}”超过 100 MB，未存入任何内容。`,
          en: `“${file.name}” is over 100 MB; nothing was stored.`,
        },
        { zh: '请导入协议本身，而不是整个归档。', en: 'Import the agreement itself, not a whole archive.' },
      );
}
