import type { BrowserWindow } from 'electron';
import type { Box } from '../kernel/ports.ts';

/** Takes pictures of parts of the page as it is on screen: what is outside of the window is cut off. */
export function clausePictures(window: BrowserWindow): (box: Box) => Promise<Uint8Array | undefined> {
  return async (box) => {
    if (window.isDestroyed() || !window.isVisible()) return undefined;
    const zoom = window.webContents.getZoomFactor();
    const { width: right, height: bottom } = window.getContentBounds();
    const x = Math.max(0, Math.floor(box.x * zoom));
    const y = Math.max(0, Math.floor(box.y * zoom));
    const width = Math.min(right, Math.ceil((box.x + box.width) * zoom)) - x;
    const height = Math.min(bottom, Math.ceil((box.y + box.height) * zoom)) - y;
    if (width <= 0 || height <= 0) return undefined;
    const picture = await window.webContents.capturePage({ x, y, width, height });
    return picture.isEmpty() ? undefined : new Uint8Array(picture.toPNG());
  };
}
