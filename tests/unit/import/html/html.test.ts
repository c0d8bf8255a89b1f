import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters } from '../../../../src-main/agreement/coverage.ts';
import type { MarkedLine, MarkedText } from '../../../../src-main/agreement/model.ts';
import { readHtml } from '../../../../src-main/import/html/html.ts';

const read = (body: string): MarkedText => readHtml(`<!doctype html><html><body>${body}</body></html>`, 'utf-8');
const texts = (body: string): readonly string[] => read(body).lines.map(({ text }) => text);
const marks = ({ text, emphasis }: MarkedLine): readonly string[] =>
  emphasis.map(
    ({ start, end, strong, underline }) => `${strong ? 'B' : ''}${underline ? 'U' : ''} ${text.slice(start, end)}`,
  );

describe('blocks', () => {
  test('become lines; white space collapses as in a browser, and not at all between Chinese characters of two source lines', () => {
    expect(
      texts('<p>甲方应当\n  支付费用</p><div>two\n  words<div>inner</div>after</div><p>a&nbsp;&nbsp;b</p>'),
    ).toEqual(['甲方应当支付费用', 'two words', 'inner', 'after', 'a b']);
  });

  test('headings carry their level, whole blocks are paragraphs, broken lines are not', () => {
    const { lines } = read(
      '<h2>定义</h2><p>一行</p><p>前<br>后</p><details><summary>展开</summary><p>内容</p></details>',
    );
    expect(lines.map(({ text, heading, paragraph }) => [text, heading, paragraph])).toEqual([
      ['定义', 2, true],
      ['一行', undefined, true],
      ['前', undefined, undefined],
      ['后', undefined, undefined],
      ['展开', undefined, true],
      ['内容', undefined, true],
    ]);
  });

  test('preformatted text keeps its spaces and is verbatim', () => {
    expect(read('<pre>a\n  b</pre>').lines.map(({ text, verbatim }) => [text, verbatim])).toEqual([
      ['a', true],
      ['  b', true],
    ]);
  });

  test('a page nested a hundred thousand deep is read', () => {
    expect(texts(`${'<div>'.repeat(100_000)}深${'</div>'.repeat(100_000)}`)).toEqual(['深']);
    expect(texts(`${'<b><i>'.repeat(3000)}深`)).toEqual(['深']);
  });
});

describe('lists', () => {
  const markers = (body: string): readonly (string | undefined)[] => read(body).lines.map(({ list }) => list?.marker);

  test('show the numbers a browser shows', () => {
    expect(markers('<ol start=3><li>c<li value=9>i<li>j</ol>')).toEqual(['3.', '9.', '10.']);
    expect(markers('<ol type=a start=26><li>z<li>aa</ol>')).toEqual(['z.', 'aa.']);
    expect(markers('<ol type=I><li>I<li>II</ol><ol reversed><li>2<li>1</ol>')).toEqual(['I.', 'II.', '2.', '1.']);
    expect(markers('<ol style="list-style-type:cjk-ideographic"><li>甲<li>乙</ol>')).toEqual(['一、', '二、']);
    expect(markers('<ul><li>点<ul><li>内</ul></ul>')).toEqual(['-', '-']);
  });

  test('show no number where the style takes it away', () => {
    expect(markers('<style>.n{list-style:none}</style><ol class=n><li>1.1 自带编号</ol>')).toEqual([undefined]);
  });

  test('say how deep they are, and number only the first line of an item', () => {
    const { lines } = read('<ol><li><p>一</p><p>续</p><ol><li>内</ol></ol>');
    expect(lines.map(({ list }) => list)).toEqual([
      { ordered: true, marker: '1.', depth: 0 },
      undefined,
      { ordered: true, marker: '1.', depth: 1 },
    ]);
  });

  test('numbered by styling are read with those numbers, and told once', () => {
    const style =
      '<style>ol{list-style:none;counter-reset:c}li{counter-increment:c}li::before{content:counters(c,".") " "}</style>';
    const page = read(`${style}<ol><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>`);
    expect(page.lines.map(({ text }) => text)).toEqual(['1 甲', '1.1 乙', '2 丙']);
    expect(page.suspicions).toMatchObject([{ kind: 'generated', lines: [1, 3], seen: '1 1.1 2' }]);
  });
});

describe('emphasis', () => {
  test('comes from tags, style attributes and simple rules, and can be taken back', () => {
    const style =
      '<style>.k{font-weight:700}.u span{text-decoration:underline}@media print{p{font-weight:bold}}</style>';
    const [first, second, third, fourth] = read(
      `${style}<p>甲方<b>全部<u>责任</u></b></p><p class=k>粗<span style="font-weight:normal">细</span></p><p class=u>平<span>线</span></p><h2>标题</h2>`,
    ).lines;
    expect(first && marks(first)).toEqual(['B 全部', 'BU 责任']);
    expect(second && marks(second)).toEqual(['B 粗']);
    expect(third && marks(third)).toEqual(['U 线']);
    expect(fourth && marks(fourth)).toEqual([]);
  });

  test('underlined space and empty fields are places to fill in', () => {
    expect(
      texts(
        '<p>甲方：<u>&nbsp;&nbsp;&nbsp;&nbsp;</u>（盖章）</p><p>日期：<input type=text></p><p><input type=checkbox checked>同意</p>',
      ),
    ).toEqual(['甲方：____（盖章）', '日期：____', '☑同意']);
  });
});

describe('tables', () => {
  test('keep their cells; spanned places stay empty so that words stand once', () => {
    const { lines } = read(
      '<table><caption>赔偿</caption><thead><tr><th>服务<th>可用性<th>赔偿</thead><tr><td rowspan=2>专线<td>99%<td><b>10%</b><tr><td colspan=2>两列</table>',
    );
    expect(lines.map(({ text, cells, header }) => cells ?? [text, header])).toEqual([
      ['赔偿', undefined],
      ['服务', '可用性', '赔偿'],
      ['专线', '99%', '10%'],
      ['', '两列', ''],
    ]);
    expect(lines[1]?.header).toBe(true);
    expect(lines[2] && marks(lines[2])).toEqual(['B 10%']);
  });

  test('that lay the page out are read as blocks', () => {
    expect(
      read('<table><tr><td><h1>标题</h1><td>侧栏</table><table><tr><td>单列</table>').lines.map(({ cells }) => cells),
    ).toEqual([undefined, undefined, undefined]);
  });
});

describe('what is no word of the agreement', () => {
  test('navigation, hidden text and scripts stay out; all but scripts are counted in notes', () => {
    const page = read(
      '<nav>首页 产品</nav><script>document.write("x")</script><main><h1>条款</h1><p>甲方应当按期支付全部费用并妥善保管账户。</p><p hidden>隐藏</p><p>旧<del>三十</del><ins>六十</ins>日</p></main><footer>版权所有</footer>',
    );
    expect(page.lines.map(({ text }) => text)).toEqual([
      '条款',
      '甲方应当按期支付全部费用并妥善保管账户。',
      '旧六十日',
    ]);
    expect(page.notes.map(({ code }) => code)).toEqual(['page-chrome', 'hidden-text', 'deleted-text']);
    expect(page.notes[0]?.text).toContain('首页 产品 版权所有');
  });

  test('a header and a footer that only a name tells, of links alone, are the site’s; with words of the text they are read', () => {
    const page = (header: string): readonly string[] =>
      texts(
        `<div id="page-header">${header}</div><div><h2>等级协议</h2><p>甲方应当按期支付全部费用并妥善保管账户，逾期的按约定处理。</p></div><div class="footer"><a href="/a">关于</a> <a href="/h">帮助</a></div>`,
      );
    expect(page('<a href="/">首页</a> <a href="/login">登录</a>')).toEqual([
      '等级协议',
      expect.stringContaining('甲方'),
    ]);
    expect(page('合同编号：甲-7 <a href="/">首页</a>')[0]).toContain('合同编号');
  });

  test('a page wrapped in a form, a header with the title, a footer with the signature: all of it is read', () => {
    const body =
      '<form><header><h1>承诺书</h1></header><article><p>我方承诺遵守法律法规并承担由此产生的责任。</p><footer>承诺人：</footer></article></form>';
    expect(texts(body)).toEqual(['承诺书', '我方承诺遵守法律法规并承担由此产生的责任。', '承诺人：']);
  });

  test('every character of the page is in the lines or was counted', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', 'b', '1', '。'), minLength: 1, maxLength: 6 });
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'u',
      'li',
      'h2',
      'td',
      'span',
      'ol',
      'table',
      'tr',
      'nav',
      'section',
      'pre',
      'del',
    );
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        text,
        fc
          .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), (parts) => {
        const body = parts.join('');
        const { lines, notes } = read(body);
        const counted = notes.reduce((sum, note) => sum + Number(/，(\d+) 字）/.exec(note.text)?.[1] ?? 0), 0);
        const shown = lines.reduce((sum, line) => sum + countCharacters(line.text), 0);
        const lists = lines.flatMap(({ cells }) => cells ?? []).length;
        const all = countCharacters(body.replace(/<[^>]*>/g, ' '));
        if (lists === 0) expect(shown + counted).toBe(all);
        else expect(shown + counted).toBeGreaterThanOrEqual(all);
      }),
    );
  });
});

describe('a page that shows nothing before its scripts ran', () => {
  test.each([
    'opacity:0',
    'visibility:hidden',
    'font-size:0',
    'text-indent:-9999px',
    'color:transparent',
    'display:none',
  ])('is read whole: %s', (style) => {
    const page = read(`<style>body{${style}}</style>乙方备份数据。<p>甲方付款。</p><table><tr><td>甲<td>乙</table>`);
    expect(page.lines.map(({ text }) => text)).toEqual(['乙方备份数据。', '甲方付款。', '甲\t乙']);
    expect(page.suspicions).toMatchObject([{ kind: 'hidden-text', lines: [1, 3] }]);
  });

  test('is read with the page in its frame', () => {
    const framed = '<body style="visibility:hidden"><iframe srcdoc="<p style=opacity:0>账单按月出具。</p>"></iframe>';
    expect(texts(framed)).toEqual(['账单按月出具。']);
  });
});

describe('letters that a background fills', () => {
  const seen = (style: string): readonly string[] => texts(`<h2 style="${style}">服务承诺</h2><p>甲方付款。</p>`);

  test('are seen', () => {
    expect(
      [
        'background:linear-gradient(90deg,#123,#456);-webkit-background-clip:text;-webkit-text-fill-color:transparent',
        'background:linear-gradient(90deg,#123,#456) text;color:transparent',
        'background-color:#036;background-clip:text;color:transparent',
      ].map((style) => seen(style)[0]),
    ).toEqual(['服务承诺', '服务承诺', '服务承诺']);
  });

  test('are not seen where nothing, or the colour around them, fills them, nor over a picture that is not cut to them', () => {
    expect(
      [
        'background-clip:text;color:transparent',
        'background-color:#fff;background-clip:text;color:transparent',
        'background-image:url(sea.png);color:transparent',
      ].map((style) => seen(style)[0]),
    ).toEqual(['甲方付款。', '甲方付款。', '甲方付款。']);
  });
});

describe('pictures', () => {
  const asked = (body: string): boolean =>
    read(`<p>甲方付款。</p>${body}`).coverage?.some(({ kind, asks }) => kind === 'picture' && asks !== false) === true;

  test('that may hold a line of words are asked about, whatever styling says of letters around them', () => {
    expect(
      [
        '<img src=a.png width=1200 height=60>',
        '<img src=a.png height=40>',
        '<img src=a.png height=20 style="width:900px;height:auto">',
        '<div style="font-size:0"><img src=a.png></div>',
        '<div style="text-indent:-9999px"><img src=a.png></div>',
        '<div style="color:transparent"><img src=a.png></div>',
      ].map(asked),
    ).toEqual([true, true, true, true, true, true]);
  });

  test('that are small, a mere line, or hidden are not', () => {
    expect(
      [
        '<img src=a.png width=32 height=32>',
        '<img src=a.png width=1200 height=2>',
        '<img src=a.png style="visibility:hidden">',
      ].map(asked),
    ).toEqual([false, false, false]);
  });
});

describe('a sheet', () => {
  test('with layers without a name: each is a layer of its own', () => {
    const style = '<style>@layer{b{color:red}}@layer a{#s{display:none}}@layer{i{display:inline}}</style>';
    expect(texts(`${style}<p>甲<i id=s>乙</i></p>`)).toEqual(['甲乙']);
  });

  test('with rules nested however deep is read in time', () => {
    const nestings = ['p{', '& &{', '@media screen{', '@layer{'];
    for (const open of nestings) {
      const style = `<style>p{${open.repeat(40)}color:red${'}'.repeat(41)}i{display:none}</style>`;
      expect(texts(`${style}<p>甲<i>乙</i></p>`)).toEqual(['甲']);
    }
    const deep = `<style>i{display:none}${'p{'.repeat(50_000)}</style>`;
    expect(texts(`${deep}<p>甲</p>`)).toEqual(['甲']);
    const queries = [`@media ${'not '.repeat(50_000)}print`, `@media ${'not ('.repeat(50_000)}print`];
    for (const query of queries)
      expect(texts(`<style>i{display:none}${query}{p{color:red}}</style><p>甲<i>乙</i></p>`)).toEqual(['甲']);
  });
});
