import { type Language, say, type Sentence } from '../agreement/sentence.ts';
import type { DecisionWords } from '../contract/review.ts';

const BUTTONS: Readonly<Record<'accept' | 'decline' | 'set-aside', Sentence>> = {
  accept: { zh: '我已阅读并同意', en: 'I have read and agree' },
  decline: { zh: '拒绝', en: 'Decline' },
  'set-aside': { zh: '暂不决定', en: 'Set aside' },
};

interface StatementOf {
  readonly company: string;
  readonly title: string;
  readonly ordinal: number;
  readonly fingerprint: string;
  readonly provider: string | undefined;
  readonly conspicuous: number;
}

/** What the person declares by the click: shown at the decision, stored word for word in the record. */
function statement({ company, title, ordinal, fingerprint, provider, conspicuous }: StatementOf): Sentence {
  const short = fingerprint.slice(0, 16);
  return {
    zh:
      `本人代表${company || '（公司）'}，已完整阅读${provider ? `${provider}的` : ''}《${title}》第 ${ordinal} 个留存版本` +
      `（文本指纹 ${short}），其中 ${conspicuous} 条限制责任、违约、终止、管辖等条款已逐条加粗提示并由本人逐条确认。` +
      `点击“${say(BUTTONS.accept, 'zh')}”即为接受该版本全部内容的意思表示。`,
    en:
      `On behalf of ${company || '(company)'} I have read “${title}”${provider ? ` by ${provider}` : ''}, kept version ${ordinal} ` +
      `(text fingerprint ${short}), in full. Its ${conspicuous} clauses on liability, breach, termination, jurisdiction and the like ` +
      `were shown to me in bold and acknowledged one by one. Clicking “${say(BUTTONS.accept, 'en')}” declares acceptance of the whole of this version.`,
  };
}

/** The exact words of statement and buttons, in the language shown. */
export function decisionWords(of: StatementOf, language: Language): DecisionWords {
  return {
    statement: say(statement(of), language),
    acceptButton: say(BUTTONS.accept, language),
    declineButton: say(BUTTONS.decline, language),
    setAsideButton: say(BUTTONS['set-aside'], language),
  };
}
