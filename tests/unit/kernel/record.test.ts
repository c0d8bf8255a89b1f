import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feature } from '../../../src-main/contract/event.ts';
import { bundleContents } from '../../../src-main/features/evidence/bundle-contents.ts';
import { keepFile, toKeep } from '../../../src-main/kernel/kept-files.ts';
import type { Ports } from '../../../src-main/kernel/ports.ts';
import { type Act, record, recordTogether, tellChanged } from '../../../src-main/kernel/record.ts';
import { salted } from '../../../src-main/kernel/salt.ts';
import { canonicalBytes } from '../../../src-main/ledger/canonical-json.ts';
import { ENTRY_KINDS, type EntryKind, skeleton } from '../../../src-main/ledger/entry.ts';
import { toHex } from '../../../src-main/ledger/hex.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import type { LedgerEntry } from '../../../src-main/ledger/entry.ts';
import { AppUnderTest } from './ports.ts';

let desk: AppUnderTest;
let told: (readonly Feature[])[];
let ports: Ports;
beforeEach(() => {
  desk = new AppUnderTest();
  told = [];
  ports = {
    ...desk.ports,
    emit: (name, payload) => {
      if (name === 'changed') told.push((payload as { readonly features: readonly Feature[] }).features);
    },
  };
});
afterEach(() => desk.end());

const PROOF = { name: '凭证.bin', bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 1]) };
const setting = (value: string): void => desk.store.settings.put('tried', value, '2026-11-23T02:00:00.000Z');
const act = (value: string, more: Partial<Act<unknown>> = {}): Act<unknown> => ({
  entry: { kind: 'settings-changed', subject: 'setting:tried', payload: { value } },
  write: () => setting(value),
  changed: ['settings'],
  ...more,
});
const entries = (): readonly LedgerEntry[] => desk.store.ledger.from(1, Object.keys(ENTRY_KINDS).length + 1);

describe('one act', () => {
  test('leaves file, change and entry, answers with what was written, and tells the screens once it is there', () => {
    const proof = toKeep(PROOF);
    let seenFromOutside = -1;
    ports = { ...ports, emit: () => (seenFromOutside = desk.store.ledger.count()) };
    const answer = record(ports, {
      ...act('a', { files: [proof] }),
      write: () => {
        setting('a');
        expect(desk.store.attachments.bytes(proof.sha256)).toBeDefined();
        expect(seenFromOutside).toBe(-1);
        return 'written';
      },
    });
    expect(answer).toBe('written');
    expect(seenFromOutside).toBe(1);
    expect(desk.store.settings.get('tried')).toBe('a');
    expect(entries()).toMatchObject([{ kind: 'settings-changed', subject: 'setting:tried', payload: { value: 'a' } }]);
  });

  test('that fails leaves nothing, and nobody is told', () => {
    const proof = toKeep(PROOF);
    const failing = (): never => {
      setting('b');
      throw new Error('no space');
    };
    expect(() => record(ports, { ...act('b', { files: [proof] }), write: failing })).toThrow('no space');
    expect(desk.store.settings.get('tried')).toBeUndefined();
    expect(desk.store.attachments.get(proof.sha256)).toBeUndefined();
    expect([entries(), told]).toEqual([[], []]);
    record(ports, act('c'));
    expect(told).toEqual([['settings', 'evidence']]);
  });

  test('whose entry fails leaves nothing', () => {
    const wrong = act('d', { entry: { ...act('d').entry, at: 'yesterday' } });
    expect(() => record(ports, wrong)).toThrow('no UTC instant');
    expect(desk.store.settings.get('tried')).toBeUndefined();
    expect(told).toEqual([]);
  });

  test('made by a function is made inside its transaction', () => {
    expect(() =>
      record(ports, () => {
        setting('e');
        throw new Error('not so');
      }),
    ).toThrow('not so');
    expect(desk.store.settings.get('tried')).toBeUndefined();
  });
});

describe('several acts', () => {
  test('are there together or not at all; the screens are told once, of all that changed', () => {
    recordTogether(ports, () => {
      record(ports, act('a', { changed: ['letters'] }));
      tellChanged(ports, ['agenda']);
      record(ports, () => {
        record(ports, act('b', { changed: ['rights'] }));
        return act('c', { changed: ['letters'] });
      });
      expect(told).toEqual([]);
    });
    expect(told.map((features) => [...features].sort())).toEqual([['agenda', 'evidence', 'letters', 'rights']]);
    expect(entries().map(({ payload }) => (payload as { value: string }).value)).toEqual(['a', 'b', 'c']);

    expect(() =>
      recordTogether(ports, () => {
        record(ports, act('d'));
        throw new Error('the second failed');
      }),
    ).toThrow('the second failed');
    expect(entries()).toHaveLength(3);
    expect(desk.store.settings.get('tried')).toBe('c');
    expect(told).toHaveLength(1);
  });

  test('what is told outside of an act is told at once', () => {
    tellChanged(ports, ['library']);
    expect(told).toEqual([['library']]);
  });
});

describe('salt', () => {
  const kinds = Object.keys(ENTRY_KINDS) as EntryKind[];
  const isSalt = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{32}$/u.test(value);

  test('is in the payload of every kind but the one whose payload is the record itself', () => {
    const bare = kinds.filter((kind) => !isSalt(salted(kind, { on: true })['salt']));
    expect(bare).toEqual(['acceptance-decided']);
  });

  test('is in what every kind writes through an act, but in a record that is hashed word for word', () => {
    for (const kind of kinds)
      record(ports, { ...act('x'), entry: { kind, subject: 'setting:tried', payload: { value: 'x' } } });
    const bare = entries().filter(({ payload }) => !isSalt((payload as { salt?: unknown }).salt));
    expect(entries().map(({ kind }) => kind)).toEqual(kinds);
    expect(bare.map(({ kind }) => kind)).toEqual(['acceptance-decided']);
  });

  test('keeps a private note from being found in a bundle by whoever guesses its words', async () => {
    const furnished = await AppUnderTest.withSamples();
    const NOTE = '准备换供应商';
    const { id } = furnished.agreement('跨域专线服务协议');
    const order = { service: '专线', number: '', plan: 'prepaid', orderedOn: '2026-11-20', amount: '1' } as const;
    const more = { invoiceType: 'ordinary', note: '', remindOn: '2026-12-01' } as const;
    await furnished.handlers['rights.saveOrder']({ agreementId: id, order: { ...order, ...more } });
    const agenda = await furnished.handlers['agenda.list']({});
    const item = agenda.lines.find(({ kind }) => kind === 'own-note')!;
    await furnished.handlers['agenda.done']({ itemId: item.id, on: '2026-11-23', note: NOTE, file: false });
    const noted = furnished.store.ledger.head()!;
    const { salt, ...said } = noted.payload as { readonly salt: string; readonly note: string };
    expect(said.note).toBe(NOTE);
    const hashOf = (payload: object): string => toHex(sha256(canonicalBytes(payload)));

    const other = furnished.agreement('服务条款').id;
    const scope = { kind: 'agreement', agreementId: other } as const;
    const contents = bundleContents(furnished.store, scope, new Uint8Array());
    const shown = contents.entries.map((entry) => (contents.disclose?.(entry) ? entry : skeleton(entry)));
    const hidden = shown.find(({ sequence }) => sequence === noted.sequence)!;
    expect(hidden).not.toHaveProperty('payload');
    // Whoever knows everything but the salt, and tries every note that comes to mind, finds none that fits.
    const guesses = ['不续了', '已付清', NOTE, '等对账'].map((note) => hashOf({ ...said, note }));
    expect(guesses).not.toContain(hidden.payloadHash);
    expect(hashOf({ ...said, salt })).toBe(hidden.payloadHash);
    furnished.end();
  });

  test('differs every time: two entries that say the same have two hashes', () => {
    record(ports, act('same'));
    record(ports, act('same'));
    const [one, other] = entries();
    expect(one?.payloadHash).not.toBe(other?.payloadHash);
  });

  test('is in every entry that the features write', async () => {
    const furnished = await AppUnderTest.withSamples();
    const { id, versions } = furnished.agreement('服务条款');
    const { handlers } = furnished;
    await handlers['review.open']({ versionId: versions[0] ?? '' });
    await handlers['library.rename']({ agreementId: id, title: '另一个名称' });
    const outage = { from: '2026-10-01 10:00', to: '2026-10-01 12:00', cause: '', instances: [] };
    await handlers['rights.saveOutage']({ agreementId: id, outage });
    await handlers['settings.setPolicy'](await handlers['settings.policy']({}));
    furnished.now = new Date('2026-11-22T02:00:00.000Z');
    await handlers['rights.settlePartMonth']({ agreementId: id, value: undefined });
    const written = furnished.store.ledger.from(1, 100);
    expect(new Set(written.map(({ kind }) => kind))).toEqual(
      new Set([
        'source-imported',
        'version-saved',
        'ceremony-started',
        'settings-changed',
        'outages-recorded',
        'clock-rollback',
        'own-value-settled',
      ]),
    );
    for (const { payload } of written) expect(payload).toHaveProperty('salt', expect.stringMatching(/^[0-9a-f]{32}$/u));
    furnished.end();
  });
});

describe('a kept file', () => {
  const mediaType = (name: string, ...bytes: number[]): string | undefined => {
    const { sha256 } = keepFile(ports, { name, bytes: new Uint8Array(bytes) });
    return desk.store.attachments.get(sha256)?.mediaType;
  };

  test('is what its first bytes say, else what its name says', () => {
    expect(mediaType('scan.bin', 0x25, 0x50, 0x44, 0x46, 0x2d)).toBe('application/pdf');
    expect(mediaType('a.pdf', 0x89, 0x50, 0x4e, 0x47)).toBe('image/png');
    expect(mediaType('b.PNG', 0xff, 0xd8, 0xff)).toBe('image/jpeg');
    expect(mediaType('c.PDF', 1)).toBe('application/pdf');
    expect(mediaType('公告.txt', 2)).toBe('text/plain');
    expect(mediaType('d.tsr', 3)).toBe('application/timestamp-reply');
    expect(mediaType('no-end', 4)).toBe('application/octet-stream');
  });

  test('is kept in one place: nobody writes a file beside the records around its rule and its size', () => {
    const root = fileURLToPath(new URL('../../../src-main', import.meta.url));
    const around = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        /attachments\s*\.keep|\{[^}]*\bkeep\b[^}]*\}\s*=\s*[\w.]*attachments/u.test(
          readFileSync(join(root, name), 'utf8'),
        ),
      );
    expect(around).toEqual(['kernel/kept-files.ts']);
  });

  test('is neither empty nor over 100 MB', () => {
    expect(() => toKeep({ name: 'empty.pdf', bytes: new Uint8Array() })).toThrow('empty.pdf');
    const large = { name: 'large.zip', bytes: new Uint8Array(100 * 1024 * 1024 + 1) };
    expect(() => keepFile(ports, large)).toThrow(expect.objectContaining({ code: 'file-size' }));
  });
});
