import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { Inspection, LibraryAgreement, libraryCalls } from '../../contract/library.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { putSetting } from '../../kernel/papers/settings.ts';
import type { Ports } from '../../kernel/ports.ts';
import { keptProvidersApart, pairOf, providerAlready, PROVIDERS_APART } from '../../kernel/reading/providers.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import type { AgreementRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { away } from './put-away.ts';

type Calls = Pick<Handlers<typeof libraryCalls>, 'library.rename' | 'library.nameProvider' | 'library.providersApart'>;

/** What the provider of an agreement is called elsewhere in the library, as far as that may be the same one. */
export function sameProvider(store: Store, { provider, origin }: LibraryAgreement): Inspection['sameProvider'] {
  if (provider === undefined || origin !== 'own') return undefined;
  const name = providerAlready(store, provider, away(store));
  if (name === undefined) return undefined;
  const agreementIds = store.agreements
    .ownAgreements()
    .filter((each) => each.provider === provider)
    .map(({ id }) => id);
  return { name, agreementIds };
}

const NOT_STATED = 'not stated';

/** What agreements and their providers are called, as a person says. */
export function namingHandlers(ports: Ports): Calls {
  const { store } = ports;

  const known = (agreementId: string): AgreementRow => {
    const agreement = store.agreements.agreement(agreementId);
    if (!agreement) throw unknownThing(sentence('library.handlers.library-handlers.library-rename'));
    return agreement;
  };

  function rename(agreement: AgreementRow, title: string, provider: string | undefined): void {
    record(ports, {
      entry: {
        kind: 'settings-changed',
        subject: `agreement:${agreement.id}`,
        payload: {
          title,
          provider: provider ?? NOT_STATED,
          ...(title === agreement.title && provider !== agreement.provider ? { what: 'provider' } : {}),
          before: agreement.title,
          providerBefore: agreement.provider ?? NOT_STATED,
        },
      },
      write: () => store.agreements.renameAgreement(agreement.id, title, provider),
      changed: ['library', 'review', 'compare', 'notices', 'letters', 'rights', 'agenda'],
    });
  }

  return {
    'library.rename': ({ agreementId, title, provider }) => {
      rename(known(agreementId), title, provider);
      return undefined;
    },

    'library.nameProvider': ({ agreementIds, provider }) => {
      recordTogether(ports, () => {
        for (const agreement of agreementIds.map(known)) rename(agreement, agreement.title, provider);
      });
      return undefined;
    },

    'library.providersApart': ({ one, other, apart }) => {
      const pair = pairOf(one, other);
      const others = keptProvidersApart(store).filter((each) => each[0] !== pair[0] || each[1] !== pair[1]);
      record(ports, {
        entry: { kind: 'settings-changed', subject: 'setting:providers-apart', payload: { names: [...pair], apart } },
        write: () => putSetting(ports, PROVIDERS_APART, { pairs: apart ? [...others, pair] : others }),
        changed: ['library'],
      });
      return undefined;
    },
  };
}
