import type { Store } from '../../store/store.ts';

/**
 * Whether a version is one's own: a colleague's decision stands in the colleague's ledger, not in this one. A version that is not there
 * counts as one's own: what names it is reported by the checks and goes into bundles, so that its loss is told instead of hidden.
 */
export function isOwn(store: Store, versionId: string): boolean {
  const version = store.agreements.version(versionId);
  return version === undefined || store.agreements.agreement(version.agreementId)?.origin === 'own';
}
