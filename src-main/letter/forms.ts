import { ACCOUNT_ADJUSTMENT } from './form/account-adjustment.ts';
import { ASSIGNMENT_REFUSAL } from './form/assignment-refusal.ts';
import { AUTHORISATION } from './form/authorisation.ts';
import { AUTHORISATION_WITHDRAWAL } from './form/authorisation-withdrawal.ts';
import { COUNSEL_BRIEF } from './form/counsel-brief.ts';
import { DAMAGES_CLAIM } from './form/damages-claim.ts';
import { DATA_AGREEMENT } from './form/data-agreement.ts';
import { DELIVERY_ADDRESS } from './form/delivery-address.ts';
import { EXPLANATION_LETTER } from './form/explanation-letter.ts';
import { FORMER_ACCOUNT_ADJUSTMENT } from './form/former/account-adjustment.ts';
import { FORMER_AUTHORISATION } from './form/former/authorisation.ts';
import { EXPLANATION_REQUEST } from './form/former/explanation-request.ts';
import { FORMER_INVOICE_TITLES } from './form/former/invoice-titles.ts';
import { SERVICE_LEVEL_CLAIM } from './form/former/service-level-claim.ts';
import { FORMER_VAT_SPECIAL_INVOICE } from './form/former/vat-special-invoice.ts';
import { INVOICE_DETAILS } from './form/invoice-details.ts';
import { INVOICE_TITLES } from './form/invoice-titles.ts';
import { NON_RENEWAL_NOTICE } from './form/non-renewal-notice.ts';
import { OBJECTION } from './form/objection.ts';
import { PERFORMANCE_DEMAND } from './form/performance-demand.ts';
import { RECONCILIATION } from './form/reconciliation.ts';
import { REFUND_AND_DATA } from './form/refund-and-data.ts';
import { COMMITMENT_BREAKDOWN } from './form/internal/commitment-breakdown.ts';
import { CONTRACT_APPROVAL } from './form/internal/contract-approval.ts';
import { LEDGER_RULES } from './form/internal/ledger-rules.ts';
import { PERFORMANCE_RECORD } from './form/internal/performance-record.ts';
import { SEAL_APPROVAL } from './form/internal/seal-approval.ts';
import { SERVICE_CREDIT_CLAIM } from './form/service-credit-claim.ts';
import { TERMINATION_NOTICE } from './form/termination-notice.ts';
import type { LetterTemplate } from './template.ts';

/**
 * Every letter that is ours, in the order of the letters screen: what the provider may have a form of its own for, then the letters
 * that claim, object and end, then what stays in the company.
 */
export const FORMS: readonly LetterTemplate[] = [
  AUTHORISATION,
  AUTHORISATION_WITHDRAWAL,
  INVOICE_DETAILS,
  INVOICE_TITLES,
  ACCOUNT_ADJUSTMENT,
  EXPLANATION_LETTER,
  OBJECTION,
  ASSIGNMENT_REFUSAL,
  SERVICE_CREDIT_CLAIM,
  DAMAGES_CLAIM,
  PERFORMANCE_DEMAND,
  TERMINATION_NOTICE,
  NON_RENEWAL_NOTICE,
  REFUND_AND_DATA,
  RECONCILIATION,
  DELIVERY_ADDRESS,
  DATA_AGREEMENT,
  COUNSEL_BRIEF,
  CONTRACT_APPROVAL,
  SEAL_APPROVAL,
  PERFORMANCE_RECORD,
  COMMITMENT_BREAKDOWN,
  LEDGER_RULES,
];

export {
  ACCOUNT_ADJUSTMENT,
  ASSIGNMENT_REFUSAL,
  AUTHORISATION,
  AUTHORISATION_WITHDRAWAL,
  COMMITMENT_BREAKDOWN,
  CONTRACT_APPROVAL,
  COUNSEL_BRIEF,
  DAMAGES_CLAIM,
  DATA_AGREEMENT,
  DELIVERY_ADDRESS,
  EXPLANATION_LETTER,
  INVOICE_DETAILS,
  INVOICE_TITLES,
  LEDGER_RULES,
  NON_RENEWAL_NOTICE,
  OBJECTION,
  PERFORMANCE_DEMAND,
  PERFORMANCE_RECORD,
  RECONCILIATION,
  REFUND_AND_DATA,
  SEAL_APPROVAL,
  SERVICE_CREDIT_CLAIM,
  TERMINATION_NOTICE,
};

/** Forms that letters were once begun from: those letters keep their words, and none is begun from them any more. */
export const FORMER_FORMS: readonly LetterTemplate[] = [
  FORMER_AUTHORISATION,
  FORMER_INVOICE_TITLES,
  FORMER_VAT_SPECIAL_INVOICE,
  FORMER_ACCOUNT_ADJUSTMENT,
  EXPLANATION_REQUEST,
  SERVICE_LEVEL_CLAIM,
];

export const formById = (id: string): LetterTemplate | undefined =>
  [...FORMS, ...FORMER_FORMS].find((form) => form.id === id);
