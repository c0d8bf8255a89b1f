import AxeBuilder from '@axe-core/playwright';
import type { App } from './app.ts';

/** What axe finds wrong with the page as it stands, as rule and place. */
export async function violations(app: App): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
