import { existsSync, readFileSync } from 'node:fs';

import { type Encoder, loadEncoder } from '../answering/encoder.js';
import { createMatcher, type Match } from '../answering/matcher.js';
import { modelFromBytes } from '../answering/model-file.js';
import type { EntryId } from '../domain/ids.js';
import { failed, ok, type Result } from '../domain/problem.js';
import type { Reply } from '../domain/reply.js';
import { EMPTY_INTERVIEW } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { loadKnowledge } from '../knowledge/load.js';
import { readFolder } from '../knowledge/read-folder.js';
import { type Understand, understander } from '../understanding/understand.js';
import { type Assistant, createAssistant } from './assistant.js';
import { modelFile, prepareFor } from './matching.js';
import { common, suggest } from './reply-parts.js';

export interface LoadedAssistant {
  readonly knowledge: Knowledge;
  readonly understand: Understand;
  readonly assistant: Assistant;
  /** What is said to somebody who has said nothing yet. */
  readonly welcome: Reply;
  /** `lexical` until the sentence encoder is loaded, and where it is not wanted or fails. */
  readonly mode: () => 'full' | 'lexical';
  /** Loads the sentence encoder where it is wanted; settles when it is there, or has failed and been reported. */
  readonly loadEncoder: () => Promise<void>;
}

export interface AssistantFolders {
  readonly knowledgeFolder: string;
  readonly modelFolder: string;
  readonly mode: 'full' | 'lexical';
  readonly onEncoderFailure: (error: unknown) => void;
}

/** Puts the assistant together from disk: knowledge, trained model, and, while it already answers without, the encoder. */
export function loadAssistant(folders: AssistantFolders): Result<LoadedAssistant> {
  if (!existsSync(folders.knowledgeFolder)) {
    const message = `there is no folder '${folders.knowledgeFolder}'; set KNOWLEDGE_FOLDER to where the knowledge base lies.`;
    return failed({ code: 'no-knowledge', message });
  }
  const read = loadKnowledge(readFolder(folders.knowledgeFolder));
  if (!read.ok) return read;
  const knowledge = read.value;
  const file = modelFile(folders.modelFolder, knowledge);
  if (!existsSync(file)) {
    return failed({
      code: 'no-model',
      message: `no model is trained for this knowledge base (${file}); run 'npm run build'.`,
    });
  }
  const model = modelFromBytes(readFileSync(file));
  if (!model.ok) return model;
  const matcher = createMatcher(model.value);
  const prepare = prepareFor(knowledge);
  const understand = understander(knowledge);
  let encoder: Encoder | null = null;
  const wanted = folders.mode === 'full' && model.value.full !== null;
  const match = async (text: string): Promise<Match> => {
    const prepared = prepare(text);
    const [vector] = encoder ? await encoder.embed([prepared.semantic]) : [null];
    return matcher.match(prepared, vector ?? null);
  };
  const known = new Set(knowledge.phrasings.flatMap((p) => p.text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? []));
  return ok({
    knowledge,
    understand,
    assistant: createAssistant({ knowledge, understand, match, isEnglishWord: (word) => known.has(word) }),
    welcome: welcomeOf(knowledge),
    mode: () => (encoder ? 'full' : 'lexical'),
    loadEncoder: async () => {
      if (!wanted) return;
      try {
        encoder = await loadEncoder();
      } catch (error) {
        folders.onEncoderFailure(error);
      }
    },
  });
}

function welcomeOf(knowledge: Knowledge): Reply {
  const suggestions = [
    { label: 'Is my device covered?', says: 'Is my device covered?' },
    ...suggest(knowledge, ['what-is-sns', 'identify-nmc'] as readonly string[] as readonly EntryId[]),
  ];
  return { ...common(knowledge, EMPTY_INTERVIEW, 1, { suggestions }), kind: 'smalltalk', which: 'welcome' };
}
