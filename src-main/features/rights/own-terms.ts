import { z } from 'zod';
import { calledAt } from '../../kernel/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import { LEGACY_KINDS, type LegacyKind } from '../../agreement/legacy-fact.ts';
import { keptFile } from '../../kernel/papers/members.ts';
import { type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Ports } from '../../kernel/ports.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';
import type { PartMonth } from '../../term/fees/part-month.ts';
import type { MonthFee } from '../../term/service/month-fee.ts';
import type { MinuteCounting } from '../../term/service/outages.ts';

/** A person's verdict on one exclusion in one month. */
export interface Check {
  readonly verdict: 'open' | 'applies' | 'does-not-apply';
  readonly note: string;
  readonly evidence?: { readonly name: string; readonly sha256: string };
}

/** What the person added to an agreement: own values, where else to look, what was paid, what was checked. */
export interface OwnTerms {
  readonly own: Partial<Readonly<Record<LegacyKind, number>>>;
  readonly partMonth?: PartMonth;
  readonly counting?: MinuteCounting;
  /** Agreements to ask after this one; absent: those that suggest themselves. */
  readonly companions?: readonly string[];
  readonly guide?: string;
  /** The version that figures rest on where none stands. */
  readonly text?: string;
  /** Whose agreement it is, where a person said so. */
  readonly companyId?: string;
  /** The class of the service, as the text writes it, where it tells several. */
  readonly scope?: string;
  /** What is measured and paid for by itself: instances, bandwidth packages, regions. */
  readonly units?: readonly ServiceUnit[];
  /** Months of which the person says that nothing was down but what is recorded, and when that was said. */
  readonly complete?: Readonly<Record<string, string>>;
  readonly fees: Readonly<Record<string, MonthFee>>;
  readonly checks: Readonly<Record<string, Readonly<Record<string, Check>>>>;
}

/** One thing that is measured by itself, with the instances in it, its class and its own fee. */
export interface ServiceUnit {
  readonly name: string;
  /** Names as logs write them; the unit's own name counts without being listed. */
  readonly instances: readonly string[];
  readonly scope?: string;
  readonly fee?: MonthFee;
}

const check = z.strictObject({
  verdict: z.enum(['open', 'applies', 'does-not-apply']),
  note: z.string(),
  evidence: keptFile.exactOptional(),
});

const besideFee = {
  vouchers: z.string().exactOptional(),
  yearFee: z.string().exactOptional(),
  base: z.string().exactOptional(),
  taken: z.string().exactOptional(),
};
const fee = z.union([
  z.strictObject({ fee: z.string(), ...besideFee }),
  z.strictObject({ total: z.string(), months: z.number(), ...besideFee }),
]);

const kinds = Object.keys(LEGACY_KINDS) as [LegacyKind, ...LegacyKind[]];

export const OWN_TERMS: PaperKind<OwnTerms, 'kept'> = {
  name: PAPERS.rights.ownTerms,
  noun: sentence('rights.own-terms.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      own: z.partialRecord(z.enum(kinds), z.number()),
      partMonth: z.enum(['whole', 'daily']).exactOptional(),
      counting: z.enum(['whole', 'started']).exactOptional(),
      companions: z.array(z.string()).exactOptional(),
      guide: z.string().exactOptional(),
      text: z.string().exactOptional(),
      companyId: z.string().exactOptional(),
      scope: z.string().exactOptional(),
      units: z
        .array(
          z.strictObject({
            name: z.string(),
            instances: z.array(z.string()),
            scope: z.string().exactOptional(),
            fee: fee.exactOptional(),
          }),
        )
        .exactOptional(),
      complete: z.record(z.string(), z.string()).exactOptional(),
      fees: z.record(z.string(), fee),
      checks: z.record(z.string(), z.record(z.string(), check)),
    }),
    (body) => body,
  ),
  called: ({ subject }, store, instant) => calledAt(store, subject, instant) || undefined,
};

const papers = (store: Store): Repository<OwnTerms, 'kept'> => repository(store, OWN_TERMS);

const NOTHING: OwnTerms = { own: {}, fees: {}, checks: {} };

/** What the person added to this agreement. @throws Refusal `record-unreadable`: defaults would be other figures. */
export function ownTerms(store: Store, agreementId: string): OwnTerms {
  return papers(store).about(agreementId)?.body ?? NOTHING;
}

/** What changes of the person's additions; `undefined` takes one back. */
type OwnChange = { readonly [Key in keyof OwnTerms]?: OwnTerms[Key] | undefined };

/** Writes the person's additions; call it inside the transaction of what else belongs to it. */
export function keepOwnTerms({ store, newId, now }: Ports, agreementId: string, change: OwnChange): void {
  const paper = papers(store).about(agreementId);
  const body = withChange({ ...NOTHING, ...paper?.body }, change);
  papers(store).put({ id: paper?.id ?? newId(), subject: agreementId, state: 'kept', body }, now().toISOString());
}

function withChange(before: OwnTerms, change: OwnChange): OwnTerms {
  const { own, fees, checks, ...others } = { ...before, ...change };
  const said = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  return { ...said, own: own ?? {}, fees: fees ?? {}, checks: checks ?? {} };
}
