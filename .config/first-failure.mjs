import { writeFileSync } from 'node:fs';

/**
 * A reporter of vitest for runs with a planted fault: the first failed test settles the matter. It is written down in
 * the shape of the json reporter and the run ended at once, because the same fault may send another test in circles.
 */
export default class FirstFailure {
  onTestCaseResult(test) {
    const { state, errors } = test.result();
    if (state !== 'failed') return;
    const failed = { status: 'failed', fullName: test.fullName, failureMessages: errors.map(({ message }) => message) };
    const file = { name: test.module.moduleId, status: 'failed', message: '', assertionResults: [failed] };
    writeFileSync(process.env.ASSENT_FAILURE, JSON.stringify({ success: false, testResults: [file] }));
    process.exit(1);
  }
}
