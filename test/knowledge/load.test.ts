import { join } from 'node:path';
import { problemLine } from '../../src/domain/problem.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { readFolder } from '../../src/knowledge/read-folder.js';

const files = () => new Map(readFolder(join(__dirname, '../../knowledge')));

/** The problems after one file was changed. */
function problemsAfter(path: string, change: (text: string) => string): readonly string[] {
  const changed = files();
  changed.set(path, change(changed.get(path) ?? ''));
  const result = loadKnowledge(changed);
  return result.ok ? [] : result.problems.map(problemLine);
}

describe('the knowledge base', () => {
  test('loads whole, with all fifteen entries in the order of the source', () => {
    const result = loadKnowledge(files());
    expect(result.ok ? [] : result.problems.map(problemLine)).toEqual([]);
    expect(result.ok && result.value.entries.map((e) => e.question)).toEqual([...Array(15).keys()].map((i) => i + 1));
  });

  test('has the same version whatever order its files are read in, and another after any change', () => {
    const version = (f: ReadonlyMap<string, string>) => {
      const result = loadKnowledge(f);
      return result.ok ? result.value.version : null;
    };
    const forwards = files();
    const backwards = new Map([...forwards].reverse());
    const changed = files();
    changed.set('products.yaml', `${changed.get('products.yaml')}\n# another comment\n`);
    expect(version(backwards)).toBe(version(forwards));
    expect(version(changed)).not.toBe(version(forwards));
  });

  test('cannot be changed once it is loaded', () => {
    const result = loadKnowledge(files());
    if (!result.ok) throw new Error('it must load');
    expect(Object.isFrozen(result.value.entries[0]?.sentences)).toBe(true);
  });
});

describe('a broken knowledge file', () => {
  test('that is no YAML is named with line and column', () => {
    const [problem] = problemsAfter('faq/renew.yaml', (t) => `${t}\n  : [`);
    expect(problem).toMatch(/^faq\/renew\.yaml:\d+:\d+: /);
  });

  test('with a sentence that the source does not have', () => {
    expect(problemsAfter('faq/renew.yaml', (t) => t.replace(/"14\.1"|'14\.1'|14\.1/, '"14.9"'))).toEqual([
      expect.stringMatching(
        /^faq\/renew\.yaml:\d+:\d+: the source has no sentence 14\.9: question 14 has 3 sentences\. \(unknown-sentence\)$/,
      ),
    ]);
  });

  test.each([
    ['signs: "{timestamp}{body}"', 'signs: "{body}"', 'signature.signs: it must sign {timestamp} and {body}'],
    ['digest: base64', 'digest: base32', 'signature.digest: use base64 or hex'],
    ['"{note}"', '"{text}"', 'what can be filled in is {id}, {note}, {route}'],
    ['path: /api/v2/tickets/{id}.json', 'path: api', 'writeBack.calls.1.path: it must begin with /'],
    ['subject: [detail', 'subject: [detail. ', "write the names down to the value with '.' between"],
  ])('that maps a helpdesk with %j as %j', (right, wrong, message) => {
    const problems = problemsAfter('helpdesks/zendesk.yaml', (t) => t.replace(right, wrong));
    expect(problems).toEqual([expect.stringMatching(/^helpdesks\/zendesk\.yaml:\d+:\d+: /)]);
    expect(problems[0]).toContain(message);
  });

  test('that maps a helpdesk under a name of our own', () => {
    const named = files();
    named.set('helpdesks/chat.yaml', named.get('helpdesks/zendesk.yaml') ?? '');
    const result = loadKnowledge(named);
    expect(result.ok ? [] : result.problems.map(problemLine)).toEqual([
      expect.stringContaining("helpdesks/chat.yaml: 'chat' is what tickets of our own are called"),
    ]);
  });

  test('with an entry renamed that more is done with than answering it', () => {
    const changed = files();
    for (const end of ['.yaml', '.phrasings.yaml', '.asks.yaml']) {
      const text = changed.get(`faq/renew${end}`);
      changed.delete(`faq/renew${end}`);
      if (text !== undefined) changed.set(`faq/go-on${end}`, text.replace('id: renew', 'id: go-on'));
    }
    const result = loadKnowledge(changed);
    const problems = result.ok ? [] : result.problems.map(problemLine);
    expect(problems).toContainEqual(expect.stringMatching(/^faq\/renew\.yaml: there is no entry 'renew'.*entry-roles/));
  });

  test('with a follow-up that leads nowhere', () => {
    const problems = problemsAfter('faq/renew.yaml', (t) => t.replace(/followUps: .*/s, 'followUps: [nowhere]\n'));
    expect(problems).toEqual([expect.stringContaining("there is no entry 'nowhere'")]);
  });

  test('with an unknown key, told with its place', () => {
    const problems = problemsAfter('plans.yaml', (t) => t.replace('strength: 4', 'strenght: 4'));
    expect(problems.join('\n')).toMatch(/^plans\.yaml:\d+:\d+: plans\.0/m);
  });

  test('with a row of the rules that hides those below it', () => {
    const problems = problemsAfter('entitlement-rules.yaml', (t) => t.replace('when: { year: [running] }', 'when: {}'));
    expect(problems).toEqual([expect.stringContaining('a row without conditions hides all rows below it')]);
  });

  test('with a row on the card that does not tell why it fails', () => {
    const problems = problemsAfter('entitlement-rules.yaml', (t) => t.replace(/ {4}fails: .*an NMC2 it would.*\n/, ''));
    expect(problems).toEqual([expect.stringContaining('(untold-row)')]);
  });

  test('with two rows of the rules under one name', () => {
    const problems = problemsAfter('entitlement-rules.yaml', (t) => t.replace('id: included', 'id: nmc2'));
    expect(problems).toEqual([
      expect.stringMatching(/^entitlement-rules\.yaml:\d+:\d+: there is a row 'nmc2' above already\./),
    ]);
  });

  test('with the same phrasing under two entries', () => {
    const problems = problemsAfter(
      'faq/renew.phrasings.yaml',
      (t) => `${t}test:\n  - need 2 copies of one text\n  - need 2 copies of one text\n`,
    );
    expect(problems).toEqual([
      expect.stringContaining("'need 2 copies of one text' is already a phrasing of faq:renew"),
    ]);
  });

  test('with a heading of lists that means two things', () => {
    const problems = problemsAfter('fleet-columns.yaml', (t) => t.replace('names: [Serial,', 'names: [MODEL, Serial,'));
    expect(problems).toEqual([
      expect.stringMatching(
        /^fleet-columns\.yaml:\d+:\d+: 'MODEL' is already a heading of family; a heading stands once\. \(said-twice\)$/,
      ),
    ]);
  });

  test('with a kind of column that is named nowhere', () => {
    const problems = problemsAfter('fleet-columns.yaml', (t) => t.replace('holds: serial', 'holds: site'));
    expect(problems).toEqual([expect.stringContaining('name each of these once under')]);
  });

  test('that is missing, and one that stands where nothing is read', () => {
    const changed = files();
    changed.delete('plans.yaml');
    changed.set('notes/plans.yaml', 'plans: []');
    const result = loadKnowledge(changed);
    expect(result.ok ? [] : result.problems.map((p) => p.code).sort()).toEqual(['misplaced-file', 'missing-file']);
  });

  test('with two files broken names the problems of both', () => {
    const changed = files();
    changed.set('plans.yaml', 'plans: 3');
    changed.set('products.yaml', 'products: 3');
    const result = loadKnowledge(changed);
    expect(result.ok ? [] : [...new Set(result.problems.map((p) => p.file))].sort()).toEqual([
      'plans.yaml',
      'products.yaml',
    ]);
  });
});
