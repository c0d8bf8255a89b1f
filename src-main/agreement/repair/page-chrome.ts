import { findFurniture } from './page-furniture.ts';
import type { MarkedLine, Repair } from '../model.ts';
import { parseNumber } from '../structure/numbering.ts';
import { isHeadingLike, plainTitle, readTitle } from '../documents/titles.ts';

/** Lines of a page that are no part of what is agreed. */
export interface Chrome {
  /** Indexes into the lines that were looked at. */
  readonly lines: ReadonlySet<number>;
  readonly repairs: readonly Repair[];
}

/** A line that is nothing but one of these is navigation, wherever it stands. */
const NAVIGATION =
  /^(?:首页|返回(?:首页|顶部|上一页)|回到顶部|上一[篇页节]|下一[篇页节]|(?:上|下)一[篇页节][：:].{0,60}|登录|注册|登录[/|]注册|免费注册|控制台|备案|帮助中心|文档中心|产品文档|目录展开|展开全部|收起|分享(?:到)?|收藏|打印(?:本页)?|复制(?:链接|成功)?|关闭|搜索|我的(?:收藏|反馈)|在线客服|联系我们|意见反馈|.{0,8}相关(?:协议|文档|条款|链接|推荐|产品|阅读|内容)|(?:该|本|此|以上)?(?:文档|文章|页面|内容)(?:内容)?(?:是否)?对您(?:是否)?有(?:所)?帮助[？?吗]*|(?:有|没有)帮助|home|sign ?in|sign ?up|log ?in|register|menu|search|share|print(?: this page)?|close|back to top|skip to (?:main )?content|next|previous|previous page|next page|(?:next|previous)[：:].{0,60}|was this (?:page|article) helpful\??|cookie (?:settings|preferences)|accept all cookies|related (?:articles|documents|links)|download pdf|copy link|on this page|in this article)$/i;
/** Whose page it is, and under which numbers it is registered: a notice of its own, never words about such a thing. */
const OWNER =
  /^(?:(?:©|\(c\) ?\d|copyright\s?[:：]?\s?(?:©|\(c\)|\d{4}|\[)|copyright (?:notice|statement)\s?(?:©|\(c\)|\d{4})).{0,160}|.{0,80}all rights reserved\.?|.{0,60}版权所有(?![者人权方]).{0,60}|.{0,40}[A-Z\p{Script=Han}]ICP[备证].{0,60}|.{0,20}公网安备.{0,40}|.{0,20}增值电信业务经营许可证.{0,40})$/iu;
/** Somebody has to do something, has a right to, or answers for it. */
const BINDS =
  /[应须]|不[得予]|[有无]权|承担|负责|承诺|保证|同意|赔偿|责任|禁止|严禁|未经|\b(?:shall|must|agrees?|entitles?|liab\w*|warrant\w*|indemnif\w*|terminat\w*|prohibited|used by)\b/iu;
const SENTENCE = /[。；]/u;

/** A line with a number, a duty or a sentence is part of what is agreed, whatever words it has in common with a page. */
const binds = ({ text, list }: MarkedLine): boolean =>
  list?.ordered === true || parseNumber(text) !== undefined || SENTENCE.test(text) || BINDS.test(text);
/** The path to the page: 首页 > 法律协议 > … */
const PATH =
  /^(?:首页|主页|帮助中心|文档中心|文档|法律(?:声明|协议|条款)?|home|docs?|documentation|legal|support)(?:\s{0,3}[>＞»›→/]\s{0,3}[^>＞»›→/。；]{1,40}){1,6}$|^[^>＞»›。；]{1,30}(?:\s{0,3}[>＞»›]\s{0,3}[^>＞»›。；]{1,40}){2,6}$/i;
/** What a converter wrote in place of a picture. */
const PICTURE =
  /^(?:(?:the|this|a|an) (?:screenshot|image|figure|picture|diagram|photo|illustration|screen capture)s?\b.{0,40}\b(?:shows?|displays?|depicts?|illustrates?|contains?|features?|presents?)\b|(?:the|this|a) (?:screenshot|diagram|screen capture)s?\b.{0,40}\b(?:is|of)\b|(?:screenshot|image|picture|figure) (?:of|showing)\b|\[(?:image|screenshot|图片|截图|picture)[^\]]{0,80}\]$|(?:该|此|本)?(?:截图|图片|图像)(?:中)?(?:显示|展示|所示|描述|为)|(?:图片|截图|image|alt)[：:] ?.{0,80}$|!\[[^\]]{0,200}\]\([^)]{0,400}\)$)/i;
/** How such a description goes on: parts of a screen and where they are. */
const SCREEN =
  /\b(?:buttons?|tabs?|input fields?|drop-?downs?|menu|navigation|side ?bar|dialog|check ?boxe?s?|icons?|page|screen|table|columns?|section)\b/i;
const SCREEN_PLACE =
  /^(?:at the (?:top|bottom|left|right)|on the (?:top|bottom|left|right)|in the (?:top|bottom|left|right|upper|lower|cent)|below|above|there (?:is|are)|the (?:page|top|bottom|left|right|table|form|dialog|main|header|footer|following))\b/i;
const CONTENTS = /^(?:目\s*[录次]|table of contents|contents)$/i;
const LEADER = /(?:\.{4,}|…{2,}|·{4,}|(?: \.){4,}|_{6,}|\t)\s*\d{1,3}$/;
const FIRST_LABELS = 40;

/** Where chrome stands: before all that is agreed or after it, above a title, beside other chrome, or again and again. */
function standsApart(lines: readonly MarkedLine[], isNamed: (line: MarkedLine) => boolean): (index: number) => boolean {
  const first = lines.findIndex(binds);
  const last = lines.findLastIndex(binds);
  const times = new Map<string, number>();
  for (const { text } of lines) times.set(text, (times.get(text) ?? 0) + 1);
  return (index) => {
    const line = lines[index];
    // What has the mark of a heading is text.
    if (!line || line.heading !== undefined) return false;
    if (first === -1 || index < first || index > last || (times.get(line.text) ?? 0) > 1) return true;
    const [before, after] = [lines[index - 1], lines[index + 1]];
    if (after && readTitle(after.text) !== undefined) return true;
    return [before, after].some((each) => each && isNamed(each));
  };
}

/** Finds page chrome: furniture of printed pages, navigation, descriptions of pictures, tables of contents. */
export function findChrome(lines: readonly MarkedLine[], keep: ReadonlySet<number>): Chrome {
  const found = new Set<number>(findFurniture(lines));
  const isNamed = ({ text }: MarkedLine): boolean => NAVIGATION.test(text) || OWNER.test(text);
  const apart = standsApart(lines, isNamed);
  lines.forEach((line, index) => {
    if (line.cells || line.text.length > 200 || binds(line)) return;
    const named = isNamed(line) && apart(index);
    if (named || (index < FIRST_LABELS && PATH.test(line.text))) found.add(index);
  });
  addPictures(lines, found);
  addContents(lines, found);
  addUnnamedContents(lines, found);
  addFirstLabels(lines, found);
  for (const index of found) if (keep.has(lines[index]?.line ?? 0)) found.delete(index);
  const indexes = [...found].toSorted((a, b) => a - b);
  const repairs = indexes.map((index): Repair => {
    const line = lines[index];
    const before = `${line?.list?.ordered ? `${line.list.marker} ` : ''}${line?.text ?? ''}`;
    return { line: line?.line ?? 0, kind: 'dropped-chrome', before, after: '' };
  });
  return { lines: found, repairs };
}

function addPictures(lines: readonly MarkedLine[], found: Set<number>): void {
  const isChinese = isMostlyChinese(lines);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.cells || !PICTURE.test(line.text) || binds(line)) continue;
    found.add(index);
    const bare = /^(?:\[|!\[|(?:图片|截图|image|alt)[：:])/i.test(line.text);
    if (bare) continue;
    let listed = /[:：]$/.test(line.text);
    for (let next = lines[index + 1]; next; next = lines[index + 1]) {
      const foreign = isChinese && !/^[^A-Za-z]*\p{Script=Han}/u.test(next.text);
      const goesOn =
        (listed && next.list) ||
        (SCREEN_PLACE.test(next.text) && SCREEN.test(next.text)) ||
        (foreign && SCREEN.test(next.text));
      if (!goesOn || next.heading || next.cells) break;
      index += 1;
      found.add(index);
      listed ||= /[:：]$/.test(next.text);
    }
  }
}

function isMostlyChinese(lines: readonly MarkedLine[]): boolean {
  let han = 0;
  let latin = 0;
  for (const line of lines.slice(0, 400)) {
    han += line.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    latin += line.text.match(/[A-Za-z]+/g)?.length ?? 0;
  }
  return han > latin;
}

/** A table of contents: its heading, then entries with page numbers, or entries until the first of them comes back. */
function addContents(lines: readonly MarkedLine[], found: Set<number>): void {
  lines.forEach((line, index) => {
    if (!CONTENTS.test(line.text)) return;
    let end = index + 1;
    while (end < lines.length && LEADER.test(lines[end]?.text ?? '')) end += 1;
    if (end - index < 3) end = repeatedEntries(lines, index + 1);
    if (end - index < 3) return;
    for (let at = index; at < end; at += 1) found.add(at);
  });
}

/** Entries without a heading of their own (本政策包含：一、…二、…): three or more in a row that come again, in order. */
function addUnnamedContents(lines: readonly MarkedLine[], found: Set<number>): void {
  const entry = (line: MarkedLine | undefined): boolean =>
    line !== undefined && !line.cells && !line.verbatim && parseNumber(line.text) !== undefined && isEntry(line.text);
  const limit = Math.min(lines.length, FIRST_LABELS);
  for (let start = 0; start < limit; start += 1) {
    if (found.has(start) || !entry(lines[start])) continue;
    let end = start;
    while (end < lines.length && entry(lines[end])) end += 1;
    const again = lines.findIndex((line, index) => index > start && line.text === lines[start]?.text);
    if (again > start && again <= end && again - start >= 3 && comeAgain(lines, start, again)) {
      for (let at = start; at < again; at += 1) found.add(at);
      return;
    }
    start = end - 1;
  }
}

/** The lines of `[start, end)` stand again from `end` on, in the same order. */
function comeAgain(lines: readonly MarkedLine[], start: number, end: number): boolean {
  let at = start;
  for (let index = end; index < lines.length && at < end; index += 1)
    if (lines[index]?.text === lines[at]?.text) at += 1;
  return at === end;
}

function repeatedEntries(lines: readonly MarkedLine[], start: number): number {
  const plain = (text: string): string => text.replace(/[\s.．…·]+\d*$/, '').replace(/\s+/g, '');
  const first = plain(lines[start]?.text ?? '');
  if (first === '' || !isEntry(lines[start]?.text ?? '')) return start;
  for (let at = start + 1; at < lines.length && at < start + 200; at += 1) {
    const text = lines[at]?.text ?? '';
    if (plain(text) === first) return at;
    if (!isEntry(text)) return start;
  }
  return start;
}

const isEntry = (text: string): boolean =>
  isHeadingLike(text.slice(parseNumber(text)?.length ?? 0).replace(/[\s.…·]+\d*$/, ''));

/** Labels before the first title: the path to the page, names of other pages. Names of companies, dates and fields stay. */
function addFirstLabels(lines: readonly MarkedLine[], found: Set<number>): void {
  const title = lines.findIndex(
    (line, index) =>
      index < FIRST_LABELS && !found.has(index) && readTitle(line.text) !== undefined && !isRepeated(lines, index),
  );
  if (title <= 0) return;
  const labels = lines.slice(0, title).map((line, index) => ({ line, index }));
  if (!labels.every(({ line, index }) => found.has(index) || isLabel(line))) return;
  const name = plainTitle(lines[title]?.text ?? '');
  const loose = labels.filter(({ index }) => !found.has(index));
  const isPath = (text: string): boolean => text.length >= 2 && name.includes(text);
  if (labels.length < 3 && !loose.every(({ line }) => isPath(line.text))) return;
  for (const { index } of loose) found.add(index);
}

const isLabel = (line: MarkedLine): boolean =>
  !line.heading &&
  !line.cells &&
  isHeadingLike(line.text) &&
  line.text.length <= 30 &&
  !/\d{4}|公司|集团|中心$|\b(?:inc|ltd|llc|limited|corp)\b|合同编号/i.test(line.text) &&
  parseNumber(line.text) === undefined;

const isRepeated = (lines: readonly MarkedLine[], index: number): boolean =>
  lines[index + 1]?.text === lines[index]?.text;
