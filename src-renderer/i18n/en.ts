import { agenda } from './en/agenda.ts';
import { compare } from './en/compare.ts';
import { decision } from './en/decision.ts';
import { evidence } from './en/evidence.ts';
import { explanations } from './en/explanations.ts';
import { frame } from './en/frame.ts';
import { importing } from './en/importing.ts';
import { letters } from './en/letters.ts';
import { library } from './en/library.ts';
import { notices } from './en/notices.ts';
import { obligations } from './en/obligations.ts';
import { reader } from './en/reader.ts';
import { scans } from './en/scans.ts';
import { settings } from './en/settings.ts';
import { terms } from './en/terms.ts';
import type { Messages } from './zh-CN.ts';

/** All messages in English. A missing one does not compile and fails the build. */
export const en: Messages = {
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
