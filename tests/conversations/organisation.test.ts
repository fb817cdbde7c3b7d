// Staff of an organisation answer a visitor: the real app, and a certified provider.
import { expect, test } from '@jest/globals';
import { createJar } from '../console/support/jar.ts';
import { people, roleRules } from '../console/support/organisation.ts';
import { startOpenIdProvider } from '../support/openIdProvider.ts';
import { startApp } from '../support/startApp.ts';

test('An administrator signs in with the organisation’s account and sees who else is here', async () => {
  const provider = await startOpenIdProvider();
  const { issuer, clientId, clientSecret } = provider;
  const links: string[] = [];
  const { url, close } = await startApp({
    settings: {
      oidc: { clientId, clientSecret, claimRules: { issuer, roleRules, groupsClaim: 'groups' } },
      signInLinks: false,
    },
    options: { onSignInLink: (link) => links.push(link) },
  });
  provider.register(url);
  try {
    provider.person = people.lena;
    const jar = createJar();
    const { last } = await jar.follow(`${url}/console/sign-in/organisation`);
    expect(last.status).toBe(200);
    expect(last.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(await (await jar.open(`${url}/console/people`)).text()).toContain('from the group “Leads”');
    const settings = await (await jar.open(`${url}/console/settings`)).text();
    expect(settings).toContain(`with the organisation’s account (${issuer})`);
    expect(settings).toMatch(/\d+ entries, version [\da-f]{12}/u);
    expect(settings).not.toContain(clientSecret);
    expect(links).toEqual([]);
  } finally {
    await close();
    await provider.close();
  }
}, 60_000);
