/**
 * What a sentence must contain before a phrase is worth looking for: short runs of characters (two Chinese characters, three
 * Latin letters, one quantity) taken from the phrase's fixed words. It keeps the reading of long agreements quick; it never
 * decides anything, since a phrase that cannot be ruled out is looked for.
 */

/** At least one of these runs must stand in the sentence. */
export type Requirement = readonly string[];

const HAN_OR_TOKEN = /[\p{Script=Han}\uE000-\uF8FF]/u;
const LATIN = /[a-z]/u;

/** The runs of a sentence. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  const lower = text.toLowerCase();
  let latin = 0;
  let han = false;
  for (let index = 0; index < lower.length; index += 1) {
    const character = lower[index] ?? '';
    const code = lower.charCodeAt(index);
    if (code >= 97 && code <= 122) {
      latin += 1;
      han = false;
      if (latin >= 3) grams.add(lower.slice(index - 2, index + 1));
      continue;
    }
    latin = 0;
    if (code < 0x3007) han = false;
    else {
      grams.add(character);
      if (han) grams.add(lower.slice(index - 1, index + 1));
      han = true;
    }
  }
  return grams;
}

function gramOf(run: string): string | undefined {
  let single: string | undefined;
  for (let index = 0; index < run.length; index += 1) {
    const two = run.slice(index, index + 2);
    const three = run.slice(index, index + 3);
    if (two.length === 2 && HAN_OR_TOKEN.test(two[0] ?? '') && HAN_OR_TOKEN.test(two[1] ?? '')) return two;
    if (three.length === 3 && [...three].every((character) => LATIN.test(character))) return three;
    if (HAN_OR_TOKEN.test(run[index] ?? '')) single ??= run[index];
  }
  return single;
}

/** Reads the fixed words of a regular expression's source (groups, alternatives, optional parts; no back references). */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source.toLowerCase();
  }

  alternatives(): Requirement[] {
    const branches: Requirement[][] = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      branches.push(this.sequence());
    }
    const [only] = branches;
    if (branches.length === 1 && only) return only;
    const chosen = branches.map((branch) => branch.toSorted((a, b) => a.length - b.length)[0]);
    return chosen.includes(undefined) ? [] : [chosen.flatMap((requirement) => requirement ?? [])];
  }

  private sequence(): Requirement[] {
    const required: Requirement[] = [];
    let run = '';
    const close = (): void => {
      const gram = gramOf(run);
      if (gram !== undefined) required.push([gram]);
      run = '';
    };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const character = this.source[this.at] ?? '';
      if (character === '(' || character === '[' || character === '\\' || '.^$'.includes(character)) {
        close();
        const inner = character === '(' ? this.group() : character === '[' ? this.characterClass() : this.skip();
        if (!this.optional()) required.push(...inner);
      } else {
        this.at += 1;
        const optional = this.optional();
        if (optional) close();
        else run += character;
      }
    }
    close();
    return required;
  }

  private skip(): Requirement[] {
    this.at += this.source[this.at] === '\\' ? 2 : 1;
    return [];
  }

  private characterClass(): Requirement[] {
    const end = this.source.indexOf(']', this.at + 2);
    const members = [...this.source.slice(this.at + 1, end)];
    this.at = end + 1;
    return members.every((member) => /[\uE000-\uF8FF]/u.test(member)) ? [members] : [];
  }

  private group(): Requirement[] {
    const look = /^\((?:\?(?:<?[=!]))/u.test(this.source.slice(this.at, this.at + 4));
    this.at += this.source.startsWith('(?:', this.at) ? 3 : 1;
    if (look) this.at += this.source[this.at + 1] === '<' ? 3 : 2;
    const inner = this.alternatives();
    this.at += 1;
    return look ? [] : inner;
  }

  private optional(): boolean {
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(this.source.slice(this.at, this.at + 12))?.[0];
    if (quantifier === undefined) return false;
    this.at += quantifier.length;
    return quantifier.startsWith('?') || quantifier.startsWith('*') || quantifier.startsWith('{0');
  }
}

/** What a text must contain to match a regular expression of this source. */
export function requirementsOf(source: string): readonly Requirement[] {
  return new Reader(source).alternatives();
}
