import type { BundleReport } from '../../ledger/bundle-check.ts';
import { isObject } from '../../ledger/open-bundle.ts';
import { type Identity, identityOf } from '../../ledger/verdict.ts';
import type { Store } from '../../store/store.ts';
import { keyPins } from './key-pins.ts';

/** Who vouches for a bundle, as far as this library knows. */
export interface KnownIdentity {
  readonly identity: Identity;
  /** Whose key it is, where it is pinned; with whose key it is in conflict, where it is. */
  readonly origin?: string;
}

/**
 * The bundle's key beside those that are noted here. It is pinned where it is anybody's noted key, or one that such a key
 * vouched for. It is in conflict where the bundle speaks for somebody whose key is noted and is another one: by the company that
 * decided, or by agreements and decisions that came from there.
 */
export function knownIdentity(
  store: Store,
  report: Pick<BundleReport, 'identity' | 'successors' | 'records'>,
): KnownIdentity {
  const pins = keyPins(store);
  const { keyId } = report.identity;
  const among = (origin?: string): Identity =>
    identityOf(
      keyId,
      pins.filter((pin) => origin === undefined || pin.origin === origin).map((pin) => pin.keyId),
      report.successors,
    );
  if (keyId === undefined) return { identity: { known: 'unsigned' } };
  const whose = [...new Set(pins.map(({ origin }) => origin))].find((origin) => among(origin).known === 'pinned');
  if (whose !== undefined) return { identity: among(whose), origin: whose };
  const against = originsOf(store, report.records).find((origin) => pins.some((pin) => pin.origin === origin));
  if (against !== undefined) return { identity: { keyId, known: 'conflict' }, origin: against };
  return { identity: { keyId, known: 'new' } };
}

/** For whom a bundle speaks: its companies by name, and the origins that its agreements and decisions have here. */
function originsOf({ agreements, acceptances }: Store, records: BundleReport['records']): readonly string[] {
  return records.flatMap(({ id, record }) => {
    const company = isObject(record['company']) ? record['company']['name'] : undefined;
    const agreement = isObject(record['agreement']) ? record['agreement']['id'] : undefined;
    const known = acceptances.byId(id);
    const version = known && agreements.version(known.versionId);
    const ids = [agreement, version?.agreementId].filter((one) => typeof one === 'string');
    const origins = ids.flatMap((one) => agreements.agreement(one)?.origin ?? []);
    return [...(typeof company === 'string' ? [company] : []), ...origins];
  });
}
