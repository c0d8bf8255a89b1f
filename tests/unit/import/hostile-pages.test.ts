import { expect, it } from 'vitest';
import { asksWhether } from '../../../src-main/agreement/coverage.ts';
import { importSource } from '../../../src-main/import/source.ts';

/**
 * Pages that show something else than they hold: what a person sees of the second line, and how it is told. Kept as expectation is
 * what the HTML and CSS standards say is seen; `told` is the kind of each suspicion, in order.
 */
const CASES: readonly (readonly [name: string, html: string, seen: string, told: readonly string[]])[] = [
  ['display', '<p>赔偿<i style="display:none">不</i>封顶', '赔偿封顶', ['hidden-text']],
  [
    'attribute selector',
    '<style>[data-x="1"]{display:none}</style><p>乙方<i data-x=1>不</i>赔',
    '乙方赔',
    ['hidden-text'],
  ],
  [
    'not and nth-child',
    '<style>p>i:nth-child(2n):not(.k){display:none}</style><p><i>甲</i><i>乙</i><i>丙</i>',
    '甲丙',
    ['hidden-text'],
  ],
  ['is and child', '<style>:is(p,div)>.h{visibility:hidden}</style><p>应<i class=h>不</i>付', '应付', ['hidden-text']],
  ['seen again', '<p style="visibility:hidden">藏<i style="visibility:visible">露</i>', '露', ['hidden-text']],
  [
    'important',
    '<style>.a{display:none!important}</style><p>甲<i class=a style="display:inline">乙</i>',
    '甲',
    ['hidden-text'],
  ],
  ['specificity', '<style>#s{display:inline}.a{display:none}</style><p>甲<i class=a id=s>乙</i>', '甲乙', []],
  ['layer', '<style>@layer x{#s{display:none}}.a{display:inline}</style><p>甲<i class=a id=s>乙</i>', '甲乙', []],
  ['screen only', '<style>@media print{i{display:none}}</style><p>甲<i>乙</i>', '甲乙', []],
  ['variable', '<style>:root{--d:none}i{display:var(--d)}</style><p>甲<i>乙</i>', '甲', ['hidden-text']],
  ['nested rule', '<style>p{& i{display:none}}</style><p>甲<i>乙</i>', '甲', ['hidden-text']],
  ['hidden attribute', '<p>甲<i hidden>乙</i>', '甲', ['hidden-text']],
  ['font size', '<p>上限<span style="font-size:0">不是</span>10元', '上限10元', ['hidden-text']],
  ['font shorthand', '<p>上限<span style="font:1px/1 serif">不是</span>10元', '上限10元', ['hidden-text']],
  ['colour', '<p>上限<span style="color:#fff">不是</span>10元', '上限10元', ['hidden-text']],
  [
    'near colour',
    '<p style="background:snow">上限<span style="color:white">不是</span>10元',
    '上限10元',
    ['hidden-text'],
  ],
  ['dark ground', '<p style="background:#000;color:#fff">上限10元', '上限10元', []],
  ['transparent', '<p>上限<span style="color:rgba(0,0,0,0)">不是</span>10元', '上限10元', ['hidden-text']],
  ['opacity', '<p>甲<span style="opacity:0">乙</span>', '甲', ['hidden-text']],
  ['clip', '<p>甲<span style="position:absolute;clip:rect(0 0 0 0)">乙</span>', '甲', ['hidden-text']],
  ['clip-path', '<p>甲<span style="clip-path:inset(50%)">乙</span>', '甲', ['hidden-text']],
  ['far off', '<p>甲<span style="position:absolute;left:-9999px">乙</span>', '甲', ['hidden-text']],
  ['indent', '<p>甲</p><p style="text-indent:-9999px">乙', '甲', ['hidden-text']],
  ['no size', '<p>甲</p><div style="height:0;overflow:hidden">乙</div>', '甲', ['hidden-text']],
  ['scale', '<p>甲<span style="display:inline-block;transform:scale(0)">乙</span>', '甲', ['hidden-text']],
  [
    'hidden row',
    '<table><tr><td>级别<td>比例<tr style="display:none"><td>甲<td>乙</table>',
    '级别\t比例',
    ['hidden-text'],
  ],
  ['struck', '<p>退<s>不</s><del>不</del><span style="text-decoration:line-through">不</span>款', '退款', ['struck']],
  ['not struck after all', '<style>del{text-decoration:none}</style><p>退<del>全</del>款', '退全款', []],
  ['inserted', '<p>退<ins>全</ins>款', '退全款', ['inserted']],
  ['generated', '<style>.n::before{content:"乙方不"}</style><p class=n>赔偿', '乙方不赔偿', ['generated']],
  [
    'generated from attribute',
    '<style>b::after{content:attr(data-v)}</style><p>付<b data-v="30日"></b>',
    '付30日',
    ['generated'],
  ],
  ['icon', '<style>b::before{content:"\\e601 »"}</style><p><b>付款</b>', '付款', []],
  ['override', '<p>应在<bdo dir=rtl>03</bdo>日内付款', '应在30日内付款', ['direction-override']],
  [
    'override by styling',
    '<p>应在<i style="unicode-bidi:bidi-override;direction:rtl">03</i>日',
    '应在30日',
    ['direction-override'],
  ],
  ['torn number', '<p>提前3&#8203;0日', '提前30日', ['invisible-character']],
  ['shadow root', '<div><template shadowrootmode=open><p>甲<slot></slot></p></template>乙</div>', '甲乙', []],
  ['no slot', '<p>甲</p><div><template shadowrootmode=open></template>乙</div>', '甲', ['hidden-text']],
  ['page in a frame', '<p>甲</p><iframe srcdoc="<p>乙</p>"></iframe>', '甲|乙', []],
  ['drawing', '<p>甲</p><svg><text>乙</text><desc>丙</desc></svg>', '甲|乙', []],
  ['field', '<p>金额<input value="100元">', '金额100元', []],
];

it.each(CASES)('%s', async (_, html, seen, told) => {
  const page = `<!doctype html><meta charset="utf-8"><h1>示例服务协议</h1>${html}`;
  const { lines, suspicions = [] } = await importSource(new TextEncoder().encode(page), 'a.html');
  expect(
    lines
      .slice(1)
      .map(({ text }) => text)
      .join('|'),
  ).toBe(seen);
  expect(suspicions.map(({ kind }) => kind)).toEqual(told);
});

it('takes a dot that stands for a picture for that picture', async () => {
  const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
  const asked = async (image: string): Promise<readonly string[]> => {
    const page = new TextEncoder().encode(`<!doctype html><h1>示例服务协议</h1><p>甲</p>${image}`);
    const { coverage = [] } = await importSource(page, 'a.html');
    return coverage.filter(asksWhether).map(({ part }) => part);
  };
  expect(await asked(`<img src="${dot}">`)).toEqual([]);
  expect(await asked(`<img src="${dot}" data-src="terms.png">`)).toEqual(['pictures (1)']);
});
