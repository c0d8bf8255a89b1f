import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const shipped = readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8');

/** What a shipped program must not be talked into, and what it must insist on. */
const FUSES = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

describe('what is shipped', () => {
  test.each(Object.entries(FUSES))('the fuse %s is %s', (name, value) => {
    expect(shipped).toMatch(new RegExp(`^electronFuses:\\n(?: +\\w+: \\w+\\n)*? +${name}: ${value}$`, 'mu'));
  });

  test('the app is packed and nothing is published by itself', () => {
    expect(shipped).toMatch(/^asar: true$/mu);
    expect(shipped).toMatch(/^publish: null$/mu);
  });
});
