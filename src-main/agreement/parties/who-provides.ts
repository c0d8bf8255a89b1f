import { actingName } from './acting-name.ts';
import { buyerOf } from './lettered-parties.ts';
import { PARTY_WORDS } from '../rules/parties.ts';
import { onlyCompany, onlyEnglishCompany, type ProviderReading } from './provider.ts';
import { weighedName } from './weighed-name.ts';

/** So much speaks for the likeliest name before it is taken where no order of signs finds one. */
const LEAST = 6;

/**
 * Who provides: the company that is defined so, or that another document of the same source gives this document's short name; else the
 * name for which all signs together speak most.
 */
export function whoProvides(
  title: string,
  texts: readonly string[],
  provider: ProviderReading | undefined,
  all: readonly (ProviderReading | undefined)[],
): string | undefined {
  if (isBlank(texts, provider)) return undefined;
  if (provider && isSure(provider, texts)) return provider.name;
  const company = provider?.name ?? onlyCompany(texts) ?? onlyEnglishCompany(texts);
  const short = providerByShortName(texts, all);
  if (short !== undefined) return company?.includes(short) === true ? company : short;
  const acting = actingName(title, texts);
  const found = weighedName(title, texts, {
    acting,
    company: company === undefined ? undefined : { name: company, weak: provider !== undefined },
  });
  if (found === undefined) return undefined;
  if ((acting ?? company) === undefined && found.weight < LEAST) return undefined;
  const isCompany = company?.includes(found.name) === true || isSpokenOfByRole(texts, found.name);
  return isCompany ? (company ?? found.name) : found.name;
}

/** Whether a text is the form of a buyer, with a blank for who provides. */
function isBlank(texts: readonly string[], provider: ProviderReading | undefined): boolean {
  const buyer = buyerOf(texts);
  return buyer !== undefined && (provider?.name ?? buyer).includes(buyer);
}

/** Whether the sides are named by their parts throughout (甲方, 平台), and the name stands there far less often. */
function isSpokenOfByRole(texts: readonly string[], name: string): boolean {
  const times = (word: string): number => texts.reduce((sum, text) => sum + text.split(word).length - 1, 0);
  const most = Math.max(times('甲方') + times('乙方'), ...ROLES.map(times));
  return most >= Math.max(FEWEST, 3 * times(name));
}
const FEWEST = 12;
const ROLES = PARTY_WORDS.provider.chinese.filter((word) => !/^(?:我|本)/u.test(word));

/** A company that gives itself a Latin short name uses it; one that is defined and never named again is somebody else. */
export function isSure({ short, weak }: ProviderReading, texts: readonly string[]): boolean {
  if (weak) return false;
  if (short === undefined || !/^[A-Za-z]/u.test(short) || SELF_NAMES.test(short)) return true;
  return texts.filter((text) => text.includes(short)).length > 2;
}
const SELF_NAMES = /^(?:we|us|our|the |company|provider|supplier|licensor|vendor)/iu;

/** A document that only uses a short name is by the company that another document of the same source gives this name. */
function providerByShortName(
  texts: readonly string[],
  all: readonly (ProviderReading | undefined)[],
): string | undefined {
  const head = texts.slice(0, HEAD).join('\n').slice(0, 4000);
  const known = all.flatMap((provider) =>
    provider?.short !== undefined && !/^[甲乙丙]方$|^(?:we|us|company|provider|本公司|我们)$/i.test(provider.short)
      ? [provider]
      : [],
  );
  const counted = known.map((provider) => ({
    name: provider.name,
    count: head.split(provider.short ?? '\0').length - 1,
  }));
  const best = counted.toSorted((a, b) => b.count - a.count)[0];
  return best && best.count > 0 ? best.name : undefined;
}

/** A short name is looked for in the first texts. */
const HEAD = 15;
