import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { statuteCalls, StatutesView } from '../../contract/settings-statutes.ts';
import { decode } from '../../import/text/encoding.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { named, toKeep } from '../../kernel/kept-files.ts';
import { putSetting, readSetting } from '../../kernel/papers/settings.ts';
import { type KeptStatutes, STATUTES, statuteView } from '../../kernel/papers/statutes.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';
import { readStatutes, SHIPPED_STATUTES } from '../../term/statutes/statute-table.ts';

const CHANGED = ['settings', 'notices', 'rights', 'agenda', 'library'] as const;
const SUBJECT = `setting:${SETTINGS.settings.statutes}` as const;

/** The table of the law beside the contract: the shipped one, or the one that a person gives in its place. */
export function statuteHandlers(ports: Ports): Handlers<typeof statuteCalls> {
  const { store, files } = ports;
  const kept = () => readSetting(store, STATUTES);
  return {
    'settings.statutes': () => view(kept()),

    'settings.importStatutes': async () => {
      const [chosen] = await files.choose({ title: sentence('settings.statutes.choose'), extensions: ['json'] });
      if (!chosen) return undefined;
      return take(chosen);
    },

    'settings.restoreStatutes': ({ sha256 }) => {
      const [file, bytes] = [store.attachments.get(sha256), store.attachments.bytes(sha256)];
      if (!file || !bytes) throw unknownThing(sentence('settings.statutes.unknown'));
      return take({ name: file.name, bytes });
    },

    'settings.exportStatutes': async () => {
      const table = kept()?.table ?? SHIPPED_STATUTES;
      const bytes = new TextEncoder().encode(`${JSON.stringify(table, undefined, 2)}\n`);
      const fileName = await files.save({ name: `statutes-${table.place}-${table.asOf}.json`, bytes });
      return fileName === undefined ? undefined : { fileName };
    },

    'settings.dropStatutes': () => {
      record(ports, {
        entry: {
          kind: 'settings-changed',
          subject: SUBJECT,
          payload: { statutes: SHIPPED_STATUTES.asOf, before: kept()?.file?.sha256 ?? 'none' },
        },
        write: () => putSetting(ports, STATUTES, { v: 1 }),
        changed: CHANGED,
      });
      return view(kept());
    },
  };

  /** Keeps a table with its file, and answers with it. */
  function take(chosen: ChosenFile): StatutesView {
    const table = readStatutes(decode(chosen.bytes).text);
    const file = toKeep(chosen);
    record(ports, {
      entry: {
        kind: 'settings-changed',
        subject: SUBJECT,
        payload: { statutes: table.asOf, rows: table.rows.length, file: { ...named(file) } },
      },
      files: [file],
      write: () => putSetting(ports, STATUTES, { v: 1, table, file: named(file) }),
      changed: CHANGED,
    });
    return view(kept());
  }
}

function view(kept: KeptStatutes | undefined): StatutesView {
  const table = kept?.table ?? SHIPPED_STATUTES;
  return {
    asOf: table.asOf,
    from: kept?.table ? 'person' : 'shipped',
    ...(kept?.table && kept.file ? { file: { ...kept.file } } : {}),
    rows: table.rows.map(statuteView),
  };
}
