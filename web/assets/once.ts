/** A form is sent once, with what only a script knows of the browser; coming back to the page sets it free again. */
const forms = document.querySelectorAll<HTMLFormElement>('.card-form');

const facts: Record<string, string> = {
  javaScript: 'true',
  colourDepth: String(screen.colorDepth),
  screenHeight: String(screen.height),
  screenWidth: String(screen.width),
  timeZoneOffset_min: String(new Date().getTimezoneOffset()),
};

for (const form of forms) {
  const button = form.querySelector<HTMLButtonElement>('button.pay');
  if (!button) continue;
  const label = button.textContent;
  for (const [name, value] of Object.entries(facts)) {
    const hidden = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (hidden) hidden.value = value;
  }
  form.addEventListener('submit', event => {
    if (form.dataset['sent']) return event.preventDefault();
    form.dataset['sent'] = 'true';
    // Not `disabled`: a disabled button would not send its own name, and would lose the focus.
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset['busy'] ?? label;
  });
  addEventListener('pageshow', () => {
    delete form.dataset['sent'];
    button.removeAttribute('aria-disabled');
    button.textContent = label;
  });
}
