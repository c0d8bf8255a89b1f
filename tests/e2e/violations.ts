import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { leftOut } from '../unit/renderer/given/axe-rules.ts';

/** What axe finds wrong with the page as it stands, of whatever weight: the rule, the place, and what is wrong there. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).disableRules(leftOut('page')).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)}: ${failureSummary}`),
  );
}
