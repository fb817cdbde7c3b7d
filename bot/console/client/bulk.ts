// Selecting several questions: how many they are, all at once, and only the fields that the action needs.

export function startBulk(): void {
  const form = document.querySelector<HTMLFormElement>('#bulk');
  const action = document.querySelector<HTMLSelectElement>('#bulk-action');
  const all = document.querySelector<HTMLInputElement>('#bulk-all');
  if (!form || !action || !all) return;
  all.closest('p')?.removeAttribute('hidden');
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    showCount();
  });
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.matches('.pick input')) showCount();
  });
  const fitFields = () => {
    for (const part of form.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !(part.dataset.for ?? '').split(' ').includes(action.value);
  };
  action.addEventListener('change', fitFields);
  fitFields();
  showCount();
}

/** Called again when the list is new. */
export function showCount(): void {
  const place = document.querySelector<HTMLElement>('#bulk-count');
  if (!place) return;
  const count = boxes().filter(({ checked }) => checked).length;
  place.textContent =
    count === 0 ? '' : `(${(place.dataset.selected ?? '').replace('{count}', String(count))})`;
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.pick input')];
}
