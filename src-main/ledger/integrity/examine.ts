import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { bad, good, lacking, remark, unchecked } from '../bundle-check.ts';
import { canonicalBytes, type JsonObject, type JsonValue } from '../canonical-json.ts';
import type { AnyDigest } from '../chain.ts';
import { GENESIS, type LedgerEntry } from '../entry.ts';
import { hashesNamedBy } from '../hashes-named.ts';
import { isHash, toHex } from '../hex.ts';
import { isObject, parseJson } from '../open-bundle.ts';
import type { Check, StampSeen } from '../verdict.ts';
import { filesNamed } from './files-named.ts';
import type { FileState, Kept } from './kept.ts';
import { implausible } from './plausible.ts';
import { judgeStamp, type VerifyTimestamp } from './stamp.ts';
import { showsTheWordsOf } from './words-of-structure.ts';

/** What is checked: a finding names one of these. */
export const TEXTS = sentence('ledger.bundle-papers.texts');
export const RECORDS = sentence('ledger.bundle-papers.records');
export const STAMPS = sentence('ledger.bundle-papers.stamps');
const FILES = sentence('ledger.examine.files');
const SECONDS = sentence('ledger.examine.seconds');
const NATURE = sentence('ledger.examine.nature');

/** A check that is about one entry. */
export interface Finding extends Check {
  /** Sequence number of the entry that it is about. */
  readonly sequence?: number;
}

export interface Examination {
  readonly digest: AnyDigest;
  /** Absent: time stamps are said not to be checked. */
  readonly verifyTimestamp?: VerifyTimestamp | undefined;
  /** Called between entries, so that a long ledger is examined beside other work. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Entries to look at; absent: all of them. */
  readonly only?: ((entry: LedgerEntry) => boolean) | undefined;
}

/** Everything that was found, and how much was looked at. */
export interface Examined {
  /** What is wrong or could not be checked, and what is worth reading. */
  readonly findings: readonly Finding[];
  readonly texts: number;
  readonly records: number;
  readonly files: number;
  /** Time stamps that hold. */
  readonly stamps: readonly StampSeen[];
}

/**
 * Whether everything that a ledger's entries speak of is there as they say: texts and structures against their fingerprints,
 * records against their entries and against what the clock makes possible, sources, prints, pictures, certificates, letters
 * and scans against their hashes, time stamps against the entries they stamp. The one pass of app, command line and offline
 * verifier; the chain itself is `verifyChain`'s business. Never throws for what is kept.
 */
export async function examine(kept: Kept, by: Examination): Promise<Examined> {
  const pass = new Pass(kept, by);
  for (const entry of kept.entries()) {
    pass.note(entry);
    if (entry.payload === undefined || by.only?.(entry) === false) continue;
    await pass.step(entry, entry.payload);
    await by.pause?.();
  }
  return pass.result();
}

class Pass {
  readonly #kept: Kept;
  readonly #by: Examination;
  readonly #findings: Finding[] = [];
  readonly #stamps: StampSeen[] = [];
  /** Files that were looked at already. */
  readonly #files = new Map<string, FileState>();
  /** Of entries by their number: what a stamp over one of them must stamp. Only stamps ask, so only few are kept. */
  readonly #stamped = new Map<number, Pick<LedgerEntry, 'hash' | 'at'>>();
  /** Where each version's review began, and where the clock was last set back. */
  readonly #begun = new Map<string, Pick<LedgerEntry, 'sequence' | 'at'>>();
  /** The fingerprint that each version was saved with. */
  readonly #fingerprints = new Map<string, string>();
  #setBack = 0;
  #texts = 0;
  #records = 0;
  #rehearsed = false;

  constructor(kept: Kept, by: Examination) {
    this.#kept = kept;
    this.#by = by;
  }

  /** What later entries are judged by; of a skeleton, too. */
  note({ kind, subject, sequence, hash, at, clock }: LedgerEntry): void {
    this.#stamped.set(sequence, { hash, at });
    if (kind === 'clock-rollback' || clock.rollback) this.#setBack = sequence;
    if (kind === 'ceremony-started' && !this.#begun.has(subject)) this.#begun.set(subject, { sequence, at });
    if (clock.source === 'rehearsal') this.#rehearsed = true;
  }

  async step(entry: LedgerEntry, payload: JsonValue): Promise<void> {
    const said = isObject(payload) ? payload : {};
    if (entry.kind === 'source-imported') await this.#source(entry, said);
    if (entry.kind === 'version-saved' || entry.kind === 'reading-kept') await this.#version(entry, said);
    if (entry.kind === 'acceptance-decided') await this.#record(entry);
    if (entry.kind === 'timestamp-attached') await this.#stamp(entry, said);
    for (const { sha256, name } of filesNamed(entry)) await this.#file(entry, sha256, name);
  }

  result(): Examined {
    const nature = this.#rehearsed ? [remark(NATURE, sentence('ledger.examine.rehearsal'))] : [];
    return {
      findings: [...nature, ...this.#findings],
      texts: this.#texts,
      records: this.#records,
      files: this.#files.size,
      stamps: this.#stamps,
    };
  }

  #find({ sequence }: LedgerEntry, check: Check): void {
    this.#findings.push({ ...check, sequence });
  }

  async #source(entry: LedgerEntry, { sha256, name }: JsonObject): Promise<void> {
    // A provider's own form was once told as a source; its file lies with the others.
    if (!isHash(sha256) || !entry.subject.startsWith('source:')) return;
    const state = await this.#kept.source(sha256);
    this.#files.set(`source ${sha256}`, state);
    this.#tellFile(entry, state, typeof name === 'string' ? name : sha256);
  }

  async #file(entry: LedgerEntry, sha256: string, name: string | undefined): Promise<void> {
    const known = this.#files.get(sha256);
    const state = known ?? (await this.#kept.file(sha256));
    this.#files.set(sha256, state);
    if (known === undefined) this.#tellFile(entry, state, name ?? sha256);
  }

  #tellFile(entry: LedgerEntry, state: FileState, name: string): void {
    const { sequence } = entry;
    if (state === 'altered')
      this.#find(entry, bad(FILES, sentence('ledger.examine.file-altered', { name, entry: sequence })));
    if (state === 'gone')
      this.#find(entry, lacking(FILES, sentence('ledger.examine.file-gone', { name, entry: sequence })));
  }

  async #version(entry: LedgerEntry, { fingerprint, structure, title, ordinal }: JsonObject): Promise<void> {
    const id = entry.subject.replace(/^version:/u, '');
    // A reading that was added later names no fingerprint: its version's entry did.
    const named = isHash(fingerprint) ? fingerprint : '';
    if (named !== '') this.#fingerprints.set(entry.subject, named);
    const kept = this.#kept.version({ id, fingerprint: named });
    const called = textCalled(title, ordinal, entry.sequence);
    if (kept?.text === undefined) {
      this.#find(entry, lacking(TEXTS, sentence('ledger.examine.text-gone', { called })));
      return;
    }
    if (entry.kind === 'version-saved') {
      this.#texts += 1;
      if (named === '' || (await this.#hash(utf8(kept.text))) !== named) {
        this.#find(entry, bad(TEXTS, sentence('ledger.examine.text-altered', { called })));
        return;
      }
      if (kept.structures.some((shown) => !showsTheWordsOf(shown, kept.text ?? '')))
        this.#find(entry, bad(TEXTS, sentence('ledger.examine.other-words', { called })));
    }
    if (isHash(structure) && !(await this.#structures(kept.structures)).includes(structure))
      this.#find(entry, lacking(TEXTS, sentence('ledger.examine.structure-gone', { called })));
  }

  async #structures(kept: readonly unknown[]): Promise<readonly string[]> {
    const hashes: string[] = [];
    for (const structure of kept) hashes.push(await this.#hash(canonicalOrNothing(structure)));
    return hashes;
  }

  async #record(entry: LedgerEntry): Promise<void> {
    const id = entry.subject.replace(/^acceptance:/u, '');
    const json = this.#kept.record(id);
    this.#records += 1;
    const record = parseJson(json) ?? entry.payload;
    const called = recordCalled(record, id);
    if (json === undefined) this.#find(entry, lacking(RECORDS, sentence('ledger.examine.record-gone', { called })));
    else if (!hashesNamedBy(entry).includes(await this.#hash(utf8(json))))
      this.#find(entry, bad(RECORDS, sentence('ledger.examine.record-altered', { called })));
    else if (!this.#isItsPlace(entry, record))
      this.#find(entry, bad(RECORDS, sentence('ledger.examine.record-elsewhere', { called })));
    else if (!(await this.#isOfItsText(record)))
      this.#find(entry, bad(RECORDS, sentence('ledger.examine.record-of-other-text', { called })));
    // What the entry itself says is judged, too, where the record is gone.
    const begun = this.#begun.get(versionOf(record));
    for (const why of implausible(record, begun?.at)) {
      const told = sentence('ledger.examine.implausible', { called, why });
      this.#find(entry, this.#clockWasSetBack(record) ? remark(SECONDS, told) : bad(SECONDS, told));
    }
  }

  /** A record names the entry before its own, and the time that its entry has. */
  #isItsPlace({ previous, at, payload }: LedgerEntry, record: unknown): boolean {
    if (!isObject(record) || !isObject(record['time'])) return false;
    const whole = isObject(payload) && payload['format'] !== undefined;
    return record['previousLedgerHash'] === (previous || GENESIS) && (!whole || record['time']['utc'] === at);
  }

  /** A record names the words and the structure that its version has; a version of which nothing is shown is not judged. */
  async #isOfItsText(record: unknown): Promise<boolean> {
    const version = isObject(record) && isObject(record['version']) ? String(record['version']['id']) : '';
    const fingerprint = this.#fingerprints.get(`version:${version}`);
    if (fingerprint === undefined || !isObject(record) || !isObject(record['hashes'])) return fingerprint === undefined;
    const { canonicalText, structure } = record['hashes'];
    if (canonicalText !== fingerprint) return false;
    const kept = this.#kept.version({ id: version, fingerprint });
    // Where the structures are gone, that is told of the version.
    if (!isHash(structure) || !kept || kept.structures.length === 0) return true;
    return (await this.#structures(kept.structures)).includes(structure);
  }

  /** The wall clock was set back between the opening and the decision, and the ledger says so: then it cannot tell. */
  #clockWasSetBack(record: unknown): boolean {
    return this.#setBack > 0 && this.#setBack >= (this.#begun.get(versionOf(record))?.sequence ?? 0);
  }

  async #stamp(entry: LedgerEntry, { sequence, sha256 }: JsonObject): Promise<void> {
    // A stamp inside of a letter's signature is part of that file.
    if (typeof sequence !== 'number' || !isHash(sha256)) return;
    const stamped = this.#stamped.get(sequence);
    const answer = this.#kept.stamp({ sequence, sha256 });
    const told = (why: Sentence): Sentence => sentence('ledger.bundle-papers.stamp-of-entry', { sequence, why });
    if (!answer || !stamped) {
      this.#find(entry, lacking(STAMPS, sentence('ledger.examine.stamp-gone', { entry: sequence })));
    } else if ((await this.#hash(answer)) !== sha256) {
      this.#find(entry, bad(STAMPS, sentence('ledger.examine.stamp-altered', { entry: sequence })));
    } else if (!this.#by.verifyTimestamp) {
      this.#find(entry, unchecked(STAMPS, told(sentence('ledger.examine.stamp-unchecked'))));
    } else {
      const { ok, trusted, authority, why } = await judgeStamp(answer, stamped, this.#by.verifyTimestamp);
      if (ok) this.#stamps.push({ authority, trusted });
      this.#find(entry, (ok ? (trusted ? good : remark) : bad)(STAMPS, told(why)));
    }
  }

  async #hash(bytes: Uint8Array): Promise<string> {
    return toHex(await this.#by.digest(bytes));
  }
}

/** The subject of the entries about the version that a record is of. */
const versionOf = (record: unknown): string =>
  isObject(record) && isObject(record['version']) ? `version:${String(record['version']['id'])}` : '';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A structure that no canonical JSON can be made of is none that a ledger named. */
function canonicalOrNothing(structure: unknown): Uint8Array {
  try {
    return canonicalBytes(structure);
  } catch (error) {
    if (error instanceof TypeError) return new Uint8Array();
    throw error;
  }
}

function textCalled(title: unknown, ordinal: unknown, entry: number): Sentence {
  return typeof title === 'string' && typeof ordinal === 'number'
    ? sentence('ledger.examine.text-called', { title, ordinal })
    : sentence('ledger.examine.text-of-entry', { entry });
}

function recordCalled(record: unknown, id: string): Sentence {
  const { version } = isObject(record) ? record : {};
  const { title, ordinal } = isObject(version) ? version : {};
  return typeof title === 'string' && typeof ordinal === 'number'
    ? sentence('ledger.examine.record-called', { title, ordinal })
    : sentence('ledger.examine.record-of-id', { id });
}
