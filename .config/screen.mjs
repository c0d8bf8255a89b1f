/** A screen to show windows on: the one there is, or a virtual one. */

const VIRTUAL = ['-a', '--server-args=-screen 0 1440x1000x24'];

export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/**
 * A command line so changed that its windows appear on a virtual screen, which ends with it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function onVirtualScreen(program, args) {
  if (process.platform !== 'linux') return [program, [...args]];
  return ['xvfb-run', [...VIRTUAL, program, ...args]];
}
