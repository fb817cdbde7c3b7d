// The home page's own script: its ask box and example questions talk to the chat.

/** The page's API is there once embed.js has run, which comes before this module. */
function ask(text: string): void {
  if (text.trim()) window.icleiChat?.ask(text);
  else window.icleiChat?.open();
}

const form = document.querySelector('form');
const field = document.querySelector('textarea');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(field?.value ?? '');
  if (field) field.value = '';
});

field?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form?.requestSubmit();
});

for (const button of document.querySelectorAll('button[data-question]'))
  button.addEventListener('click', () => ask(button.textContent ?? ''));

document.documentElement.classList.add('ready');

export {};
