import { it } from 'vitest';
import { run } from '../build-docx.ts';
import { box, type Case, drawn, expectRead, LIGHT, mixed, picture, WHITE } from './hostile.ts';

const fill = (colour: string): string => `<a:solidFill>${colour}</a:solidFill>`;
const scheme = (name: string, changes = ''): string => `<a:schemeClr val="${name}">${changes}</a:schemeClr>`;
const inked = (colour: string): string => `<w14:textFill><w14:solidFill>${colour}</w14:solidFill></w14:textFill>`;
const DARK = '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="102030"/></a:solidFill></wps:spPr></wps:wsp>';
const seen = { seen: '框内' };
/** Whether the shape lies under the words cannot be told without laying the page out. */
const onShape = { ...seen, told: ['drawn-differently'] };
const unseen = { seen: '', told: ['hidden-text'] };
const boxOf = (look: string, colour: string): Case[1] => ({
  body: drawn(box('框内', look, fill(colour))),
  theme: LIGHT,
});
const whole = { seen: '乙方不赔偿' };
const settings = { 'settings/s.xml': '<w:displayBackgroundShape/>' };
const background = '<w:background w:color="102030"/>';

/** Colours of a theme made lighter or darker, and what else than paper stands behind words. */
const CASES: readonly Case[] = [
  ['white on the dark of white', boxOf(WHITE, scheme('bg1', '<a:lumMod val="50000"/>')), seen],
  ['white on the light of black', boxOf(WHITE, scheme('tx1', '<a:lumMod val="50000"/><a:lumOff val="50000"/>')), seen],
  ['black on all the light of black', boxOf('', scheme('tx1', '<a:lumOff val="100000"/>')), seen],
  ['white on all the light of black', boxOf(WHITE, scheme('tx1', '<a:lumOff val="100000"/>')), unseen],
  ['white on a shade', boxOf(WHITE, scheme('bg1', '<a:shade val="20000"/>')), seen],
  ['black on a tint', boxOf('<w:color w:val="000000"/>', scheme('tx1', '<a:tint val="20000"/>')), seen],
  ['white on the colour of the window', boxOf(WHITE, '<a:sysClr val="window" lastClr="FFFFFF"/>'), unseen],
  ['white on the colour of its text', boxOf(WHITE, '<a:sysClr val="windowText" lastClr="000000"/>'), seen],
  ['white on a named colour', boxOf(WHITE, '<a:prstClr val="white"/>'), unseen],
  [
    'letters of white made grey',
    { body: mixed(inked('<w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr>')), theme: LIGHT },
    whole,
  ],
  [
    'letters of white left white',
    { body: mixed(inked('<w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="100000"/></w14:schemeClr>')), theme: LIGHT },
    { seen: '乙方赔偿', told: ['hidden-text'] },
  ],
  [
    'white in a box whose fill is see-through',
    boxOf(WHITE, '<a:srgbClr val="000000"><a:alpha val="1000"/></a:srgbClr>'),
    unseen,
  ],
  [
    'shape of a shade in front',
    drawn(
      `<wps:wsp><wps:spPr>${fill(scheme('bg1', '<a:shade val="90000"/>'))}</wps:spPr></wps:wsp>`,
      '<wp:anchor behindDoc="0"><wp:extent cx="3000000" cy="900000"/><wp:wrapNone/>',
    ),
    { seen: '', told: ['covered-text'] },
  ],
  ['white on a shape beside its box', drawn(`<wpg:wgp>${DARK}${box('框内', WHITE)}</wpg:wgp>`), onShape],
  ['white on a shape after its box', drawn(`<wpg:wgp>${box('框内', WHITE)}${DARK}</wpg:wgp>`), onShape],
  [
    'white on a picture beside its box',
    drawn(`<wpg:wgp>${picture}${box('框内', WHITE)}</wpg:wgp>`),
    { ...onShape, asked: ['pictures (1)'] },
  ],
  [
    'white in a white box beside a dark one',
    drawn(`<wpg:wgp>${DARK}${box('框内', WHITE, fill('<a:srgbClr val="FFFFFF"/>'))}</wpg:wgp>`),
    unseen,
  ],
  ['white on a dark background', { body: mixed(WHITE), background, more: settings }, whole],
  [
    'white on a background that is not shown',
    { body: mixed(WHITE), background },
    { seen: '乙方赔偿', told: ['hidden-text'] },
  ],
  [
    'white on a picture behind the text',
    `<w:p>${drawn(picture, '<wp:anchor behindDoc="1"><wp:extent cx="3000000" cy="900000"/><wp:wrapNone/>').slice('<w:p>'.length, -'</w:p>'.length)}${run('乙方')}${run('不', WHITE)}</w:p>`,
    { seen: '乙方不', told: ['drawn-differently'], asked: ['pictures (1)'] },
  ],
];

it.each(CASES)('%s', (_, given, expected) => expectRead(given, expected));
