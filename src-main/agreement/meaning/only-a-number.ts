const ONLY_A_NUMBER =
  /^[^，,。；;：:]{0,30}(?:热线|电话|客服|hotline|helpline|\b(?:tele)?phone|support\sline|customer\s(?:service|care))[^，,。；;：:]{0,20}[：:]?\s?[+（(]?\d[\d\s()（）–-]{4,24}[。.]?\s*$/iu;

/** Whether a clause says only who may be called where (`客服热线：400…`): of no way and no time of a notice, whatever its heading says. */
export const isOnlyANumber = (text: string): boolean => ONLY_A_NUMBER.test(text);
