import Link from 'next/link';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { brandName } from '../../ui/brand.tsx';
import { looksLikeCard } from '../../ui/card-like.ts';
import { shortDateTime } from '../../ui/format-time.ts';
import { statusWord } from '../../ui/status-words.ts';
import { useTill } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { Pick } from '../parts/pick.tsx';
import { BRANDS, type ListView, STATUSES, type Span, WHOLE_VIEW, addressOf, isFiltered } from './view.ts';

/** Long enough that a word typed at an ordinary pace is asked for once. */
const TYPED_ms = 350;

export function Filters(props: { readonly view: ListView; readonly go: (view: ListView) => void }): ReactElement {
  const { view, go } = props;
  const { t } = useTill();
  // What was wanted last, not what is shown: the address follows a moment later, and a search that waits for the end of a word
  // must not undo what was ticked meanwhile.
  const wanted = useRef(view);
  useEffect(() => {
    wanted.current = view;
  }, [view]);
  const change = (changes: Partial<ListView>): void => {
    wanted.current = { ...wanted.current, ...changes, after: null };
    go(wanted.current);
  };
  return (
    <form
      className="filters"
      role="search"
      aria-label={t('till.filter.name')}
      onSubmit={event => event.preventDefault()}
    >
      <Search text={view.text} onText={text => change({ text })} />
      <Pick
        name={t('till.filter.status')}
        options={STATUSES.map(status => ({ value: status, word: statusWord('status', status, t) }))}
        picked={view.statuses}
        onPick={statuses => change({ statuses })}
      />
      <Pick
        name={t('till.filter.brand')}
        options={BRANDS.map(brand => ({ value: brand, word: brandName(brand) }))}
        picked={view.brands}
        onPick={brands => change({ brands })}
      />
      <Day name={t('till.filter.from')} day={view.from} onDay={from => change({ from, span: null })} />
      <Day name={t('till.filter.to')} day={view.to} onDay={to => change({ to, span: null })} />
      {view.span && <SpanShown span={view.span} />}
      {isFiltered(view) && (
        <Link href={addressOf(WHOLE_VIEW)} shallow prefetch={false} className="clear">
          {t('till.list.clear')}
        </Link>
      )}
    </form>
  );
}

function SpanShown({ span }: { readonly span: Span }): ReactElement {
  const till = useTill();
  const words = { from: shortDateTime(till, span.from), until: shortDateTime(till, span.until) };
  return <span className="badge">{till.t('till.filter.span', words)}</span>;
}

function Search(props: { readonly text: string; readonly onText: (text: string) => void }): ReactElement {
  const { t } = useTill();
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // Back, or a link, may have changed the view under what was typed.
  useEffect(() => {
    if (box.current && box.current.value.trim() !== props.text) box.current.value = props.text;
  }, [props.text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const [isCard, setCard] = useState(false);
  const say = (event: FormEvent<HTMLInputElement>, after_ms: number): void => {
    const text = event.currentTarget.value.trim();
    clearTimeout(timer.current);
    setCard(looksLikeCard(text));
    // What is searched stands in the address, in the history and in logs: a card number goes nowhere (PCI DSS 3.4).
    if (looksLikeCard(text)) return;
    timer.current = setTimeout(() => props.onText(text), after_ms);
  };
  return (
    <label className="search">
      <span className="unseen">{t('till.filter.search')}</span>
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        name="q"
        data-search
        defaultValue={props.text}
        maxLength={100}
        placeholder={t('till.filter.search')}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="search-problem"
        aria-invalid={isCard || undefined}
        onInput={event => say(event, TYPED_ms)}
        onKeyDown={event => {
          if (event.key === 'Enter') say(event, 0);
        }}
      />
      <span className="error" id="search-problem" role="status">
        {isCard && t('till.filter.noCard')}
      </span>
    </label>
  );
}

/** Sent when a whole day stands there; a year half typed is no day yet. */
function Day(props: { readonly name: string; readonly day: string; readonly onDay: (day: string) => void }) {
  const [typed, setTyped] = useState(props.day);
  useEffect(() => setTyped(props.day), [props.day]);
  return (
    <label className="day">
      <span>{props.name}</span>
      <input
        type="date"
        value={typed}
        onChange={event => {
          const day = event.target.value;
          setTyped(day);
          if (day === '' || Number(day.slice(0, 4)) >= 2000) props.onDay(day);
        }}
      />
    </label>
  );
}
