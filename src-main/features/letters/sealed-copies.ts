import { supersedesClause, type TextDifference } from '../../acceptance/governing.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { chooseDocuments } from '../../compare/agreements.ts';
import { compare } from '../../compare/compare.ts';
import type { Input } from '../../contract/index.ts';
import type { Handlers } from '../../contract/call.ts';
import type { sealedCopyCalls } from '../../contract/letters-sealed-copies.ts';
import type { TextsView } from '../../contract/letters-sealed-copies.ts';
import { IMPORTABLE_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { PaperRow } from '../../store/papers.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { keepFile } from '../../kernel/kept-files.ts';
import { matterOf } from '../../kernel/version-in-review.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { salted } from '../../kernel/salt.ts';
import {
  type KeptCopy,
  keptCopies,
  SEALED,
  type Supersession,
  SUPERSESSION,
  textsView,
} from '../../kernel/governing-text.ts';

/** Two texts, one governs: sealed copies beside the clicked text, and agreements that replace one another. */
export function sealedCopyHandlers(ports: Ports): Handlers<typeof sealedCopyCalls> {
  const { store, files, ledger } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'letters.governingTexts': ({ versionId }) => textsView(store, versionId),

    'letters.addSealedCopy': async ({ versionId }) => {
      const { version, document } = matterOf(ports, versionId);
      const [file] = await files.choose({
        title: { zh: '选择盖章件', en: 'Choose the sealed copy' },
        extensions: [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS],
      });
      if (!file) return undefined;
      refuseTwice(ports, versionId, file);
      const differences = await differencesFrom(ports, document, file);
      const id = ports.newId();
      store.transaction(() => {
        const { sha256, name } = keepFile(ports, file);
        const copy: KeptCopy = {
          id,
          receivedAt: at(),
          sha256,
          state: 'unchecked',
          stateAt: at(),
          differences: differences ?? [],
          name,
          compared: differences !== undefined,
        };
        const row = { id, desk: SEALED.desk, kind: SEALED.kind, subject: versionId, state: 'unchecked', body: copy };
        store.papers.add({ ...row, createdAt: copy.receivedAt });
        const subject = `sealed-copy:${id}`;
        const { fingerprint } = version;
        ledger.append({ kind: 'sealed-copy-received', subject, payload: { sha256, name, versionId, fingerprint } });
        if (copy.differences.length > 0) {
          const found = copy.differences.map((difference) => ({ ...difference }));
          ledger.append({ kind: 'difference-found', subject, payload: salted({ versionId, differences: found }) });
        }
      });
      return changed(versionId);
    },

    'letters.judgeSealedCopy': ({ copyId, as, by, reason }) => {
      const row = copyOf(copyId);
      const open = row.body.differences.filter(({ resolved }) => resolved === undefined);
      if (as === 'confirmed' && open.length > 0) throw stillDifferent(open.length);
      if (as !== 'confirmed' && reason.trim() === '') throw reasonMissing();
      const said = { by, ...(reason.trim() === '' ? {} : { reason }) };
      const body: KeptCopy = { ...row.body, ...said, state: as, stateAt: at() };
      store.transaction(() => {
        store.papers.update(copyId, as, body, at());
        const kind = as === 'confirmed' ? 'sealed-copy-confirmed' : 'sealed-copy-overruled';
        const payload = salted({ sha256: body.sha256, as, ...said });
        ledger.append({ kind, subject: `sealed-copy:${copyId}`, payload });
      });
      return changed(row.subject ?? '');
    },

    'letters.resolveDifference': ({ copyId, differenceId, by, how }) => {
      const row = copyOf(copyId);
      const resolved = { at: at(), by, how };
      const differences = row.body.differences.map((difference) =>
        difference.id === differenceId && !difference.resolved ? { ...difference, resolved } : difference,
      );
      store.transaction(() => {
        store.papers.update(copyId, row.state, { ...row.body, differences }, at());
        const payload = salted({ differenceId, ...resolved });
        ledger.append({ kind: 'difference-resolved', subject: `sealed-copy:${copyId}`, payload });
      });
      return changed(row.subject ?? '');
    },

    'letters.replaceAgreement': (input) => supersede(input),
  };

  function supersede({ versionId, replacedVersionId, by }: Input<'letters.replaceAgreement'>): TextsView {
    const { version, document } = matterOf(ports, versionId);
    const candidate = textsView(store, versionId).candidates.find((one) => one.versionId === replacedVersionId);
    const clause = supersedesClause(document);
    if (!candidate || !clause) throw notReplaceable();
    const body: Supersession = { versionId, title: version.title, at: at(), by, clause };
    store.transaction(() => {
      const row = { id: ports.newId(), desk: SUPERSESSION.desk, kind: SUPERSESSION.kind, subject: replacedVersionId };
      store.papers.add({ ...row, state: 'superseded', body, createdAt: body.at });
      const payload = salted({ by, replacedBy: versionId, title: version.title, clause: { ...clause } });
      ledger.append({ kind: 'superseded', subject: `version:${replacedVersionId}`, payload });
    });
    ports.emit('changed', { features: ['library'] });
    return changed(versionId);
  }

  function copyOf(id: string): PaperRow<KeptCopy> {
    const row = store.papers.byId<KeptCopy>(id);
    if (row?.kind !== SEALED.kind) throw unknownThing({ zh: '这份盖章件', en: 'sealed copy' });
    return row;
  }

  function changed(versionId: string): TextsView {
    ports.emit('changed', { features: ['library', 'review', 'evidence'] });
    return textsView(store, versionId);
  }
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
    { zh: `“${file.name}”已经登记过，没有重复登记。`, en: `“${file.name}” is registered already.` },
    { zh: '请在下方查看它的核对情况。', en: 'See below how far it was checked.' },
  );
}

function stillDifferent(count: number): Refusal {
  return new Refusal(
    'differences-open',
    {
      zh: `还有 ${count} 处差异没有处理，不能确认一致。`,
      en: `${count} differences are open; the copy cannot be confirmed as the same text.`,
    },
    {
      zh: '请逐处处理，或写明理由认定以盖章件为准。',
      en: 'Resolve each, or overrule with a reason: the sealed text then stands as it is.',
    },
  );
}

function reasonMissing(): Refusal {
  return new Refusal(
    'reason-missing',
    { zh: '须写明理由，没有登记。', en: 'A reason is needed; nothing was noted.' },
    { zh: '请填写理由。', en: 'Write the reason.' },
  );
}

function notReplaceable(): Refusal {
  return new Refusal(
    'not-replaceable',
    {
      zh: '这份协议没有取代约定，或所选版本不是已接受的其他协议，没有登记。',
      en: 'This text has no clause of replacement, or the version chosen is no accepted one of another agreement.',
    },
    { zh: '请核对条款和所选版本。', en: 'Check the clause and the version.' },
  );
}
