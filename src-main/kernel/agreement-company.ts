import type { CompanyBy } from '../contract/rights.ts';
import type { Store } from '../store/store.ts';
import { companies, type KeptCompany } from './companies.ts';
import { readableRecord } from './kept-records.ts';

/** A company with the reason why it is this one. */
export interface CompanyFor {
  readonly company: KeptCompany;
  readonly by: CompanyBy;
}

/** The only company there is; absent where there are none or several, of which nobody but a person picks one. */
export function onlyCompany(store: Store): KeptCompany | undefined {
  const [only, ...more] = companies(store);
  return more.length === 0 ? only : undefined;
}

/**
 * The company that an agreement is of: the one that is said, else the one in whose name its version, or else another version, was
 * last accepted, else the only one. Absent where it is not known.
 * @param said ids by who said so, the first that names a company counts
 */
export function companyFor(
  store: Store,
  { agreementId, versionId }: { readonly agreementId: string; readonly versionId?: string },
  said: Partial<Readonly<Record<'order' | 'agreement', string | undefined>>> = {},
): CompanyFor | undefined {
  const known = companies(store);
  for (const by of ['order', 'agreement'] as const) {
    const company = known.find(({ id }) => id === said[by]);
    if (company) return { company, by };
  }
  const versions = store.agreements.versionsOf(agreementId).map(({ id }) => id);
  const asked = versionId === undefined ? versions.toReversed() : [versionId, ...versions.toReversed()];
  for (const version of asked) {
    const company = acceptedBy(store, version, known);
    if (company) return { company, by: 'record' };
  }
  const only = onlyCompany(store);
  return only && { company: only, by: 'only' };
}

/** The company in whose name a version was last decided to be accepted, by its credit code or else its name. */
function acceptedBy(store: Store, versionId: string, known: readonly KeptCompany[]): KeptCompany | undefined {
  const row = store.acceptances.ofVersion(versionId).findLast(({ decision }) => decision === 'accepted');
  const named = row && readableRecord(store, row.id)?.record.company;
  if (!named) return undefined;
  const { name, creditCode } = named;
  return (
    known.find(({ company }) => company.creditCode !== '' && company.creditCode === creditCode) ??
    known.find(({ company }) => company.name === name)
  );
}
