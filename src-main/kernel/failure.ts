import { say } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { CallFailure } from '../contract/call.ts';

/** Any thrown value as a failure that crosses: a refusal in its own words, anything else as a defect with copyable details. */
export function failureOf(error: unknown): CallFailure {
  if (error instanceof Refusal) {
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    return {
      code: error.code,
      sentence: error.sentence,
      next: error.next,
      ...(cause === undefined ? {} : { details: cause }),
    };
  }
  return {
    code: 'defect',
    sentence: {
      zh: '程序内部出错，刚才的操作没有写入任何记录。',
      en: 'Something inside the app failed; nothing was recorded by this step.',
    },
    next: {
      zh: '请重试；若再次出现，请复制详情并报告。',
      en: 'Try again; if it happens again, copy the details and report it.',
    },
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Refuses because something named does not exist (any more). */
export function unknownThing(what: { zh: string; en: string }): Refusal {
  return new Refusal(
    'not-found',
    { zh: `找不到${say(what, 'zh')}。`, en: `There is no such ${say(what, 'en')}.` },
    { zh: '请返回列表后重试。', en: 'Go back to the list and try again.' },
  );
}
