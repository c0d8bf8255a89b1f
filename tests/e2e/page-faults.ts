import type { Page } from '@playwright/test';

/** What a person would see as broken: sideways scrolling, controls that stick out or are cut, texts that overlap. */
export const brokenOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the page scrolls sideways');
    const name = (element: Element): string =>
      `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
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
      const inTable = element.closest('table')?.parentElement;
      const aside = inTable && getComputedStyle(inTable).overflowX === 'auto';
      if (!aside && (box.right > innerWidth + 1 || box.left < -1)) found.push(`${name(element)} sticks out sideways`);
      if (box.bottom > innerHeight + 1 && !scrolls(element, 'Y')) found.push(`${name(element)} is below the window`);
      const cut = element.scrollWidth > element.clientWidth + 1 && style.overflow === 'visible';
      if (element.tagName === 'BUTTON' && cut && style.display !== 'inline') found.push(`${name(element)} is cut`);
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

/**
 * Words that a person cannot read to their end: cut by their box with nothing that tells them whole, wider than the field they are
 * chosen in, parted in the midst of a word, or a short button's on two lines.
 */
export const cutOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = new Set<string>();
    const root = document.querySelector('dialog[open]') ?? document.body;
    const name = (element: Element): string => {
      const words = (element.textContent ?? '').trim().replace(/\s+/gu, ' ').slice(0, 40);
      return `${element.tagName}.${element.className.toString().replace(/\s?svelte-\w+/u, '')} ${words}`;
    };
    const visible = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    const told = (element: Element): boolean => element.closest('[title]:not([title=""]), .hidden-visually') !== null;
    const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
    const widthIn = (element: Element, text: string): number => {
      pen.font = getComputedStyle(element).font;
      return pen.measureText(text).width;
    };
    const linesOf = (range: Range): number =>
      new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 6))).size;

    for (const element of root.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      if (!element.textContent?.trim() || style.clipPath !== 'none' || !visible(element) || told(element)) continue;
      if (element.closest('svg, canvas, option, [aria-hidden=true]')) continue;
      const hides = (flow: string): boolean => flow === 'hidden' || flow === 'clip';
      const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const tall =
        hides(style.overflowY) && style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
      if ((wide || tall) && element.clientWidth > 0) found.add(`${name(element)} is cut`);
    }
    for (const select of root.querySelectorAll('select')) {
      if (!visible(select) || told(select)) continue;
      const { paddingLeft, paddingRight } = getComputedStyle(select);
      const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const chosen = select.selectedOptions[0]?.textContent?.trim() ?? '';
      if (widthIn(select, chosen) > room + 1) found.add(`SELECT ${chosen} is wider than its field`);
    }
    for (const field of root.querySelectorAll('input')) {
      if (!field.placeholder || field.value !== '' || !visible(field)) continue;
      const { paddingLeft, paddingRight } = getComputedStyle(field);
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (widthIn(field, field.placeholder) > room + 1) found.add(`INPUT ${field.placeholder} is wider than its field`);
    }
    for (const button of root.querySelectorAll('button')) {
      const range = document.createRange();
      range.selectNodeContents(button);
      const short = (button.textContent ?? '').trim().length <= 20 && button.children.length === 0;
      if (short && visible(button) && linesOf(range) > 1) found.add(`${name(button)} stands on two lines`);
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.parentElement;
      if (!from || /^(?:OPTION|SCRIPT|STYLE|TEXTAREA)$/u.test(from.tagName) || !visible(from)) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/(?<![\w/.@-])[A-Za-z]{3,16}(?![\w/.@-])/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (linesOf(range) > 1) found.add(`${word} is parted in ${name(from)}`);
      }
    }
    return [...found];
  });

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
