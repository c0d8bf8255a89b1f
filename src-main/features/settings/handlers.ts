import type { Handlers } from '../../contract/call.ts';
import type { settingsCalls } from '../../contract/settings.ts';
import type { CompanyView, Preferences } from '../../contract/settings.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { companies, companyView } from '../../kernel/companies.ts';
import { storedDeviceKey } from '../../kernel/device-key.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { ceremonyPolicy, preferences } from '../../kernel/preferences.ts';
import { salted } from '../../kernel/salt.ts';
import { certificateViews } from '../../kernel/signing-certificates.ts';

/** Settings: companies, preferences, the ceremony's policy, backups, and what this installation is. */
export function settingsHandlers(ports: Ports): Handlers<typeof settingsCalls> {
  const { store, ledger } = ports;
  const at = (): string => ports.now().toISOString();
  return {
    'settings.preferences': () => preferences(store),

    'settings.setPreferences': (wish) => {
      const chosen: Preferences = { ...preferences(store), ...defined(wish) };
      store.settings.put('preferences', chosen, at());
      ports.applyPreferences(chosen);
      return chosen;
    },

    'settings.policy': () => ceremonyPolicy(store),

    'settings.setPolicy': (policy) => {
      store.transaction(() => {
        store.settings.put('ceremony-policy', policy, at());
        ledger.append({ kind: 'settings-changed', subject: 'setting:ceremony-policy', payload: salted({ ...policy }) });
      });
      return ceremonyPolicy(store);
    },

    'settings.companies': () => companies(store).map(companyView),

    'settings.saveCompany': ({ id, company }) => {
      const companyId = id ?? ports.newId();
      store.transaction(() => {
        const before = companies(store).find((kept) => kept.id === companyId);
        const body = { company, ...(before?.confirmedOn ? { confirmedOn: before.confirmedOn } : {}) };
        if (before) store.papers.update(companyId, 'kept', body, at());
        else
          store.papers.add({ id: companyId, desk: 'settings', kind: 'company', state: 'kept', body, createdAt: at() });
        ledger.append({ kind: 'settings-changed', subject: `company:${companyId}`, payload: salted({ ...company }) });
      });
      return saved(companyId);
    },

    'settings.confirmContacts': ({ id, on }) => {
      const kept = companies(store).find((company) => company.id === id);
      if (!kept) throw unknownThing({ zh: '这家公司', en: 'company' });
      store.transaction(() => {
        store.papers.update(id, 'kept', { company: kept.company, confirmedOn: on }, at());
        ledger.append({
          kind: 'settings-changed',
          subject: `company:${id}`,
          payload: salted({ contactsConfirmedOn: on }),
        });
      });
      return saved(id);
    },

    'settings.certificates': () => certificateViews(store),

    'settings.about': () => {
      const head = store.ledger.head<LedgerEntry>();
      const sealed = storedDeviceKey(store);
      return {
        version: ports.environment.app,
        build: ports.environment.build,
        runtime: ports.environment.runtime,
        folder: ports.environment.folder,
        ledger: { count: store.ledger.count(), ...(head ? { head: head.hash } : {}) },
        keyProtection: sealed ? sealed.sealed.by : 'none',
      };
    },

    'settings.backups': () => ports.backups.list(),
    'settings.backUp': async () => {
      const made = await ports.backups.make(store);
      ledger.append({ kind: 'backup-made', subject: 'database', payload: { name: made.name, bytes: made.bytes } });
      return made;
    },
    'settings.restore': async ({ name }) => {
      await ports.backups.restore(name);
      return undefined;
    },
    'settings.openFolder': () => {
      ports.backups.openFolder();
      return undefined;
    },
  };

  function saved(id: string): CompanyView {
    ports.emit('changed', { features: ['settings'] });
    const kept = companies(store).find((company) => company.id === id);
    if (!kept) throw unknownThing({ zh: '这家公司', en: 'company' });
    return companyView(kept);
  }
}

/** Only what was given: an absent member must not blank a stored one. */
function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
