import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { ChainFinding, ChainReport, FaultKind, RemarkKind, SignatureVerdict } from './chain-report.ts';
import {
  type ChainHead,
  CLOCK_TOLERANCE_MS,
  ENTRY_KINDS,
  GENESIS,
  KEYS_SUBJECT,
  type LedgerEntry,
  UNSIGNED,
} from './entry.ts';

/** What one entry shows on its own. */
export type Examined =
  | { readonly misfit: string }
  | {
      readonly entry: LedgerEntry;
      /** Hash computed from the entry's core. */
      readonly recomputed: string;
      readonly payloadAgrees: boolean;
      readonly signature: SignatureVerdict | 'missing' | 'none';
    };

interface Gap {
  from: number;
  to: number;
  readonly position: number;
}

/** Follows entries in the order given and remembers only what the next step needs. */
export class ChainWalk {
  readonly #faults: ChainFinding<FaultKind>[] = [];
  readonly #remarks: ChainFinding<RemarkKind>[] = [];
  readonly #devices = new Set<string>();
  readonly #successors = new Map<string, string>();
  #signer: string | undefined;
  readonly #expectedHead: ChainHead | undefined;
  readonly #signatures = { valid: 0, unsigned: 0, unchecked: 0 };
  #gaps: Gap[] = [];
  #position = 0;
  #disclosed = 0;
  /** Highest sequence seen, and the hashes that the next entry may rightly name as the one before; empty: unknowable. */
  #highest: number;
  #links: readonly string[];
  #head: ChainHead | undefined;
  #latest = '';
  #expectedSeen: 'not yet' | 'agrees' | 'differs' = 'not yet';

  constructor(from: ChainHead | undefined, expectedHead: ChainHead | undefined) {
    this.#highest = from?.sequence ?? 0;
    this.#links = [from?.hash ?? GENESIS];
    this.#head = from;
    this.#expectedHead = expectedHead;
  }

  step(examined: Examined): void {
    this.#position += 1;
    if ('misfit' in examined) {
      this.#highest += 1;
      this.#links = [];
      this.#fault('malformed', this.#highest, sentence('ledger.chain-walk.no-entry', { misfit: examined.misfit }));
      return;
    }
    const { entry, recomputed } = examined;
    const altered = recomputed !== entry.hash;
    // An entry whose own hash does not fit cannot say where it belongs: it is taken for the one that is due.
    const sequence = altered ? this.#highest + 1 : entry.sequence;
    if (altered) this.#fault('altered', sequence, sentence('ledger.chain-walk.content-differs'));
    if (!examined.payloadAgrees) {
      this.#fault('altered', sequence, sentence('ledger.chain-walk.payload-differs'));
    }
    this.#place(sequence, entry, recomputed);
    this.#judge(sequence, examined.signature, entry);
    this.#watchClock(sequence, entry);
    this.#watchKind(sequence, entry);
    this.#watchKeys(examined);
    if (entry.payload !== undefined) this.#disclosed += 1;
    if (this.#expectedHead?.sequence === sequence && this.#expectedSeen !== 'agrees') {
      this.#expectedSeen = this.#expectedHead.hash === recomputed ? 'agrees' : 'differs';
    }
  }

  finish(): ChainReport {
    for (const gap of this.#gaps) {
      const missing = gap.from === gap.to ? String(gap.from) : `${gap.from}–${gap.to}`;
      this.#findAt(gap.position, 'deleted', gap.from, gap.to, sentence('ledger.chain-walk.missing', { missing }));
    }
    this.#compareHead();
    return {
      ok: this.#faults.length === 0,
      entries: this.#position,
      disclosed: this.#disclosed,
      ...(this.#head && this.#position > 0 ? { head: this.#head } : {}),
      faults: this.#faults.toSorted((a, b) => a.position - b.position || a.sequence - b.sequence),
      remarks: this.#remarks,
      signatures: this.#signatures,
      devices: [...this.#devices],
      ...(this.#signer === undefined ? {} : { signer: this.#signer }),
      successors: this.#successors,
    };
  }

  /** Where the entry stands among the others, and whether it names the one before. */
  #place(sequence: number, entry: LedgerEntry, recomputed: string): void {
    const due = this.#highest + 1;
    if (sequence < due) {
      const late = this.#gaps.find((gap) => gap.from <= sequence && sequence <= gap.to);
      if (late) this.#closeGap(late, sequence);
      this.#fault(
        late ? 'reordered' : 'duplicated',
        sequence,
        late
          ? sentence('ledger.chain-walk.out-of-order', { highest: this.#highest })
          : sentence('ledger.chain-walk.number-taken'),
      );
      return;
    }
    if (sequence > due) {
      this.#gaps.push({ from: due, to: sequence - 1, position: this.#position });
    } else if (this.#links.length > 0 && !this.#links.includes(entry.previous)) {
      this.#fault('broken-link', sequence, sentence('ledger.chain-walk.replaced', { sequence: sequence - 1 }));
    }
    this.#highest = sequence;
    this.#signer = entry.device === UNSIGNED ? undefined : entry.device;
    this.#links = [entry.hash, recomputed];
    this.#head = { sequence, hash: recomputed };
  }

  #closeGap(gap: Gap, sequence: number): void {
    const rest = [
      { from: gap.from, to: sequence - 1, position: gap.position },
      { from: sequence + 1, to: gap.to, position: gap.position },
    ].filter((part) => part.from <= part.to);
    this.#gaps = this.#gaps.flatMap((other) => (other === gap ? rest : [other]));
  }

  #judge(sequence: number, verdict: SignatureVerdict | 'missing' | 'none', entry: LedgerEntry): void {
    if (verdict === 'none') {
      this.#signatures.unsigned += 1;
      return;
    }
    this.#devices.add(entry.device);
    if (verdict === 'valid') this.#signatures.valid += 1;
    else if (verdict === 'unchecked') this.#signatures.unchecked += 1;
    else if (verdict === 'missing') {
      this.#fault(
        'missing-signature',
        sequence,
        sentence('ledger.chain-walk.signature-missing', { device: entry.device }),
      );
    } else if (verdict === 'unknown-key') {
      this.#fault('unknown-key', sequence, sentence('ledger.chain-walk.key-unknown', { device: entry.device }));
    } else {
      this.#fault('bad-signature', sequence, sentence('ledger.chain-walk.signature-invalid'));
    }
  }

  /**
   * A clock that stands before an earlier entry is named once: from there on entries are judged against the corrected time.
   * Entries written before this was so say of themselves that the clock had been set back; they tell nothing new.
   */
  #watchClock(sequence: number, entry: LedgerEntry): void {
    const back = Date.parse(this.#latest) - Date.parse(entry.at) > CLOCK_TOLERANCE_MS;
    const said = entry.clock.rollback || entry.kind === 'clock-rollback';
    if (back) {
      this.#remarks.push({
        kind: said ? 'clock-rollback' : 'clock-rollback-unsaid',
        sequence,
        to: sequence,
        position: this.#position,
        why: said
          ? sentence('ledger.chain-walk.clock-set-back', { at: entry.at })
          : sentence('ledger.chain-walk.time-before-earlier', { at: entry.at, latest: this.#latest }),
      });
    }
    if (back || entry.at > this.#latest) this.#latest = entry.at;
  }

  /** A key that is brought in under the signature of another is vouched for by it. */
  #watchKeys({ entry, payloadAgrees, signature }: Extract<Examined, { entry: LedgerEntry }>): void {
    if (entry.kind !== 'key-created' || entry.subject !== KEYS_SUBJECT || signature !== 'valid' || !payloadAgrees)
      return;
    const { payload } = entry;
    const id = typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined;
    if (typeof id === 'string' && !this.#successors.has(id)) this.#successors.set(id, entry.device);
  }

  #watchKind(sequence: number, { kind }: LedgerEntry): void {
    if (Object.hasOwn(ENTRY_KINDS, kind)) return;
    this.#remarks.push({
      kind: 'unknown-kind',
      sequence,
      to: sequence,
      position: this.#position,
      why: sentence('ledger.chain-walk.kind-unknown', { kind }),
    });
  }

  #compareHead(): void {
    const expected = this.#expectedHead;
    if (!expected || this.#expectedSeen === 'agrees') return;
    if (this.#expectedSeen === 'not yet' && expected.sequence > this.#highest) {
      this.#findAt(
        this.#position,
        'truncated',
        this.#highest + 1,
        expected.sequence,
        sentence('ledger.chain-walk.end-cut-off', { sequence: expected.sequence, highest: this.#highest }),
      );
      return;
    }
    // The head may be the very anchor that the excerpt starts from.
    if (this.#position === 0 && this.#head?.hash === expected.hash) return;
    this.#findAt(
      this.#position,
      'head-mismatch',
      expected.sequence,
      expected.sequence,
      sentence('ledger.chain-walk.head-differs', { sequence: expected.sequence }),
    );
  }

  #fault(kind: FaultKind, sequence: number, why: Sentence): void {
    this.#findAt(this.#position, kind, sequence, sequence, why);
  }

  #findAt(position: number, kind: FaultKind, sequence: number, to: number, why: Sentence): void {
    this.#faults.push({ kind, sequence, to, position, why });
  }
}
