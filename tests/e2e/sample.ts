import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPANY } from '../fixtures/company.ts';
import { type App, ROOT } from './app.ts';

/** The documents of the sample set by what stands in the middle of their titles. */
export const SAMPLE = {
  terms: '服务条款',
  sla: '服务等级协议',
  line: '跨域专线服务协议',
  letter: '信息安全承诺书',
} as const;

/** Titles of the sample set, whole. */
export const TITLE = {
  terms: '云舟网络互联服务条款（示例）',
  sla: '云舟网络互联服务等级协议（示例）',
  line: '云舟跨域专线服务协议（示例）',
  trial: '云舟网络互联试用条款（示例）',
} as const;

export { COMPANY };

/** The same of the sample set in English, as far as they are asked for. */
export const ENGLISH = {
  sla: 'Skyboat Cloud Network Service Level Agreement (Sample)',
  line: 'Skyboat Cross-Region Private Line Agreement (Sample)',
} as const;

const FILE = {
  terms: '1-示例云网络服务条款.txt',
  newestLine: '4-示例跨域专线服务协议-2026-10.txt',
} as const;

/** Where a file of the sample set lies. */
export const samplePath = (file: keyof typeof FILE): string => join(ROOT, 'assets', 'sample', 'zh', FILE[file]);
export const englishPath = join(ROOT, 'assets', 'sample', 'en', '4-sample-private-line-agreement-2026-10.txt');
export const sampleText = (file: keyof typeof FILE): string => readFileSync(samplePath(file), 'utf8');

/** Who decides for it. */
export const DECIDER = { person: '陈远', role: '总经理' } as const;

/** The sample set in the library. */
export async function importSample(app: App): Promise<void> {
  await app.page.evaluate(() => window.assent.call('import.sample', {}));
}

/** The company kept; answers with what the call answered. */
export async function saveCompany(app: App, company: typeof COMPANY = COMPANY): Promise<unknown> {
  return app.page.evaluate((company) => window.assent.call('settings.saveCompany', { company }), company);
}

/** A library with the sample set and a company. */
export async function furnish(app: App, company: typeof COMPANY = COMPANY): Promise<void> {
  await importSample(app);
  await saveCompany(app, company);
}
