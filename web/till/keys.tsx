import { type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import { useTill } from './context.ts';
import { Dialog } from './parts/dialog.tsx';

/** Told by the frame's button, without which keys that were turned off could not be turned on again. */
export const SHOW_KEYS = 'guichet-till-keys';
const OFF = 'guichet-till-keys-off';
const KEYS = [
  ['/', 'search'],
  ['j', 'down'],
  ['k', 'up'],
  ['Enter', 'open'],
  ['Esc', 'back'],
  ['?', 'help'],
] as const;

/** Single keys for whoever is here all day. They can be turned off (WCAG 2.2, 2.1.4), and never act while one types. */
export function Keys(): ReactElement | null {
  const [isHelp, setHelp] = useState(false);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') document.querySelector<HTMLElement>('[data-back]')?.click();
    if (localStorage.getItem(OFF)) return;
    if (event.key === '?') setHelp(true);
    if (event.key === 'j' || event.key === 'k') moveInRows(event.key === 'j' ? 1 : -1);
    if (event.key === '/') {
      document.querySelector<HTMLElement>('[data-search]')?.focus();
      event.preventDefault();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    const help = (): void => setHelp(true);
    addEventListener('keydown', listen);
    addEventListener(SHOW_KEYS, help);
    return () => {
      removeEventListener('keydown', listen);
      removeEventListener(SHOW_KEYS, help);
    };
  }, []);
  return isHelp ? <KeyHelp onClose={() => setHelp(false)} /> : null;
}

function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTill();
  const [isOff, setOff] = useState(() => localStorage.getItem(OFF) !== null);
  const turn = (off: boolean): void => {
    setOff(off);
    if (off) localStorage.setItem(OFF, '1');
    else localStorage.removeItem(OFF);
  };
  return (
    <Dialog title={t('till.keys.title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`till.keys.${meaning}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={!isOff} onChange={event => turn(!event.target.checked)} />
        {t('till.keys.use')}
      </label>
      <div className="answers">
        <button type="button" onClick={onClose}>
          {t('till.close')}
        </button>
      </div>
    </Dialog>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The focus itself moves, so that Enter opens what is chosen and a screen reader says it. */
function moveInRows(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex(row => row === document.activeElement);
  const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next]?.focus();
}
