import { safeStorage } from 'electron';
import type { KeychainPort } from '../kernel/ports.ts';

/**
 * The operating system's keychain. On Linux without one Electron would fall back to a fixed key ("basic_text"),
 * which protects nothing: that counts as not available.
 */
export function keychain(): KeychainPort {
  return {
    get available() {
      return (
        safeStorage.isEncryptionAvailable() &&
        (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
      );
    },
    seal: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
    open: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
  };
}
