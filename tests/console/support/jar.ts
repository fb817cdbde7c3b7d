// A browser without a screen: keeps each site's cookies and follows redirects one at a time.

export interface Jar {
  /** GET, or POST with fields as a browser sends a page's own form. Redirects are not followed. */
  open(url: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** Follows redirects from here. @returns the last answer and every address on the way */
  follow(url: string): Promise<{ readonly last: Response; readonly way: readonly string[] }>;
  cookie(origin: string, name: string): string | undefined;
  setCookie(origin: string, name: string, value: string): void;
}

/** More redirects than any sign-in takes. */
const mostSteps = 12;

export function createJar(): Jar {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (origin: string) => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };

  const open: Jar['open'] = async (url, fields) => {
    const { origin } = new URL(url);
    const jar = jarOf(origin);
    const response = await fetch(url, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields && { 'Sec-Fetch-Site': 'same-origin', Origin: origin }),
      },
      ...(fields && { body: new URLSearchParams(fields) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      const ended = /Max-Age=0|expires=Thu, 01 Jan 1970/iu.test(line);
      if (ended) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };

  return {
    open,
    async follow(url) {
      const way = [url];
      for (;;) {
        const here = way.at(-1) ?? url;
        const last = await open(here);
        const next = last.headers.get('location');
        if (next === null || way.length > mostSteps) return { last, way };
        await last.body?.cancel();
        way.push(new URL(next, here).href);
      }
    },
    cookie: (origin, name) => jarOf(origin).get(name),
    setCookie: (origin, name, value) => {
      jarOf(origin).set(name, value);
    },
  };
}
