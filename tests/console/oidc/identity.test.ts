import { describe, expect, test } from '@jest/globals';
import { identityOf } from '../../../bot/console/oidc/identity.ts';
import { parseRoleRules } from '../../../bot/console/oidc/roleRules.ts';

const tenant = '11111111-2222-4333-8444-555555555555';
const object = '99999999-2222-4333-8444-555555555555';
const issuer = 'https://id.example.org/';
const rules = {
  issuer,
  roleRules: [
    { group: 'Desk', roles: ['staff'] },
    { group: 'Leads', roles: ['staff', 'administrator'] },
  ],
  groupsClaim: 'groups',
} as const;
const good = { iss: issuer, sub: 's1', name: 'Anna Berg', groups: ['Desk'] };

/** The name somebody with these claims gets. */
function nameOf(claims: Readonly<Record<string, unknown>>): string | null {
  const read = identityOf({ ...good, name: undefined, ...claims }, rules);
  return read.kind === 'known' ? read.identity.name : null;
}
function subjectOf(claims: Readonly<Record<string, unknown>>): string | null {
  const read = identityOf({ ...good, ...claims }, rules);
  return read.kind === 'known' ? read.identity.subject : null;
}

describe('Who somebody is', () => {
  test('is told by issuer and subject, never by the address', () => {
    expect(identityOf({ ...good, email: 'anna@city.example' }, rules)).toEqual({
      kind: 'known',
      identity: {
        issuer,
        subject: 's1',
        name: 'Anna Berg',
        email: 'anna@city.example',
        grants: [{ group: 'Desk', roles: ['staff'] }],
      },
    });
    expect(identityOf({ ...good, sub: '' }, rules).kind).toBe('unreadable');
    expect(identityOf({ ...good, sub: 7 }, rules).kind).toBe('unreadable');
    expect(identityOf({ ...good, email: 'no address' }, rules)).toMatchObject({ identity: { email: null } });
  });

  test('is tenant and object id in Entra ID, and only there', () => {
    const ids = { tid: tenant, oid: object };
    const entra = `https://login.microsoftonline.com/${tenant}/v2.0`;
    expect(subjectOf({ ...ids, iss: entra })).toBe(`${tenant}/${object}`);
    expect(subjectOf({ ...ids, iss: 'https://evil.example' })).toBe('s1');
    expect(subjectOf({ tid: object, oid: object, iss: entra })).toBe('s1');
    expect(subjectOf({ tid: tenant, oid: 'x', iss: entra })).toBe('s1');
  });

  test('has a name that visitors may see', () => {
    expect(nameOf({ name: '  Anna \u202e\n Berg\u0000 ' })).toBe('Anna Berg');
    expect(nameOf({ name: `${'A'.repeat(59)}😀` })).toBe('A'.repeat(59));
    expect(nameOf({ given_name: 'Anna', family_name: 'Berg' })).toBe('Anna Berg');
    expect(nameOf({ name: 'anna@city.example', given_name: 'Anna' })).toBe('Anna');
    for (const name of [undefined, '', 7, null, '\u200b', 'anna@city.example'])
      expect(nameOf({ name })).toBe('Staff');
  });
});

describe('What somebody may do', () => {
  test('comes from groups and app roles, written exactly so', () => {
    const grants = (claims: Readonly<Record<string, unknown>>) => {
      const read = identityOf({ ...good, groups: undefined, ...claims }, rules);
      return read.kind === 'known' ? read.identity.grants.map(({ group }) => group) : read.kind;
    };
    expect(grants({ groups: ['Leads', 'Desk', 'Other'] })).toEqual(['Desk', 'Leads']);
    expect(grants({ groups: 'Desk' })).toEqual(['Desk']);
    expect(grants({ groups: ['Desk'], roles: ['Leads'] })).toEqual(['Desk', 'Leads']);
    for (const groups of [undefined, [], ['desk'], ['Desk '], 'Desk,Leads', { Desk: true }, [['Desk']], 7])
      expect(grants({ groups })).toBe('noRole');
  });

  test('is unknown when Entra ID left the groups out, whatever app roles say', () => {
    for (const more of [{ _claim_names: { groups: 'src1' } }, { hasgroups: true }, { hasgroups: 'true' }])
      expect(identityOf({ ...good, groups: undefined, roles: ['Leads'], ...more }, rules).kind).toBe(
        'tooManyGroups',
      );
    expect(identityOf({ ...good, _claim_names: { photo: 'src1' } }, rules).kind).toBe('known');
  });
});

describe('OIDC_ROLES', () => {
  test('gives roles to groups', () => {
    expect(parseRoleRules(' Desk = staff ; a=b=curator+staff+curator;;Leads=administrator;')).toEqual({
      ok: true,
      rules: [
        { group: 'Desk', roles: ['staff'] },
        { group: 'a=b', roles: ['curator', 'staff'] },
        { group: 'Leads', roles: ['administrator'] },
      ],
    });
  });

  test.each([
    ['Desk', 'part 1: it lacks a group'],
    ['A=administrator;=staff', 'part 2: it lacks a group'],
    ['A=administrator;B=boss', 'part 2: after "=" it needs staff, curator, administrator'],
    ['A=administrator;B=', 'part 2: after "="'],
    ['A=administrator;A=staff', 'part 2 names one again'],
    ['A=staff', 'must give the role administrator'],
    [';', 'must give the role administrator'],
  ])('says what is wrong with %s', (text, fault) => {
    const read = parseRoleRules(text);
    expect(read.ok ? 'read' : read.fault).toContain(fault);
    expect(read.ok ? '' : read.fault).toMatch(/^must /u);
  });
});
