import type { ContractHandlers } from '../contract/index.ts';
import { compareDesk } from './compare.ts';
import { evidenceDesk } from './evidence.ts';
import { lettersDesk } from './letters.ts';
import { libraryDesk } from './library.ts';
import { noticesDesk } from './notices.ts';
import type { Ports } from './ports.ts';
import { reviewDesk } from './review.ts';
import { settingsDesk } from './settings.ts';

/** All desks over the same ports: the handlers of the whole contract. */
export function desks(ports: Ports): ContractHandlers {
  return {
    ...libraryDesk(ports),
    ...reviewDesk(ports),
    ...compareDesk(ports),
    ...noticesDesk(ports),
    ...lettersDesk(ports),
    ...evidenceDesk(ports),
    ...settingsDesk(ports),
  };
}
