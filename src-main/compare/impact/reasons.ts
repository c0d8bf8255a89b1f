import { type Param, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Fact, FactKind, TagKind } from '../../agreement/model.ts';
import type { ChangeKind, Reason, ReasonKind } from '../comparison.ts';
import type { EmphasisChange } from '../redline/emphasis.ts';
import type { FigureKind } from './figures.ts';

const both = (zh: string, en: string): Sentence => ({ zh, en });

/** Which part of the impact list a changed fact belongs to, and what the fact is called. */
export const FACT_WORDS: Readonly<Record<FactKind, { readonly kind: ReasonKind; readonly name: Sentence }>> = {
  'change-notice-days': { kind: 'period', name: both('变更通知期', 'notice of change') },
  'termination-notice-days': { kind: 'period', name: both('终止通知期', 'notice of termination') },
  'termination-notice-months': { kind: 'period', name: both('终止通知期', 'notice of termination') },
  'assignment-notice-days': { kind: 'period', name: both('转让通知期', 'notice of assignment') },
  'payment-due-days': { kind: 'period', name: both('付款期限', 'time for payment') },
  'renewal-lead-days': { kind: 'period', name: both('续费期限', 'time for renewal') },
  'outage-termination-hours': { kind: 'period', name: both('可解约的中断时长', 'outage that lets you terminate') },
  'liability-cap': { kind: 'cap', name: both('责任上限', 'liability cap') },
  court: { kind: 'court', name: both('管辖法院', 'court') },
  'governing-law': { kind: 'court', name: both('适用法律', 'governing law') },
  availability: { kind: 'percentage', name: both('承诺可用性', 'promised availability') },
  'credit-tier': { kind: 'tier', name: both('赔偿档位', 'credit tier') },
  'claim-opens-working-day': { kind: 'period', name: both('可申请赔偿之日', 'day claims open') },
  'claim-closes-months': { kind: 'period', name: both('赔偿申请时限', 'time for claims') },
  'late-fee-per-day': { kind: 'percentage', name: both('每日违约金', 'late fee per day') },
  'overdue-termination-days': { kind: 'period', name: both('欠费终止期限', 'arrears before termination') },
  'damages-multiple': { kind: 'amount', name: both('赔偿倍数', 'multiple of damages') },
  'paper-delivery-days': { kind: 'period', name: both('纸质通知送达期限', 'delivery of paper notice') },
  'electronic-delivery': { kind: 'period', name: both('电子通知送达', 'delivery of electronic notice') },
  'vat-rate': { kind: 'percentage', name: both('增值税率', 'VAT rate') },
  'invoice-ordinary-day': { kind: 'date', name: both('普通发票开具日', 'day of ordinary invoices') },
  'invoice-special-day': { kind: 'date', name: both('专用发票开具日', 'day of special invoices') },
  hotline: { kind: 'number', name: both('客服热线', 'hotline') },
  'effective-date': { kind: 'date', name: both('生效日期', 'effective date') },
};

/** Tags whose clauses are material whatever words change in them, most serious first. */
export const TAG_WORDS: Readonly<Partial<Record<TagKind, { readonly kind: ReasonKind; readonly name: Sentence }>>> = {
  'liability-cap': { kind: 'cap', name: sentence('compare.reasons.tag.liability-cap') },
  'liability-exclusion': { kind: 'exclusion', name: sentence('compare.reasons.tag.liability-exclusion') },
  'damages-exclusion': { kind: 'exclusion', name: sentence('compare.reasons.tag.damages-exclusion') },
  'warranty-disclaimer': { kind: 'exclusion', name: sentence('compare.reasons.tag.warranty-disclaimer') },
  'sla-exclusion': { kind: 'exclusion', name: sentence('compare.reasons.tag.sla-exclusion') },
  breach: { kind: 'liability', name: sentence('compare.reasons.tag.breach') },
  'liquidated-damages': { kind: 'liability', name: sentence('compare.reasons.tag.liquidated-damages') },
  indemnity: { kind: 'liability', name: sentence('compare.reasons.tag.indemnity') },
  jurisdiction: { kind: 'court', name: sentence('compare.reasons.tag.jurisdiction') },
  'governing-law': { kind: 'court', name: sentence('compare.reasons.tag.governing-law') },
  suspension: { kind: 'conspicuous', name: sentence('compare.reasons.tag.suspension') },
  termination: { kind: 'conspicuous', name: sentence('compare.reasons.tag.termination') },
  'continued-use': { kind: 'conspicuous', name: sentence('compare.reasons.tag.continued-use') },
};

const FIGURE_NAMES: Readonly<Record<FigureKind, Sentence>> = {
  amount: sentence('compare.reasons.figure.amount'),
  percentage: sentence('compare.reasons.figure.percentage'),
  period: sentence('compare.reasons.figure.period'),
  date: sentence('compare.reasons.figure.date'),
  number: sentence('compare.reasons.figure.number'),
};

/** A reason is a line of a list: longer quotes are cut, in the middle of nothing that counts. */
const LONGEST_QUOTE = 40;

/** Words of the clause as they are quoted: each once, in one line, cut. Clause words are quoted in their own language. */
function quote(words: readonly string[]): string {
  const joined = [...new Set(words)].join('、').replaceAll(/\s+/gu, ' ');
  return joined.length > LONGEST_QUOTE ? `${joined.slice(0, LONGEST_QUOTE)}…` : joined;
}

/** “A” became “B”, or was struck, or was added. */
function became(name: Sentence, old: readonly string[], next: readonly string[]): Sentence {
  return changed(name, old.length === 0 ? undefined : quote(old), next.length === 0 ? undefined : quote(next));
}

/** The same for what is quoted already; `undefined` where a side says nothing. */
function changed(name: Sentence, old: Param | undefined, next: Param | undefined): Sentence {
  if (next === undefined) return sentence('compare.reasons.struck', { name, old: old ?? '' });
  if (old === undefined) return sentence('compare.reasons.added', { name, next });
  return sentence('compare.reasons.became', { name, old, next });
}

export function figureReason(kind: FigureKind, old: readonly string[], next: readonly string[]): Reason {
  return { kind, text: became(FIGURE_NAMES[kind], old, next) };
}

export function limitReason(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'number', text: became(sentence('compare.reasons.name.bound'), old, next) };
}

export function dutyReason(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'duty', text: became(sentence('compare.reasons.name.duty'), old, next) };
}

export function scopeReason(old: readonly string[], next: readonly string[]): Reason {
  const words = (list: readonly string[]): string[] => list.filter((word) => word !== '');
  return { kind: 'scope', text: became(sentence('compare.reasons.name.quoted'), words(old), words(next)) };
}

export function courtReason(): Reason {
  return { kind: 'court', text: sentence('compare.reasons.court') };
}

/** A number with its unit, by the unit of the fact. */
const UNIT_WORDS: Readonly<Record<string, (value: number) => Sentence>> = {
  day: (value) => sentence('compare.reasons.unit.day', { value }),
  month: (value) => sentence('compare.reasons.unit.month', { value }),
  hour: (value) => sentence('compare.reasons.unit.hour', { value }),
  percent: (value) => sentence('compare.reasons.unit.percent', { value }),
  'per-mille': (value) => sentence('compare.reasons.unit.per-mille', { value }),
  times: (value) => sentence('compare.reasons.unit.times', { value }),
  'natural day': (value) => sentence('compare.reasons.unit.natural-day', { value }),
};

/** What facts say: figures with their units; what is no plain number, as quoted from the clause. Each once. */
function factWords(facts: readonly Fact[]): Param | undefined {
  if (facts.length === 0) return undefined;
  const said = new Map(
    facts.map(({ value, unit, quote: words }): [string, Param] => {
      const figure = typeof value === 'number' ? UNIT_WORDS[unit]?.(value) : undefined;
      return figure ? [`${JSON.stringify(value)} ${unit}`, figure] : [words, quote([words])];
    }),
  );
  const once = [...said.values()];
  return once.every((words) => typeof words === 'string') ? quote(facts.map(({ quote: words }) => words)) : once;
}

export function factReason(kind: FactKind, old: readonly Fact[], next: readonly Fact[]): Reason {
  return { kind: FACT_WORDS[kind].kind, text: changed(FACT_WORDS[kind].name, factWords(old), factWords(next)) };
}

/** Words changed in a clause whose tags make every word count. */
export function tagReason(tag: TagKind): Reason | undefined {
  const words = TAG_WORDS[tag];
  return (
    words && {
      kind: words.kind,
      text: sentence('compare.reasons.tag-words', { name: words.name }),
    }
  );
}

const TAG_EVENTS = {
  'conspicuous-added': (name: Sentence) => sentence('compare.reasons.conspicuous-added', { name }),
  'conspicuous-removed': (name: Sentence) => sentence('compare.reasons.conspicuous-removed', { name }),
  'bold-lost': (name: Sentence) => sentence('compare.reasons.bold-lost', { name }),
  'bold-gained': (name: Sentence) => sentence('compare.reasons.bold-gained', { name }),
};

export function tagEvent(event: keyof typeof TAG_EVENTS, tag: TagKind): Reason | undefined {
  const words = TAG_WORDS[tag];
  return words && { kind: event, text: TAG_EVENTS[event](words.name) };
}

/** Where a reference leads now; `undefined` for a number that no clause has. */
export function referenceReason(written: string, old: string | undefined, next: string | undefined): Reason {
  const name = (clause: string | undefined): Param =>
    clause === undefined ? sentence('compare.reasons.reference.no-clause') : `“${clause}”`;
  return {
    kind: 'reference',
    text: sentence('compare.reasons.reference', { written, old: name(old), next: name(next) }),
  };
}

/** A reference was written anew, added or struck. */
export function referenceRewritten(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'reference', text: became(sentence('compare.reasons.name.reference'), old, next) };
}

export function referenceFollows(old: string, next: string): Reason {
  return {
    kind: 'reference-follows',
    text: sentence('compare.reasons.reference-follows', { old, next }),
  };
}

export function splitReason(number: string | undefined, intoSeveral: boolean): Reason {
  const other =
    number === undefined
      ? sentence('compare.reasons.split.neighbour')
      : sentence('compare.reasons.split.clause', { number });
  return {
    kind: 'split',
    text: intoSeveral
      ? sentence('compare.reasons.split.into', { other })
      : sentence('compare.reasons.split.from', { other }),
  };
}

/** Which words the source began or ceased to emphasise. */
export function emphasisReason(change: EmphasisChange): Reason {
  const { boldGained, boldLost, underlineGained, underlineLost } = change;
  const told = [
    ...(boldGained.length > 0 ? [sentence('compare.reasons.emphasis.bold-gained', { words: quote(boldGained) })] : []),
    ...(boldLost.length > 0 ? [sentence('compare.reasons.emphasis.bold-lost', { words: quote(boldLost) })] : []),
    ...(underlineGained.length > 0
      ? [sentence('compare.reasons.emphasis.underline-gained', { words: quote(underlineGained) })]
      : []),
    ...(underlineLost.length > 0
      ? [sentence('compare.reasons.emphasis.underline-lost', { words: quote(underlineLost) })]
      : []),
  ];
  return { kind: 'emphasis', text: sentence('compare.reasons.emphasis', { told }) };
}

/** Said of a change that nothing else was said of. */
export const PLAIN_REASONS: Readonly<Record<Exclude<ChangeKind, 'emphasis'> | 'title' | 'layout', Reason>> = {
  added: {
    kind: 'wording',
    text: sentence('compare.reasons.plain.added'),
  },
  removed: {
    kind: 'wording',
    text: sentence('compare.reasons.plain.removed'),
  },
  changed: { kind: 'wording', text: sentence('compare.reasons.plain.changed') },
  moved: { kind: 'moved', text: sentence('compare.reasons.plain.moved') },
  renumbered: { kind: 'renumbered', text: sentence('compare.reasons.plain.renumbered') },
  title: { kind: 'title', text: sentence('compare.reasons.plain.title') },
  layout: { kind: 'layout', text: sentence('compare.reasons.plain.layout') },
};
