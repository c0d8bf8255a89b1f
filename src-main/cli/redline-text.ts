import { say, type Sentence, type Language, sentence } from '../agreement/sentence.ts';
import { notCompared } from '../compare/agreements.ts';
import { type Change, CHANGE_KINDS, type ChangeKind, type ChangeSide, type Comparison } from '../compare/comparison.ts';

const KIND_WORDS: Readonly<Record<ChangeKind, Sentence>> = {
  added: sentence('cli.redline-text.added'),
  removed: sentence('cli.redline-text.removed'),
  changed: sentence('cli.redline-text.changed'),
  moved: sentence('cli.redline-text.moved'),
  renumbered: sentence('cli.redline-text.renumbered'),
  emphasis: sentence('cli.redline-text.emphasis'),
};

const SAYINGS = {
  identical: sentence('cli.redline-text.identical'),
  nothing: sentence('cli.redline-text.nothing'),
  sameWords: sentence('cli.redline-text.same-words'),
  impact: sentence('cli.redline-text.impact'),
  none: sentence('cli.redline-text.none'),
  redline: sentence('cli.redline-text.redline', { open: '{', close: '}' }),
  title: sentence('cli.redline-text.title'),
  noNumber: sentence('cli.redline-text.no-number'),
} satisfies Readonly<Record<string, Sentence>>;

/** A comparison as lines for a person: the material changes first, then the redline; readable without colour. */
export function comparisonLines(comparison: Comparison, language: Language): readonly string[] {
  const { changes, identical, sameWords, summary, parts } = comparison;
  if (identical) return [say(SAYINGS.identical, language)];
  const missing = notCompared(parts).map((title) =>
    say(sentence('cli.redline-text.not-compared', { title }), language),
  );
  if (changes.length === 0) return [...missing, say(SAYINGS.nothing, language)];
  const counts = CHANGE_KINDS.filter((kind) => summary[kind] > 0).map(
    (kind) => `${say(KIND_WORDS[kind], language)} ${summary[kind]}`,
  );
  const impact = comparison.impact.flatMap((index) => changes[index] ?? []);
  return [
    ...missing,
    counts.join(' · '),
    ...(sameWords ? [say(SAYINGS.sameWords, language)] : []),
    '',
    `== ${say(SAYINGS.impact, language)} ==`,
    ...(impact.length === 0 ? [say(SAYINGS.none, language)] : []),
    ...impact.map((change) => `! ${heading(change, comparison, language)}  ${say(reasonsOf(change), language)}`),
    '',
    `== ${say(SAYINGS.redline, language)} ==`,
    ...changes.flatMap((change) => [
      `${heading(change, comparison, language)}  ${say(reasonsOf(change), language)}`,
      ...marked(change).map((line) => `    ${line}`),
    ]),
  ];
}

/** Why a change matters, in one line. */
export function reasonsOf({ reasons }: Change): Sentence {
  return sentence('cli.redline-text.reasons', { reasons: reasons.map(({ text }) => text) });
}

function heading(change: Change, { parts }: Comparison, language: Language): string {
  const kinds = [change.kind, ...change.also].map((kind) => say(KIND_WORDS[kind], language)).join('+');
  const [before, after] = [place(change.old, language), place(change.new, language)];
  const where =
    before === after || after === undefined ? (before ?? '') : before === undefined ? after : `${before} → ${after}`;
  const part = parts[change.part];
  const annex =
    change.part === 0
      ? ''
      : say(sentence('cli.redline-text.annex', { title: (part?.new ?? part?.old)?.title ?? '' }), language);
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
