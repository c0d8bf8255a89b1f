import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { leftOut } from '../unit/renderer/given/axe-rules.ts';

/** The rules whose answer depends on the theme alone. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong with the page as it stands, of whatever weight: the rule, the place, and what is wrong there.
 * @param rules all that the page is held to, or those named
 */
export async function violations(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const found = await (rules ? axe.withRules(rules) : axe.disableRules(leftOut('page'))).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`),
  );
}
