/**
 * What can speak for a name: it acts as a person does, does what a product does too, owns, stands beside the reader, is said to
 * provide, is in addresses, has the mail, stands without an article; or with one, which speaks against it.
 */
export type Evidence = 'acts' | 'does' | 'owns' | 'beside' | 'says' | 'address' | 'mail' | 'bare' | 'thing';

export type Found = Partial<Readonly<Record<Evidence, number>>>;

/** Hosts that texts of anybody send their readers to. */
export const OTHER_HOSTS =
  /^(?:www|docs|support|legal|privacy|hotmail|outlook|yahoo|foxmail|google|apple|facebook|twitter|youtube|linkedin|instagram|microsoft|amazon|paypal|stripe|adr|jamsadr|europa|wikipedia|example|gmail|qq|163|weixin|taobao|github|cloudflare|mozilla|networkadvertising|aboutads|allaboutcookies|youronlinechoices|w3|ftc|privacyshield)$/u;

const squeezed = (name: string): string => name.replace(/[^A-Za-z0-9]/gu, '').toLowerCase();

/** Whether a name of this shape is nobody's; `whole`: its first letter is its own. */
type Refusal = (name: string, found: Found, whole: boolean) => boolean;
/** So often a name stands there before that is told. */
const OWN = 4;
const WHOLE = 0.9;

/** A longer name takes the place of a part of it that stands alone so much less often. */
const SAME = 0.6;
const FEWEST = 0.9;

/**
 * Names with what speaks for each. Chinese has no blanks between words, so that every stretch beside a cue may be the name: of those
 * that stand there about as often, the longest is the name.
 */
export class NameVotes {
  readonly #found = new Map<string, Partial<Record<Evidence, number>>>();
  readonly #count = new Map<string, number>();
  readonly #hosts = new Map<string, number>();
  readonly #mail = new Map<string, number>();
  readonly #refused: Refusal[] = [];
  readonly #notices = new Set<string>();

  add(name: string, evidence: Evidence): void {
    const found = this.#found.get(name) ?? {};
    found[evidence] = (found[evidence] ?? 0) + 1;
    this.#found.set(name, found);
    this.#count.set(name, (this.#count.get(name) ?? 0) + 1);
  }

  /** An address of this host stands in the text: it speaks for whoever is called so. */
  host(name: string, hasMail: boolean): void {
    const host = squeezed(name);
    this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
    if (hasMail) this.#mail.set(host, (this.#mail.get(host) ?? 0) + 1);
  }

  /** The names of this shape are nobody's. */
  refuse(test: Refusal): void {
    if (this.#refused.length < 2) this.#refused.push(test);
  }

  /** Every name beside which something speaks for it, whoever it is. */
  all(): readonly { readonly name: string; readonly found: Found }[] {
    return [...this.#found].map(([name, found]) => ({ name, found }));
  }

  /** How often an address stands in the text whose host is called as this name is. */
  addressesOf(name: string): number {
    return this.#hosts.get(squeezed(name)) ?? 0;
  }

  /** The hosts of the text's addresses, oftenest first. */
  get hosts(): readonly string[] {
    return [...this.#hosts].toSorted(([, a], [, b]) => b - a).map(([host]) => host);
  }

  /** A name does something on a day that the text gives: what a notice says of whoever sends it. */
  gaveNotice(name: string): void {
    this.#notices.add(name);
  }

  /** Whoever gives notice in a text that names nobody else, where its name has the form of a brand. */
  noticeGiver(form: RegExp): string | undefined {
    return [...this.#notices].find(
      (name) => name.length > 2 && form.test(name) && !this.#refused.some((test) => test(name, { acts: 1 }, true)),
    );
  }

  /** The names that stand for themselves, without parts of longer ones; `generic` tells those that anybody may have. */
  names(generic: (name: string) => boolean): readonly { readonly name: string; readonly found: Found }[] {
    const often = [...this.#count].filter(([, count]) => count > FEWEST);
    const longer = new Map<string, string[]>();
    for (const [name, count] of often)
      for (const part of [name.slice(1), name.slice(0, -1)])
        if (count >= SAME * (this.#count.get(part) ?? Number.POSITIVE_INFINITY))
          longer.set(part, [...(longer.get(part) ?? []), name]);
    return often.flatMap(([name]) => {
      const found = this.#found.get(name) ?? {};
      if (longer.has(name) || generic(name) || this.#refused.some((test) => test(name, found, this.#isWhole(name))))
        return [];
      const host = squeezed(name);
      const [address, mail] = [this.#hosts.get(host) ?? 0, this.#mail.get(host) ?? 0];
      return [{ name, found: { ...found, address, mail } }];
    });
  }

  /** Whether its first letter hardly ever stands apart from the rest of it: then it leads to no name, but is its own. */
  #isWhole(name: string): boolean {
    const count = this.#count.get(name) ?? 0;
    return name.length > 2 && count >= OWN && count >= WHOLE * (this.#count.get(name.slice(1)) ?? 0);
  }
}
