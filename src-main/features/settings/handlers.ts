import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { positionCalls } from '../../contract/settings-positions.ts';
import type { settingsCalls } from '../../contract/settings.ts';
import type { CompanyView, Preferences } from '../../contract/settings.ts';
import { backupHandlers } from './backups.ts';
import { companies, companyPapers, companyView } from '../../kernel/companies.ts';
import { COMPANY_CHANGED, confirmContacts } from './contacts.ts';
import { storedDeviceKey } from '../../kernel/device-key.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { keepPosition, positionViews } from '../../kernel/positions/positions.ts';
import { putSetting } from '../../kernel/papers/settings.ts';
import { CEREMONY_POLICY, ceremonyPolicy, PREFERENCES, preferences } from '../../kernel/preferences.ts';
import { record } from '../../kernel/record.ts';
import { checkValue } from '../../letter/check.ts';
import { creditCodeFault, normaliseCode } from '../../letter/credit-code.ts';
import { allChecked, Refusal } from '../../agreement/refusal.ts';
import { holidayHandlers } from './holidays.ts';
import { statuteHandlers } from './statutes.ts';
import { signatoryHandlers } from './signatories.ts';
import { certificateViews } from '../../kernel/papers/signing-certificates.ts';

/** A company's particulars stand in letters, invoices and decisions; its contacts are asked for on the agenda. */

/** Settings: companies, preferences, the ceremony's policy, backups, and what this installation is. */
export function settingsHandlers(ports: Ports): Handlers<typeof settingsCalls & typeof positionCalls> {
  const { store } = ports;
  const at = (): string => ports.now().toISOString();
  /** The report that the person read last: what was read is what is saved. */
  let report: string | undefined;
  return {
    'settings.preferences': () => preferences(store),

    'settings.setPreferences': (wish) => {
      const chosen: Preferences = { ...preferences(store), ...defined(wish) };
      putSetting(ports, PREFERENCES, chosen);
      ports.applyPreferences(chosen);
      return chosen;
    },

    'settings.policy': () => ceremonyPolicy(store),

    'settings.setPolicy': (policy) => {
      record(ports, {
        entry: { kind: 'settings-changed', subject: 'setting:ceremony-policy', payload: { ...policy } },
        write: () => putSetting(ports, CEREMONY_POLICY, policy),
        changed: ['settings', 'review'],
      });
      return ceremonyPolicy(store);
    },

    'settings.companies': () => companies(store).map(companyView),

    ...signatoryHandlers(ports),
    ...holidayHandlers(ports),
    ...statuteHandlers(ports),

    'settings.positions': () => positionViews(store),
    'settings.keepPosition': (position) => {
      keepPosition(ports, position);
      return positionViews(store);
    },

    'settings.saveCompany': ({ id, company: typed }) => {
      const [creditCode, phone, email] = allChecked(
        () => checkedCode(typed.creditCode),
        () => checkedPhone(typed.phone),
        () => checkedEmail(typed.email),
      );
      const company = { ...typed, creditCode, email, phone };
      const companyId = id ?? ports.newId();
      record(ports, {
        entry: { kind: 'settings-changed', subject: `company:${companyId}`, payload: { ...company } },
        write: () => {
          const before = companies(store).find((kept) => kept.id === companyId);
          const body = { company, ...(before?.confirmedOn ? { confirmedOn: before.confirmedOn } : {}) };
          companyPapers(store).put({ id: companyId, state: 'kept', body }, at());
        },
        changed: COMPANY_CHANGED,
      });
      return view(companyId);
    },

    'settings.confirmContacts': ({ id, on }) => {
      confirmContacts(ports, id, { on, note: '' });
      return view(id);
    },

    'settings.certificates': () => certificateViews(store),

    'settings.about': () => {
      const head = store.ledger.head();
      const sealed = storedDeviceKey(store);
      return {
        version: ports.environment.app,
        build: ports.environment.build,
        runtime: ports.environment.runtime,
        folder: ports.environment.folder,
        ledger: { count: store.ledger.count(), ...(head ? { head: head.hash } : {}) },
        keyProtection: sealed ? sealed.sealed.by : 'none',
        fileCheck: ports.support.fileCheck(),
      };
    },

    ...backupHandlers(ports),

    'settings.openLog': () => {
      ports.support.openLog();
      return undefined;
    },
    'settings.problemReport': () => {
      report = problemReport(ports);
      return { text: report };
    },
    'settings.saveReport': async () => {
      const bytes = new TextEncoder().encode(report ?? problemReport(ports));
      const fileName = await ports.files.save({ name: 'assent-report.txt', bytes });
      return fileName === undefined ? undefined : { fileName };
    },
  };

  function view(id: string): CompanyView {
    const kept = companies(store).find((company) => company.id === id);
    if (!kept) throw unknownThing(sentence('settings.handlers.view'));
    return companyView(kept);
  }
}

/** What the machine and the log say, with how much is recorded: counts, never what. */
const problemReport = ({ store, support }: Ports): string =>
  support.report({
    'Ledger entries': store.ledger.count(),
    Agreements: store.agreements.agreements().length,
    Versions: store.agreements.versions().length,
  });

/**
 * A unified social credit code in the form that is printed; none is none. A fault that is only rare (the organisation code
 * inside) is no refusal: it is told beside the field.
 * @throws Refusal `credit-code`: it is certain to be wrong (GB 32100-2015).
 */
function checkedCode(typed: string): string {
  const code = normaliseCode(typed);
  const fault = code === '' ? undefined : creditCodeFault(code);
  if (fault === undefined || fault === 'organisation-check') return code;
  throw new Refusal('credit-code', sentence(`settings.credit-code.${fault}`), sentence('settings.credit-code.next'), {
    field: 'company.creditCode',
  });
}

/** An address of mail that can be one, or none. @throws Refusal `email` */
function checkedEmail(typed: string): string {
  const email = typed.trim();
  if (email === '' || checkValue('email', email, 'email').length === 0) return email;
  throw new Refusal('email', sentence('settings.email-form'), sentence('settings.email-form.next'), {
    field: 'company.email',
  });
}

/** What can be dialled: several numbers, short ones and extensions among them; or none. @throws Refusal `phone` */
function checkedPhone(typed: string): string {
  const phone = typed.trim();
  const dialled = /^(?:[\d\s+()（）\-–./,;、，；]|ext|x|转|分机|或|or)+$/iu.test(phone);
  if (phone === '' || (dialled && phone.replace(/\D/gu, '').length >= 3)) return phone;
  throw new Refusal('phone', sentence('settings.phone-form'), sentence('settings.phone-form.next'), {
    field: 'company.phone',
  });
}

/** Only what was given: an absent member must not blank a stored one. */
function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
