import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** The app's own origin; nothing else is ever loaded. */
export const APP_ORIGIN = 'app://assent';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * The page may run its own script and style; it frames nothing. It is of no origin, and so are all frames in it: a browser
 * keeps nothing for such a page, neither storage nor databases, caches or cookies, and shares nothing with another.
 */
const PAGE_POLICY = [
  'sandbox allow-scripts allow-forms',
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  // PDF pages are drawn in a worker, which reads character maps of ours.
  // A page of no origin starts it from its own bytes.
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A paper is laid out without script; its style stands in it, its fonts come from the app. */
const PAPER_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src app://assent',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the start has buttons, which lead nowhere: what they ask for is read off the address. */
const START_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  'form-action app:',
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready: makes `app://` a standard, secure scheme. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/** Papers waiting to be laid out in the print window, by token. The oldest fall out. */
export class ServedPapers {
  readonly #papers = new Map<string, string>();
  readonly #newToken: () => string;

  constructor(newToken: () => string) {
    this.#newToken = newToken;
  }

  /** Serves a paper, or a page of the start; the address it can be loaded from. */
  put(html: string, as: 'preview' | 'start' = 'preview'): string {
    const token = this.#newToken();
    this.#papers.set(token, html);
    const [oldest] = this.#papers.keys();
    if (this.#papers.size > 8 && oldest !== undefined) this.#papers.delete(oldest);
    return `app://${as}/${token}`;
  }

  get(token: string): string | undefined {
    return this.#papers.get(token);
  }
}

/**
 * Resolves a path of `app://assent/` inside one of the allowed folders; absent when it leads anywhere else.
 * `/assets/…` is the asset folder, everything else the built pages.
 */
export function containedPath(pathname: string, roots: Roots): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const isAsset = decoded.startsWith('/assets/shipped/');
  const root = isAsset ? roots.assets : roots.pages;
  const inside = isAsset ? decoded.slice('/assets/shipped'.length) : decoded === '/' ? '/index.html' : decoded;
  const file = normalize(join(root, inside));
  return file.startsWith(root + sep) ? file : undefined;
}

/** Where the built pages and the assets lie. */
export interface Roots {
  readonly pages: string;
  readonly assets: string;
}

/** Serves `app://assent` (pages and assets), `app://preview` (papers) and `app://start` (pages of a start that failed). */
export function serve(session: Session, roots: Roots, served: ServedPapers): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return new Response('', { status: 405 });
    if (url.host === 'preview') return paper(served.get(url.pathname.slice(1)), PAPER_POLICY);
    if (url.host === 'start') return paper(served.get(url.pathname.slice(1)), START_POLICY);
    const file = url.host === 'assent' ? containedPath(url.pathname, roots) : undefined;
    if (file === undefined) return new Response('', { status: 403 });
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) });
    } catch {
      return new Response('', { status: 404 });
    }
  });
}

function paper(html: string | undefined, policy: string): Response {
  if (html === undefined) return new Response('', { status: 404 });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    },
  });
}

function headersFor(file: string): Record<string, string> {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'content-security-policy': PAGE_POLICY,
    // The page and the papers are of other origins than this one and still need its scripts and fonts.
    'access-control-allow-origin': '*',
  };
}
