/**
 * The issuer's pages, as the shopper sees them.
 */
import { CURRENCIES, currencyName } from '../currencies.js';
import type { Authentication } from './authentications.js';
import { MOST_FAILURES } from './ending.js';
import { NOTHING, type Page, html, page } from './html.js';
import { encodeBase64url, webAddress } from './message.js';
import { type Language, WORDS } from './words.js';

/** Asks for the code. */
export function challengePage(authentication: Authentication, language: Language): Page {
  const words = WORDS[language];
  const { failures, merchantName, card } = authentication;
  const wrong = failures > 0 ? words.wrong(MOST_FAILURES - failures) : undefined;
  const body = html`<h1>${words.title}</h1>
    <p>${words.bank}. ${words.intro}</p>
    <dl>
      <dt>${words.shop}</dt>
      <dd>${merchantName}</dd>
      <dt>${words.amount}</dt>
      <dd>${amountOf(authentication, language)}</dd>
      <dt>${words.card}</dt>
      <dd>${card.replace(/\*+/, ' •••••• ')}</dd>
    </dl>
    <form method="post">
      ${wrong === undefined ? NOTHING : html`<p class="bad" id="wrong" role="alert">${wrong}</p>`}
      <label for="code">${words.code}</label>
      <p id="hint">${words.hint}</p>
      <input
        id="code"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="20"
        required
        autofocus
        ${wrong === undefined ? html`aria-describedby="hint"` : html`aria-invalid="true" aria-describedby="wrong hint"`}
      />
      <div class="acts">
        <button>${words.submit}</button>
        <button class="quiet" name="cancel" value="yes" formnovalidate>${words.cancel}</button>
      </div>
    </form>`;
  const title = wrong === undefined ? words.title : `${words.problem} – ${words.title}`;
  return page({ language, title, body, partner: notificationOf(authentication) });
}

/** Sends the browser back to the shop with the CRes; the RReq has told the truth already. */
export function returnPage(authentication: Authentication, language: Language): Page {
  const words = WORDS[language];
  const { acsTransID, threeDSServerTransID, messageVersion, notificationURL, sessionData, end } = authentication;
  const cres = encodeBase64url({
    threeDSServerTransID,
    acsTransID,
    messageType: 'CRes',
    messageVersion,
    challengeCompletionInd: 'Y',
    transStatus: end?.cresStatus,
  });
  const body = html`<h1>${words.backTitle}</h1>
    <p>${words.back}</p>
    <form method="post" action="${notificationURL}">
      <input type="hidden" name="cres" value="${cres}" />
      ${sessionData === undefined ? NOTHING : html`<input type="hidden" name="threeDSSessionData" value="${sessionData}" />`}
      <button>${words.goBack}</button>
    </form>`;
  const partner = notificationOf(authentication);
  return page({ language, title: words.backTitle, body, partner, sendsItself: true });
}

/** The last thing the shopper sees of an issuer that never returns. */
export function waitingPage(authentication: Authentication, language: Language): Page {
  const { waitingTitle, waiting } = WORDS[language];
  const body = html`<h1>${waitingTitle}</h1>
    <p role="status">${waiting}</p>`;
  return page({ language, title: waitingTitle, body, partner: notificationOf(authentication) });
}

/** Where an issuer would look at the browser; this one only says that it has. */
export function methodPage(threeDSServerTransID: string, notification: URL, language: Language): Page {
  const { methodTitle, method, goBack } = WORDS[language];
  const body = html`<h1>${methodTitle}</h1>
    <p>${method}</p>
    <form method="post" action="${notification.href}">
      <input type="hidden" name="threeDSMethodData" value="${encodeBase64url({ threeDSServerTransID })}" />
      <button>${goBack}</button>
    </form>`;
  return page({ language, title: methodTitle, body, partner: notification, sendsItself: true });
}

export function unknownPage(language: Language, status: number): Page {
  const { unknownTitle, unknown } = WORDS[language];
  const body = html`<h1>${unknownTitle}</h1>
    <p>${unknown}</p>`;
  return page({ language, title: unknownTitle, body, status });
}

export function downPage(authentication: Authentication, language: Language): Page {
  const { downTitle, down } = WORDS[language];
  const body = html`<h1>${downTitle}</h1>
    <p>${down}</p>`;
  return page({ language, title: downTitle, body, status: 503, partner: notificationOf(authentication) });
}

function notificationOf({ notificationURL }: Authentication): URL | undefined {
  return webAddress(notificationURL, 256);
}

/** Exact, whatever the amount: a decimal text is never made a binary fraction. */
function amountOf({ amount, currency, exponent }: Authentication, language: Language): string {
  const digits = String(amount).padStart(exponent + 1, '0');
  const units = digits.slice(0, digits.length - exponent);
  const decimal = (exponent === 0 ? units : `${units}.${digits.slice(-exponent)}`) as Intl.StringNumericLiteral;
  const style: Intl.NumberFormatOptions = CURRENCIES[currency]
    ? { style: 'currency', currency: currencyName(currency) }
    : { minimumFractionDigits: exponent };
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const shown = new Intl.NumberFormat(locale, style).format(decimal);
  return CURRENCIES[currency] ? shown : `${shown} (${currency})`;
}
