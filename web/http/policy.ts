/**
 * What a browser may do on our pages. Written per page, because only the page knows what it needs; no page here may
 * ever say `unsafe-`.
 */

/** For pages that run nothing: our stylesheet, our pictures, our forms. */
export const CLOSED_POLICY = contentPolicy({});

export interface PolicyNeeds {
  /** Whether the page carries our script, which may ask our own origin. */
  readonly script?: boolean;
  /** Of the one `<style>` element that carries the shop's colour. */
  readonly styleNonce?: string;
  /** Another origin that a form's answer may lead to. */
  readonly formTarget?: string;
  /** Origin of the card's bank, whose page stands in a frame of ours or in place of ours. */
  readonly bank?: string;
  /** Whether the page may stand in a frame of our own. */
  readonly framedByUs?: boolean;
}

export function contentPolicy(needs: PolicyNeeds): string {
  const targets = ["'self'", needs.formTarget, needs.bank].filter(Boolean).join(' ');
  const directives = [
    "default-src 'none'",
    `style-src 'self'${needs.styleNonce ? ` 'nonce-${needs.styleNonce}'` : ''}`,
    "img-src 'self' data:",
    `form-action ${targets}`,
    // Ours too: at its end the bank's frame holds the page that leads out of it.
    ...(needs.bank ? [`frame-src 'self' ${needs.bank}`] : []),
    `frame-ancestors ${needs.framedByUs ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    ...(needs.script ? ["script-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'"] : []),
    'report-uri /csp-report',
    'report-to csp',
  ];
  return directives.join('; ');
}

export const BASE_HEADERS: ReadonlyArray<{ key: string; value: string }> = [
  // `same-origin` and not `no-referrer`: under the latter browsers send `Origin: null` with our own forms.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Reporting-Endpoints', value: 'csp="/csp-report"' },
];

/**
 * The query studio is an editor of others' making: it writes styles into its elements and runs workers of our own
 * origin. It is never where a card is typed.
 */
export function studioPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    'report-uri /csp-report',
    'report-to csp',
  ].join('; ');
}

/**
 * The till runs a framework's script in the browser and speaks to our own origin only, by requests and by a socket. A
 * report is shown as it was mailed, in a frame that runs nothing.
 */
export function tillPolicy(nonce: string, publicUrl: string): string {
  const socket = new URL(publicUrl).origin.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    // `'self'` covers sockets too (CSP 3, 6.7.2.8), but not in every browser.
    `connect-src 'self' ${socket}`,
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    'report-uri /csp-report',
    'report-to csp',
  ].join('; ');
}

/**
 * A mail as it was sent, in a frame of the till: it carries its styles in its elements, as mails do, and may do nothing else.
 * The sandbox makes it a stranger to our origin.
 */
export const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ');

/** The studio's workers are held to the policy their own script comes with: they load pieces of themselves. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self'";
