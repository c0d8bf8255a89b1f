import { beijingTime } from '../../agreement/beijing-time.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { say, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { settingsCalls, StartNotice } from '../../contract/settings.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { entriesSince } from '../../kernel/backup/since.ts';
import { numbersUsedTwice, putRestoredAway, restoredUnseen } from '../../kernel/backup/restored.ts';
import { moveChanges } from '../../kernel/backup/move.ts';
import { putSetting } from '../../kernel/papers/settings.ts';
import type { Ports, RestoredFrom } from '../../kernel/ports.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { preferences, STAMP_INTERVAL, stampInterval } from '../../kernel/preferences.ts';

type BackupCalls = Pick<
  typeof settingsCalls,
  | 'settings.backups'
  | 'settings.backUp'
  | 'settings.restore'
  | 'settings.restoreFile'
  | 'settings.chooseBackupFolder'
  | 'settings.forgetBackupFolder'
  | 'settings.moveOut'
  | 'settings.openFolder'
  | 'settings.startNotices'
  | 'settings.acceptNotices'
  | 'settings.stampInterval'
  | 'settings.setStampInterval'
>;

/** Backups, restoring, moving to another computer, and what was found of the records at the start. */
export function backupHandlers(ports: Ports): Handlers<BackupCalls> {
  const { store, backups, anchorKeeper } = ports;

  /** Where the ledger stands that a restored one would take the place of. */
  function present(): { readonly entries: number; readonly head?: string } {
    const head = store.ledger.tip();
    return { entries: store.ledger.count(), ...(head ? { head: head.hash } : {}) };
  }

  return {
    'settings.backups': async () => {
      const view = await backups.overview();
      const newest = view.backups.find(({ place, kind }) => place === 'beside' && kind === 'ours');
      return newest ? { ...view, since: entriesSince(store, newest.entries) } : view;
    },

    'settings.backUp': async () => {
      const made = await backups.make(store);
      record(ports, {
        entry: { kind: 'backup-made', subject: 'database', payload: { name: made.name, bytes: made.bytes } },
        write: () => undefined,
        changed: ['settings'],
      });
      return made;
    },

    'settings.restore': async ({ name, place }) => {
      await backups.restore({ name, place }, present());
      return undefined;
    },

    'settings.restoreFile': () => backups.restoreFile(sentence('settings.backups.choose-file'), present()),

    'settings.chooseBackupFolder': async () => {
      const first = store.ledger.hashAt(1) ?? '';
      const chosen = await backups.chooseSecond(sentence('settings.backups.choose-folder'), first);
      if (chosen) noteSecond(true);
      return chosen;
    },

    'settings.forgetBackupFolder': () => {
      backups.forgetSecond();
      noteSecond(false);
      return undefined;
    },

    'settings.moveOut': async ({ passphrase }) => {
      const { changes, withKey } = moveChanges(ports, passphrase);
      const day = beijingToday(ports.now());
      const name = say(sentence('settings.backups.moved', { day }), preferences(store).language);
      const fileName = await backups.moveOut({ name, store, finish: changes });
      if (fileName === undefined) return undefined;
      record(ports, {
        entry: { kind: 'moved-out', subject: 'database', payload: { ...present(), withKey } },
        write: () => undefined,
        changed: ['settings'],
      });
      return { fileName, withKey };
    },

    'settings.openFolder': () => {
      backups.openFolder();
      return undefined;
    },

    'settings.startNotices': () => [...restoredNotice(ports), ...anchorNotices(ports)],

    'settings.acceptNotices': ({ reason }) => {
      const findings = anchorKeeper.findings();
      if (findings.length > 0) {
        if (reason.trim() === '') throw reasonless();
        const found = findings.map(({ place, at, finding }) => ({ place, notedAt: at, ...finding }));
        record(ports, {
          entry: { kind: 'ledger-accepted', subject: 'ledger:own', payload: { found, reason, now: present() } },
          write: () => undefined,
          changed: ['settings'],
        });
        anchorKeeper.accept();
      }
      putRestoredAway(store);
      tellChanged(ports, ['settings', 'evidence']);
      return undefined;
    },

    'settings.stampInterval': () => stampInterval(store),

    'settings.setStampInterval': ({ days }) => {
      record(ports, {
        entry: { kind: 'settings-changed', subject: 'setting:stamp-interval', payload: { days } },
        write: () => putSetting(ports, STAMP_INTERVAL, { days }),
        changed: ['settings', 'agenda'],
      });
      return stampInterval(store);
    },
  };

  function noteSecond(chosen: boolean): void {
    record(ports, {
      entry: { kind: 'settings-changed', subject: 'setting:backup-folder', payload: { chosen } },
      write: () => undefined,
      changed: ['settings'],
    });
  }
}

/** What was found is accepted for a reason; only what was restored is merely seen. */
const reasonless = (): Refusal =>
  new Refusal('reason-missing', sentence('settings.notices.reasonless'), sentence('settings.notices.reasonless.next'), {
    field: 'reason',
  });

function restoredNotice({ store }: Ports): readonly StartNotice[] {
  const restored = restoredUnseen(store);
  if (!restored) return [];
  const twice = numbersUsedTwice(restored);
  return [
    {
      kind: 'restored',
      sentence: restoredWords(restored),
      next:
        twice === undefined
          ? sentence('settings.notices.restored.next')
          : sentence('settings.notices.restored-twice', twice),
    },
  ];
}

/** Where it came from, how far its records go, and how many entries it had. */
function restoredWords({ how, entries: count, made }: RestoredFrom): Sentence {
  if (how === 'moved') return sentence('settings.notices.moved', { count });
  return made === undefined
    ? sentence('settings.notices.restored-undated', { count })
    : sentence('settings.notices.restored', { time: beijingTime(made), count });
}

/** One place says enough: where both disagree the plain file's words do. */
function anchorNotices({ anchorKeeper }: Ports): readonly StartNotice[] {
  const seen = new Set<StartNotice['kind']>();
  return anchorKeeper.findings().flatMap(({ finding }): readonly StartNotice[] => {
    if (finding.state === 'agrees' || seen.has(finding.state)) return [];
    seen.add(finding.state);
    const kind = finding.state;
    const next = sentence(`settings.notices.${kind}.next`);
    switch (finding.state) {
      case 'shorter':
        return [
          {
            kind,
            sentence: sentence('settings.notices.shorter', { noted: finding.noted, found: finding.found }),
            next,
          },
        ];
      case 'changed':
        return [{ kind, sentence: sentence('settings.notices.changed', { entry: finding.sequence }), next }];
      case 'replaced':
        return [
          {
            kind,
            sentence: sentence('settings.notices.replaced', { noted: finding.noted, found: finding.found }),
            next,
          },
        ];
      case 'unsigned':
        return [{ kind, sentence: sentence('settings.notices.unsigned', { key: finding.keyId }), next }];
      case 'note-gone':
        return [{ kind, sentence: sentence('settings.notices.note-gone'), next }];
    }
  });
}
