/**
 * The bank's frame. A challenge opens in it at once, and the page looks whether another device, or time, has ended it
 * meanwhile; the hidden frame before it (3DS method) has ten seconds (EMV 3DS, 3DS Method).
 */
const challenge = document.querySelector<HTMLFormElement>('#challenge-form');
const bankFrame = document.querySelector<HTMLIFrameElement>('#bank-frame');

if (challenge && bankFrame) {
  const LOOK_EVERY_ms = 5_000;
  const request = challenge.querySelector<HTMLInputElement>('input[name=creq]')?.value ?? '';
  bankFrame.hidden = false;
  bankFrame.addEventListener('load', () => bankFrame.focus(), { once: true });
  challenge.target = bankFrame.name;
  challenge.submit();
  challenge.target = '_top';
  const button = challenge.querySelector('button');
  if (button) {
    button.textContent = challenge.dataset['full'] ?? button.textContent;
    button.className = 'quiet';
  }
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.pathname, { credentials: 'same-origin' });
      // The page of another state, or of another challenge, does not carry this request.
      if (answer.ok && !(await answer.text()).includes(request)) location.replace(location.pathname);
    } catch {
      // The next look will tell.
    }
  };
  setInterval(() => void look(), LOOK_EVERY_ms);
  document.addEventListener('visibilitychange', () => void look());
}

const methodData = document.querySelector<HTMLFormElement>('#method-data');
const methodFrame = document.querySelector<HTMLIFrameElement>('#method-frame');
const goOn = document.querySelector<HTMLFormElement>('#method-form');

if (methodData && methodFrame && goOn) {
  const LONGEST_ms = 10_000;
  let gone = false;
  const proceed = (done: boolean): void => {
    if (gone) return;
    gone = true;
    const field = goOn.querySelector<HTMLInputElement>('input[name=done]');
    if (field) field.value = String(done);
    goOn.submit();
  };
  addEventListener('message', event => {
    if (event.origin === location.origin && event.source === methodFrame.contentWindow) proceed(true);
  });
  setTimeout(() => proceed(false), LONGEST_ms);
  methodData.submit();
}
