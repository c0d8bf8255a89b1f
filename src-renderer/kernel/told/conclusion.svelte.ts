import type { ConcludedHow, ConclusionInput, LastConclusion } from '../../../src-main/contract/review-conclusions.ts';
import { inDays, today } from '../dates.ts';
import { SealsTold } from './seals-told.svelte.ts';

/** Days until one is reminded of what was not made yet, unless another day is said. */
const REMIND_DAYS = 7;
/** How long one may say that something was clicked _just now_. */
const JUST_NOW_MS = 3_600_000;
const usualReminder = (): string => inDays(today(), REMIND_DAYS);

/** How an acceptance in the world can be proved, while it is being said. */
export class ConclusionDetails {
  account = $state('');
  order = $state('');
  /** What stood on the button of the provider's page. */
  button = $state('');
  handledBy = $state('');
  /** Whether the provider's page showed the version kept here; empty: not said. */
  page = $state<'' | 'same' | 'not-checked'>('');
  proof = $state.raw<{ readonly sha256: string; readonly name: string } | undefined>(undefined);

  /** What was said, as it is sent. */
  get said(): Omit<Extract<ConclusionInput, { kind: 'just-clicked' }>, 'kind'> {
    const [account, order] = [this.account.trim(), this.order.trim()];
    const [button, handledBy] = [this.button.trim(), this.handledBy.trim()];
    return {
      ...(account === '' ? {} : { account }),
      ...(order === '' ? {} : { order }),
      ...(button === '' ? {} : { button }),
      ...(handledBy === '' ? {} : { handledBy }),
      ...(this.page === '' ? {} : { page: this.page }),
      ...(this.proof ? { proof: this.proof.sha256 } : {}),
    };
  }
}

/** Which day counts, and the seals where both parties sealed; absent while it is not whole, or where the day is still to come. */
export function madeOn({
  how,
  on,
  seals,
}: {
  readonly how: ConcludedHow;
  readonly on: string;
  readonly seals: SealsTold;
}): Pick<Extract<ConclusionInput, { kind: 'made' }>, 'how' | 'on' | 'parties'> | undefined {
  if (how !== 'sealed') return on === '' || on > today() ? undefined : { how, on };
  const { last } = seals;
  return last === undefined || last > today()
    ? undefined
    : { how, on: last, parties: { ours: seals.ours.said, theirs: seals.theirs.said } };
}

/** What a person says became of an acceptance in the world, while it is being said; nothing is chosen beforehand. */
export class Conclusion extends ConclusionDetails {
  #kind = $state<LastConclusion['kind'] | undefined>(undefined);
  #asLastTime = $state(false);
  /** When the kind was said, by the clock. */
  #saidAt = 0;
  #usual = usualReminder();
  how = $state<ConcludedHow>('clicked-at-provider');
  on = $state('');
  /** Of a paper sealed by both. */
  readonly seals = new SealsTold({ seals: 'both' });
  /** The day to be reminded where it was not made yet; empty: none. */
  remind = $state(this.#usual);

  get kind(): LastConclusion['kind'] | undefined {
    return this.#kind;
  }

  set kind(kind: LastConclusion['kind'] | undefined) {
    this.#kind = kind;
    this.#asLastTime = false;
    this.#saidAt = Date.now();
  }

  /** What is chosen is what was last said for the provider, and nobody chose it this time. */
  get asLastTime(): boolean {
    return this.#asLastTime && this.#kind !== undefined;
  }

  /** One comes back to it: what was true of the moment only is asked anew, and no day lies behind that one would be reminded. */
  comeBack(): void {
    if (this.#kind === 'just-clicked' && Date.now() - this.#saidAt > JUST_NOW_MS) this.#kind = undefined;
    const passed = this.remind !== '' && this.remind < today();
    if (!passed && this.remind !== this.#usual) return;
    this.#usual = usualReminder();
    this.remind = this.#usual;
  }

  /** Starts from what was last said for the provider; the day is always said anew. */
  startFrom(last: LastConclusion | undefined): void {
    if (!last) return;
    this.kind = last.kind;
    this.#asLastTime = true;
    this.how = last.how ?? this.how;
    this.account = last.account ?? '';
  }

  /** The answer as it is sent; absent while it is not whole. */
  get input(): ConclusionInput | undefined {
    if (this.kind === undefined) return undefined;
    if (this.kind === 'not-yet') {
      return { kind: 'not-yet', ...(this.remind === '' ? {} : { remind: this.remind }) };
    }
    if (this.kind === 'just-clicked') return { kind: 'just-clicked', ...this.said };
    const made = madeOn(this);
    return made && { kind: 'made', ...made, ...this.said };
  }
}
