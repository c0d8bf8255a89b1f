import type { Blank } from '../model.ts';
import { isSignatureLabel, isSignatureLine } from './signature.ts';

/** A run to write on: underscores, full-width ones, boxes; spaces before 年月日. */
const RUN =
  /[_＿]{2,}|[□☐]|[（(【[][ \u3000]{2,}[）)】\]]|[.．]{8,}|(?<=^|[：:\s至自于])[ \u3000]{0,12}年[ \u3000]{1,12}月[ \u3000]{1,12}日/g;
/** A label with nothing after it. */
const EMPTY_LABEL = /^(.{1,30}?)[ \u3000]*[：:][ \u3000]*$/;
const LABEL_BEFORE =
  /([^\s_＿。；;，,、（）()：:\t\n]{1,24})[ \u3000]*[：:]?[ \u3000]*(?:[（(][^（）()\n]{0,20}[）)])?[ \u3000]*[：:]?[ \u3000]*$/u;
/** ________（单位名称） */
const BRACKETED_AFTER = /^[ \u3000]*[（(](?!以下|下称|简称|盖章|签[字章名])([^（）()，,：:\n]{2,20})[）)，,：:]/u;
const LABEL_AFTER = /^[ \u3000]*([^\s_＿。；;，,、：:\t\n]{1,16})/u;

/** The words that name a place to fill in: beside a box after it, elsewhere before it or in brackets behind it. */
function labelOf(run: string, before: string, after: string): string {
  if (/年/.test(run)) return '日期';
  const ticked = /^[□☐]$/.test(run) ? LABEL_AFTER.exec(after)?.[1] : undefined;
  return (
    ticked ?? BRACKETED_AFTER.exec(after)?.[1] ?? LABEL_BEFORE.exec(before)?.[1] ?? LABEL_AFTER.exec(after)?.[1] ?? ''
  );
}

/** 单位（盖章）： */
const SIGN_HINT = /(?<=.)[（(](?:盖章|公章|签章|签字|签名|盖公章|签字或盖章|盖章或签字)[）)]$/u;

/** Places to fill in within one clause, each with the words that name it. */
export function blanksOf(clause: string, text: string, signature: boolean): readonly Blank[] {
  const found: Blank[] = [];
  const lines = text.split('\n');
  for (const line of lines) {
    if (line.length > 20_000 && !/[_＿□☐]/.test(line)) continue;
    let from = 0;
    for (const match of line.matchAll(RUN)) {
      const before = line.slice(Math.max(from, match.index - 60), match.index);
      const after = line.slice(match.index + match[0].length, match.index + match[0].length + 20);
      const label = labelOf(match[0], before, after);
      found.push({ clause, label });
      from = match.index + match[0].length;
    }
    if (found.length > 0 || !(signature || isSignatureLine(line) || isSignatureLabel(line))) continue;
    for (const column of line.slice(0, 400).split(/[\t\u3000]+| {2,}/)) {
      const empty = EMPTY_LABEL.exec(column)?.[1];
      if (empty !== undefined) found.push({ clause, label: empty.replace(SIGN_HINT, '') });
    }
  }
  return found;
}
