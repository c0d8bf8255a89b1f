import type { ConcludedHow, ConclusionInput, LastConclusion } from '../../src-main/contract/review-conclusions.ts';
import { inDays, today } from './dates.ts';

/** Days until one is reminded of what was not made yet, unless another day is said. */
const REMIND_DAYS = 7;

/** What a person says became of an acceptance in the world, while it is being said; nothing is chosen beforehand. */
export class Conclusion {
  kind = $state<LastConclusion['kind'] | undefined>(undefined);
  how = $state<ConcludedHow>('clicked-at-provider');
  on = $state('');
  /** The day to be reminded where it was not made yet; empty: none. */
  remind = $state(inDays(today(), REMIND_DAYS));
  account = $state('');
  order = $state('');
  proof = $state.raw<{ readonly sha256: string; readonly name: string } | undefined>(undefined);

  /** Starts from what was last said for the provider; the day is always said anew. */
  startFrom(last: LastConclusion | undefined): void {
    if (!last) return;
    this.kind = last.kind;
    this.how = last.how ?? this.how;
    this.account = last.account ?? '';
  }

  /** The answer as it is sent; absent while it is not whole. */
  get input(): ConclusionInput | undefined {
    if (this.kind === undefined) return undefined;
    if (this.kind === 'not-yet') {
      return { kind: 'not-yet', ...(this.remind === '' ? {} : { remind: this.remind }) };
    }
    const [account, order] = [this.account.trim(), this.order.trim()];
    const details = {
      ...(account === '' ? {} : { account }),
      ...(order === '' ? {} : { order }),
      ...(this.proof ? { proof: this.proof.sha256 } : {}),
    };
    if (this.kind === 'just-clicked') return { kind: 'just-clicked', ...details };
    return this.on === '' ? undefined : { kind: 'made', how: this.how, on: this.on, ...details };
  }
}
