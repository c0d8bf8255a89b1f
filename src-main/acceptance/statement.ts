import { type Language, say, type Sentence, sentence } from '../agreement/sentence.ts';

const BUTTONS: Readonly<Record<'accept' | 'decline' | 'set-aside', Sentence>> = {
  accept: sentence('acceptance.statement.buttons.accept'),
  decline: sentence('acceptance.statement.buttons.decline'),
  'set-aside': sentence('acceptance.statement.buttons.set-aside'),
};

/** The exact words that are shown at the decision, and will be stored. */
export interface DecisionWords {
  readonly statement: string;
  readonly acceptButton: string;
  readonly declineButton: string;
  readonly setAsideButton: string;
}

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
  const said = {
    company: company || sentence('acceptance.statement.company-open'),
    title,
    ordinal,
    short: fingerprint.slice(0, 16),
    conspicuous,
    button: BUTTONS.accept,
  };
  return provider
    ? sentence('acceptance.statement.declaration-to-provider', { ...said, provider })
    : sentence('acceptance.statement.declaration', said);
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
