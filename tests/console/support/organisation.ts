// A console whose staff sign in with their organisation's account, and that organisation's provider.
import { createProvider } from '../../../bot/console/oidc/provider.ts';
import { type Account, type OpenIdProvider, startOpenIdProvider } from '../../support/openIdProvider.ts';
import { startConsole, type TestConsole } from './startConsole.ts';

export const roleRules = [
  { group: 'Desk', roles: ['staff'] },
  { group: 'Editors', roles: ['curator'] },
  { group: 'Leads', roles: ['staff', 'curator', 'administrator'] },
] as const;

export const people = {
  anna: { sub: 'anna', name: 'Anna Berg', email: 'anna@city.example', groups: ['Desk'] },
  lena: { sub: 'lena', name: 'Lena Lead', email: 'lena@city.example', groups: ['Other', 'Leads'] },
  otto: { sub: 'otto', name: 'Otto', groups: ['Canteen'] },
} as const satisfies Readonly<Record<string, Account>>;

export interface OrganisationConsole {
  readonly desk: TestConsole;
  readonly provider: OpenIdProvider;
  stop(): Promise<void>;
}

export async function startOrganisation(signInLinks = true): Promise<OrganisationConsole> {
  const provider = await startOpenIdProvider();
  const { issuer, clientId, clientSecret } = provider;
  const desk = await startConsole({
    signInLinks,
    organisation: {
      provider: createProvider({ issuer, clientId, clientSecret, now: () => new Date() }),
      claimRules: { issuer, roleRules, groupsClaim: 'groups' },
    },
  });
  provider.register(desk.url);
  return {
    desk,
    provider,
    stop: async () => {
      await desk.stop();
      await provider.close();
    },
  };
}
