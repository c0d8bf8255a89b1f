import type { ContractHandlers } from '../contract/index.ts';
import { agendaDesk } from './agenda.ts';
import { bundleDesk } from './bundles.ts';
import { compareDesk } from './compare.ts';
import { evidenceDesk } from './evidence.ts';
import { explanationDesk } from './explanations.ts';
import { lettersDesk } from './letters.ts';
import { libraryDesk } from './library.ts';
import { noticesDesk } from './notices.ts';
import { obligationsDesk } from './obligations.ts';
import { ordersDesk } from './orders.ts';
import { outagesDesk } from './outages.ts';
import type { Ports } from './ports.ts';
import { reviewDesk } from './review.ts';
import { scansDesk } from './scans.ts';
import { sealedCopyDesk } from './sealed-copies.ts';
import { settingsDesk } from './settings.ts';
import { signingKeyDesk } from './signing-key.ts';
import { timestampDesk } from './timestamps.ts';

/** All desks over the same ports: the handlers of the whole contract. */
export function desks(ports: Ports): ContractHandlers {
  return {
    ...libraryDesk(ports),
    ...reviewDesk(ports),
    ...compareDesk(ports),
    ...noticesDesk(ports),
    ...lettersDesk(ports),
    ...scansDesk(ports),
    ...obligationsDesk(ports),
    ...outagesDesk(ports),
    ...ordersDesk(ports),
    ...agendaDesk(ports),
    ...explanationDesk(ports),
    ...sealedCopyDesk(ports),
    ...evidenceDesk(ports),
    ...bundleDesk(ports),
    ...timestampDesk(ports),
    ...signingKeyDesk(ports),
    ...settingsDesk(ports),
  };
}
