/** A document of questions and answers, cut into citable sentences. */
export interface Outline {
  /** Question 0 first (introduction and footnotes), then the document's questions from 1, without a gap. */
  readonly questions: readonly OutlineQuestion[];
}

export interface OutlineQuestion {
  readonly number: number;
  /** As the document prints it, white space folded. */
  readonly title: string;
  /** Sentence 1 first. A bullet, a lead-in line and each sentence of a paragraph count; footnote marks are taken out. */
  readonly sentences: readonly string[];
}

/** What question 0 is called wherever it is cited. */
export const INTRODUCTION_TITLE = 'Introduction and footnotes';

interface Block {
  readonly kind: 'text' | 'bullet' | 'footnote';
  readonly text: string;
}

const MARKS = '\u00b9\u00b2\u00b3\u2070\u2074-\u2079';
const FOOTNOTE_MARK = new RegExp(`\\s*[${MARKS}]+`, 'g');
const FOOTNOTE_LINE = new RegExp(`^\\s*[${MARKS}]+\\s*\\S`);
const BULLET_LINE = /^\s*[-\u2022\u2013\u00b7\u25aa*]\s+(?=\S)/;
/** Where one sentence ends and another begins: after `.`, `?` or `!` (also `..`), before a capital, a figure or an opening quote. */
const SENTENCE_END = /(?<=[.?!]["'\u201d\u2019)]*)\s+(?=["'\u201c\u2018(]?[\p{Lu}\d])/u;
/** A full stop after these ends no sentence; `No.` does, save before a figure. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|approx|vs|Dr|Mr|Ms|St|Fig|Inc|Ltd)\.)$/;

/**
 * Cuts the text of a question-and-answer document into question 0 (introduction, then all
 * footnotes in their order) and its questions. A question is a paragraph that consists of
 * questions only; the list of questions that an introduction may end with is no sentence, and
 * neither are its headings (lines without closing punctuation that no bullets follow).
 */
export function outlineOf(text: string): Outline {
  const blocks = blocksOf(text);
  const body = blocks.filter((block) => block.kind !== 'footnote');
  const start = firstTitle(body);
  const introduction = body.slice(0, start).flatMap((block, i) => {
    if (isQuestion(block)) return [];
    const leadsIn = body[i + 1]?.kind === 'bullet';
    return block.kind === 'text' && !leadsIn && !isClosed(block.text) ? [] : sentencesOf(block);
  });
  const footnotes = blocks.filter((block) => block.kind === 'footnote').flatMap(sentencesOf);
  const questions: { title: string; sentences: string[] }[] = [];
  for (const block of body.slice(start)) {
    const last = questions.at(-1);
    if (block.kind === 'text' && isQuestion(block)) {
      // Two questions with no answer between them are one title that was broken over two lines.
      if (last && last.sentences.length === 0) last.title += ` ${block.text}`;
      else questions.push({ title: block.text, sentences: [] });
    } else last?.sentences.push(...sentencesOf(block));
  }
  return {
    questions: [{ title: INTRODUCTION_TITLE, sentences: [...introduction, ...footnotes] }, ...questions].map(
      (question, number) => ({ number, ...question }),
    ),
  };
}

/**
 * The index of the block that is question 1's title: the last of the first row of questions that
 * stand together, which is the list of questions (where there is one) and the title that follows
 * it. A question put in passing before that is told apart by not coming again.
 */
function firstTitle(body: readonly Block[]): number {
  const later = (i: number) => body.slice(i + 1).some((other) => isQuestion(other) && other.text === body[i]?.text);
  const asked = body.flatMap((block, i) => (isQuestion(block) ? [i] : []));
  let at = asked.find(later) ?? asked[0];
  if (at === undefined) return body.length;
  for (let next = body[at + 1]; next && isQuestion(next); next = body[at + 1]) at += 1;
  return at;
}

/** A block while its lines are being read. */
interface OpenBlock {
  readonly kind: Block['kind'];
  readonly lines: string[];
}

/** Paragraphs, bullets and footnotes in their order, markup and footnote marks taken out, lines joined. */
function blocksOf(text: string): readonly Block[] {
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | null = null;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n|\f/)) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const starts = FOOTNOTE_LINE.test(line) ? 'footnote' : BULLET_LINE.test(line) ? 'bullet' : null;
    if (starts === null && open !== null && continues(open, line)) {
      open.lines.push(line);
      continue;
    }
    open = { kind: starts ?? 'text', lines: [line.replace(BULLET_LINE, '')] };
    blocks.push(open);
  }
  return blocks.map(({ kind, lines }) => ({ kind, text: plain(lines.join(' ')) })).filter((block) => block.text !== '');
}

/** Whether a line belongs to the block above it. A question ends its block; a bullet goes on only if indented or in mid-sentence. */
function continues(block: OpenBlock, line: string): boolean {
  if (/\?\s*$/.test(block.lines.at(-1) ?? '')) return false;
  return block.kind !== 'bullet' || /^(?:\s|\p{Ll})/u.test(line);
}

const plain = (text: string) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|^\s*#+\s+/g, '')
    .replace(FOOTNOTE_MARK, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The sentences of a block: a bullet is one, whatever it holds; a last piece without a full stop counts too. */
function sentencesOf(block: Block): string[] {
  if (block.kind === 'bullet') return [block.text];
  const sentences: string[] = [];
  let held = '';
  for (const piece of block.text.split(SENTENCE_END)) {
    const goesOn = ABBREVIATION.test(held) || (/\bNo\.$/.test(held) && /^\d/.test(piece));
    if (held !== '' && !goesOn) sentences.push(held);
    held = held !== '' && goesOn ? `${held} ${piece}` : piece;
  }
  return held === '' ? sentences : [...sentences, held];
}

const isQuestion = (block: Block) => sentencesOf(block).every((sentence) => sentence.endsWith('?'));
const isClosed = (text: string) => /[.!?:]["'\u201d\u2019)]*$/.test(text);
