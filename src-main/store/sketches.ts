import type { Database } from './database.ts';

/** A sketch as it is kept, with the agreement whose newest version it is of. */
export interface KeptSketch {
  readonly agreementId: string;
  readonly versionId: string;
  /** JSON; absent where none of the wanted form was made yet. */
  readonly sketch?: string;
}

interface Row {
  agreementId: string;
  versionId: string;
  sketch: string | null;
}

/** What likeness between versions is worked out from: made from their readings, and to be made anew at any time. */
export function sketchStore(database: Database) {
  const put = database.prepare(
    `INSERT INTO sketch (version_id, form, sketch) VALUES (?, ?, ?)
     ON CONFLICT (version_id, form) DO UPDATE SET sketch = excluded.sketch`,
  );
  const newest = database.prepare<[number], Row>(
    `SELECT version.agreement_id AS agreementId, version.id AS versionId, sketch.sketch
     FROM version JOIN agreement ON agreement.id = version.agreement_id
       LEFT JOIN sketch ON sketch.version_id = version.id AND sketch.form = ?
     WHERE agreement.origin = 'own'
       AND ordinal = (SELECT max(ordinal) FROM version AS other WHERE other.agreement_id = version.agreement_id)
     ORDER BY agreement.created_at, agreement.rowid`,
  );
  const missing = database
    .prepare<[number], string>(
      `SELECT version.id FROM version JOIN agreement ON agreement.id = version.agreement_id
       WHERE agreement.origin = 'own'
         AND ordinal = (SELECT max(ordinal) FROM version AS other WHERE other.agreement_id = version.agreement_id)
         AND NOT EXISTS (SELECT 1 FROM sketch WHERE version_id = version.id AND form = ?)`,
    )
    .pluck();
  return {
    /** Takes the place of an older one of the same form. `sketch` is JSON. */
    put: (versionId: string, form: number, sketch: string): void => {
      put.run(versionId, form, sketch);
    },
    /** Of the newest version of each of one's own agreements, in the order of the agreements. */
    ofNewest: (form: number): readonly KeptSketch[] =>
      newest.all(form).map(({ sketch, ...rest }) => (sketch === null ? rest : { ...rest, sketch })),
    /** Ids of the newest versions of one's own agreements that have none of this form. */
    missing: (form: number): readonly string[] => missing.all(form),
  };
}
