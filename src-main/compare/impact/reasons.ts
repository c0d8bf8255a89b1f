import { inSentence, type Language, say, type Sentence } from '../../agreement/sentence.ts';
import { FACT_KINDS, type FactKind, factLabel, type FactShape } from '../../agreement/fact.ts';
import { factWords } from '../../agreement/fact-words.ts';
import type { Fact } from '../../agreement/model.ts';
import { type TagKind, tagKind, tagLabel } from '../../agreement/tag-kinds.ts';
import type { ChangeKind, Reason, ReasonKind } from '../comparison.ts';
import type { EmphasisChange } from '../redline/emphasis.ts';
import type { FigureKind } from './figures.ts';

const both = (zh: string, en: string): Sentence => ({ zh, en });

/** Which part of the impact list a changed fact belongs to, by the form of its value. */
const SHAPE_REASONS: Readonly<Record<FactShape, ReasonKind>> = {
  length: 'period',
  delivery: 'period',
  percent: 'percentage',
  availability: 'percentage',
  'late-fee': 'percentage',
  share: 'amount',
  money: 'amount',
  cap: 'cap',
  tier: 'tier',
  'invoice-day': 'date',
  date: 'date',
  court: 'court',
  text: 'court',
};

function factReasonKind(kind: FactKind): ReasonKind {
  return kind === 'hotline' ? 'number' : SHAPE_REASONS[FACT_KINDS[kind].shape];
}

const FIGURE_NAMES: Readonly<Record<FigureKind, Sentence>> = {
  amount: both('金额', 'amount'),
  percentage: both('比例', 'percentage'),
  period: both('期限', 'period'),
  date: both('日期', 'date'),
  number: both('数字', 'number'),
};

/** A reason is a line of a list: longer quotes are cut, in the middle of nothing that counts. */
const LONGEST_QUOTE = 40;

function quote(words: readonly string[]): string {
  const joined = [...new Set(words)].join('、').replaceAll(/\s+/gu, ' ');
  return joined.length > LONGEST_QUOTE ? `${joined.slice(0, LONGEST_QUOTE)}…` : joined;
}

/** “A” became “B”, or was struck, or was added. */
function became(name: Sentence, old: readonly string[], next: readonly string[]): Sentence {
  if (next.length === 0)
    return both(`${say(name, 'zh')}“${quote(old)}”被删去`, `${say(name, 'en')} “${quote(old)}” struck`);
  if (old.length === 0)
    return both(`新增${say(name, 'zh')}“${quote(next)}”`, `${say(name, 'en')} “${quote(next)}” added`);
  return both(
    `${say(name, 'zh')}由“${quote(old)}”改为“${quote(next)}”`,
    `${say(name, 'en')} from “${quote(old)}” to “${quote(next)}”`,
  );
}

export function figureReason(kind: FigureKind, old: readonly string[], next: readonly string[]): Reason {
  return { kind, text: became(FIGURE_NAMES[kind], old, next) };
}

export function limitReason(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'number', text: became(both('数额界限', 'bound of a figure'), old, next) };
}

export function dutyReason(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'duty', text: became(both('权利义务用语', 'words of right or duty'), old, next) };
}

export function scopeReason(old: readonly string[], next: readonly string[]): Reason {
  const words = (list: readonly string[]): string[] => list.filter((word) => word !== '');
  return { kind: 'scope', text: became(both('引号内的名称', 'quoted name'), words(old), words(next)) };
}

export function courtReason(): Reason {
  return { kind: 'court', text: both('法院或仲裁机构的名称有变', 'the court or arbitral body is named differently') };
}

/** The value in words; what is words already, or a row of a table, as quoted from the clause. */
function valueWords(fact: Fact, language: Language): string {
  const { value, quote: quoted } = fact;
  const told =
    typeof value === 'object' ? 'credit' in value || 'plan' in value || 'words' in value : typeof value === 'string';
  return told ? quoted : factWords(fact)[language];
}

export function factReason(kind: FactKind, old: readonly Fact[], next: readonly Fact[]): Reason {
  const inLanguage = (language: Language): string => {
    const words = (list: readonly Fact[]): string[] => list.map((fact) => valueWords(fact, language));
    return say(became(factLabel(kind), words(old), words(next)), language);
  };
  return { kind: factReasonKind(kind), text: both(inLanguage('zh'), inLanguage('en')) };
}

/** Words changed in a clause whose tags make every word count. */
export function tagReason(tag: TagKind): Reason | undefined {
  const kind = tagKind(tag)?.material;
  const name = inSentence(tagLabel(tag));
  return kind && { kind, text: both(`“${name.zh}”条款的措辞有变`, `words of a clause on ${name.en}`) };
}

const TAG_EVENTS = {
  'conspicuous-added': (name: Sentence) =>
    both(`新增“${say(name, 'zh')}”条款`, `a clause on ${say(name, 'en')} appears`),
  'conspicuous-removed': (name: Sentence) =>
    both(`“${say(name, 'zh')}”条款被删去`, `a clause on ${say(name, 'en')} disappears`),
  'bold-lost': (name: Sentence) =>
    both(
      `来源取消了“${say(name, 'zh')}”条款的加粗`,
      `the source no longer has the clause on ${say(name, 'en')} in bold`,
    ),
  'bold-gained': (name: Sentence) =>
    both(`来源将“${say(name, 'zh')}”条款加粗`, `the source now has the clause on ${say(name, 'en')} in bold`),
};

export function tagEvent(event: keyof typeof TAG_EVENTS, tag: TagKind): Reason | undefined {
  return tagKind(tag)?.material && { kind: event, text: TAG_EVENTS[event](inSentence(tagLabel(tag))) };
}

/** Where a reference leads now; `undefined` for a number that no clause has. */
export function referenceReason(written: string, old: string | undefined, next: string | undefined): Reason {
  const name = (clause: string | undefined, none: string): string => (clause === undefined ? none : `“${clause}”`);
  return {
    kind: 'reference',
    text: both(
      `“${written}”原指${name(old, '不存在的条款')}，现指${name(next, '不存在的条款')}`,
      `“${written}” pointed to ${name(old, 'no clause')} and now points to ${name(next, 'no clause')}`,
    ),
  };
}

/** A reference was written anew, added or struck. */
export function referenceRewritten(old: readonly string[], next: readonly string[]): Reason {
  return { kind: 'reference', text: became(both('引用', 'reference'), old, next) };
}

export function referenceFollows(old: string, next: string): Reason {
  return {
    kind: 'reference-follows',
    text: both(
      `引用随编号由“${old}”改为“${next}”，所指条款未变`,
      `reference “${old}” follows the numbering to “${next}”; same clause`,
    ),
  };
}

export function splitReason(number: string | undefined, intoSeveral: boolean): Reason {
  const [zh, en] = number === undefined ? ['相邻条款', 'its neighbour'] : [`第${number}条`, `clause ${number}`];
  return {
    kind: 'split',
    text: intoSeveral
      ? both(`内容拆出至${zh}，措辞未变`, `words went to ${en} unchanged`)
      : both(`内容并自或拆自${zh}，措辞未变`, `words come from ${en} unchanged`),
  };
}

/** Which words the source began or ceased to emphasise. */
export function emphasisReason(change: EmphasisChange): Reason {
  const told = [
    { words: change.boldGained, zh: '来源将其加粗', en: 'now bold in the source' },
    { words: change.boldLost, zh: '来源取消其加粗', en: 'no longer bold in the source' },
    { words: change.underlineGained, zh: '来源将其加下划线', en: 'now underlined in the source' },
    { words: change.underlineLost, zh: '来源取消其下划线', en: 'no longer underlined in the source' },
  ].filter(({ words }) => words.length > 0);
  return {
    kind: 'emphasis',
    text: both(
      told.map(({ words, zh }) => `“${quote(words)}”${zh}`).join('，'),
      told.map(({ words, en }) => `“${quote(words)}” ${en}`).join(', '),
    ),
  };
}

/** Said of a change that nothing else was said of. */
export const PLAIN_REASONS: Readonly<Record<Exclude<ChangeKind, 'emphasis'> | 'title' | 'layout', Reason>> = {
  added: {
    kind: 'wording',
    text: both('新增的文字不涉及数字、期限、责任或权利义务', 'added words without figures, liability or duty'),
  },
  removed: {
    kind: 'wording',
    text: both('删去的文字不涉及数字、期限、责任或权利义务', 'removed words without figures, liability or duty'),
  },
  changed: { kind: 'wording', text: both('仅措辞变化', 'wording only') },
  moved: { kind: 'moved', text: both('仅位置变化', 'place only') },
  renumbered: { kind: 'renumbered', text: both('仅编号变化', 'numbering only') },
  title: { kind: 'title', text: both('文件标题变化', 'title of the document') },
  layout: { kind: 'layout', text: both('仅排版变化', 'layout only') },
};
