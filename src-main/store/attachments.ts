import type { Database } from './database.ts';

export interface AttachmentRow {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly keptAt: string;
}

interface Row {
  sha256: string;
  name: string;
  media_type: string;
  size: number;
  kept_at: string;
}

/** Files kept beside records, once each by their SHA-256. */
export function attachmentStore(database: Database) {
  const insert = database.prepare(
    `INSERT INTO attachment (sha256, name, media_type, bytes, kept_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
  );
  const one = database.prepare<[string], Row>(
    `SELECT sha256, name, media_type, length(bytes) AS size, kept_at FROM attachment INDEXED BY attachment_thin
     WHERE sha256 = ?`,
  );
  const bytes = database.prepare<[string], Buffer>('SELECT bytes FROM attachment WHERE sha256 = ?').pluck();
  return {
    keep: (file: { sha256: string; name: string; mediaType: string; bytes: Uint8Array; at: string }): void => {
      const { sha256, name, mediaType, bytes: content, at } = file;
      // A view, not a copy: printed texts run to megabytes.
      insert.run(sha256, name, mediaType, Buffer.from(content.buffer, content.byteOffset, content.byteLength), at);
    },
    get: (sha256: string): AttachmentRow | undefined => {
      const row = one.get(sha256);
      return (
        row && { sha256: row.sha256, name: row.name, mediaType: row.media_type, size: row.size, keptAt: row.kept_at }
      );
    },
    bytes: (sha256: string): Uint8Array | undefined => bytes.get(sha256),
  };
}
