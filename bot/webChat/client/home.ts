// The home page's own script: its ask box and example questions talk to the chat.

/** The page's API is there once embed.js has run, which comes before this module. */
const chat = window.icleiChat;
const form = document.querySelector('form');
const field = document.querySelector('textarea');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = field?.value ?? '';
  if (!question.trim()) chat?.open();
  // What is typed stays until the chat has it: the network may fail in between.
  else
    void chat?.ask(question).then(() => {
      if (field?.value === question) field.value = '';
    });
});

field?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form?.requestSubmit();
});

for (const button of document.querySelectorAll('button[data-question]'))
  button.addEventListener('click', () => void chat?.ask(button.textContent ?? ''));

document.documentElement.classList.add('ready');

export {};
