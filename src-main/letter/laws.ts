import { z } from 'zod';
import shipped from '../../assets/statutes/laws.json' with { type: 'json' };

const day = z.iso.date();
const names = z.tuple([z.string().min(1)], z.string().min(1));

/**
 * Every law that the product cites anywhere, on papers, on screen and beside clauses: its names in full first, the day from which it is in
 * force in these words, and the articles that are cited of it. A test holds every citation against it.
 */
const table = z.strictObject({
  /** The day on which it was last held against the law. */
  asOf: day,
  laws: z.array(
    z.strictObject({
      id: z.string().min(1),
      zh: names,
      en: names,
      since: day,
      /** None where it is cited as a whole. */
      articles: z.array(z.int().positive()),
    }),
  ),
});

export const LAWS = table.parse(shipped);
export type Law = (typeof LAWS)['laws'][number];

/** A law by its id. */
export function lawById(id: string): Law {
  const law = LAWS.laws.find((each) => each.id === id);
  if (!law) throw new Error(`no law is called ${id}`);
  return law;
}
