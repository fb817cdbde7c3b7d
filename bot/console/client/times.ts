// Shows times in the reader's own time zone; the server writes them in UTC.

export function localTimes(root: ParentNode): void {
  const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-form]')) {
    const at = new Date(time.dateTime);
    const day: Intl.DateTimeFormatOptions = time.dataset.form === 'clock' ? {} : { dateStyle: 'medium' };
    time.textContent = new Intl.DateTimeFormat(language, { ...day, timeStyle: 'short' }).format(at);
    time.title = time.dateTime;
  }
}
