/** Points of one stroke of the pen. */
export type Stroke = readonly (readonly [number, number])[];

const PEN = 4;
const SHARPNESS = 4;
const INK = '#1a2a52';

/** The strokes as a transparent PNG, cut to their own size. */
export async function inkPicture(strokes: readonly Stroke[]): Promise<Uint8Array> {
  const points = strokes.flat();
  const [left, top] = [Math.min(...points.map(([x]) => x)) - PEN, Math.min(...points.map(([, y]) => y)) - PEN];
  const [right, bottom] = [Math.max(...points.map(([x]) => x)) + PEN, Math.max(...points.map(([, y]) => y)) + PEN];
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((right - left) * SHARPNESS);
  canvas.height = Math.ceil((bottom - top) * SHARPNESS);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw on');
  pen.scale(SHARPNESS, SHARPNESS);
  pen.translate(-left, -top);
  pen.strokeStyle = INK;
  pen.lineWidth = PEN;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const stroke of strokes) {
    pen.beginPath();
    stroke.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
    pen.stroke();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be made');
  return new Uint8Array(await blob.arrayBuffer());
}
