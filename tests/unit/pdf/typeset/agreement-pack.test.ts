import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementDocument, Clause, Emphasis } from '../../../../src-main/agreement/model.ts';
import { emphasisedRuns, packPaper } from '../../../../src-main/pdf/typeset/agreement-pack.ts';
import { certificatePaper, registerPaper, rulerPaper } from '../../../../src-main/pdf/typeset/record.ts';
import { FINGERPRINT } from '../paper-tools.ts';

const emphasis = fc.record({
  start: fc.nat(30),
  end: fc.nat(30),
  strong: fc.boolean(),
  underline: fc.boolean(),
  origin: fc.constantFrom('source' as const, 'rule' as const),
});

describe('emphasis on paper', () => {
  it('keeps every character once, and source bold wins over rule bold wherever both stand', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(emphasis, { maxLength: 6 }), (text, spans: Emphasis[]) => {
        const runs = emphasisedRuns(text, spans);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        let at = 0;
        for (const run of runs) {
          for (let offset = at; offset < at + run.text.length; offset += 1) {
            const over = spans.filter((span) => span.strong && span.start <= offset && span.end > offset);
            const expected = over.some(({ origin }) => origin === 'source')
              ? 'source'
              : over.length > 0
                ? 'rule'
                : undefined;
            expect(run.strong).toBe(expected);
          }
          at += run.text.length;
        }
      }),
    );
  });
});

const clause = (id: string, more: Partial<Clause>): Clause => ({
  id,
  level: 1,
  role: 'clause',
  text: '',
  emphasis: [],
  tags: [],
  lines: [1, 1],
  ...more,
});

const agreement: AgreementDocument = {
  title: '示例协议',
  kind: 'terms',
  language: 'zh',
  fingerprint: FINGERPRINT,
  lines: [1, 9],
  repairs: [],
  facts: [],
  blanks: [],
  tables: [{ clause: 'table', header: ['甲', '乙'], rows: [['1', '2']] }],
  clauses: [
    clause('title', { role: 'heading', heading: '示例协议', text: '示例协议' }),
    clause('one', { role: 'heading', number: '1', heading: '责任', text: '责任' }),
    clause('cap', {
      number: '1.1',
      level: 2,
      text: '赔偿以已付费用为限。',
      tags: [{ kind: 'liability-cap', because: '为限' }],
      emphasis: [{ start: 0, end: 10, strong: true, underline: false, origin: 'rule' }],
    }),
    clause('exit', {
      number: '1.2',
      level: 2,
      text: '客户可以终止。',
      tags: [{ kind: 'termination', because: '终止', by: 'customer' }],
    }),
    clause('table', { role: 'table', text: '甲\t乙\n1\t2' }),
  ],
};

describe('print pack', () => {
  const { blocks } = packPaper(agreement, { version: '第1版', fingerprint: FINGERPRINT, language: 'zh' });

  it('prints every clause once, tables as tables, the title once', () => {
    const text = JSON.stringify(blocks.filter(({ kind }) => kind !== 'contents'));
    for (const words of ['示例协议', '赔偿以已付费用为限。', '客户可以终止。'])
      expect(text.split(words).length - 1).toBe(1);
    expect(blocks.at(-1)).toMatchObject({ kind: 'table', header: ['甲', '乙'] });
  });

  it('lists headings in the contents and liability clauses in the index, with the kind that put them there', () => {
    const [contents, index] = blocks.filter((block) => block.kind === 'contents');
    expect(contents?.entries.map(({ text }) => text)).toEqual(['责任']);
    expect(index?.entries.map(({ number, text }) => [number, text])).toEqual([
      ['1.1', '责任上限：赔偿以已付费用为限。'],
    ]);
    const anchors = blocks.flatMap((block) => ('anchor' in block ? [block.anchor] : []));
    for (const { anchor } of [...(contents?.entries ?? []), ...(index?.entries ?? [])])
      expect(anchors).toContain(anchor);
  });

  it('explains the sign of rule bold where there is any, and only there', () => {
    const notes = (paper: ReturnType<typeof packPaper>) => paper.blocks.filter(({ kind }) => kind === 'note').length;
    expect(notes(packPaper(agreement, { version: '1', fingerprint: FINGERPRINT, language: 'zh' }))).toBe(1);
    const bare = { ...agreement, clauses: agreement.clauses.map((each) => ({ ...each, emphasis: [] })) };
    expect(notes(packPaper(bare, { version: '1', fingerprint: FINGERPRINT, language: 'zh' }))).toBe(0);
  });
});

describe('records', () => {
  it('say in words what is absent', () => {
    const content = { title: '证书', subtitle: '1', language: 'zh' as const, standing: '说明' };
    const paper = certificatePaper({
      ...content,
      sections: [{ heading: '环境', fields: [{ label: '网络地址', value: ' ' }] }],
    });
    expect(paper.blocks).toContainEqual({ kind: 'field', label: '网络地址', value: '未记录' });
  });

  it('come as register and ruler too', () => {
    expect(
      registerPaper({ title: '台账', subtitle: '', language: 'zh', header: ['a'], rows: [['b']] }).blocks.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['title', 'table']);
    expect(rulerPaper('en').blocks.at(-1)).toEqual({ kind: 'ruler', millimetres: 100 });
  });
});
