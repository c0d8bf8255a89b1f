import { type Edit, tokensOf } from '../redline/redline.ts';
import type { Token } from './words.ts';

/** Words that make a right, a duty, a prohibition or a condition: one more or one less changes what is agreed. */
const DUTIES: ReadonlySet<string> = new Set(
  (
    '不 不得 不应 不能 不可 不会 不予 不再 不必 不承担 不负责 不退还 不视为 未 未经 无 无权 无须 无需 无法 非 没有 不可撤销 应 应当 应予 必须 须 须经 可 可以 方可 有权 ' +
    '仅 仅限 仅限于 只 只能 任何 一切 全部 免除 免责 豁免 承担 负责 放弃 弃权 自动 视为 单方 单方面 擅自 无偿 有偿 连带 连带责任 连续 除外 除非 限制 排除 赔偿 终止 解除 ' +
    'shall must may not no cannot never only unless without except excluding waive waives sole solely exclusive entitled ' +
    'obliged required prohibited liable automatically deemed irrevocable irrevocably unlimited any all terminate'
  ).split(' '),
);

/** The telling words that edits struck and inserted, those on both sides set off. */
export function dutyChanges(edits: readonly Edit[]): {
  readonly old: readonly string[];
  readonly new: readonly string[];
} {
  const struck = edits.flatMap((edit) => dutiesIn(tokensOf(edit).old));
  const inserted = edits.flatMap((edit) => dutiesIn(tokensOf(edit).new));
  return { old: setOff(struck, inserted), new: setOff(inserted, struck) };
}

/** Words by which agreements call their sides; words of one row call the same one. */
const SIDES: readonly string[] = [
  '甲方',
  '乙方',
  '丙方',
  '双方 各方',
  '一方 任一方 任何一方',
  '另一方 对方',
  '您 你 用户 客户 最终用户 使用人 承租人 买方 you customer user subscriber',
  '我们 服务商 平台 提供方 供应商 卖方 we us provider supplier vendor',
];
const SIDE_OF: ReadonlyMap<string, number> = new Map(
  SIDES.flatMap((words, side) => words.split(' ').map((word): [string, number] => [word, side])),
);

/** Sides that edits put in the place of others; undefined where a side was only called otherwise, came or went. */
export function partyChanges(
  edits: readonly Edit[],
): { readonly old: readonly string[]; readonly new: readonly string[] } | undefined {
  const isSide = (word: string): boolean => SIDE_OF.has(word.toLowerCase());
  const words = (tokens: readonly Token[]): readonly string[] => tokens.map(({ key }) => key).filter(isSide);
  const sideOf = (word: string): number | undefined => SIDE_OF.get(word.toLowerCase());
  const [struck, inserted] = [
    edits.flatMap((edit) => words(tokensOf(edit).old)),
    edits.flatMap((edit) => words(tokensOf(edit).new)),
  ];
  const without = (mine: readonly string[], theirs: readonly string[]): readonly string[] => [
    ...new Set(mine.filter((word) => !theirs.some((other) => sideOf(other) === sideOf(word)))),
  ];
  const found = { old: without(struck, inserted), new: without(inserted, struck) };
  return found.old.length > 0 && found.new.length > 0 ? found : undefined;
}

/** Words and marks that say nothing by themselves: what stands beside them reads as before. */
const PARTICLES: ReadonlySet<string> = new Set([...'的地得之了着所向对给把，、。；：,.;:', '对于', 'the', 'a', 'an']);

/** Nothing but particles and marks came, went or took the place of others. */
export function isParticles(edit: Edit): boolean {
  const { old, new: next } = tokensOf(edit);
  return [...old, ...next].every(({ key }) => PARTICLES.has(key.toLowerCase()));
}

/** A sentence came or went with it: it may qualify any other of its clause. */
export const holdsSentence = (edit: Edit): boolean => /[。；;！？!?]|\.(?:\s|$)/u.test(edit.old + edit.new);

/** A telling word, and how it is told: one that only denies what follows it is told with that. */
interface Duty {
  readonly key: string;
  readonly told: string;
}

const DENIALS: ReadonlySet<string> = new Set(['不', '未', '无', '非']);
const IS_HAN = /^\p{Script=Han}+$/u;

function dutiesIn(tokens: readonly Token[]): readonly Duty[] {
  return tokens.flatMap(({ key }, at) => {
    if (!DUTIES.has(key.toLowerCase())) return [];
    return [{ key, told: DENIALS.has(key) ? `${key}${deniedAfter(tokens, at)}` : key }];
  });
}

/** What a denial denies: the words behind it up to the first of two characters, or to the next mark. */
function deniedAfter(tokens: readonly Token[], at: number): string {
  const denied: string[] = [];
  for (const { key } of tokens.slice(at + 1)) {
    if (!IS_HAN.test(key)) break;
    denied.push(key);
    if (key.length > 1 || denied.length > 2) break;
  }
  return denied.join('');
}

function setOff(mine: readonly Duty[], theirs: readonly Duty[]): readonly string[] {
  const open = theirs.map(({ key }) => key);
  const left = mine.filter(({ key }) => {
    const at = open.indexOf(key);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return [...new Set(left.map(({ told }) => told))];
}

const QUOTED = /[“"「『]([^“”"「」『』]{1,80})[”"」』]|《([^《》]{1,80})》/gu;
const COURT =
  /\p{Script=Han}{0,10}(?:人民法院|海事法院|知识产权法院|互联网法院|金融法院|国际仲裁院|仲裁委员会|仲裁院)|所在地(?:的)?(?:有管辖权的)?(?:人民)?法院|\b(?:courts? (?:of|in|at|located)[^.;]{0,60}|(?:Arbitration|International) (?:Commission|Centre|Center|Court)[^.;]{0,40})/gu;

/** An edit of words inside the stretches of a text that a pattern finds; marks alone do not count. */
function touches(text: string, edit: Edit, side: 0 | 1, pattern: RegExp, inside: boolean): boolean {
  const words = side === 0 ? edit.old : edit.new;
  const [from, to] = [edit.at[side], edit.at[side] + words.length];
  return [...text.matchAll(pattern)].some(({ index, 0: found }) =>
    inside ? index < from && to < index + found.length : from < index + found.length && index < to,
  );
}

/** The edit stands inside quotation marks: a product, a defined term, the title of a paper. */
export function isInName(old: string, next: string, edit: Edit): boolean {
  if (!/["“「『《]/u.test(old)) return false;
  return edit.old === '' ? touches(next, edit, 1, QUOTED, true) : touches(old, edit, 0, QUOTED, true);
}

/** Every name in quotation marks that one text has and the other has not, whole, each once. */
export function changedNames(
  old: string,
  next: string,
): { readonly old: readonly string[]; readonly new: readonly string[] } {
  const names = (text: string): ReadonlySet<string> =>
    new Set([...text.matchAll(QUOTED)].map(([, quoted, title]) => quoted ?? title ?? ''));
  const [before, after] = [names(old), names(next)];
  return { old: [...before].filter((name) => !after.has(name)), new: [...after].filter((name) => !before.has(name)) };
}

/** Some edit changes the words by which a court or an arbitral body is named. */
export function namesCourt(old: string, next: string, edits: readonly Edit[]): boolean {
  return ([0, 1] as const).some((side) => {
    const text = side === 0 ? old : next;
    return (
      /法院|仲裁|[Cc]ourt|Arbitration/u.test(text) && edits.some((edit) => touches(text, edit, side, COURT, false))
    );
  });
}
