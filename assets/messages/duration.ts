import { sentence, type Sentence } from './say.ts';

/** How long something took, exact to the second: `2 小时 5 分`, `48 s`. One way for screens and papers. */
export function durationWords(seconds: number): Sentence {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (h > 0 && s > 0) return sentence('format.duration.hms', { h, m, s });
  if (h > 0) return m > 0 ? sentence('format.duration.hm', { h, m }) : sentence('format.duration.h', { h });
  if (m > 0) return s > 0 ? sentence('format.duration.ms', { m, s }) : sentence('format.duration.m', { m });
  return sentence('format.duration.s', { s });
}
