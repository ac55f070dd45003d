/** Asks the server which brands a card number has, by its first eight digits, and shows the choice only where there is one. */
const choice = document.querySelector<HTMLFieldSetElement>('#brand');
const box = document.querySelector<HTMLInputElement>('#number');
const live = document.getElementById('brand-live');
const form = box?.form;

const texts = { ...form?.dataset };
const names = JSON.parse(texts['brands'] ?? '{}') as Record<string, string>;

/** Offers these brands; one or none is no choice. A choice that is no longer offered is taken back. */
const offer = (known: readonly string[]): void => {
  if (!choice) return;
  const brands = known.length < 2 ? [] : known;
  choice.hidden = brands.length === 0;
  for (const radio of choice.querySelectorAll<HTMLInputElement>('input')) {
    const offered = radio.value === '' || brands.includes(radio.value);
    const label = radio.closest('label');
    if (label) label.hidden = !offered;
    if (!offered && radio.checked) radio.checked = false;
  }
  if (!choice.querySelector('input:checked')) choice.querySelector<HTMLInputElement>('input')?.click();
};

const say = (brands: readonly string[]): void => {
  if (!live) return;
  const known = brands.map(brand => names[brand] ?? brand);
  const template = known.length === 0 ? texts['none'] : known.length === 1 ? texts['detected'] : texts['choose'];
  live.textContent = (template ?? '')
    .replace('{brand}', known[0] ?? '')
    .replace('{brands}', known.join(texts['and'] ?? ' '));
};

let asked = '';
const look = async (): Promise<void> => {
  const digits = box?.value.replace(/\D/g, '') ?? '';
  const prefix = digits.length < 6 ? '' : digits.slice(0, 8);
  if (prefix === asked) return;
  asked = prefix;
  if (prefix === '') {
    offer([]);
    if (live) live.textContent = '';
    return;
  }
  try {
    const answer = await fetch(`${location.pathname}/brands?prefix=${prefix}`, { credentials: 'same-origin' });
    if (!answer.ok || asked !== prefix) return;
    const { brands } = (await answer.json()) as { brands: string[] };
    offer(brands);
    say(brands);
    if (form) form.dataset['amex'] = String(brands.includes('AMEX'));
  } catch {
    // Without an answer every brand of the shop stays on offer, as without a script.
    if (choice) choice.hidden = false;
  }
};

// A choice that came back with an error stays in sight.
if (choice && !choice.classList.contains('wrong')) offer([]);
box?.addEventListener('input', () => void look());
void look();
