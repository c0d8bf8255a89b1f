import { describe, expect, it } from 'vitest';
import { kindsOf } from '../../../../src-main/features/evidence/ledger-lines.ts';

describe('the groups of the ledger', () => {
  it('hold among device and settings only what is of the device, the settings and the ledger itself', () => {
    expect(kindsOf('device').map((kind) => kind.split('-')[0])).toSatisfy((words: string[]) =>
      [...new Set(words)].every((word) =>
        ['ledger', 'key', 'holidays', 'clock', 'backup', 'moved', 'settings', 'rows', 'statutes'].includes(word),
      ),
    );
  });

  it('put a letter’s way among the papers, and what was done at the provider’s among the decisions', () => {
    expect(kindsOf('papers')).toEqual(expect.arrayContaining(['case-drafted', 'case-arrived', 'case-settled']));
    expect(kindsOf('decisions')).toEqual(expect.arrayContaining(['conclusion-completed', 'earlier-text-kept']));
    expect(kindsOf('notices')).toEqual(expect.arrayContaining(['tickets-recorded', 'ticket-removed']));
  });
});
