/** Counts the last five minutes, says so at five, two and one, and gets more time without losing what was typed. */
const box = document.getElementById('time');
const text = document.getElementById('time-text');
const live = document.getElementById('time-live');
const form = document.querySelector<HTMLFormElement>('#extend-form');

const WARNING_s = 300;
const SPOKEN_s = [300, 120, 60];
/** By the browser's steady clock: the wall clock may jump, and a phone that slept finds the time passed. */
let endsAt_ms = performance.now() + Number(box?.dataset['secondsLeft'] ?? 0) * 1000;
let spoken_s = Number.POSITIVE_INFINITY;

const show = (): void => {
  if (!box || !text || !live) return;
  const left_s = Math.ceil((endsAt_ms - performance.now()) / 1000);
  box.hidden = left_s > WARNING_s && !box.dataset['always'];
  if (left_s > WARNING_s) spoken_s = Number.POSITIVE_INFINITY;
  const time = `${Math.max(0, Math.floor(left_s / 60))}:${String(Math.max(0, left_s % 60)).padStart(2, '0')}`;
  text.textContent = (text.dataset['template'] ?? '').replace('{time}', time);
  const due_s = SPOKEN_s.find(each => left_s <= each && spoken_s > each && left_s > each - 60);
  if (due_s !== undefined) {
    spoken_s = due_s;
    live.textContent = text.textContent;
  }
  // The server says what became of the session.
  if (left_s < 0) location.replace(location.pathname);
};

const extend = async (event: SubmitEvent): Promise<void> => {
  if (!form || !box) return;
  event.preventDefault();
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) fields.append(name, String(value));
  try {
    const answer = await fetch(location.pathname, { method: 'POST', body: fields });
    const page = await answer.text();
    const seconds = /data-seconds-left="(\d+)"/.exec(page)?.[1];
    const key = /id="extend-form"[^>]*><input[^>]*name="idempotencyKey" value="([\w-]+)"/.exec(page)?.[1];
    if (!answer.ok || !seconds) throw new Error('no more time');
    endsAt_ms = performance.now() + Number(seconds) * 1000;
    const hidden = form.querySelector<HTMLInputElement>('input[name=idempotencyKey]');
    if (hidden && key) hidden.value = key;
    show();
    if (live) live.textContent = box.dataset['extended'] ?? '';
  } catch {
    form.submit();
  }
};

if (box) {
  show();
  setInterval(show, 1000);
  document.addEventListener('visibilitychange', show);
}
form?.addEventListener('submit', event => void extend(event));
