import type { ContractHandlers } from './contract/index.ts';
import { agendaDesk } from './features/agenda/handlers.ts';
import { bundleDesk } from './features/evidence/bundles.ts';
import { compareDesk } from './features/compare/handlers.ts';
import { evidenceDesk } from './features/evidence/handlers.ts';
import { explanationDesk } from './features/review/explanations.ts';
import { lettersDesk } from './features/letters/handlers.ts';
import { libraryDesk } from './features/library/handlers.ts';
import { noticesDesk } from './features/notices/handlers.ts';
import { obligationsDesk } from './features/rights/handlers.ts';
import { ordersDesk } from './features/rights/orders.ts';
import { outagesDesk } from './features/rights/outages.ts';
import type { Ports } from './kernel/ports.ts';
import { reviewDesk } from './features/review/handlers.ts';
import { scansDesk } from './features/letters/scans.ts';
import { sealedCopyDesk } from './features/letters/sealed-copies.ts';
import { settingsDesk } from './features/settings/handlers.ts';
import { signingKeyDesk } from './features/evidence/device-key.ts';
import { timestampDesk } from './features/evidence/timestamps.ts';

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
