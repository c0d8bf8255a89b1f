import { say, type Sentence, type Language, sentence } from '../agreement/sentence.ts';
import { type Change, CHANGE_KINDS, type ChangeKind, type ChangeSide, type Comparison } from '../compare/comparison.ts';

const KIND_WORDS: Readonly<Record<ChangeKind, Sentence>> = {
  added: sentence('cli.redline-text.kind-words.added'),
  removed: sentence('cli.redline-text.kind-words.removed'),
  changed: sentence('cli.redline-text.kind-words.changed'),
  moved: sentence('cli.redline-text.kind-words.moved'),
  renumbered: sentence('cli.redline-text.kind-words.renumbered'),
  emphasis: sentence('cli.redline-text.kind-words.emphasis'),
};

const SAYINGS = {
  identical: sentence('cli.redline-text.sayings.identical'),
  nothing: sentence('cli.redline-text.sayings.nothing'),
  sameWords: sentence('cli.redline-text.sayings.same-words'),
  impact: sentence('cli.redline-text.sayings.impact'),
  none: sentence('cli.redline-text.sayings.none'),
  redline: { zh: '逐条对比（[-删去-]{+新增+}）', en: 'Redline ([-struck-]{+inserted+})' },
  title: sentence('cli.redline-text.sayings.title'),
  noNumber: sentence('cli.redline-text.sayings.no-number'),
  part: sentence('cli.redline-text.sayings.part'),
} satisfies Readonly<Record<string, Sentence>>;

/** A comparison as lines for a person: the material changes first, then the redline; readable without colour. */
export function comparisonLines(comparison: Comparison, language: Language): readonly string[] {
  const { changes, identical, sameWords, summary } = comparison;
  if (identical) return [say(SAYINGS.identical, language)];
  if (changes.length === 0) return [say(SAYINGS.nothing, language)];
  const counts = CHANGE_KINDS.filter((kind) => summary[kind] > 0).map(
    (kind) => `${say(KIND_WORDS[kind], language)} ${summary[kind]}`,
  );
  const impact = comparison.impact.flatMap((index) => changes[index] ?? []);
  return [
    counts.join(' · '),
    ...(sameWords ? [say(SAYINGS.sameWords, language)] : []),
    '',
    `== ${say(SAYINGS.impact, language)} ==`,
    ...(impact.length === 0 ? [say(SAYINGS.none, language)] : []),
    ...impact.map((change) => `! ${heading(change, comparison, language)}  ${reasons(change, language)}`),
    '',
    `== ${say(SAYINGS.redline, language)} ==`,
    ...changes.flatMap((change) => [
      `${heading(change, comparison, language)}  ${reasons(change, language)}`,
      ...marked(change).map((line) => `    ${line}`),
    ]),
  ];
}

function reasons(change: Change, language: Language): string {
  return change.reasons.map(({ text }) => say(text, language)).join(language === 'zh' ? '；' : '; ');
}

function heading(change: Change, { parts }: Comparison, language: Language): string {
  const kinds = [change.kind, ...change.also].map((kind) => say(KIND_WORDS[kind], language)).join('+');
  const [before, after] = [place(change.old, language), place(change.new, language)];
  const where =
    before === after || after === undefined ? (before ?? '') : before === undefined ? after : `${before} → ${after}`;
  const part = parts[change.part];
  const annex = change.part === 0 ? '' : `${say(SAYINGS.part, language)}《${(part?.new ?? part?.old)?.title ?? ''}》`;
  return `[${kinds}] ${annex}${where}`;
}

function place(side: ChangeSide | undefined, language: Language): string | undefined {
  if (!side) return undefined;
  if (side.role === 'title') return say(SAYINGS.title, language);
  if (side.number !== undefined) return side.number;
  const words = side.text.trim().slice(0, OPENING);
  return words === '' ? say(SAYINGS.noNumber, language) : `“${words}${side.text.trim().length > OPENING ? '…' : ''}”`;
}

/** Words that stand for a clause without number. */
const OPENING = 10;

/** Words kept around an edit. */
const AROUND = 24;

/** The lines of a change: its words with what was struck and inserted, long unchanged stretches left out. */
function marked(change: Change): readonly string[] {
  const text = change.old?.text ?? '';
  if (change.edits.length === 0) {
    const words = change.new?.text ?? text;
    return [words.length > 2 * AROUND ? `${words.slice(0, 2 * AROUND)}…` : words].flatMap((line) => line.split('\n'));
  }
  let line = '';
  let at = 0;
  change.edits.forEach((edit, index) => {
    line += kept(text.slice(at, edit.at[0]), index > 0, true);
    if (edit.old !== '') line += `[-${edit.old}-]`;
    if (edit.new !== '') line += `{+${edit.new}+}`;
    at = edit.at[0] + edit.old.length;
  });
  return (line + kept(text.slice(at), true, false)).split('\n');
}

function kept(text: string, afterEdit: boolean, beforeEdit: boolean): string {
  const room = AROUND * (Number(afterEdit) + Number(beforeEdit));
  if (text.length <= room + 1) return text;
  return `${afterEdit ? text.slice(0, AROUND) : ''}…${beforeEdit ? text.slice(-AROUND) : ''}`;
}
