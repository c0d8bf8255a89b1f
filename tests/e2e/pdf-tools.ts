import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './app.ts';

/** Whether this machine lacks one of these programs. */
export const lacksAny = (...programs: readonly string[]): boolean =>
  programs.some((program) => spawnSync('which', [program]).status !== 0);

/** The text of a PDF, its lines as they are laid out. */
export const laidOutText = (pdf: string): string => execFileSync('pdftotext', ['-layout', pdf, '-']).toString();

/** The text of a PDF in reading order. */
export const textOf = (pdf: string): string => execFileSync('pdftotext', [pdf, '-']).toString();

/** A text without its white space, which a layout may put anywhere. */
export const flat = (text: string): string => text.replace(/\s+/gu, '');

/** What qpdf says of the structure of a PDF. */
export const checked = (pdf: string): string => execFileSync('qpdf', ['--check', pdf]).toString();

/** The same PDF with its objects in plain sight. */
export function inPlainSight(pdf: string, to: string): void {
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', pdf, to]);
}

/** The same PDF under a password. */
export function locked(pdf: string, to: string): void {
  execFileSync('qpdf', ['--encrypt', 'open', 'owner', '256', '--', pdf, to]);
}

/** The pictures in a PDF, one row of cells each, as pdfimages lists them. */
export const picturesIn = (pdf: string): readonly (readonly string[])[] =>
  execFileSync('pdfimages', ['-list', pdf])
    .toString()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u));

/** Draws the pages of a PDF beside the other pictures of a run. */
export function drawPages(pdf: string, name: string, ...which: readonly string[]): void {
  execFileSync('pdftoppm', ['-r', '60', '-png', ...which, pdf, join(ROOT, 'test-results', 'shots', name)]);
}
