import type { CompanyInput, CompanyView, SignatoryInput, SignatoryView } from '../../../src-main/contract/settings.ts';

/** Particulars of a company, with the longest that each may be: what the contract takes. */
export const COMPANY_FIELDS = {
  name: 200,
  nameEnglish: 200,
  creditCode: 40,
  legalRepresentative: 100,
  legalRepresentativeEnglish: 100,
  address: 300,
  contact: 100,
  contactEnglish: 100,
  phone: 60,
  email: 200,
  bank: 200,
  bankAccount: 60,
  signatory: 100,
  signatoryEnglish: 100,
  signatoryRole: 100,
} as const satisfies Readonly<Record<keyof CompanyInput, number>>;

const FIELDS = Object.keys(COMPANY_FIELDS) as readonly (keyof CompanyInput)[];

/** A company while it is being filled in. Whoever opens the dialog keeps it: closing the dialog loses nothing typed. */
export class CompanyDraft {
  readonly id: string | undefined;
  readonly known: CompanyView | undefined;
  readonly values: Record<keyof CompanyInput, string>;

  constructor(known?: CompanyView) {
    this.id = known?.id;
    this.known = known;
    this.values = $state(
      Object.fromEntries(FIELDS.map((field) => [field, known?.[field] ?? ''])) as Record<keyof CompanyInput, string>,
    );
  }
}

/** A signatory while they are being filled in, as a company's draft. */
export class SignatoryDraft {
  readonly id: string | undefined;
  companyId = $state('');
  name = $state('');
  nameEnglish = $state('');
  role = $state('');
  basis = $state<SignatoryInput['basis']>('authorisation-letter');
  until = $state('');
  limit = $state('');
  letter = $state.raw<SignatoryView['letter']>(undefined);

  constructor(companyId: string, known?: SignatoryView) {
    this.id = known && !known.ofCompany ? known.id : undefined;
    this.companyId = companyId;
    if (!known) return;
    this.name = known.name;
    this.nameEnglish = known.nameEnglish ?? '';
    this.role = known.role;
    this.basis = known.basis;
    // A letter that ended is replaced by another one: nothing of it is taken over.
    if (known.ended) return;
    this.until = known.until ?? '';
    this.limit = known.limit ?? '';
    this.letter = known.letter;
  }

  /** What is sent; what only an authorisation letter has goes with it. */
  get input(): SignatoryInput {
    const { companyId, basis, until, letter } = this;
    const limit = this.limit.trim();
    const nameEnglish = this.nameEnglish.trim();
    const said = {
      companyId,
      name: this.name.trim(),
      ...(nameEnglish === '' ? {} : { nameEnglish }),
      role: this.role.trim(),
      basis,
    };
    if (basis !== 'authorisation-letter') return said;
    return {
      ...said,
      ...(until === '' ? {} : { until }),
      ...(limit === '' ? {} : { limit }),
      ...(letter ? { letter: letter.sha256 } : {}),
    };
  }
}
