const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** What pages may name: a font, a picture larger than anybody decodes for a test, layers, ways to mix. */
const RESOURCES =
  '<< /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> /Properties << /Off 5 0 R /On 6 0 R >> ' +
  '/ExtGState << /Clear << /ca 0 >> /Full << /ca 1 >> /Mark << /BM /Multiply >> /Unruled << /CA 0 >> >> >>';

/** A PDF by the operators of its pages, written field by field so that they can be whatever a stranger's are. */
export function plainPdf(pages: readonly string[], fonts: Readonly<Record<number, string>> = {}): Uint8Array {
  const stream = (dictionary: string, content: string): string =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const first = 7;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >> >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}] >>`,
    fonts[3] ?? FONT,
    stream('/Type /XObject /Subtype /Image /Width 2000 /Height 3000 /ColorSpace /DeviceGray /BitsPerComponent 8', 'x'),
    '<< /Type /OCG /Name (off) >>',
    '<< /Type /OCG /Name (on) >>',
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /CropBox [0 0 595 820] /Resources ${RESOURCES} /Contents ${first + 2 * index + 1} 0 R >>`,
      stream('', content),
    ]),
    ...Object.entries(fonts).flatMap(([number, font]) => (Number(number) === 3 ? [] : [font])),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, 'latin1'));
}
