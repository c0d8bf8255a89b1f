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
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`${name(element)} sticks out sideways`);
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
