// A page of a question is left by each of its forms: what was written of a reply is kept over that, in this tab only.

/** Watches the forms, and puts back what was written before one of them was sent. */
export function keepDraft(): void {
  document.addEventListener('submit', ({ target }) => {
    const text = replyField();
    if (text?.form && target !== text.form && text.value !== '')
      sessionStorage.setItem(keyOf(text.form), text.value);
  });
  const text = replyField();
  if (!text?.form) return;
  const key = keyOf(text.form);
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (kept === null || text.value !== '') return;
  text.value = kept;
  const folded = text.closest('details');
  if (folded) folded.open = true;
}

function replyField(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#text');
}

/** One draft for each question, whatever the page's address says after a refusal. */
function keyOf(form: HTMLFormElement): string {
  return `draft ${new URL(form.action).pathname}`;
}
