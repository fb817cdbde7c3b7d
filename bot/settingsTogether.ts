// Settings that are each fine and do not go together.
import { isLoopback } from './loopback.ts';

type Given = Readonly<Record<string, string | undefined>>;

/** @param given what is set @returns a sentence for every fault, which repeats no value */
export function faultsTogether(given: Given): string[] {
  return [...appFaults(given), ...hostFaults(given), ...mailFaults(given)];
}

function hostFaults(given: Given): string[] {
  if (isLoopback(given.HOST ?? '127.0.0.1')) return [];
  if (given.MICROSOFT_APP_ID === undefined) {
    return [
      `MICROSOFT_APP_ID is empty, so incoming requests could not be authenticated, and HOST is not a loopback address. Set MICROSOFT_APP_ID, or set HOST to 127.0.0.1.`,
    ];
  }
  // Without it only this machine's own names count as ours: the chat and the console would refuse everybody else.
  return given.PUBLIC_URL === undefined
    ? [
        'PUBLIC_URL is empty, but HOST is not a loopback address. Set PUBLIC_URL to the origin that visitors and staff use.',
      ]
    : [];
}

function mailFaults(given: Given): string[] {
  const server = given.SMTP_URL !== undefined;
  if (server && given.MAIL_FROM === undefined)
    return ['MAIL_FROM is empty, but SMTP_URL is set. Set it to the address that mails come from.'];
  return (['MAIL_FROM', 'MAIL_REPLY_TO'] as const)
    .filter((name) => !server && given[name] !== undefined)
    .map((name) => `${name} is set, but SMTP_URL is empty, so no mail can be sent. Set both, or none.`);
}

function appFaults(given: Given): string[] {
  const type = given.MICROSOFT_APP_TYPE ?? 'SingleTenant';
  const password = given.MICROSOFT_APP_PASSWORD !== undefined;
  const tenant = given.MICROSOFT_APP_TENANT_ID !== undefined;
  if (given.MICROSOFT_APP_ID === undefined) {
    return [
      ...(password ? ['MICROSOFT_APP_PASSWORD'] : []),
      ...(tenant ? ['MICROSOFT_APP_TENANT_ID'] : []),
    ].map((name) => `${name} is set, but MICROSOFT_APP_ID is empty. Set both, or none.`);
  }
  const faults: string[] = [];
  if (type !== 'UserAssignedMsi' && !password) {
    faults.push(
      `MICROSOFT_APP_PASSWORD is empty, but an app of type ${type} signs in with it. Set it to the client secret of the app.`,
    );
  }
  if (type === 'UserAssignedMsi' && password) {
    faults.push(
      'MICROSOFT_APP_PASSWORD is set, but an app of type UserAssignedMsi signs in without one. Leave it empty.',
    );
  }
  if (type !== 'MultiTenant' && !tenant) {
    faults.push(
      `MICROSOFT_APP_TENANT_ID is empty, but an app of type ${type} belongs to one tenant. Set it to the directory (tenant) id.`,
    );
  }
  return faults;
}
