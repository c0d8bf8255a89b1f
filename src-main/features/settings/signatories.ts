import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { settingsCalls, SignatoryInput } from '../../contract/settings.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { companyById } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { keptFile } from '../../kernel/kept-files.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import type { Ports } from '../../kernel/ports.ts';
import { preferences } from '../../kernel/preferences.ts';
import { record } from '../../kernel/record.ts';
import {
  type KeptSignatory,
  SIGNATORY,
  signatories,
  signatoryPapers,
  signatoryPayload,
  signatoryView,
} from '../../kernel/papers/signatories.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';

type Calls = Pick<
  Handlers<typeof settingsCalls>,
  'settings.signatories' | 'settings.saveSignatory' | 'settings.removeSignatory'
>;

/** Who signs for the companies: remembered, so that a decision picks instead of typing. */
export function signatoryHandlers(ports: Ports): Calls {
  const { store } = ports;
  const today = (): string => beijingToday(ports.now());
  return {
    'settings.signatories': () => signatories(store, today(), preferences(store).language),

    'settings.saveSignatory': ({ id, signatory }) => {
      const { companyId } = signatory;
      const kept = id === undefined ? undefined : signatoryPapers(store).get(id);
      if (!companyById(store, companyId)) throw unknownThing(sentence('settings.handlers.view'));
      if (id !== undefined && !kept) throw unknownThing(sentence('kernel.papers.signatory'));
      const signatoryId = id ?? ports.newId();
      const body = bodyOf(ports, signatory);
      record(ports, {
        entry: {
          kind: 'settings-changed',
          subject: `signatory:${signatoryId}`,
          payload: signatoryPayload(companyId, body),
        },
        write: () => {
          signatoryPapers(store).put(
            { id: signatoryId, subject: companyId, state: 'kept', body },
            ports.now().toISOString(),
          );
        },
        changed: ['settings', 'review'],
      });
      const saved = signatoryPapers(store).get(signatoryId);
      if (!saved) throw unknownThing(sentence('kernel.papers.signatory'));
      return signatoryView(saved, today());
    },

    'settings.removeSignatory': ({ id }) => {
      const kept = signatoryPapers(store).get(id);
      if (!kept) throw unknownThing(sentence('kernel.papers.signatory'));
      return removePaper(ports, SIGNATORY, kept);
    },
  };
}

/** What only an authorisation letter has goes with it. */
function bodyOf({ store }: Ports, { companyId: _company, ...signatory }: SignatoryInput): KeptSignatory {
  const { name, nameEnglish, role, basis, letter, until, limit } = signatory;
  if (basis !== 'authorisation-letter') return withoutAbsent({ name, nameEnglish, role, basis });
  return {
    ...withoutAbsent({ name, nameEnglish, role, basis, until, limit }),
    ...(letter === undefined ? {} : { letter: keptFile(store, letter) }),
  };
}
