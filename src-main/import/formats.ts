/** How a sort of file is named and typed. */
interface FileSort {
  /** Extensions without the dot that dialogs offer and folders are searched for, the usual one first. */
  readonly extensions: readonly string[];
  /** Further extensions that tell the format of a file the person chose, but that no folder is searched for. */
  readonly alsoNamed?: readonly string[];
  readonly mediaType: string;
}

/**
 * The one table of what can be imported. Dialogs, dropped and watched folders, and what tells a format by name derive from it;
 * what cannot import it (the installers' settings) is checked against it by a test.
 */
export const FORMATS = {
  text: { extensions: ['txt', 'text'], alsoNamed: ['log'], mediaType: 'text/plain' },
  markdown: { extensions: ['md', 'markdown'], alsoNamed: ['mdown', 'mkd'], mediaType: 'text/markdown' },
  html: { extensions: ['html', 'htm'], alsoNamed: ['xhtml', 'xhtm'], mediaType: 'text/html' },
  'web-archive': { extensions: ['mhtml', 'mht'], mediaType: 'multipart/related' },
  docx: {
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { extensions: ['pdf'], mediaType: 'application/pdf' },
} as const satisfies Readonly<Record<string, FileSort>>;

export type ImportFormat = keyof typeof FORMATS;

/** Pictures: never imported as an agreement, but kept as a proof and read as a scan. */
const PICTURES: readonly FileSort[] = [
  { extensions: ['png'], mediaType: 'image/png' },
  { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  { extensions: ['webp'], mediaType: 'image/webp' },
];

const SORTS: Readonly<Record<ImportFormat, FileSort>> = FORMATS;

/** Every extension that dialogs offer and folders are searched for. */
export const IMPORTABLE_EXTENSIONS: readonly string[] = Object.values(SORTS).flatMap(({ extensions }) => extensions);

/** What a screenshot or a photograph is saved as. */
export const PICTURE_EXTENSIONS: readonly string[] = PICTURES.flatMap(({ extensions }) => extensions);

/** Messages that are kept whole as a proof; none is read. */
export const MAIL_EXTENSIONS: readonly string[] = ['eml', 'msg'];

/** The extension of a name, in small letters and without the dot; empty when it has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Whether a file's name is one of these formats'. */
export function isNamedAs(name: string, ...formats: readonly ImportFormat[]): boolean {
  const extension = extensionOf(name);
  return formats.some((format) => {
    const { extensions, alsoNamed = [] } = SORTS[format];
    return extensions.includes(extension) || alsoNamed.includes(extension);
  });
}

/** The media type that a file is kept under, by its name; bytes of no known kind otherwise. */
export function mediaTypeOf(name: string): string {
  const extension = extensionOf(name);
  const sort = [...Object.values(SORTS), ...PICTURES].find(({ extensions }) => extensions.includes(extension));
  return sort?.mediaType ?? 'application/octet-stream';
}
