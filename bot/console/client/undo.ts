// Counts down the seconds in which a reply can still be taken back; then the button goes.

const counting = new WeakSet<HTMLElement>();

/** Called again when parts of the page are new. */
export function countDown(): void {
  const form = document.querySelector<HTMLElement>('form.undo');
  const hint = form?.querySelector<HTMLElement>('[data-hint]');
  if (!form || !hint || counting.has(form)) return;
  counting.add(form);
  const end = performance.now() + Number(form.dataset.seconds) * 1_000;
  const timer = window.setInterval(() => {
    const left = Math.ceil((end - performance.now()) / 1_000);
    hint.textContent = (hint.dataset.hint ?? '').replace('{seconds}', String(left));
    if (left > 0) return;
    window.clearInterval(timer);
    form.remove();
  }, 1_000);
}
