import { describe, expect, test } from '@jest/globals';
import { checkFiles } from '../../../knowledge/check/check.ts';
import { parseKnowledge } from '../../../knowledge/load.ts';
import { layOver } from '../../../knowledge/overlay/apply.ts';
import { changeSchema } from '../../../knowledge/overlay/change.ts';
import { withRegression } from '../../../knowledge/overlay/questions.ts';
import { fees, files, joiningWith } from '../files.ts';
import { desks, phrasing, taught } from './taught.ts';

const now = new Date('2026-11-25T12:00:00Z');
const kinds = (changed: Parameters<typeof files>[0], ...changes: Parameters<typeof layOver>[1]) =>
  layOver(files(changed), changes).standings.map((standing) =>
    standing.kind === 'leftOut' ? standing.reason : standing.kind,
  );

describe('Taught changes', () => {
  test('are served as if they stood in the files, and the check finds no fault', () => {
    const { files: after, standings } = layOver(files(), [
      taught(phrasing('how much is it')),
      taught(desks),
      taught(phrasing('what do we pay', { entry: 'desks' })),
    ]);
    expect(standings.map(({ kind }) => kind)).toEqual(['applied', 'applied', 'applied']);
    const loaded = parseKnowledge(after);
    if (!loaded.ok) throw new Error('It can be loaded.');
    expect(loaded.knowledge.byId.get('fees')?.texts.en.phrasings).toContain('how much is it');
    expect(loaded.knowledge.byId.get('desks')?.texts.en).toMatchObject({
      answer: 'Guests find 12 desks on the second floor.',
      phrasings: ['desk for guests', 'hot desk', 'may I work at your place', 'what do we pay'],
    });
    expect(checkFiles(after, now).faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  test('are done once the files have them: nothing is doubled', () => {
    const all = [taught(phrasing('how much is it')), taught(desks)];
    const after = layOver(files(), all).files;
    const again = layOver(after, all);
    expect(again.standings.map(({ kind }) => kind)).toEqual(['contained', 'contained']);
    expect(again.files).toEqual(after);
  });

  test('stand in the order in which the files will be read', () => {
    const paths = layOver(files(), [taught(desks)]).files.map(({ path }) => path);
    expect(paths.slice(0, 3)).toEqual([
      'entries/contact-offices.yaml',
      'entries/fees.yaml',
      'entries/iclei.yaml',
    ]);
  });

  test('without any change leave the files alone', () => {
    const all = files();
    expect(layOver(all, [])).toEqual({ files: all, standings: [] });
  });

  test('do not hide faults of the files', () => {
    const broken = files(joiningWith('topic: membership', 'topic: memberships'));
    expect(layOver(broken, [taught(desks)])).toEqual({ files: broken, standings: [] });
  });
});

describe('What the files contradict is left out, and told', () => {
  test('when the entry is gone, or is not told in that language', () => {
    expect(kinds({}, taught(phrasing('x y', { entry: 'gone' })))[0]).toContain(
      '"gone" is not there any more',
    );
    const german = taught({ ...phrasing('wie teuer'), language: 'de' } as const);
    expect(kinds({}, german)[0]).toContain('"fees" is not told in Deutsch');
  });

  test('when the wording stands elsewhere by now, whatever its accents and marks', () => {
    expect(kinds({}, taught(phrasing('Apply, for MEMBERSHÍP!')))[0]).toContain('stands in "joining"');
    expect(kinds({}, taught(phrasing('rain one')))[0]).toContain('stands in "weather"');
    const both = [
      taught(phrasing('how much is it')),
      taught(phrasing('How much is it?', { entry: 'joining' })),
    ];
    expect(kinds({}, ...both)).toEqual(['applied', expect.stringContaining('stands in "fees"')]);
    expect(kinds({}, taught(phrasing('?!')))[0]).toContain('has no letter');
  });

  test('when the id is taken by something else; what was exported may have been worked on', () => {
    const other = {
      'entries/desks.yaml': fees
        .replace('id: fees', 'id: desks')
        .replace('[membership fee, annual fee, price of membership]', '[a b, c d, e f]')
        .replace('What does membership cost', 'Where are desks'),
    };
    expect(kinds(other, taught(desks))[0]).toContain('says something else (entries/desks.yaml)');
    expect(kinds(other, taught(desks, true))).toEqual(['contained']);
    const weather = { ...desks, entry: { ...desks.entry, id: 'weather' } };
    expect(kinds({}, taught(changeSchemaOf(weather)))[0]).toContain('out-of-scope group');
  });

  test('when a fact it needs is not there, or its figure has a name that is taken', () => {
    expect(kinds({}, taught({ ...desks, figures: [] }))[0]).toContain('uses the fact {{desks-figure-1}}');
    const taken = { ...desks, figures: [{ id: 'size', value: '1' }] };
    expect(kinds({}, taught(taken))[0]).toContain("can't be added to facts.yaml");
  });

  test('while the changes around it are served', () => {
    expect(
      kinds({}, taught(phrasing('a b')), taught(phrasing('c d', { entry: 'gone' })), taught(desks)),
    ).toEqual(['applied', expect.stringContaining('gone'), 'applied']);
  });
});

/** As it comes from the database. */
function changeSchemaOf(value: unknown) {
  return changeSchema.parse(JSON.parse(JSON.stringify(value)));
}

describe('A change is read strictly', () => {
  test('and comes back from JSON as it was', () => {
    for (const change of [desks, phrasing('x y')]) expect(changeSchemaOf(change)).toEqual(change);
  });

  test.each([
    ['a line end', phrasing('a\nb')],
    ['a control character', phrasing('a\u0000b')],
    ['a line separator', phrasing('a\u2028b')],
    ['half a character', phrasing('a\ud800b')],
    ['more than the matcher reads', phrasing('x'.repeat(257))],
    ['nothing', phrasing(' ')],
    ['another id', phrasing('x', { entry: '../../etc' })],
    ['an unknown field', { ...phrasing('x'), more: 1 }],
    [
      'a source that is no page',
      {
        ...desks,
        entry: { ...desks.entry, sources: [{ title: 'x', url: 'javascript:alert(1)', date: 'x' }] },
      },
    ],
  ])('so that it has not %s', (_name, change) => {
    expect(changeSchema.safeParse(change).success).toBe(false);
  });
});

test('A regression question is added once', () => {
  const first = withRegression([], phrasing('how much is it')) ?? [];
  expect(first).toEqual([
    {
      path: 'questions/en.yaml',
      text: "# yaml-language-server: $schema=../questions.schema.json\n- { language: en, ask: 'how much is it', want: fees }\n",
    },
  ]);
  expect(withRegression(first, phrasing('how much is it'))).toBe(first);
  expect(withRegression([{ path: 'questions/en.yaml', text: 'x: 1' }], phrasing('a b'))).toBeNull();
});
