import { openDatabase } from './database.ts';

/**
 * Entry of the process that brings a database to today's schema beside the window, which goes on showing how far it is.
 * Asked once; it ends with its answer. Where it fails nothing was changed, and opening the database says why.
 */

/** Which file, with which native part, and where the copy goes that is made before the migration of a name. */
export interface MigrationRequest {
  readonly path: string;
  readonly nativeBinding?: string;
  readonly copies: Readonly<Record<string, string>>;
}

export type MigrationAnswer = { readonly done: number; readonly total: number } | { readonly ended: true };

/** Electron's port wraps a message into an event. */
interface UtilityPort {
  once(event: 'message', listener: (event: { readonly data: MigrationRequest }) => void): void;
  postMessage(message: MigrationAnswer): void;
}

function migrate({ path, nativeBinding, copies }: MigrationRequest, post: (message: MigrationAnswer) => void): void {
  openDatabase(path, {
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
    backup: (copyTo, migration) => {
      const copy = copies[migration];
      if (copy === undefined) throw new Error(`no place for the copy before ${migration}`);
      copyTo(copy);
    },
    onProgress: (done, total) => post({ done, total }),
  }).close();
}

const { parentPort } = process as unknown as { readonly parentPort?: UtilityPort };
parentPort?.once('message', ({ data }) => {
  const post = (message: MigrationAnswer): void => parentPort.postMessage(message);
  try {
    migrate(data, post);
  } finally {
    post({ ended: true });
  }
});
