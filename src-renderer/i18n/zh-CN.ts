import { agenda } from './zh-CN/agenda.ts';
import { compare } from './zh-CN/compare.ts';
import { decision } from './zh-CN/decision.ts';
import { evidence } from './zh-CN/evidence.ts';
import { explanations } from './zh-CN/explanations.ts';
import { frame } from './zh-CN/frame.ts';
import { importing } from './zh-CN/importing.ts';
import { letters } from './zh-CN/letters.ts';
import { library } from './zh-CN/library.ts';
import { notices } from './zh-CN/notices.ts';
import { obligations } from './zh-CN/obligations.ts';
import { reader } from './zh-CN/reader.ts';
import { scans } from './zh-CN/scans.ts';
import { settings } from './zh-CN/settings.ts';
import { terms } from './zh-CN/terms.ts';

/** All messages in Chinese, by screen. Written first; every other language has exactly this shape. */
export const zhCN = {
  agenda,
  compare,
  decision,
  evidence,
  explanations,
  frame,
  importing,
  letters,
  library,
  notices,
  obligations,
  reader,
  scans,
  settings,
  terms,
};

/** Literal texts widen to `string`, so that another language can say them its own way. */
type Shape<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof Value]: Shape<Value[Key]> };

export type Messages = Shape<typeof zhCN>;
