/** One scale mark of the calibration ruler, in millimetres from its start. */
export interface RulerMark {
  readonly at: number;
  readonly length: number;
  readonly label?: string;
}

/** Marks of a ruler of `millimetres`: every millimetre, longer at five and ten, labelled at ten. */
export function rulerMarks(millimetres: number): readonly RulerMark[] {
  return Array.from({ length: millimetres + 1 }, (_, at) =>
    at % 10 === 0 ? { at, length: 6, label: String(at) } : { at, length: at % 5 === 0 ? 4.5 : 3 },
  );
}

/** The ruler as vector drawing in true millimetres: a printer that scales is found out with any real ruler. */
export function rulerSvg(millimetres: number): string {
  const side = 4;
  const marks = rulerMarks(millimetres)
    .map(({ at, length, label }) => {
      const x = at + side;
      const text = label ? `<text x="${x}" y="10.5" font-size="3" text-anchor="middle">${label}</text>` : '';
      return `<path d="M${x} 0V${length}"/>${text}`;
    })
    .join('');
  const width = millimetres + 2 * side;
  return `<svg class="ruler" width="${width}mm" height="12mm" viewBox="0 0 ${width} 12" role="img" aria-label="${millimetres} mm"><g stroke="#000" stroke-width=".15" fill="none">${marks.replace(/<text/g, '<text stroke="none" fill="#000"')}<path d="M${side} 0H${side + millimetres}"/></g></svg>`;
}
