import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../src/knowledge/files.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { readFolder } from '../../src/knowledge/read-folder.js';
import { type KnowledgePatch, type PatchTarget, phrasingsPatch } from '../../src/lessons/patch.js';
import { lessonTarget } from '../../src/lessons/target.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../support/knowledge.js';

const files = readFolder(KNOWLEDGE_FOLDER);
const { phrasings } = projectKnowledge();
/** A patch of the knowledge base as it is. */
const patchOf = (on: Files, to: PatchTarget, texts: readonly string[]) =>
  phrasingsPatch(on, phrasings, to, texts, 'knowledge');
const words = { title: null, ask: 'your partner', says: (title: string) => `Nothing is said of ${title}.` };
const target = (name: string): PatchTarget => {
  const found = lessonTarget(name, words, files);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join(' '));
  return found.value;
};
const patched = (to: PatchTarget, texts: readonly string[], on: Files = files): KnowledgePatch => {
  const result = patchOf(on, to, texts);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
};
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  result.problems?.map(({ code }) => code) ?? [];

describe('a patch', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lessons-'));
    cpSync(KNOWLEDGE_FOLDER, join(folder, 'knowledge'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const apply = (patch: string) => execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
  const applied = () => readFolder(join(folder, 'knowledge'));

  test.each(['renew', 'discount', 'human', 'faq:activate'])(
    'for %s applies, and the knowledge is as it said',
    (name) => {
      const {
        patch,
        files: after,
        added,
      } = patched(target(name), ['will it sing a "song" \\ ?', 'may it – sing: a song #2']);
      apply(patch);
      expect(applied()).toEqual(after);
      expect(added).toBe(2);
      const known = loadKnowledge(applied());
      expect(
        known.ok && known.value.phrasings.filter(({ voice }) => voice === 'heard').map(({ text }) => text),
      ).toEqual(['will it sing a "song" \\ ?', 'may it – sing: a song #2']);
    },
  );

  test('goes on with what was heard before', () => {
    const first = patched(target('renew'), ['will it sing a song']);
    apply(first.patch);
    const second = patched(target('renew'), ['will it sing a hymn'], first.files);
    apply(second.patch);
    expect(readFileSync(join(folder, 'knowledge/faq/renew.phrasings.yaml'), 'utf8')).toMatch(
      /\nheard:\n {2}- "will it sing a song"\n {2}- "will it sing a hymn"\n$/,
    );
  });

  test('for a topic that is not there yet makes its files, which say whom to ask', () => {
    const { patch } = patched(target('new:songs-of-winter'), ['will it sing a song […] today']);
    apply(patch);
    const known = loadKnowledge(applied());
    expect(known.ok && known.value.boundaries.get('songs-of-winter')).toMatchObject({
      title: 'Songs of winter',
      ask: 'your partner',
      near: true,
    });
    expect(known.ok && known.value.phrasings.filter(({ voice }) => voice === 'heard')).toEqual([
      { label: 'topic:songs-of-winter', voice: 'heard', text: 'will it sing a song … today' },
    ]);
  });

  test('leaves out what is a phrasing already, and says so where nothing is left', () => {
    const [known] = JSON.parse(`[${/- ("[^\n]+")/.exec(files.get('faq/renew.phrasings.yaml') ?? '')?.[1]}]`);
    expect(patched(target('renew'), [known, 'Will it sing', 'will it sing']).added).toBe(1);
    expect(codes(patchOf(files, target('renew'), [known]))).toEqual(['nothing-new']);
  });

  test('is not given where the knowledge base has a problem, with it or without', () => {
    const broken = new Map([...files, ['faq/renew.yaml', 'id: other\n']]);
    expect(codes(patchOf(broken, target('renew'), ['will it sing']))).not.toEqual([]);
    const noAsk = { ...target('new:songs'), ask: '' } as PatchTarget;
    expect(patchOf(files, noAsk, ['will it sing'])).toMatchObject({
      ok: false,
      problems: [{ file: 'boundaries/songs.yaml' }],
    });
  });
});

test('places are called by their names, and a wrong name is told', () => {
  expect(target('renew')).toEqual({ kind: 'known', label: 'faq:renew' });
  expect(target('topic:discount')).toEqual({ kind: 'known', label: 'topic:discount' });
  expect(target('one-phase')).toEqual({ kind: 'known', label: 'kind:one-phase' });
  for (const name of ['nowhere', '', '../faq/renew', 'renew.yaml', 'faq:', 'kind:nothing'])
    expect([name, codes(lessonTarget(name, words, files))]).toEqual([name, ['unknown-place']]);
  for (const name of ['new:', 'new:Songs', 'new:../x', `new:${'x'.repeat(61)}`])
    expect([name, codes(lessonTarget(name, words, files))]).toEqual([name, ['bad-name']]);
  expect(codes(patchOf(files, { ...target('new:songs'), id: 'discount' } as PatchTarget, ['x y z']))).toEqual([
    'topic-there',
  ]);
});
