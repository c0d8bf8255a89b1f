/** Longhands that matter here, and which of them each shorthand sets. */
const SHORTHANDS: Readonly<Record<string, readonly string[]>> = {
  font: ['font-size', 'font-weight'],
  background: ['background-color', 'background-image', 'background-clip'],
  '-webkit-background-clip': ['background-clip'],
  'text-decoration': ['text-decoration-line'],
  'list-style': ['list-style-type'],
  overflow: ['overflow-x', 'overflow-y'],
  inset: ['top', 'right', 'bottom', 'left'],
  margin: ['margin-left', 'margin-top'],
  animation: ['animation-name'],
  all: ['display', 'visibility', 'opacity', 'font-size', 'color', 'position', 'text-decoration-line', 'content'],
};

const LONGHANDS = new Set(
  (
    'display visibility opacity font-size font-weight color background-color background-image background-clip position left right top bottom ' +
    'text-indent width height max-width max-height overflow-x overflow-y clip clip-path transform scale content-visibility ' +
    'text-decoration-line white-space list-style-type content unicode-bidi direction counter-reset counter-increment counter-set ' +
    'margin-left margin-top filter -webkit-text-fill-color animation-name zoom -webkit-clip-path z-index'
  ).split(' '),
);

/** The longhands that a property sets; none: it does not matter here. */
export function longhandsOf(property: string): readonly string[] {
  return SHORTHANDS[property] ?? (LONGHANDS.has(property) || property.startsWith('--') ? [property] : []);
}

const FONT_SIZE =
  /(?:^|\s)((?:[\d.]+(?:px|pt|em|rem|%|vw|vh|ex|ch|pc|cm|mm|in))|0|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger)(?=$|\s|\/)/;
const COLOUR =
  /#[\da-f]{3,8}\b|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\([^)]*\)|\b[a-z]+\b/g;
const NO_COLOUR =
  /^(?:none|repeat|no-repeat|repeat-x|repeat-y|center|top|left|right|bottom|scroll|fixed|local|cover|contain|auto|border-box|padding-box|content-box|text|url|round|space)$/;
const WIDE_KEYWORD = /^(?:inherit|initial|unset|revert|revert-layer)$/;

/** What a longhand is by the value of a shorthand. */
export function longhandValue(shorthand: string, longhand: string, value: string): string {
  if (shorthand === longhand || WIDE_KEYWORD.test(value)) return value;
  switch (shorthand) {
    case 'font':
      if (longhand === 'font-size') return FONT_SIZE.exec(value)?.[1] ?? 'medium';
      return /(?:^|\s)(bold|bolder|[6-9]00)(?=\s)/.exec(value)?.[1] ?? 'normal';
    case 'background':
      if (longhand === 'background-clip') return /(?:^|[\s,])text(?=$|[\s,])/.test(value) ? 'text' : 'border-box';
      if (longhand === 'background-image') return /url\(|gradient\(|image-set\(/.test(value) ? 'url()' : 'none';
      return (
        value
          .replace(/url\([^)]*\)/g, '')
          .match(COLOUR)
          ?.find((word) => !NO_COLOUR.test(word)) ?? 'transparent'
      );
    case 'overflow':
      return value.split(/\s+/)[longhand === 'overflow-x' ? 0 : 1] ?? value.split(/\s+/)[0] ?? value;
    case 'inset':
    case 'margin':
      return side(value, longhand);
    case 'animation':
      return /^none$/.test(value) ? 'none' : value;
    default:
      return value;
  }
}

/** One side of a value for one to four sides. */
function side(value: string, longhand: string): string {
  const sides = value.split(/\s+(?![^(]*\))/);
  const [top = '0', right = top, bottom = top, left = right] = sides;
  if (longhand.endsWith('top')) return top;
  if (longhand.endsWith('right')) return right;
  return longhand.endsWith('bottom') ? bottom : left;
}
