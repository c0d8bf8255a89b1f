import type { Page } from '@playwright/test';

/** What a person would see as broken: sideways scrolling, controls that stick out or are cut, texts that overlap. */
export const brokenOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the page scrolls sideways');
    const name = (element: Element): string =>
      `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
    const spills = (element: Element): boolean => {
      const { overflow, display } = getComputedStyle(element);
      return element.scrollWidth > element.clientWidth + 1 && overflow === 'visible' && display !== 'inline';
    };
    /** A table may be wider than its room, and is then scrolled. */
    const inTable = (element: Element): boolean => {
      const around = element.closest('table')?.parentElement;
      return around instanceof Element && getComputedStyle(around).overflowX === 'auto';
    };
    const scrolls = (element: Element, axis: 'X' | 'Y'): boolean => {
      for (let at: Element | null = element.parentElement; at; at = at.parentElement) {
        const flow = getComputedStyle(at)[`overflow${axis}`];
        if (flow === 'auto' || flow === 'scroll') return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll('button, select, input, textarea, a, summary, h1, h2')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || box.height < 2 || style.visibility === 'hidden' || style.clipPath !== 'none') continue;
      if (!inTable(element) && (box.right > innerWidth + 1 || box.left < -1))
        found.push(`${name(element)} sticks out sideways`);
      if (box.bottom > innerHeight + 1 && !scrolls(element, 'Y')) found.push(`${name(element)} is below the window`);
      if (element.tagName === 'BUTTON' && spills(element)) found.push(`${name(element)} is cut`);
    }
    for (const scroller of document.querySelectorAll('main *')) {
      const style = getComputedStyle(scroller);
      const sideways = style.overflowX === 'auto' || style.overflowX === 'scroll';
      if (sideways && scroller.scrollWidth > scroller.clientWidth + 1 && !scroller.querySelector(':scope > table')) {
        found.push(`${scroller.tagName}.${scroller.className} scrolls sideways`);
      }
    }
    return found;
  });

/** Texts that are cut by their box, with nothing that tells them whole. */
const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const hides = (flow: string): boolean => flow === 'hidden' || flow === 'clip';
    const isCut = (element: Element): boolean => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const clamped = hides(overflowY) && webkitLineClamp !== 'none';
      return element.clientWidth > 2 && (wide || (clamped && element.scrollHeight > element.clientHeight + 1));
    };
    const APART = '[title]:not([title=""]), .hidden-visually, svg, canvas, option, [aria-hidden=true]';
    return [...(document.querySelector('dialog[open]') ?? document.body).querySelectorAll('*')]
      .filter((element) => (element.textContent ?? '').trim() !== '' && element.closest(APART) === null)
      .filter((element) => getComputedStyle(element).clipPath === 'none' && element.checkVisibility() && isCut(element))
      .map(({ tagName, textContent }) => `${tagName} ${textContent.trim().slice(0, 40)} is cut`);
  });

/** Choices and examples that are wider than the field they stand in. */
const narrowFields = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
    const wordsIn = (field: HTMLInputElement | HTMLSelectElement): string => {
      if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent?.trim() ?? '';
      return field.value === '' ? field.placeholder : '';
    };
    const fields = (document.querySelector('dialog[open]') ?? document.body).querySelectorAll<
      HTMLInputElement | HTMLSelectElement
    >('select:not([title]), input:not([title])');
    return [...fields].flatMap((field) => {
      const { paddingLeft, paddingRight, font } = getComputedStyle(field);
      pen.font = font;
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const words = wordsIn(field);
      const narrow = field.checkVisibility() && field.clientWidth > 2 && pen.measureText(words).width > room + 1;
      return narrow ? [`${field.tagName} ${words} is wider than its field`] : [];
    });
  });

/** Words that are parted in their midst, and short names of buttons that stand on two lines. */
const partedWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const root = document.querySelector('dialog[open]') ?? document.body;
    const linesOf = (range: Range): number =>
      new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 6))).size;
    for (const button of root.querySelectorAll('button')) {
      const words = button.textContent.trim();
      const range = document.createRange();
      range.selectNodeContents(button);
      if (words.length <= 20 && button.children.length === 0 && linesOf(range) > 1)
        found.add(`BUTTON ${words} stands on two lines`);
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (/^(?:OPTION|SCRIPT|STYLE|TEXTAREA)$/u.test(node.parentElement?.tagName ?? 'SCRIPT')) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/(?<![\w/.@-])[A-Za-z]{3,16}(?![\w/.@-])/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (linesOf(range) > 1) found.add(`${word} is parted`);
      }
    }
    return [...found];
  });

/** Words that a person cannot read to their end: cut by their box, wider than their field, or parted in their midst. */
export const cutOn = async (page: Page): Promise<readonly string[]> => [
  ...(await cutTexts(page)),
  ...(await narrowFields(page)),
  ...(await partedWords(page)),
];

/** Chinese words that stand in the frame of an English page, or in its open dialog; the agreements themselves stay as they are. */
export const untranslatedOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('dialog[open]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const from = node.parentElement;
      if (!/\p{Script=Han}/u.test(text) || !from || /^(?:OPTION|SCRIPT)$/.test(from.tagName)) continue;
      if (/示例|云舟|联讯|签|跨域|简体中文/u.test(text)) continue;
      found.push(text.slice(0, 60));
    }
    return found;
  });

/** Days written as in files, `2026-12-22`, where an English page speaks to a person. */
export const dayOfFilesOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.body.innerText.matchAll(/.{0,20}\d{4}-\d{2}-\d{2}(?!\.assent)/gu)].map(([text]) => text),
  );

/** What has to be read at once and is not: a statement over its button that is only seen by scrolling, beside what it is about. */
export const unseenOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const statement = document.querySelector('[data-statement] blockquote');
    const scroller = statement?.closest('.scroll');
    if (!statement || !scroller || innerWidth < 700) return [];
    const [words, room] = [statement.getBoundingClientRect(), scroller.getBoundingClientRect()];
    const hidden = Math.round(Math.max(words.bottom - room.bottom, room.top - words.top));
    return hidden > 1 ? [`${hidden} px of the statement are only seen by scrolling`] : [];
  });

/** How much of the window scrolls: what one came to read or choose from, beside bars and buttons. */
export const roomForText = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const heights = [...document.querySelectorAll('main *')]
      .filter((element) => /auto|scroll/u.test(getComputedStyle(element).overflowY) && element.checkVisibility())
      .map((element) => element.getBoundingClientRect())
      .filter(({ width }) => width > innerWidth * 0.6)
      .map(({ height }) => height);
    return Math.max(0, ...heights) / innerHeight;
  });
