/** How a published rate is raised: by so many times itself, and by so many points on top, both as decimal text. */
export interface OverReference {
  readonly times: string;
  readonly plus: string;
}

const N = String.raw`(\d+(?:\.\d+)?)`;
const POINTS = String.raw`(?:个?百分点|percentage\spoints?)`;

/** In order: a share “more” of the rate itself is a multiple, points and an English percentage on top are added. */
const WAYS: readonly (readonly [RegExp, (figure: number) => OverReference])[] = [
  [new RegExp(String.raw`${N}\s*(?:倍|times\b|x\b)`, 'iu'), (n) => ({ times: String(n), plus: '0' })],
  [
    new RegExp(String.raw`^(?:的|按)\s*${N}\s*%|${N}\s*(?:%|per\s?cent)\s*of\b`, 'iu'),
    (n) => ({ times: String(Number((n / 100).toPrecision(12))), plus: '0' }),
  ],
  [new RegExp(String.raw`${N}\s*${POINTS}`, 'iu'), (n) => ({ times: '1', plus: String(n) })],
  [
    new RegExp(String.raw`${N}\s*(?:个?基点|bps?\b|basis\spoints?)`, 'iu'),
    (n) => ({ times: '1', plus: String(n / 100) }),
  ],
  [
    new RegExp(String.raw`(?:上浮|加收|加计|上调)[^\d]{0,4}${N}\s*%`, 'iu'),
    (n) => ({ times: String(Number((1 + n / 100).toPrecision(12))), plus: '0' }),
  ],
  [
    new RegExp(String.raw`${N}\s*(?:%|per\s?cent)[^\d]{0,40}\b(?:above|over|plus|in\sexcess\sof|higher\sthan)`, 'iu'),
    (n) => ({ times: '1', plus: String(n) }),
  ],
  [
    new RegExp(String.raw`(?:\bplus|\+)\s*(?:a\smargin\sof\s)?${N}\s*(?:%|per\s?cent)`, 'iu'),
    (n) => ({ times: '1', plus: String(n) }),
  ],
];

/**
 * What words add to a published rate: `四倍`, `plus 2 percentage points`, `上浮30%`, `4% a year above`. Absent where they leave open
 * whether a share is one of the rate or comes on top of it (`加2%`).
 */
export function overReference(words: string): OverReference | undefined {
  for (const [pattern, read] of WAYS) {
    const figure = pattern
      .exec(words)
      ?.slice(1)
      .find((each) => each !== undefined);
    if (figure !== undefined) return read(Number(figure));
  }
  return undefined;
}
