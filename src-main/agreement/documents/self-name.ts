/** 《X》（以下简称“本协议”） */
const CHINESE =
  /[《“"]([^《》“”"]{3,60})[》”"]\s{0,2}[（(]\s{0,2}(?:[^（）()]{0,12}[，,])?(?:以下|下|后文?|可)?(?:统?简?称)?(?:为|作)?\s{0,2}[：:]?\s{0,2}[“"「『‘]?(?:本|该|此)(?:服务|用户|使用|产品)?(?:协议|条款|合同|规则|政策|声明|承诺书?|文件|SLA)/u;
/** X规定了…, as a first sentence */
const CHINESE_SUBJECT =
  /^(?:本|该)?((?!本|该|此|双方|您|为|根据)[^，。；：《》]{3,40}?(?:协议|条款|合同))(?:\s{0,2}[（(][^（）()]{0,60}[）)])?(?:规定了|约定了|适用于|由以下|是由)/u;
/** This X (“Agreement”) */
const ENGLISH =
  /\b(?:[Tt]his|[Tt]hese|[Tt]he following|[Tt]he)\s+((?:[A-Z][\w&’'./-]*|\([A-Z]+\))(?:\s+(?:[A-Z][\w&’'./-]*|\([A-Z]+\)|of|and|for|the|to|on|&)){1,11})\s*\((?:[^()]{0,40}?[\s,])?[“"'](?:this |the |these )?(?:[\w ]{0,24}(?:Agreement|Terms|Contract|Policy|Conditions)|SLA|TOS|ToS|AUP|DPA)[”"']/u;

/** So far into a text it says what it is. */
const READ = 8;

/**
 * The name that a text without a title line gives itself in its opening, as written and without its book marks. Undefined where it gives
 * none.
 */
export function selfName(texts: readonly string[]): string | undefined {
  const opening = texts.slice(0, READ);
  for (const text of opening) {
    const name = CHINESE.exec(text)?.[1] ?? ENGLISH.exec(text)?.[1];
    if (name) return name.trim();
  }
  return CHINESE_SUBJECT.exec(opening[0] ?? '')?.[1]?.trim();
}
