import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from './app.ts';

/** The database of a library that version 0.1.0 of the app made. */
export const formerLibrary = (): Buffer =>
  gunzipSync(readFileSync(join(ROOT, 'tests', 'fixtures', 'database', 'library-0001.sqlite.gz')));
