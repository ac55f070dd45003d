/** After a form came back with errors: the summary first, however the browser treats `autofocus`; a link of it, its field. */
const summary = document.getElementById('errors');
summary?.focus();
summary?.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: 'center' });
  target.focus();
});
