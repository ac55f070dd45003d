/** Says beside a field, politely and once it is left, what the server would say after sending. It stops nothing. */
const passesCheckDigit = (digits: string): boolean => {
  let sum = 0;
  for (const [place, character] of [...digits].toReversed().entries()) {
    const weighted = Number(character) * (place % 2 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
};

const isPast = (month: number, year: number): boolean => Date.now() > Date.UTC(year, month, 2);

const CHECKS: Record<string, (value: string, texts: DOMStringMap) => string | undefined> = {
  number: (value, texts) => {
    const digits = value.replace(/[\s.-]/g, '');
    if (!/^\d{12,19}$/.test(digits)) return texts['length'];
    return passesCheckDigit(digits) ? '' : texts['check'];
  },
  expiry: (value, texts) => {
    const [, month, year] = /^\s*(\d{1,2})\s*[/\-. ]?\s*(?:20)?(\d{2})\s*$/.exec(value) ?? [];
    if (!month || Number(month) < 1 || Number(month) > 12) return texts['date'];
    return isPast(Number(month), 2000 + Number(year)) ? texts['past'] : '';
  },
  securityCode: (value, texts) => {
    const count = texts['amex'] === 'true' ? 4 : 3;
    const lengths = texts['amex'] === undefined ? [3, 4] : [count];
    return /^\d+$/.test(value.trim()) && lengths.includes(value.trim().length)
      ? ''
      : (texts['code'] ?? '').replace('{count}', String(count));
  },
};

for (const form of document.querySelectorAll<HTMLFormElement>('.card-form'))
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=text]')) {
    const live = document.getElementById(`${box.id}-live`);
    if (!live) continue;
    box.addEventListener('change', () => {
      live.textContent = (box.value && CHECKS[box.name]?.(box.value, form.dataset)) || '';
    });
    // While one mends it the hint is not repeated.
    box.addEventListener('input', () => {
      live.textContent = '';
    });
  }
