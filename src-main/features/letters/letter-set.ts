import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { LetterProblem, SealChoice } from '../../contract/letters.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { setProblems } from '../../letter/consistency.ts';
import type { FilledLetter } from '../../letter/filled.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { filledOf, type Letter, letterOf } from './letter-records.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { versionFile } from '../../kernel/files/version-file.ts';
import { preferences } from '../../kernel/preferences.ts';
import { fileNameOf, type Made, noteOutput } from './letter-outputs.ts';
import { readyOf } from './letter-pages.ts';
import { matterOf, printedVersion } from '../../kernel/version-in-review.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';

type Papers = Input<'letters.checkSet'>;

/** What does not agree across the papers of a set, and what is still open on any of them. */
export function checkSet(store: Store, { letterIds, versionIds }: Papers): readonly LetterProblem[] {
  const papers = letterIds.map((id) => filledOf(store, letterOf(store, id)));
  const versions = versionIds.flatMap((id) => store.agreements.version(id) ?? []);
  const across = setProblems(papers).map(({ field, severity, message }) => ({ field, severity, text: message }));
  return [...across, ...papers.flatMap((paper) => [...otherVersion(paper, versions), ...stillOpen(paper)])];
}

/** A letter that belongs to one version of an agreement, in a set with another. */
function otherVersion({ title, values }: FilledLetter, versions: readonly VersionRow[]): readonly LetterProblem[] {
  const fingerprint = values['agreementFingerprint'];
  const version = versions.find((candidate) => candidate.title === values['agreementTitle']);
  if (!version || fingerprint === undefined || fingerprint === version.fingerprint) return [];
  return [
    {
      field: 'agreementFingerprint',
      severity: 'error',
      text: sentence('letters.letter-set.other-version', { title, title2: version.title, ordinal: version.ordinal }),
    },
  ];
}

function stillOpen({ title, problems }: FilledLetter): readonly LetterProblem[] {
  const count = problems.filter(({ severity }) => severity === 'error').length;
  if (count === 0) return [];
  return [
    {
      field: '',
      severity: 'error',
      text: sentence('letters.letter-set.still-open', { title, count }),
    },
  ];
}

/** All papers of a set into one folder: agreements as print packs, letters as they would be exported alone. */
export async function exportSet(ports: Ports, papers: Papers, seal: SealChoice) {
  const { store, files } = ports;
  const wrong = checkSet(store, papers).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw notOneSet(wrong);
  const packs: {
    readonly versionId: string;
    readonly bytes: Uint8Array;
    readonly pages: number;
    readonly name: string;
  }[] = [];
  for (const versionId of papers.versionIds) {
    const matter = matterOf(ports, versionId);
    const { bytes, pages } = await printedVersion(ports, matter);
    packs.push({
      versionId,
      bytes,
      pages,
      name: fileName(
        { paper: versionFile(matter.version, preferences(store).language), day: beijingToday(ports.now()) },
        'pdf',
      ),
    });
  }
  const letters: { readonly letterId: string; readonly file: SetFile }[] = [];
  for (const letterId of papers.letterIds) {
    letters.push({ letterId, file: await setFile(ports, letterOf(store, letterId), seal) });
  }
  const named = distinct([...packs.map(({ name, bytes }) => ({ name, bytes })), ...letters.map(({ file }) => file)]);
  const written = await files.saveAll({
    title: sentence('letters.letter-set.written.title'),
    files: named,
  });
  if (!written) return undefined;
  recordTogether(ports, () => {
    packs.forEach(({ versionId, bytes, pages }, index) => {
      record(ports, {
        entry: {
          kind: 'letter-exported',
          subject: `version:${versionId}`,
          payload: { sha256: sha256Hex(bytes), name: named[index]?.name ?? '', kind: 'print-pack', pages },
        },
        write: () => undefined,
        changed: ['letters'],
      });
    });
    letters.forEach(({ letterId, file: { made } }, index) => {
      if (made) noteOutput(ports, letterOf(store, letterId), made, named[packs.length + index]?.name ?? '');
    });
  });
  return { folder: written.folder, files: named.map(({ name }) => name) };
}

interface SetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Absent where an output that is kept already goes along as it is. */
  readonly made?: Made;
}

/** What was signed goes along signed, as long as the letter still says the same; else the letter as it stands. */
async function setFile(ports: Ports, letter: Letter, seal: SealChoice): Promise<SetFile> {
  const { fingerprint } = filledOf(ports.store, letter);
  const signed = letter.body.outputs.findLast((output) => output.kind === 'signed');
  const kept = signed?.fingerprint === fingerprint ? ports.store.attachments.bytes(signed.sha256) : undefined;
  if (kept) return { name: fileNameOf(ports, letter, { kind: 'signed' }), bytes: kept };
  const { bytes, pages, zones, format } = await readyOf(ports, letter, seal);
  const kind = format === 'docx' ? 'filled-form' : 'pdf';
  const made: Made = { bytes, pages, zones, kind, format, entry: 'letter-exported' };
  return { name: fileNameOf(ports, letter, made), bytes, made };
}

/** Two papers of one name are told apart by a number. */
function distinct<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, count);
    return count === 1 ? file : { ...file, name: file.name.replace(/(\.\w+)$/u, ` (${count})$1`) };
  });
}

function notOneSet(wrong: readonly LetterProblem[]): Refusal {
  return new Refusal(
    'set-differs',
    sentence('letters.letter-set.set-differs', { what: wrong.map(({ text }) => text) }),
    sentence('letters.letter-set.set-differs.next'),
  );
}
