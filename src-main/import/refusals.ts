import { say, type Sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';

/**
 * Every reason for which a source is not read, in words for the person: what it is, and what to do.
 * The bytes are stored before parsing, so each sentence says that they stay.
 */
const REASONS = {
  'file-too-large': {
    sentence: {
      zh: '文件超过 20 MB，没有读取。',
      en: 'The file is larger than 20 MB and was not read.',
    },
    next: {
      zh: '请把文件拆成几份，或在 PDF 软件中压缩图片后重新导入。',
      en: 'Split the file, or reduce its images in a PDF program, and import it again.',
    },
  },
  'file-empty': {
    sentence: { zh: '文件是空的，没有可以读取的文字。', en: 'The file is empty: there is no text to read.' },
    next: {
      zh: '请检查文件是否下载完整，重新下载或保存后再导入。',
      en: 'Check that the download was complete, then download or save it again and import that.',
    },
  },
  'no-text': {
    sentence: {
      zh: '文件里没有找到正文文字。',
      en: 'No words were found in the file.',
    },
    next: {
      zh: '如果是网页，正文可能由脚本在浏览器中生成：请在页面完全显示后另存，或复制全文保存为文本文件再导入。',
      en: 'If it is a web page, its text may be produced by scripts: save the page after it is fully shown, or copy its text into a text file and import that.',
    },
  },
  'pdf-encrypted': {
    sentence: {
      zh: 'PDF 设有打开密码，无法读取。',
      en: 'The PDF is protected by a password and cannot be read.',
    },
    next: {
      zh: '请用 PDF 软件输入密码打开，另存或打印为不带密码的 PDF 后再导入。',
      en: 'Open it with its password in a PDF program, save or print it as a PDF without a password, and import that.',
    },
  },
  'pdf-image-only': {
    sentence: {
      zh: 'PDF 只有图片（扫描件），没有文字层，无法读取其中的文字。',
      en: 'The PDF holds only images (a scan) and no text layer, so its words cannot be read.',
    },
    next: {
      zh: '请向提供方索取文字版，或先用文字识别（OCR）软件处理、核对后再导入；扫描件也可以作为盖章件归档。',
      en: 'Ask the provider for a text version, or run text recognition (OCR), check the result and import it; the scan can also be filed as a sealed copy.',
    },
  },
  'pdf-unreadable-text': {
    sentence: {
      zh: 'PDF 的字体没有标明所用的文字，取出的内容是乱码。',
      en: 'The fonts of the PDF do not say which characters they stand for: the text comes out as noise.',
    },
    next: {
      zh: '请向提供方索取 Word 或网页版，或用文字识别（OCR）软件处理、核对后再导入。',
      en: 'Ask the provider for a Word or web version, or run text recognition (OCR), check the result and import it.',
    },
  },
  'pdf-corrupt': {
    sentence: { zh: 'PDF 已损坏或不完整，无法读取。', en: 'The PDF is damaged or incomplete and cannot be read.' },
    next: {
      zh: '请重新下载；如果用 PDF 软件能打开，请另存一份后再导入。',
      en: 'Download it again; if a PDF program opens it, save a new copy there and import that.',
    },
  },
  'docx-corrupt': {
    sentence: {
      zh: 'Word 文件（DOCX）已损坏或不完整，无法读取。',
      en: 'The Word file (DOCX) is damaged or incomplete and cannot be read.',
    },
    next: {
      zh: '请重新下载；如果用 Word 或 WPS 能打开，请另存为 DOCX 后再导入。',
      en: 'Download it again; if Word or WPS opens it, save it as DOCX again and import that.',
    },
  },
  'office-encrypted': {
    sentence: {
      zh: 'Word 文件设有打开密码，无法读取。',
      en: 'The Word file is protected by a password and cannot be read.',
    },
    next: {
      zh: '请用 Word 或 WPS 输入密码打开，取消密码后另存为 DOCX 再导入。',
      en: 'Open it with its password in Word or WPS, remove the password, save it as DOCX and import that.',
    },
  },
  'legacy-office': {
    sentence: {
      zh: '这是旧版 Office 或 WPS 文件（如 .doc、.wps），无法读取。',
      en: 'This is a file of an old Office or WPS format (such as .doc or .wps) and cannot be read.',
    },
    next: {
      zh: '请用 Word 或 WPS 打开，另存为 DOCX 或 PDF 后再导入。',
      en: 'Open it in Word or WPS, save it as DOCX or PDF, and import that.',
    },
  },
  'rich-text': {
    sentence: { zh: '这是 RTF 文件，无法读取。', en: 'This is an RTF file and cannot be read.' },
    next: {
      zh: '请用 Word 或 WPS 打开，另存为 DOCX 后再导入。',
      en: 'Open it in Word or WPS, save it as DOCX, and import that.',
    },
  },
  'not-word': {
    sentence: {
      zh: '这是压缩包或其他 Office 文件（如表格、演示文稿），里面没有 Word 正文。',
      en: 'This is an archive or another Office file (a sheet, slides) and holds no Word document.',
    },
    next: {
      zh: '如果是压缩包，请解压后导入其中的文件；其他文件请另存为 DOCX 或 PDF 后再导入。',
      en: 'Unpack an archive and import the files in it; save any other file as DOCX or PDF and import that.',
    },
  },
  'zip-encrypted': {
    sentence: { zh: '压缩包设有密码，无法读取。', en: 'The archive is protected by a password and cannot be read.' },
    next: {
      zh: '请用密码解压后导入其中的文件。',
      en: 'Unpack it with its password and import the files in it.',
    },
  },
  'zip-bomb': {
    sentence: {
      zh: '文件展开后的大小远超正常文档，为保护本机没有继续展开。',
      en: 'The file would unpack to far more than any document needs; to protect this computer it was not unpacked.',
    },
    next: {
      zh: '请确认文件来源可靠；如确是协议，请用 Word 或 WPS 打开后另存为 DOCX 或 PDF 再导入。',
      en: 'Make sure of where the file comes from; if it is an agreement, save it from Word or WPS as DOCX or PDF and import that.',
    },
  },
  picture: {
    sentence: { zh: '这是图片，里面的文字无法读取。', en: 'This is a picture; the words in it cannot be read.' },
    next: {
      zh: '请导入文字版，或先用文字识别（OCR）软件处理、核对后再导入；盖章扫描件可以在承诺书中归档。',
      en: 'Import a text version, or run text recognition (OCR) and check the result first; a sealed scan can be filed with its letter.',
    },
  },
  'unknown-format': {
    sentence: {
      zh: '无法识别文件的格式，可以读取的有：文本、Markdown、网页（HTML）、Word（DOCX）和带文字层的 PDF。',
      en: 'The format of the file is not known. Text, Markdown, web pages (HTML), Word (DOCX) and PDF with a text layer can be read.',
    },
    next: {
      zh: '请用原来的软件打开，另存为上述格式之一后再导入。',
      en: 'Open it in the program it comes from, save it in one of these formats, and import that.',
    },
  },
  'encoding-unknown': {
    sentence: {
      zh: '不支持所选的文字编码。',
      en: 'The chosen text encoding is not known.',
    },
    next: {
      zh: '请选择 UTF-8、GB18030、Big5 或 UTF-16 等编码后重新读取。',
      en: 'Choose UTF-8, GB18030, Big5, UTF-16 or another listed encoding and read the file again.',
    },
  },
  undecodable: {
    sentence: {
      zh: '判断不出文件的文字编码，读出来会是乱码。',
      en: 'The text encoding of the file cannot be told; it would come out as noise.',
    },
    next: {
      zh: '请手动选择编码（如 GB18030 或 Big5）重新读取，或用记事本另存为 UTF-8 后再导入。',
      en: 'Choose the encoding yourself (such as GB18030 or Big5), or save the file as UTF-8 in a text editor and import that.',
    },
  },
  'parser-timeout': {
    sentence: { zh: '读取超过 30 秒，已停止。', en: 'Reading took more than 30 seconds and was stopped.' },
    next: {
      zh: '请把文件拆成几份，或另存为 DOCX、PDF 或纯文本后再导入。',
      en: 'Split the file, or save it as DOCX, PDF or plain text, and import that.',
    },
  },
  'parser-crashed': {
    sentence: {
      zh: '读取这个文件用尽了内存或使读取程序意外退出，已停止。',
      en: 'Reading this file ran out of memory or ended the reading program; it was stopped.',
    },
    next: {
      zh: '请把文件拆成几份，或另存为 DOCX、PDF 或纯文本后再导入。',
      en: 'Split the file, or save it as DOCX, PDF or plain text, and import that.',
    },
  },
  'import-cancelled': {
    sentence: { zh: '已按要求取消读取。', en: 'Reading was cancelled as asked.' },
    next: { zh: '可以随时重新读取。', en: 'It can be read again at any time.' },
  },
} as const satisfies Readonly<Record<string, { readonly sentence: Sentence; readonly next: Sentence }>>;

/** Codes of the reasons for which a source is not read. */
export type ImportRefusalCode = keyof typeof REASONS;

const KEPT: Sentence = { zh: '来源文件的内容原样保留。', en: 'The bytes stay stored as the source they are.' };

/** The refusal for one reason; `cause` is kept for the log. */
export function importRefusal(code: ImportRefusalCode, cause?: unknown): Refusal {
  const { sentence, next } = REASONS[code];
  return new Refusal(
    code,
    { zh: `${say(sentence, 'zh')}${say(KEPT, 'zh')}`, en: `${say(sentence, 'en')} ${say(KEPT, 'en')}` },
    next,
    cause === undefined ? undefined : { cause },
  );
}
