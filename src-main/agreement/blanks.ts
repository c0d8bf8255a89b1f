import type { Blank } from './model.ts';
import { isSignatureLabel, isSignatureLine } from './signature.ts';

/** A run to write on: underscores, full-width ones, boxes; spaces before 年月日. */
const RUN =
  /[_＿]{2,}(?:[ \u3000]*[_＿]+)*|[□☐]|[（(【[][ \u3000]{2,}[）)】\]]|[.．]{8,}|(?<=^|[：:\s])[ \u3000]*年[ \u3000]+月[ \u3000]+日/g;
/** A label with nothing after it. */
const EMPTY_LABEL = /^(.{1,30}?)[ \u3000]*[：:][ \u3000]*$/;
const LABEL_BEFORE =
  /([^\s_＿。；;，,、（）()：:\t\n]{1,24})[ \u3000]*[：:]?[ \u3000]*(?:[（(][^（）()\n]{0,20}[）)])?[ \u3000]*[：:]?[ \u3000]*$/u;
const LABEL_AFTER = /^[ \u3000]*([^\s_＿。；;，,、：:\t\n]{1,16})/u;

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
      const label = /年/.test(match[0])
        ? '日期'
        : (LABEL_BEFORE.exec(before)?.[1] ?? LABEL_AFTER.exec(after)?.[1] ?? '');
      found.push({ clause, label });
      from = match.index + match[0].length;
    }
    const empty = found.length === 0 ? EMPTY_LABEL.exec(line)?.[1] : undefined;
    if (empty !== undefined && (signature || isSignatureLine(line) || isSignatureLabel(line)))
      found.push({ clause, label: empty });
  }
  return found;
}
