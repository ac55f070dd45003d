/** In the bank's frame, once it is done: the whole window goes back to the payment, or the page around is told. */
const wayBack = document.querySelector<HTMLAnchorElement>('#lead-back');
if (wayBack) (top ?? window).location.replace(wayBack.href);
if (document.getElementById('method-done') && parent !== window) parent.postMessage('done', location.origin);
