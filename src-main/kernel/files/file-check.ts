export type { CheckAnswer, CheckRequest } from '../../store/check-process.ts';
export { type Survey, survey } from '../../store/survey.ts';
