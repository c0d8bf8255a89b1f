import { PAGE, type PaperStyle, SEAL_ZONE, TYPE } from '../paper.ts';

export type FontWeight = 400 | 700;

/** Where the page finds a font file, any URL that the print window may load: the Chinese print font unless the Latin one is asked for. */
export type FontUrl = (weight: FontWeight, script?: 'chinese' | 'latin') => string;

/** Chromium draws nothing left of the page area: the bar of rule bold needs this much of the margin inside it, in millimetres. */
const BAR_ROOM = 5;

/** Room to write that shares a line with another gives way to so much, in millimetres. */
const WRITABLE = 20;

/** A string as the inside of a CSS `url("…")`. */
function cssUrl(url: string): string {
  return `url("${url.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}")`;
}

/** Marks that a Chinese font draws as wide as its characters, and English does not: dashes, quotes, dots. */
const ENGLISH_MARKS = 'U+2013-2015,U+2018-2019,U+201C-201D,U+2026';

/** The shipped font, and as a face of its own the narrow marks of a Latin one for English. */
function fontFaces(fontUrl: FontUrl): string {
  return ([400, 700] as const)
    .flatMap((weight) => {
      const face = `font-weight:${weight};font-style:normal`;
      return [
        `@font-face{font-family:"Assent Print";${face};src:${cssUrl(fontUrl(weight))}}`,
        `@font-face{font-family:"English Marks";${face};src:${cssUrl(fontUrl(weight, 'latin'))};unicode-range:${ENGLISH_MARKS}}`,
      ];
    })
    .join('\n');
}

/**
 * The print style of one paper: geometry in millimetres, type in points. Margins are Chromium's own page margins;
 * folios and footers are stamped into them afterwards, because a header template cannot see the embedded fonts.
 * @param line points from line to line, where a letter is tightened to fit its page
 */
export function stylesheet(style: PaperStyle, fontUrl: FontUrl, line: number = TYPE[style].line): string {
  const { body, title } = TYPE[style];
  const between = line / 2;
  const zone = `${SEAL_ZONE}mm`;
  return `${fontFaces(fontUrl)}
@page{size:210mm 297mm;margin:${PAGE.top}mm ${PAGE.right}mm ${PAGE.bottom}mm ${PAGE.left - BAR_ROOM}mm}
*{box-sizing:border-box;margin:0;padding:0}
html{font:400 ${body}pt/${line}pt "Assent Print",serif;color:#000;background:#fff;font-synthesis:none;font-variant-ligatures:none}
.fetched{position:absolute;visibility:hidden}
body{padding-left:${BAR_ROOM}mm;line-break:strict;overflow-wrap:anywhere;text-align:left;orphans:2;widows:2;font-variant-numeric:lining-nums}
p{text-indent:2em}
.letter{text-align:justify}
.letter .loose{text-align:left}
.english{text-align:left;hyphens:manual;overflow-wrap:break-word}
.english p,.english .item{text-indent:0;margin-bottom:${between}pt}
.english .seal p,.english .hand{margin-bottom:0}
.english .item{padding-left:2em}
.english .fields{padding-left:0;margin-bottom:${between}pt}
.english .field{column-gap:1em}
.english table{font-size:9.5pt;overflow-wrap:break-word}
.english th,.english td{padding:1mm 1.2mm}
.english .hand{padding-left:0;column-gap:.5em}
.english .hand .printed{padding-left:0}
p:has(+table),p:has(+.item){break-after:avoid}
h1{font-size:${title}pt;line-height:1.5;text-align:center;font-weight:700;margin:0 0 ${2 * line - 1.5 * title}pt;break-after:avoid;text-wrap:balance}
h1 small{display:block;white-space:pre-line;font-size:${body}pt;font-weight:400;line-height:${line}pt}
h2,h3,h4,h5,h6{font-size:1em;font-weight:700;break-after:avoid;margin-top:${line / 3}pt}
h2{font-size:1.12em}
:root:lang(en){font-family:"English Marks","Assent Print",serif}
.flat{text-indent:0}
.notice{border:.6pt solid #000;padding:1.5mm 3mm;margin-bottom:${line / 2}pt;font-size:9pt;line-height:14pt;text-indent:0}
.note{text-align:left;font-size:9pt;line-height:14pt;text-indent:0;margin-top:${line / 3}pt}
.letter:not(.english) .note{text-indent:${2 * body}pt}
.record .note,.agreement .note{font-size:8.5pt;line-height:13pt}
.item{display:block;text-indent:2em}
.item>b{font-weight:400}
.together{white-space:nowrap}
.narrow{word-spacing:-.2em}
.blank{display:inline-block;max-width:100%;height:1em;border-bottom:.6pt solid #000;vertical-align:-.18em;text-indent:0}
.to-write{display:flex;flex-wrap:wrap;align-items:baseline;text-indent:0;padding-left:2em}
.english .to-write,.to-write.flat{padding-left:0}
.to-write>span{flex:0 1 auto;max-width:100%;white-space:break-spaces}
.to-write>.blank{flex:1 1 ${WRITABLE}mm;margin-bottom:-.18em}
del .blank{position:relative}
del .blank::after{content:"";position:absolute;left:0;right:0;top:50%;border-top:.7pt solid #555}
.piece{display:inline-block;max-width:100%;text-indent:0}
.agreement .item,.record .item{display:grid;grid-template-columns:max-content 1fr;column-gap:.75em;text-indent:0}
.agreement .item>b,.record .item>b{font-variant-numeric:tabular-nums;min-width:2.5em}
.d2{padding-left:1.5em}.d3{padding-left:3em}.d4{padding-left:4.5em}.d5{padding-left:6em}
strong{font-weight:700}
.barred{position:relative}
.barred::before{content:"";position:absolute;left:-4mm;top:.25em;bottom:.25em;border-left:1.6pt dotted #000}
.sign{font-size:.7em;vertical-align:super;line-height:0;font-weight:400}
u{text-underline-offset:.18em;text-decoration-thickness:.6pt}
ins{text-decoration:none;font-weight:700;border:.5pt solid #000;padding:0 .15em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{text-decoration:line-through;text-decoration-thickness:.7pt;color:#555}
table{width:calc(100% - .5pt);border-collapse:collapse;font-size:${Math.min(body, 10.5)}pt;line-height:${((1.45 * line) / TYPE[style].line).toFixed(3)};margin:${line / 3}pt 0;table-layout:fixed;text-align:left}
thead{display:table-header-group}
.record table.many{font-size:9.5pt}
.record .many th,.record .many td{padding:1mm 1.2mm}
tr{break-inside:avoid}
tbody tr:last-child,tbody tr:nth-child(2){break-before:avoid}
th,td{border:.5pt solid #000;padding:1mm 1.8mm;vertical-align:top;font-variant-numeric:tabular-nums;white-space:pre-line}
th{font-weight:700;text-align:center}
caption{caption-side:top;text-align:left;font-weight:700;padding-bottom:1mm;break-after:avoid}
.right{text-align:right}.center{text-align:center}
.fields{display:grid;grid-template-columns:max-content 1fr;text-indent:0;padding-left:2em}
.field{display:grid;grid-template-columns:subgrid;grid-column:1/-1;break-inside:avoid}
.field b{font-weight:400}
.field>span{border-bottom:.5pt solid #000;min-height:${line}pt;padding:0 .3em}
.record .fields{grid-template-columns:fit-content(34%) 1fr;padding-left:0;margin-bottom:${line / 2}pt}
.record .field{border-bottom:.4pt solid #aaa;column-gap:1em}
.record .field>span{border:0;min-height:0}
.closing{break-after:avoid;break-before:avoid}
.tail{break-before:avoid}
.fields.tail{break-inside:avoid}
.ending{break-before:avoid;break-inside:avoid}
.hand{text-indent:0;padding-left:2em;display:flex;flex-wrap:wrap;align-items:end;margin-top:${line / 2}pt}
.hand span{flex:none;max-width:124mm}
:lang(en) .hand{column-gap:.5em}
.hand i{flex:1 1 34mm;max-width:52mm;border-bottom:.5pt solid #000;height:${Math.max(line, 26)}pt}
.hand .printed{flex:none;padding-left:.5em}
.signers{display:grid;grid-template-columns:max-content 52mm max-content;align-items:end;column-gap:.5em;padding-left:2em;margin-top:${line / 2}pt}
.signers i{border-bottom:.5pt solid #000;height:${Math.max(line, 26) + line / 2}pt}
.signers span{white-space:pre}
.seal{height:${zone};display:flex;justify-content:flex-end;align-items:center;padding-right:2em}
.seal>div{position:relative;min-width:${zone};text-align:center;text-indent:0}
.seal p{text-indent:0;white-space:break-spaces}
.seal .dated{display:flex;align-items:end;column-gap:.4em;padding:0 .5em}
.seal .dated i{flex:1;border-bottom:.5pt solid #000;height:1.4em}
.seal:has(.other){justify-content:space-between;padding-left:2em}
.seal a{position:absolute;display:block;width:${zone};height:${zone};left:50%;top:50%;margin:-${SEAL_ZONE / 2}mm 0 0 -${SEAL_ZONE / 2}mm}
.contents{break-after:page}
.contents:has(+.contents){break-after:auto;margin-bottom:${line}pt}
.contents h2{text-align:center;margin-bottom:${line / 2}pt}
.contents a{display:flex;align-items:flex-end;color:#000;text-decoration:none;text-indent:0;padding-right:10mm;break-inside:avoid}
.contents b{font-weight:400;margin-right:.75em;align-self:flex-start;flex:none}
.contents i{flex:1 0 6mm;border-bottom:.8pt dotted #666;margin:0 0 ${line / 2 - 0.42 * body}pt 1.5mm}
.ruler{display:block;margin:12mm 0;break-inside:avoid}
.break{break-after:page;height:0}
`;
}
