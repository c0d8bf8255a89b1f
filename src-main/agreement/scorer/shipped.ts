import type { TagKind } from '../model.ts';
import weights from '../../../assets/reading/weights.json' with { type: 'json' };
import { type KeptLinear, type LanguageModel, linear, type Scorer } from './model.ts';

/** A language's models as they are kept in `assets/reading/weights.json`. */
export interface KeptLanguage {
  readonly certain: number;
  readonly possible: number;
  readonly conspicuous: KeptLinear;
  readonly kinds: Readonly<Record<string, KeptLinear>>;
  readonly useful: Readonly<Record<string, KeptLinear & { readonly certain: number }>>;
}

const modelOf = ({ certain, possible, conspicuous, kinds, useful }: KeptLanguage): LanguageModel => ({
  certain,
  possible,
  conspicuous: linear(conspicuous),
  kinds: new Map(Object.entries(kinds).map(([kind, each]) => [kind as TagKind, linear(each)])),
  useful: new Map(
    Object.entries(useful).map(([kind, each]) => [kind as TagKind, { linear: linear(each), certain: each.certain }]),
  ),
});

let zh: LanguageModel | undefined;
let en: LanguageModel | undefined;

/** What was learnt from the labels (`npm run train:reading`); each language is made ready when it is first asked for. */
export const SHIPPED: Scorer = {
  get zh() {
    zh ??= modelOf(weights.zh);
    return zh;
  },
  get en() {
    en ??= modelOf(weights.en);
    return en;
  },
};
