/** The hour at which a last day ends where nothing closes it earlier. */
export const MIDNIGHT = '24:00';
