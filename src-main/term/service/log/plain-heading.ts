/** A heading without its unit or zone in brackets, in small letters. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[([][^)\]]*[)\]]/gu, ' ')
    .replace(/[:*]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
