import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { modelFiles } from '../../src/assistant/matching.js';
import { type ModelPlaces, otherModelFolder } from '../../src/cli/other-model.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../support/knowledge.js';

let folder: string;
let places: ModelPlaces;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-model-'));
  places = {
    trainer: join(folder, 'train.js'),
    modelFolder: join(folder, 'model'),
    otherModelFolder: join(folder, 'other-model'),
  };
  mkdirSync(places.modelFolder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A trainer that says what it was asked to do. */
const trainer = (code: number) =>
  writeFileSync(
    places.trainer,
    `console.log('training', ...process.argv.slice(2)); console.error('and thinking'); process.exitCode = ${code};`,
  );
/** The project's knowledge with one more phrasing, for which another model is needed. */
function otherKnowledge(): string {
  const other = join(folder, 'knowledge');
  cpSync(KNOWLEDGE_FOLDER, other, { recursive: true });
  const file = join(other, 'kinds/human.phrasings.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^( *- ).*$/m, '$1let me talk to somebody who is no machine'));
  return other;
}
async function find(knowledge: string): Promise<{ readonly found: string | null; readonly err: string }> {
  let err = '';
  const found = await otherModelFolder(knowledge, places, (text) => {
    err += text;
  });
  return { found, err };
}

describe('the model of another knowledge base', () => {
  test('is our own where it has learned from the same phrasings, and nothing is trained', async () => {
    trainer(1);
    for (const file of Object.values(modelFiles(places.modelFolder, projectKnowledge()))) writeFileSync(file, '');
    expect(await find(KNOWLEDGE_FOLDER)).toEqual({ found: places.modelFolder, err: '' });
  });

  test('is trained in a folder of its own, with the vectors that are there, telling of it on standard error', async () => {
    trainer(0);
    writeFileSync(join(places.modelFolder, 'phrasings.vectors'), 'vectors');
    for (const file of Object.values(modelFiles(places.modelFolder, projectKnowledge()))) writeFileSync(file, '');
    const knowledge = otherKnowledge();
    const { found, err } = await find(knowledge);
    expect(found).toBe(places.otherModelFolder);
    expect(err).toContain(`Training a model for ${knowledge}, which takes some minutes …\n`);
    expect(err).toContain(`training ${knowledge} ${places.otherModelFolder}\n`);
    expect(err).toContain('and thinking\n');
    expect(readFileSync(join(places.otherModelFolder, 'phrasings.vectors'), 'utf8')).toBe('vectors');
  });

  test('is none where the training fails', async () => {
    trainer(3);
    const knowledge = otherKnowledge();
    const { found, err } = await find(knowledge);
    expect(found).toBeNull();
    expect(err).toContain(`${knowledge}: no model could be trained for it (code 3).\n`);
  });

  test('is none, and nothing is trained, where there is no usable knowledge', async () => {
    trainer(0);
    const missing = join(folder, 'none');
    expect(await find(missing)).toEqual({
      found: null,
      err: `${missing}: there is no such folder; name one that holds a knowledge base.\n`,
    });
    const broken = otherKnowledge();
    rmSync(join(broken, 'plans.yaml'));
    const { found, err } = await find(broken);
    expect(found).toBeNull();
    expect(err).toMatch(new RegExp(`/${basename(broken)}: plans\\.yaml`));
    expect(existsSync(places.otherModelFolder)).toBe(false);
  });
});
