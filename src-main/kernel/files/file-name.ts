/** Bytes of a file's name that every system takes, with room for ` (2)` that a system may add. */
const LONGEST = 240;

/** Characters that no system, or not every system, takes in a file's name. */
const NOT_IN_NAMES = /[/\\:*?"<>|\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Names that Windows keeps for devices, whatever follows the point. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** What a file of the app's is called: whose, what, in which state, of which day. */
export interface FileParts {
  readonly company?: string | undefined;
  readonly paper: string;
  /** `已签名`, `已盖章`; absent for a draft. */
  readonly state?: string | undefined;
  /** `2026-11-28`. */
  readonly day?: string | undefined;
}

/** The name of a file out of its parts; its paper is shortened first where the whole would be too long. */
export function fileName({ company, paper, state, day }: FileParts, extension: string): string {
  const others = [company, state, day].filter((part) => part !== undefined && part !== '').join(' ');
  const room = Math.max(LONGEST - bytesOf(`${others}  .${extension}`), 40);
  const parts = [company, shortened(clean(paper), room), state, day].filter(
    (part) => part !== undefined && part !== '',
  );
  return fittingName(`${parts.join(' ')}.${extension}`);
}

/** A name as every system takes it, at most 255 bytes of UTF-8; its extension stays. */
export function fittingName(name: string): string {
  const point = name.lastIndexOf('.');
  const hasExtension = point > 0 && name.length - point <= 12;
  const [stem, extension] = hasExtension ? [name.slice(0, point), name.slice(point)] : [name, ''];
  const plain = clean(stem);
  const named = plain === '' || DEVICE.test(plain) ? `_${plain}` : plain;
  return `${shortened(named, LONGEST - bytesOf(extension))}${clean(extension)}`;
}

/** Windows drops points and blanks at the end of a name. */
const clean = (text: string): string =>
  text
    .replace(NOT_IN_NAMES, '_')
    .trim()
    .replace(/[. ]+$/u, '');

/** As much of a text as fits, whole characters as a person sees them, with a sign that something is missing. */
function shortened(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text;
  const sign = '…';
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (bytesOf(kept + segment + sign) > bytes) break;
    kept += segment;
  }
  return kept.trimEnd() + sign;
}
