import type { SealedCopyView, SealsInput } from '../../../src-main/contract/letters-sealed-copies.ts';

export const PARTIES = ['ours', 'theirs'] as const;
export type Party = (typeof PARTIES)[number];
export const SEAL_KINDS = [
  'company',
  'contract',
  'legal-representative',
  'electronic',
  'signature-only',
  'other',
] as const satisfies readonly NonNullable<PartySeal['kind']>[];

type PartySeal = NonNullable<NonNullable<SealsInput['parties']>['ours']>;

/** One party's seal while it is being told; empty: not said. */
export class SealTold {
  kind = $state<NonNullable<PartySeal['kind']> | ''>('');
  signatory = $state('');
  datedOn = $state('');

  constructor({ kind, signatory = '', datedOn = '' }: PartySeal) {
    this.kind = kind ?? '';
    this.signatory = signatory;
    this.datedOn = datedOn;
  }

  get said(): PartySeal {
    const signatory = this.signatory.trim();
    return {
      ...(this.kind === '' ? {} : { kind: this.kind }),
      ...(signatory === '' ? {} : { signatory }),
      ...(this.datedOn === '' ? {} : { datedOn: this.datedOn }),
    };
  }
}

/** Whose seals a paper bears, of which kind, who signed, and the day on the paper, while it is being told. */
export class SealsTold {
  on = $state<SealsInput['on'] | ''>('');
  readonly ours: SealTold;
  readonly theirs: SealTold;
  /** What was told of a copy whose parties were not told apart. */
  readonly #former: string | undefined;

  constructor({ seals, parties, datedOn }: Pick<SealedCopyView, 'seals' | 'parties' | 'datedOn'>) {
    this.on = seals ?? '';
    this.ours = new SealTold(parties?.ours ?? {});
    this.theirs = new SealTold(parties?.theirs ?? {});
    this.#former = parties ? undefined : datedOn;
  }

  get parties(): readonly Party[] {
    return PARTIES.filter((party) => this.on === 'both' || this.on === party);
  }

  /** The day of the last seal, where both parties' are there and told. */
  get last(): string | undefined {
    if (this.on !== 'both') return undefined;
    const days = [this.ours.datedOn, this.theirs.datedOn];
    return days.includes('') ? this.#former : days.toSorted().at(-1);
  }

  /** What was said, as it is sent; absent while it is not whole. */
  get input(): SealsInput | undefined {
    const { on, last } = this;
    if (on === '') return undefined;
    const said = Object.fromEntries(
      this.parties.flatMap((party) => (Object.keys(this[party].said).length === 0 ? [] : [[party, this[party].said]])),
    );
    const parties = Object.keys(said).length === 0 ? {} : { parties: said };
    if (on === 'both') return last === undefined ? undefined : { on, datedOn: last, ...parties };
    const { datedOn } = this[on];
    return { on, ...(datedOn === '' ? {} : { datedOn }), ...parties };
  }
}
