/** `“Principal” means the party giving the order`, `(the “Merchant”)`: a word for a side, which anybody may be. */
const ROLES: readonly RegExp[] = [
  /[“"]\**(?:[Tt]he )?([A-Z][\w-]*(?: [A-Z][\w-]*)?)\**[”"]\s(?:shall |will )?(?:means?|refers? to|is|are)\s(?:any|an?|the|whoever|each|all|you|such|every|one|persons?)\b(?![^.;]{0,80}\b(?:suppl|provid|offer|operat))/gu,
  /\((?:[^()“”"]{0,40}\b)?the [“"]([A-Z][\w-]*(?: [A-Z][\w-]*)?)[”"]/gu,
  /[“"]the ([A-Z][\w-]*(?: [A-Z][\w-]*)?)[”"]/gu,
];

/** The words that an English text defines as words for a side or a thing: names of nobody. */
export function definedRoles(whole: string): ReadonlySet<string> {
  return new Set(ROLES.flatMap((pattern) => [...whole.matchAll(pattern)].map(([, name = '']) => name)));
}
