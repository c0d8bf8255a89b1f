import { sentence } from '../../agreement/sentence.ts';
import {
  isSealed,
  lastSealOf,
  type PartySeals,
  supersedesClause,
  type TextDifference,
} from '../../acceptance/governing.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { chooseDocuments } from '../../compare/agreements.ts';
import { compare } from '../../compare/compare.ts';
import type { Input } from '../../contract/index.ts';
import type { Handlers } from '../../contract/call.ts';
import type { sealedCopyCalls, SealsInput } from '../../contract/letters-sealed-copies.ts';
import type { TextsView } from '../../contract/letters-sealed-copies.ts';
import { PICTURE_EXTENSIONS } from '../../import/formats.ts';
import { refuseUnsealable } from './seal-bearing.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { statedEffective } from '../../kernel/history/happenings.ts';
import { named, toKeep } from '../../kernel/kept-files.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { matterOf } from '../../kernel/version-in-review.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { textsView } from '../../kernel/governing-text.ts';
import { type KeptCopy, replacements, sealedCopies, type Supersession } from '../../kernel/papers/sealed-copies.ts';
import type { Paper } from '../../kernel/papers/repository.ts';
import { keptCopies } from '../../kernel/version-history.ts';

/** Which text governs shows wherever the text is used. */
const CHANGED = ['library', 'review', 'notices', 'letters', 'rights', 'agenda'] as const;

/** Two texts, one governs: sealed copies beside the clicked text, and agreements that replace one another. */
export function sealedCopyHandlers(ports: Ports): Handlers<typeof sealedCopyCalls> {
  const { store, files } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'letters.governingTexts': ({ versionId }) => textsView(store, versionId),

    'letters.addSealedCopy': async ({ versionId }) => {
      const { version, document } = matterOf(ports, versionId);
      const [file] = await files.choose({
        title: sentence('letters.sealed-copies.sealed-copy-handlers.letters-add-sealed-copy.title'),
        extensions: ['pdf', ...PICTURE_EXTENSIONS, 'ofd'],
      });
      if (!file) return undefined;
      refuseUnsealable(file);
      refuseTwice(ports, versionId, file);
      const differences = await differencesFrom(ports, document, file);
      const id = ports.newId();
      const kept = toKeep(file);
      const copy: KeptCopy = {
        id,
        receivedAt: at(),
        state: 'unchecked',
        stateAt: at(),
        differences: differences ?? [],
        ...named(kept),
        compared: differences !== undefined,
      };
      const subject = `sealed-copy:${id}` as const;
      recordTogether(ports, () => {
        const payload = { ...named(kept), versionId, fingerprint: version.fingerprint };
        record(ports, {
          entry: { kind: 'sealed-copy-received', subject, payload },
          files: [kept],
          write: () =>
            sealedCopies(store).put({ id, subject: versionId, state: 'unchecked', body: copy }, copy.receivedAt),
          changed: CHANGED,
        });
        if (copy.differences.length === 0) return;
        const found = copy.differences.map((difference) => ({ ...difference }));
        record(ports, {
          entry: { kind: 'difference-found', subject, payload: { versionId, differences: found } },
          write: () => undefined,
          changed: CHANGED,
        });
      });
      return textsView(store, versionId);
    },

    'letters.judgeSealedCopy': ({ copyId, as, by, reason, seals }) => {
      const row = copyOf(copyId);
      const open = row.body.differences.filter(({ resolved }) => resolved === undefined);
      if (as === 'confirmed' && open.length > 0) throw stillDifferent(open.length);
      if (as !== 'confirmed' && reason.trim() === '') throw reasonMissing();
      const said = { by, ...(reason.trim() === '' ? {} : { reason }) };
      const told = seals && as !== 'rejected' ? sealsOf(ports, row, seals) : {};
      const body: KeptCopy = { ...row.body, ...said, ...told, state: as, stateAt: at() };
      record(ports, {
        entry: {
          kind: as === 'confirmed' ? 'sealed-copy-confirmed' : 'sealed-copy-overruled',
          subject: `sealed-copy:${copyId}`,
          payload: { sha256: body.sha256, as, ...said, ...told } as unknown as JsonObject,
        },
        write: () => sealedCopies(store).put({ id: copyId, state: as, body }, at()),
        changed: CHANGED,
      });
      return textsView(store, row.subject ?? '');
    },

    'letters.tellSeals': ({ copyId, seals, by }) => {
      const row = copyOf(copyId);
      if (!isSealed(row.body)) throw notSealed();
      const told = sealsOf(ports, row, seals);
      record(ports, {
        entry: {
          kind: 'seals-told',
          subject: `sealed-copy:${copyId}`,
          payload: { sha256: row.body.sha256, versionId: row.subject ?? '', by, ...told } as unknown as JsonObject,
        },
        write: () => sealedCopies(store).put({ id: copyId, state: row.state, body: { ...row.body, ...told } }, at()),
        changed: CHANGED,
      });
      return textsView(store, row.subject ?? '');
    },

    'letters.resolveDifference': ({ copyId, differenceId, by, how }) => {
      const row = copyOf(copyId);
      const open = row.body.differences.some(({ id, resolved }) => id === differenceId && resolved === undefined);
      if (!open) throw unknownThing(sentence('letters.sealed-copies.open-difference'));
      const resolved = { at: at(), by, how };
      const differences = row.body.differences.map((difference) =>
        difference.id === differenceId && !difference.resolved ? { ...difference, resolved } : difference,
      );
      record(ports, {
        entry: {
          kind: 'difference-resolved',
          subject: `sealed-copy:${copyId}`,
          payload: { differenceId, ...resolved },
        },
        write: () =>
          sealedCopies(store).put({ id: copyId, state: row.state, body: { ...row.body, differences } }, at()),
        changed: CHANGED,
      });
      return textsView(store, row.subject ?? '');
    },

    'letters.replaceAgreement': (input) => supersede(input),
  };

  function supersede({ versionId, replacedVersionId, by }: Input<'letters.replaceAgreement'>): TextsView {
    const { version, document } = matterOf(ports, versionId);
    const candidate = textsView(store, versionId).candidates.find((one) => one.versionId === replacedVersionId);
    const clause = supersedesClause(document);
    if (!candidate || !clause) throw notReplaceable();
    const body: Supersession = { versionId, title: version.title, at: at(), by, clause };
    const paper = { id: ports.newId(), subject: replacedVersionId, state: 'superseded', body } as const;
    record(ports, {
      entry: {
        kind: 'superseded',
        subject: `version:${replacedVersionId}`,
        payload: { by, replacedBy: versionId, title: version.title, clause: { ...clause } },
      },
      write: () => replacements(store).put(paper, body.at),
      changed: CHANGED,
    });
    return textsView(store, versionId);
  }

  function copyOf(id: string): Paper<KeptCopy, KeptCopy['state']> {
    const row = sealedCopies(store).get(id);
    if (!row) throw unknownThing(sentence('letters.sealed-copies.copy-of'));
    return row;
  }
}

/** What a person says of the seals on a copy, with the day of effect that its text gives. @throws Refusal `seal-ahead`. */
function sealsOf(
  { store, now }: Ports,
  { subject = '' }: Paper<KeptCopy, KeptCopy['state']>,
  { on, datedOn: saidOn, parties }: SealsInput,
): Pick<KeptCopy, 'seals' | 'parties' | 'datedOn' | 'statedEffective'> {
  const told = partiesOf(on, parties);
  // Of both the later day counts, whichever was said to be the last.
  const datedOn = (on === 'both' ? told && lastSealOf(told) : told?.[on]?.datedOn) ?? saidOn;
  const days = [datedOn, told?.ours?.datedOn, told?.theirs?.datedOn];
  if (days.some((day) => day !== undefined && day > beijingToday(now()))) throw sealAhead();
  const document = store.agreements.document(subject);
  const effective = document && statedEffective(document);
  return {
    seals: on,
    ...(told ? { parties: told } : {}),
    ...(datedOn === undefined ? {} : { datedOn }),
    ...(effective === undefined ? {} : { statedEffective: effective }),
  };
}

/** What was said of the seals of the parties whose seals are on the paper; absent where nothing was. */
function partiesOf(on: SealsInput['on'], parties: SealsInput['parties']): PartySeals | undefined {
  const said = (['ours', 'theirs'] as const).flatMap((party) => {
    const seal = on === 'both' || on === party ? parties?.[party] : undefined;
    const members = Object.entries(seal ?? {}).filter(([, value]) => value !== undefined);
    return members.length === 0 ? [] : [[party, Object.fromEntries(members)] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** Where the sealed copy's words differ, clause by clause; absent when its text cannot be read (a picture). */
async function differencesFrom(
  ports: Ports,
  document: AgreementDocument,
  file: ChosenFile,
): Promise<readonly TextDifference[] | undefined> {
  let sealed: readonly AgreementDocument[];
  try {
    sealed = read(await ports.parse(file.bytes, file.name, {})).documents;
  } catch (error) {
    // A scan without text is no failure: a person compares it by eye.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  const chosen = chooseDocuments([document], sealed);
  const other = chosen && sealed[chosen.new];
  if (!other) return undefined;
  const foundAt = ports.now().toISOString();
  return compare(document, other, {})
    .changes.filter(({ kind }) => kind === 'added' || kind === 'removed' || kind === 'changed')
    .filter((change) => (change.old ?? change.new)?.role !== 'title')
    .map((change): TextDifference => ({
      id: ports.newId(),
      foundAt,
      ...(change.old ? { clauseId: change.old.id, clicked: change.old.text } : {}),
      ...(change.new ? { sealed: change.new.text } : {}),
    }));
}

function refuseTwice(ports: Ports, versionId: string, file: ChosenFile): void {
  const hash = sha256Hex(file.bytes);
  const known = keptCopies(ports.store, versionId).some(({ sha256 }) => sha256 === hash);
  if (!known) return;
  throw new Refusal(
    'sealed-copy-known',
    sentence('letters.sealed-copies.sealed-copy-known', { name: file.name }),
    sentence('letters.sealed-copies.sealed-copy-known.next'),
  );
}

function stillDifferent(count: number): Refusal {
  return new Refusal(
    'differences-open',
    sentence('letters.sealed-copies.differences-open', { count }),
    sentence('letters.sealed-copies.differences-open.next'),
  );
}

function reasonMissing(): Refusal {
  return new Refusal(
    'reason-missing',
    sentence('letters.sealed-copies.reason-missing'),
    sentence('letters.sealed-copies.reason-missing.next'),
  );
}

const sealAhead = (): Refusal =>
  new Refusal(
    'seal-ahead',
    sentence('letters.sealed-copies.seal-ahead'),
    sentence('letters.sealed-copies.seal-ahead.next'),
  );

const notSealed = (): Refusal =>
  new Refusal(
    'copy-not-sealed',
    sentence('letters.sealed-copies.copy-not-sealed'),
    sentence('letters.sealed-copies.copy-not-sealed.next'),
  );

function notReplaceable(): Refusal {
  return new Refusal(
    'not-replaceable',
    sentence('letters.sealed-copies.not-replaceable'),
    sentence('letters.sealed-copies.not-replaceable.next'),
  );
}
