import { existsSync, readFileSync } from 'node:fs';
import { type Encoder, loadEncoder } from '../answering/encoder.js';
import { modelFromBytes } from '../answering/model-file.js';
import { openingsFromBytes } from '../answering/opening-file.js';
import type { Measured } from '../answering/promise.js';
import type { Day } from '../domain/day.js';
import { failed, ok, type Result } from '../domain/problem.js';
import type { Reply } from '../domain/reply.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { loadKnowledge } from '../knowledge/load.js';
import { readFolder } from '../knowledge/read-folder.js';
import type { Understand } from '../understanding/understand.js';
import type { Assistant } from './assistant.js';
import { type Generation, type GenerationSettings, generationOf } from './generation.js';
import { modelFiles } from './matching.js';
import { rehearse, type Surroundings } from './rehearsal.js';
import type { AssistantParts } from './turn.js';

/** The assistant as it stands: what it gives follows the knowledge in use, so ask for it anew each time. */
export interface LoadedAssistant {
  readonly knowledge: Knowledge;
  readonly understand: Understand;
  readonly assistant: Assistant;
  /** What the assistant rests on, for what reads other texts than messages. */
  readonly parts: AssistantParts;
  /** What is said to somebody who has said nothing yet. */
  readonly welcome: Reply;
  /** `lexical` until the sentence encoder is loaded, and where it is not wanted or fails. */
  readonly mode: () => 'full' | 'lexical';
  /** The promised rate of wrong answers, the threshold that follows, and what calibration measured, in the present mode. */
  readonly promise: () => Measured | null;
  /** Loads the sentence encoder where it is wanted, anew where it was lost; settles when it is there, or has failed and been reported. */
  readonly loadEncoder: () => Promise<void>;
  /** Answers some phrasings of the knowledge for nobody while nobody asks, so that the first askers do not wait for the engine's compiler. */
  readonly rehearse: (today: Day, around: Omit<Surroundings, 'asked'>) => Promise<void>;
  /**
   * Takes up the knowledge as it now lies on disk. A problem leaves all as it was; `no-model` means that phrasings or
   * names have changed and must be trained first.
   */
  readonly reload: () => Result<Knowledge>;
}

export interface AssistantFolders extends GenerationSettings {
  readonly knowledgeFolder: string;
  readonly modelFolder: string;
  /** Told where the encoder cannot be loaded, and where it is lost later on; answering goes on without it. */
  readonly onEncoderFailure: (error: unknown) => void;
  /** How the encoder is loaded; absent: into this very thread. */
  readonly startEncoder?: (onLost: (error: unknown) => void) => Promise<Encoder>;
}

/** Puts the assistant together from disk: knowledge, trained model, and, while it already answers without, the encoder. */
export function loadAssistant(folders: AssistantFolders): Result<LoadedAssistant> {
  let encoder: Encoder | null = null;
  const load = () => readGeneration(folders, () => encoder);
  const first = load();
  if (!first.ok) return first;
  let current = first.value;
  let asked = 0;
  const mode = () => (encoder ? 'full' : 'lexical');
  return ok({
    get knowledge() {
      return current.knowledge;
    },
    get understand() {
      return current.understand;
    },
    assistant: {
      turn: (session, message, today) => {
        asked++;
        return current.assistant.turn(session, message, today);
      },
    },
    get parts() {
      return current.parts;
    },
    get welcome() {
      return current.welcome;
    },
    mode,
    promise: () => current.measured(mode()),
    loadEncoder: async () => {
      if (folders.mode === 'lexical' || current.measured('full') === null) return;
      try {
        encoder = await (folders.startEncoder ?? loadEncoder)((error) => {
          encoder = null;
          folders.onEncoderFailure(error);
        });
      } catch (error) {
        folders.onEncoderFailure(error);
      }
    },
    rehearse: (today, around) => {
      const { knowledge, rehearse: answer } = current;
      const texts = knowledge.phrasings.map((p) => p.text);
      return rehearse(texts, (text) => answer(text, today), { ...around, asked: () => asked });
    },
    reload: () => {
      const next = load();
      if (!next.ok) return next;
      current = next.value;
      return ok(current.knowledge);
    },
  });
}

function readGeneration(folders: AssistantFolders, encoder: () => Encoder | null): Result<Generation> {
  if (!existsSync(folders.knowledgeFolder)) {
    const message = `there is no folder '${folders.knowledgeFolder}'; set KNOWLEDGE_FOLDER to where the knowledge base lies.`;
    return failed({ code: 'no-knowledge', message });
  }
  const read = loadKnowledge(readFolder(folders.knowledgeFolder));
  if (!read.ok) return read;
  const knowledge = read.value;
  const files = modelFiles(folders.modelFolder, knowledge);
  const missing = Object.values(files).find((file) => !existsSync(file));
  if (missing !== undefined) {
    const message = `no model is trained for this knowledge base (${missing}); run 'npm run build'.`;
    return failed({ code: 'no-model', message });
  }
  const model = modelFromBytes(readFileSync(files.matcher));
  if (!model.ok) return model;
  const openings = openingsFromBytes(readFileSync(files.openings));
  if (!openings.ok) return openings;
  const models = { matcher: model.value, openings: openings.value };
  return ok(generationOf(knowledge, models, folders, encoder));
}
