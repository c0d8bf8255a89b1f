import type { SealChoice, SealGeometry } from '../../../../src-main/contract/letters.ts';
import { t } from '../../../kernel/preferences.svelte.ts';

type Shape = SealChoice['shape'];

/** The seals most companies have, in the order in which they are offered; each has a name of its own. */
export const USUAL_SHAPES = ['round-40', 'round-42', 'round-38', 'square-22', 'oval-40x30', 'oval-45x30'] as const;
type UsualShape = (typeof USUAL_SHAPES)[number];

const isUsual = (shape: Shape): shape is UsualShape => (USUAL_SHAPES as readonly Shape[]).includes(shape);

/** Every other diameter in whole millimetres, the largest first. */
export const OTHER_SHAPES = (
  [45, 44, 43, 41, 39, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20] as const
).map((diameter) => `round-${diameter}` as const) satisfies readonly Shape[];

/** How large its zone is, in millimetres: one figure where it is as wide as high. */
export const sizeOf = ({ width, height }: Pick<SealGeometry, 'width' | 'height'>): string =>
  width === height ? String(width) : `${width}×${height}`;

/** What a seal of a shape is called: the others are round, and told by their diameter in millimetres. */
export function shapeName(shape: Shape): string {
  if (isUsual(shape)) return t(`letters.shapes.${shape}`);
  return t('letters.shapes.round', { diameter: shape.slice('round-'.length) });
}
