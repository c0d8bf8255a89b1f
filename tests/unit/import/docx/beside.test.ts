import { expect, it } from 'vitest';
import { asksWhether } from '../../../../src-main/agreement/coverage.ts';
import { importSource } from '../../../../src-main/import/source.ts';
import { buildDocx, paragraph, run } from '../build-docx.ts';
import { box, drawn, picture } from './hostile.ts';

const MARK = '<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>';

const read = async (header: string) => importSource(buildDocx({ body: paragraph('甲'), header }), 'a.docx');

it.each([
  ['a watermark before it', `<w:p>${MARK}${run('示例服务协议')}</w:p>`],
  ['a watermark behind it', `<w:p>${run('示例服务协议')}${MARK}</w:p>`],
  ['a name in another paragraph', `${paragraph('第 3 版，供内部传阅')}${paragraph('示例服务协议')}`],
  [
    'a frame around it',
    `<w:p>${run('内部')}<w:r>${drawn(box('示例服务协议')).slice('<w:p><w:r>'.length, -'</w:r></w:p>'.length)}</w:r></w:p>`,
  ],
])('finds the title in a header with %s', async (_, header) => {
  expect((await read(header)).title).toBe('示例服务协议');
});

it('tells a watermark apart from the header', async () => {
  const { coverage = [] } = await read(`<w:p>${MARK}${run('示例服务协议')}</w:p>`);
  expect(coverage.filter(({ state }) => state === 'unread')).toMatchObject([
    { part: 'tilted text', words: 2 },
    { part: 'headers and footers', words: 6 },
  ]);
});

it('asks about a sentence that is drawn behind each page', async () => {
  const { coverage = [] } = await read(`<w:p>${MARK.replace('机密', '乙方不承担任何责任。')}</w:p>`);
  expect(coverage.filter(asksWhether).map(({ part }) => part)).toEqual(['tilted text']);
});

it('counts a picture in a header once, whatever it holds for older programs', async () => {
  const drawing = drawn(picture).slice('<w:p><w:r>'.length, -'</w:r></w:p>'.length);
  const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata/></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
  const { coverage = [] } = await read(`<w:p><w:r>${both}</w:r></w:p>`);
  expect(coverage.filter(asksWhether).map(({ part }) => part)).toEqual(['pictures (1)']);
});
