import { afterEach } from 'vitest';
import { afterTest } from './page.ts';

// A setup file is run for every file of tests; a hook at the top of `page.ts`, which a worker loads once, only for the first.
afterEach(afterTest);
