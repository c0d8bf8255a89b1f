import { ACCOUNT_ADJUSTMENT } from './form/account-adjustment.ts';
import { AUTHORISATION } from './form/authorisation.ts';
import { EXPLANATION_LETTER } from './form/explanation-letter.ts';
import { EXPLANATION_REQUEST } from './form/former/explanation-request.ts';
import { SERVICE_LEVEL_CLAIM } from './form/former/service-level-claim.ts';
import { INVOICE_TITLES } from './form/invoice-titles.ts';
import { NON_RENEWAL_NOTICE } from './form/non-renewal-notice.ts';
import { OBJECTION } from './form/objection.ts';
import { SERVICE_CREDIT_CLAIM } from './form/service-credit-claim.ts';
import { VAT_SPECIAL_INVOICE } from './form/vat-special-invoice.ts';
import type { LetterTemplate } from './template.ts';

/** Every letter that is ours, in the order of the letters screen: the provider's four forms, then our own letters. */
export const FORMS: readonly LetterTemplate[] = [
  AUTHORISATION,
  INVOICE_TITLES,
  VAT_SPECIAL_INVOICE,
  ACCOUNT_ADJUSTMENT,
  EXPLANATION_LETTER,
  SERVICE_CREDIT_CLAIM,
  OBJECTION,
  NON_RENEWAL_NOTICE,
];

export {
  EXPLANATION_REQUEST,
  ACCOUNT_ADJUSTMENT,
  AUTHORISATION,
  EXPLANATION_LETTER,
  INVOICE_TITLES,
  NON_RENEWAL_NOTICE,
  OBJECTION,
  SERVICE_CREDIT_CLAIM,
  VAT_SPECIAL_INVOICE,
};

/** Forms that letters were once begun from: those letters keep their words, and none is begun from them any more. */
const FORMER_FORMS: readonly LetterTemplate[] = [EXPLANATION_REQUEST, SERVICE_LEVEL_CLAIM];

export const formById = (id: string): LetterTemplate | undefined =>
  [...FORMS, ...FORMER_FORMS].find((form) => form.id === id);
