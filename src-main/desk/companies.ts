import type { CompanyInput } from '../contract/settings.ts';
import type { Store } from '../store/store.ts';

/** A company as it is kept: its particulars, and the day its contacts were last confirmed. */
export interface KeptCompany {
  readonly id: string;
  readonly company: CompanyInput;
  readonly confirmedOn?: string;
}

interface Body {
  readonly company: CompanyInput;
  readonly confirmedOn?: string;
}

/** All companies, oldest first. */
export function companies(store: Store): readonly KeptCompany[] {
  return store.papers.ofKind<Body>('settings', 'company').map(({ id, body }) => ({ id, ...body }));
}

/** One company's particulars. */
export function companyById(store: Store, id: string): CompanyInput | undefined {
  return store.papers.byId<Body>(id)?.body.company;
}
