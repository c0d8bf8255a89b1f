/** `“Principal” means the party giving the order`, `(the “Merchant”)`: a word for a side, which anybody may be. */
const ROLES: readonly RegExp[] = [
  /[“"]\**(?:[Tt]he )?([A-Z][\w-]*(?: [A-Z][\w-]*)?)\**[”"]\s(?:shall |will )?(?:means?|refers? to|is|are)\s(?:any|an?|the|whoever|each|all|you|such|every|one|persons?)\b(?![^.;]{0,80}\b(?:suppl|provid|offer|operat))/gu,
  /\((?:[^()“”"]{0,40}\b)?the [“"]([A-Z][\w-]*(?: [A-Z][\w-]*)?)[”"]/gu,
  /[“"]the ([A-Z][\w-]*(?: [A-Z][\w-]*)?)[”"]/gu,
];

/** Words that the name is of an owner of: `“Oakline” means the Oakline entity that signed`. Whose definition says so is somebody. */
const OWNS =
  /^(?:['’]s)?\s(?:\p{Ll}+\s)?(?:entit|compan|group|affiliate|subsidiar|corporation|contracting|legal|member|branch|office)/u;
const DEFINITION_ENDS = /[.;“"\n]/u;

function isSomebody(name: string, behind: string): boolean {
  const [definition = ''] = behind.split(DEFINITION_ENDS, 1);
  return definition
    .split(name)
    .slice(1)
    .some((words) => OWNS.test(words));
}

/** The words that an English text defines as words for a side or a thing: names of nobody. */
export function definedRoles(whole: string): ReadonlySet<string> {
  return new Set(
    ROLES.flatMap((pattern) =>
      [...whole.matchAll(pattern)].flatMap(({ index, 0: words, 1: name = '' }) =>
        isSomebody(name, whole.slice(index + words.length, index + words.length + LONGEST)) ? [] : [name],
      ),
    ),
  );
}

/** A definition is looked at as far. */
const LONGEST = 200;
