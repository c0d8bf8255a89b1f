export type { CheckAnswer, CheckRequest } from '../../store/check-process.ts';
