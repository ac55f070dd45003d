/** Gaps in the card number as it is printed on the card, and the stroke of the expiry date, while one types. */
const numberBox = document.querySelector<HTMLInputElement>('#number');
const expiryBox = document.querySelector<HTMLInputElement>('#expiry');

/** American Express groups 4-6-5, everybody else by four (ISO/IEC 7812 says nothing of it; cards do). */
const grouped = (digits: string): string =>
  /^3[47]/.test(digits)
    ? digits.replace(/^(\d{4})(\d{1,6})?(\d+)?$/, (_all, a: string, b = '', c = '') =>
        [a, b, c].filter(Boolean).join(' '),
      )
    : digits.replace(/\d{4}(?=\d)/g, '$& ');

/** Rewrites a box and keeps the caret behind the same digit. */
const rewrite = (box: HTMLInputElement, shape: (digits: string) => string): void => {
  const caret = box.selectionStart ?? box.value.length;
  const digitsBefore = box.value.slice(0, caret).replace(/\D/g, '').length;
  const shaped = shape(box.value.replace(/\D/g, ''));
  if (shaped === box.value) return;
  box.value = shaped;
  let place = 0;
  for (let seen = 0; place < shaped.length && seen < digitsBefore; place++) if (/\d/.test(shaped.charAt(place))) seen++;
  // At the end of what was typed the caret goes behind a stroke that was just added.
  if (caret >= box.value.length - 1 && !/\d/.test(shaped.charAt(place))) place = shaped.length;
  box.setSelectionRange(place, place);
};

numberBox?.addEventListener('input', () => {
  // Letters are left as they are: to erase them silently would hide the mistake.
  if (/^[\d\s.-]*$/.test(numberBox.value)) rewrite(numberBox, digits => grouped(digits.slice(0, 19)));
});

expiryBox?.addEventListener('input', event => {
  const typed = (event as InputEvent).inputType?.startsWith('insert') ?? false;
  // Only a plain row of digits is shaped: `3/28` and `03/2028` are understood as they are.
  if (!typed || !/^\d{2,4}$/.test(expiryBox.value)) return;
  if (!/^(0[1-9]|1[0-2])/.test(expiryBox.value)) return;
  rewrite(expiryBox, digits => `${digits.slice(0, 2)}/${digits.slice(2)}`);
});

/**
 * A browser writes to its disk what stands in a form, to show it again after a crash, except where it is not to complete anything. It
 * may complete what is empty; number and code that stand there are not for the disk.
 */
for (const box of document.querySelectorAll<HTMLInputElement>('[autocomplete="cc-number"], [autocomplete="cc-csc"]')) {
  const purpose = box.autocomplete;
  const look = (): void => {
    box.autocomplete = box.value === '' ? purpose : 'off';
  };
  // Somebody may have been quicker than this script.
  look();
  box.addEventListener('input', look);
}
