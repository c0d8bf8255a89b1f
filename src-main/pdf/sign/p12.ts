export const openP12 = (_b: Uint8Array, _p: string): never => {
  throw new Error('pending');
};
export const exportP12 = (_i: unknown, _p: string): never => {
  throw new Error('pending');
};
