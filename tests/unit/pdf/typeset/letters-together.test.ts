import { expect, test } from 'vitest';
import type { Paper, PaperRun } from '../../../../src-main/pdf/paper.ts';
import { boxesOf } from '../../../../src-main/pdf/plain/boxes.ts';
import { paginate } from '../../../../src-main/pdf/plain/plain.ts';
import { typeset } from '../../../../src-main/pdf/typeset/typeset.ts';

const paragraph = (text: string): Paper['blocks'][number] => ({ kind: 'paragraph', runs: [{ text }] });
const LONG = '贵公司认为义务已经履行或者不应履行的，请在同一期限内说明依据并附证据。';
const letter = (...body: readonly Paper['blocks'][number][]): Paper => ({
  title: '催告函',
  style: 'letter',
  language: 'zh',
  blocks: [
    { kind: 'title', text: '催告函' },
    ...body,
    { kind: 'closing', text: '特此催告。' },
    { kind: 'signature', zone: 'seal', label: '发函单位（盖章）', name: '示例公司', date: '2026年3月1日' },
  ],
});
const set = (paper: Paper, line?: number): string =>
  typeset(paper, { fontUrl: (weight) => `font-${weight}`, ...(line === undefined ? {} : { line }) });

test('two lines stand with the seal, and no more leave the page before it', () => {
  const html = set(letter(paragraph('正文一'), paragraph(LONG), paragraph('代码'), paragraph('联系人')));
  expect(html).not.toMatch(/class="tail/u);
  expect(html).toContain('.closing{break-after:avoid;break-before:avoid}');
  const unclosed = letter(paragraph('正文一'), paragraph('代码'), paragraph('联系人'));
  const lines = set({ ...unclosed, blocks: unclosed.blocks.filter(({ kind }) => kind !== 'closing') });
  expect(lines).toMatch(/class="tail[^"]*">联系人/u);
  expect(lines).not.toMatch(/class="tail[^"]*">(?:正文|代码)/u);
  expect(html).toContain('.tail{break-before:avoid}');
  expect(html).toContain('orphans:2;widows:2');
});

test('who sends a letter and whom to reach are no lines of its body: the end of what it asks stands with the seal', () => {
  const code = paragraph('我公司统一社会信用代码：91330106MA2B1C2D8U。');
  const html = set(letter(paragraph(LONG), code, paragraph('联系人：李雷，联系电话：13800000000。')));
  expect(html).toMatch(/class="tail[^"]*">我公司统一社会信用代码/u);
  expect(html).toMatch(/class="tail[^"]*">(?:<[^>]+>)?联系人/u);
  expect(html).not.toMatch(/class="tail[^"]*">(?:<[^>]+>)?贵公司认为/u);
  for (const body of ['联系人变更的，书面通知对方。', '附件一并寄回。', '我公司的代码如下。'])
    expect(set(letter(paragraph('正文一'), paragraph(body), paragraph('正文三')))).not.toContain('class="tail');
});

test('another party’s day has a line to write on in English', () => {
  const theirs = { kind: 'signature', zone: '', label: 'For and on behalf of', name: 'Example Ltd', date: '' } as const;
  const paper: Paper = { ...letter(), language: 'en', style: 'english-letter', blocks: [theirs] };
  expect(set(paper)).toContain('<p class="dated">Date:<i></i></p>');
});

test('a note before the seal goes with it too', () => {
  const html = set(letter(paragraph(LONG), { kind: 'note', text: '指纹' }));
  expect(html).toContain('class="tail note">指纹');
});

test('words that lead to a list stay with its first item, by either page setter', () => {
  const paper = letter(paragraph('所依条款如下：'), { kind: 'item', number: '1. ', runs: [{ text: '第 1 条' }] });
  expect(set(paper)).toContain('p:has(+.item){break-after:avoid}');
  const boxes = boxesOf(paper, (_, __, size) => size);
  const [item] = boxes.slice(boxes.findIndex(({ content }) => JSON.stringify(content).includes('下')) + 1);
  expect(JSON.stringify(item?.content)).toContain('1');
  expect(item?.before).toBe('avoid');
});

test('whoever signs is named on the line of the signature, and the line to sign on gives way', () => {
  const html = set(letter(paragraph(LONG)));
  expect(html).toContain('.hand .printed{flex:none');
  expect(html).toContain('.hand i{flex:1 1 34mm;max-width:52mm');
});

test('a letter is set in full lines, and can be tightened', () => {
  const html = set(letter(paragraph('正文')));
  expect(html).toContain('.letter{text-align:justify}');
  expect(html).toContain('16pt/28.9pt');
  expect(set(letter(paragraph('正文')), 24)).toContain('16pt/24pt');
});

test('a paragraph with a long code is not spread over its line', () => {
  const html = set(letter(paragraph('恢复YZ-HZ-HK-0007线路。'), paragraph('电话0571-1')));
  expect(html).toMatch(/class="[^"]*loose">恢复/u);
  expect(html).not.toMatch(/loose[^"]*">电话/u);
  expect(html).toContain('.letter .loose{text-align:left}');
});

test('an English letter is set smaller, in blocks, with narrow quotation marks', () => {
  const html = set({ ...letter(paragraph('Please pay.')), style: 'english-letter', language: 'en' });
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<body class="letter english">');
  expect(html).toContain('12pt/18pt');
  expect(html).toContain(':root:lang(en){font-family:"English Marks","Assent Print",serif}');
});

test('the few fields of whoever signs go with the seal, and what closes the letter before them; a form may be parted', () => {
  const note = { kind: 'note', text: '本件附属于示例协议。' } as const;
  const field = { kind: 'field', label: '联系人', value: '李航' } as const;
  const signed = (count: number): Paper => {
    const whole = letter(paragraph(LONG), ...Array<typeof field>(count).fill(field), note);
    return { ...whole, blocks: whole.blocks.filter(({ kind }) => kind !== 'closing') };
  };
  expect(set(signed(6))).toContain('class="fields tail"');
  expect(set(signed(6))).toContain('class="tail note"');
  expect(set(signed(9))).not.toContain('class="fields tail"');
  expect(set(signed(9))).toContain('class="tail note"');
});

test('fields that the closing words follow stay on the page before, which is not left half empty', () => {
  const note = { kind: 'note', text: '本件附属于示例协议。' } as const;
  const field = { kind: 'field', label: '联系人', value: '李航' } as const;
  const paper = letter(
    ...Array<Paper['blocks'][number]>(4).fill(paragraph(LONG)),
    ...Array<typeof field>(6).fill(field),
    note,
  );
  const html = set(paper);
  expect(html).not.toMatch(/class="(?:fields tail|tail note)"/u);
  const [first, last] = paginate(
    boxesOf(paper, (_, __, size) => size),
    560,
  );
  expect(JSON.stringify(first).match(/系/gu)).toHaveLength(6);
  expect(JSON.stringify(last)).toContain('特');
});

test('a note is set in like the rest of a Chinese letter', () => {
  const note = { kind: 'note', text: '本件附属于示例协议。' } as const;
  const { blocks, ...paper } = letter(paragraph(LONG));
  expect(set({ ...paper, blocks: [...blocks, note] })).toContain('.letter:not(.english) .note{text-indent:32pt}');
});

test('no page holds a signature without words of the letter, by the plain setter either', () => {
  const note = { kind: 'note', text: '本件附属于示例协议。' } as const;
  const field = { kind: 'field', label: '联系人', value: '李航' } as const;
  const closing = { kind: 'closing', text: '特此承诺。' } as const;
  for (let lines = 1; lines < 30; lines += 1) {
    const { blocks, ...paper } = letter(
      ...Array<Paper['blocks'][number]>(lines).fill(paragraph(LONG)),
      closing,
      ...Array<typeof field>(6).fill(field),
      note,
    );
    const boxes = boxesOf(
      { ...paper, blocks: blocks.filter((block) => block.kind !== 'closing' || block === closing) },
      (_, __, size) => size,
    );
    const last = JSON.stringify(paginate(boxes, 680).at(-1));
    expect(last).toContain('特');
  }
});

test('the line behind the long table of a record does not take the whole table to its page', () => {
  const field = { kind: 'field', label: '声明全文', value: '本公司决定接受。' } as const;
  const whole = letter(...Array<typeof field>(10).fill(field), paragraph('另有一项'));
  const record: Paper = { ...whole, style: 'record', blocks: whole.blocks.filter(({ kind }) => kind !== 'closing') };
  expect(set(record)).not.toContain('class="tail');
  expect(set({ ...record, style: 'letter' })).toContain('class="tail');
});

test('the sign of bold by rule never stands on a line of its own', () => {
  const html = set(letter({ kind: 'paragraph', runs: [{ text: '以当月费用为限。', strong: 'rule' }] }));
  expect(html).toMatch(
    /<strong class="rule">以当月费用为限<\/strong><span class="together"><strong class="rule">。<\/strong><span class="sign">※<\/span><\/span>/u,
  );
});

test('the name of whoever signs is printed beside the line, which stays free; who is not known has a line alone', () => {
  const zone = {
    kind: 'signature',
    zone: 'x',
    label: '发函单位（盖章）',
    name: '示例公司',
    date: '2026年3月1日',
  } as const;
  const signed = (language: 'zh' | 'en', signatory: { readonly label: string; readonly name?: string }): string =>
    typeset({ title: 'x', style: 'letter', language, blocks: [{ ...zone, signatory }] }, { fontUrl: () => '' });
  expect(signed('zh', { label: '经办人（签字）', name: '李航' })).toContain(
    '经办人（签字）：</span><i></i><span class="printed">（李航）</span></p>',
  );
  expect(signed('en', { label: 'Signatory (signature)', name: 'Li Hang' })).toContain(
    '<i></i><span class="printed">Name: Li Hang</span>',
  );
  expect(signed('zh', { label: '经办人（签字）' })).toContain('<i></i></p>');
  const [hand] = boxesOf(
    {
      title: 'x',
      style: 'letter',
      language: 'zh',
      blocks: [{ ...zone, signatory: { label: '经办人', name: '李航' } }],
    },
    (_, __, size) => size,
  );
  expect(hand?.content).toMatchObject({ kind: 'hand', label: '经办人：', name: '（李航）' });
});

test('without a window, too, a line to sign on keeps its length beside a long label and a long name', () => {
  const boxes = (label: string, name: string) =>
    boxesOf(
      {
        title: 'x',
        style: 'letter',
        language: 'zh',
        blocks: [
          { kind: 'signature', zone: 'x', label: '盖章', name: '示例公司', date: '', signatory: { label, name } },
        ],
      },
      (_, __, size) => size,
    ).map(({ content }) => (content.kind === 'hand' ? `${content.label}_${content.name}` : content.kind));
  expect(boxes('签字', '李航')).toEqual(['签字：_（李航）', 'seal']);
  expect(boxes('法定代表人或者授权代表', '欧阳某某某某某某某某')).toEqual([
    '法定代表人或者授权代表：_',
    'line',
    'seal',
  ]);
  expect(boxes('签'.repeat(22), '李航')).toEqual(['line', '_（李航）', 'seal']);
});

test('an English day that is written by hand keeps its room, and the label of a signature its line', () => {
  const zone = {
    kind: 'signature',
    zone: 'x',
    label: 'Sealed by',
    name: 'Example',
    date: '',
    signers: ['Made by'],
  } as const;
  const signatory = { label: 'Legal representative or authorised signatory (signature)' };
  const html = typeset(
    { title: 'x', style: 'record', language: 'en', blocks: [{ ...zone, signatory }] },
    { fontUrl: () => '' },
  );
  expect(html.match(/>Date:\u3000/gu)).toHaveLength(1);
  expect(html).toContain('<p class="dated">Date:<i></i></p>');
  expect(html).toContain('(signature): </span><i>');
  expect(html).toContain('.hand span{flex:none');
});

test('labels with room to write behind each share a line, and the room gives way', () => {
  const room = { text: '\u3000'.repeat(8), underline: true };
  const html = set(letter({ kind: 'paragraph', runs: [{ text: '签字：' }, room, { text: '　日期：' }, room] }));
  const line = '<span class="blank" style="width:8em"></span>';
  const givingWay = line.replace('width', 'max-width');
  expect(html).toContain(`to-write"><span>签字：</span>${givingWay}<span>　日期：</span>${givingWay}</p>`);
  expect(html).toContain('.to-write>.blank{flex:1 1 20mm');
  expect(html).toContain('.to-write{display:flex;flex-wrap:wrap');
  expect(set(letter({ kind: 'paragraph', runs: [{ text: '自' }, room, { text: '起' }] }))).toContain(`自${line}起`);
});

test('such a line keeps its place, its indent and the bar of what is bold by rule in it', () => {
  const room = { text: '\u3000'.repeat(8), underline: true };
  const runs = [{ text: '签字：', strong: 'rule' as const }, room, { text: '　日期：' }, room];
  const html = set(letter({ kind: 'paragraph', anchor: 'x', indent: false, runs }));
  expect(html).toContain('<p id="a-78" class="to-write flat barred">');
});

test('room to write that was inserted, struck or is bold by rule bears its mark', () => {
  const room = { text: '\u3000'.repeat(8), underline: true };
  const line = '<span class="blank" style="width:8em"></span>';
  const marked = (more: Partial<PaperRun>): string =>
    set(letter({ kind: 'paragraph', runs: [{ text: '签字：' }, room, { text: '日期：' }, { ...room, ...more }] }));
  expect(marked({ change: 'inserted' })).toContain(`<ins>${line}</ins>`);
  expect(marked({ change: 'deleted' })).toContain(`<del>${line}</del>`);
  expect(marked({ change: 'deleted' })).toContain('del .blank::after');
  expect(marked({ strong: 'rule' })).toContain(`${line}<span class="sign">`);
});

test('a currency or article does not part from its number', () => {
  const html = set(
    letter({ kind: 'paragraph', runs: [{ text: 'credit us with CNY ' }, { text: '1,500.00 (Article 195)' }] }),
  );
  expect(html).toContain('CNY\u00a01,');
  expect(html).toContain('Article\u00a0195');
});

test('an English paper names every font before its words, so that none is printed without them', () => {
  const html = set({ ...letter(paragraph('words')), language: 'en' });
  const [before = ''] = html.split('words');
  for (const font of [
    '400 1pt "Assent Print"',
    '700 1pt "Assent Print"',
    '400 1pt "English Marks"',
    '700 1pt "English Marks"',
  ])
    expect(before).toContain(`style='font:${font}'`);
});

test('a heading of a table goes on to its next line before a bracket, not within it', () => {
  const html = set(
    letter({ kind: 'table', header: ['月租（美元/台）', '起算日'], rows: [['100（约）', '2026-03-02']] }),
  );
  expect(html).toMatch(
    /<th>(?:<span class="together">)?月租(?:<\/span>)?<span class="piece">(?:<span class="\w+">)?（/u,
  );
  expect(html).toContain('<td>100（约）</td>');
});

test('lines to sign on a paper begin under each other and look alike', () => {
  const room = { text: '\u3000'.repeat(12), underline: true };
  const { blocks, ...paper } = letter(paragraph(LONG), {
    kind: 'paragraph',
    runs: [{ text: '代理人（签字样本）：' }, room, { text: '（李航）' }],
  });
  const signed = blocks.map((block) =>
    block.kind === 'signature' ? { ...block, signatory: { label: '法定代表人（签字或名章）', name: '陈远' } } : block,
  );
  const html = set({ ...paper, blocks: signed });
  const line = (label: string, name: string): string =>
    `<p class="hand"><span style="min-width:13em">${label}：</span><i></i><span class="printed">（${name}）</span></p>`;
  expect(html).toContain(line('代理人（签字样本）', '李航'));
  expect(html).toContain(line('法定代表人（签字或名章）', '陈远'));
});

test('the last two rows of a table stand together', () => {
  const html = set(letter(paragraph(LONG)));
  expect(html).toContain('tbody tr:last-child,tbody tr:nth-child(2){break-before:avoid}');
});
