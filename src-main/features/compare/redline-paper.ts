import { dayOf } from '../../acceptance/history.ts';
import { dayWords } from '../../agreement/date-words.ts';
import { beside, type Language, listed, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { ChangeKind, ComparedVersion, ComparisonView, ImpactLine, RedlineRow } from '../../contract/compare.ts';
import type { Paper } from '../../pdf/paper.ts';
import type { RedlinedClause } from '../../pdf/typeset/redline.ts';

const KIND_WORDS: Readonly<Record<ChangeKind, Sentence>> = {
  added: sentence('compare.redline-paper.kind-words.added'),
  removed: sentence('compare.redline-paper.kind-words.removed'),
  changed: sentence('compare.redline-paper.kind-words.changed'),
  moved: sentence('compare.redline-paper.kind-words.moved'),
  renumbered: sentence('compare.redline-paper.kind-words.renumbered'),
  emphasis: sentence('compare.redline-paper.kind-words.emphasis'),
};

const VERDICTS = {
  identical: sentence('compare.redline-paper.verdicts.identical'),
  sameWords: sentence('compare.redline-paper.verdicts.same-words'),
  nothingMaterial: sentence('compare.redline-paper.verdicts.nothing-material'),
} as const satisfies Readonly<Record<string, Sentence>>;

/** The comparison as paper: the same words as on the screen. */
export async function redlineOnPaper(
  view: ComparisonView,
  options: {
    readonly onlyChanges: boolean;
    readonly language: Language;
    /** What a version is called towards whoever reads the paper. */
    readonly called: (version: ComparedVersion) => Sentence;
  },
): Promise<Paper> {
  const { redlinePaper } = await import('../../pdf/typeset/redline.ts');
  const { onlyChanges, language, called } = options;
  const named = (version: ComparedVersion): Sentence =>
    sentence('compare.redline-paper.version', { version: called(version), day: dayWords(dayOf(version.savedAt)) });
  const rows = view.rows.filter((row) => row.inline.length > 0 && (!onlyChanges || row.change));
  const verdict = verdictOf(view);
  return redlinePaper(
    {
      title: view.new.title,
      between: say(
        sentence('compare.redline-paper.between', { older: named(view.old), newer: named(view.new) }),
        language,
      ),
      verdict: verdict && say(verdict, language),
      notCompared: view.parts.flatMap(({ title, only, apart }) => {
        if (only === 'old') return [say(sentence('compare.redline-paper.not-compared', { title }), language)];
        return apart ? [say(sentence('compare.redline-paper.apart', { title, ...heldText(apart) }), language)] : [];
      }),
      impact: view.impact.map(({ reasons, ...line }) => ({
        place: placeOf(view, line, language),
        why: listed(
          kindsTogether(reasons).map((reason) => say(reason, language)),
          language,
          'clauses',
        ),
      })),
      clauses: rows.map((row, index) => ({
        ...clauseOf(row, language),
        ...(row.part === (rows[index - 1]?.part ?? 0) ? {} : { part: view.parts[row.part]?.title }),
      })),
      onlyChanges,
    },
    language,
  );
}

/** Characters of a clause that is quoted whole. */
const WHOLE = 120;

/** `附件《…》第四条：违反…`: clauses of an annex are numbered anew, so that it is named with them. */
function placeOf(
  { parts, rows }: ComparisonView,
  { rowId, part, number, excerpt }: Omit<ImpactLine, 'reasons'>,
  language: Language,
): string {
  const { inline = [] } = rows.find(({ id }) => id === rowId) ?? {};
  const now = inline.flatMap(({ text, change }) => (change === 'deleted' ? [] : [text])).join('');
  const words = now !== '' && now.length <= WHOLE ? now : excerpt;
  const annex = part === 0 ? undefined : sentence('compare.redline-paper.annex', { title: parts[part]?.title ?? '' });
  const clause = number === undefined ? undefined : sentence('compare.redline-paper.place', { number });
  const place = beside(language, ...[annex, clause].flatMap((said) => (said ? [say(said, language)] : [])));
  return place === '' ? words : `${say(sentence('format.label', { label: place }), language)}${words}`;
}

/** That words or a figure of a clause changed does not say which of its kinds they touch: they are told as what the clause is, together. */
function kindsTogether(reasons: readonly Sentence[]): readonly Sentence[] {
  const kindIn = (reason: Sentence) =>
    'key' in reason && (reason.key === 'compare.reasons.tag-words' || reason.key === 'compare.reasons.tag-figure')
      ? reason.params?.['name']
      : undefined;
  const names = reasons.flatMap((reason) => kindIn(reason) ?? []);
  const others = reasons.filter((reason) => kindIn(reason) === undefined);
  return names.length === 0 ? others : [...others, sentence('compare.redline-paper.kinds-of-clause', { names })];
}

const heldText = ({ title, ordinal }: { readonly title: string; readonly ordinal: number }) => ({
  other: title,
  ordinal,
});

function verdictOf(view: ComparisonView): Sentence | undefined {
  if (view.identical) return VERDICTS.identical;
  if (view.sameWords) return VERDICTS.sameWords;
  return view.impact.length === 0 && view.parts.every(({ apart }) => !apart) ? VERDICTS.nothingMaterial : undefined;
}

function clauseOf({ change, old, new: next, inline, level }: RedlineRow, language: Language): RedlinedClause {
  const kinds =
    change &&
    say(sentence('frame.list', { items: [change.kind, ...change.also].map((kind) => KIND_WORDS[kind]) }), language);
  const renumbered = old && next && old.number !== next.number;
  const numbers = renumbered ? ` ${old.number ?? '—'} → ${next.number ?? '—'}` : '';
  return {
    number: next?.number ?? old?.number,
    depth: level,
    // Bold by rule would pass for an insertion on black and white paper; the agreement's own print shows it.
    runs: inline.map(({ strong, ...run }) => (strong === 'source' ? { ...run, strong } : run)),
    note: kinds && `${kinds}${numbers}`,
  };
}
