import { knowledgeTypeAhead } from '../../src/answering/knowledge-type-ahead.js';
import { projectKnowledge } from '../support/knowledge.js';
import { converse } from './converse.js';

const { entries } = projectKnowledge();
const { suggest } = knowledgeTypeAhead(projectKnowledge());

/** What is offered for the whole of an entry's title, less its question mark, so that it is not there already. */
const offers = entries.map(({ id, title, short }) => ({
  id,
  says: [title, short]
    .flatMap((wording) => suggest(wording.slice(0, -1), 1))
    .map((offer) => offer.says)
    .find((says) => says === title || says === short),
}));
const replies = converse(offers.map(({ says }) => [says ?? '']));

test('every entry is offered while its question is typed, and what is offered is answered by it', () => {
  const answered = offers.map(({ id, says }, i) => [id, says !== undefined, replies[i]?.[0]?.ids.includes(id)]);
  expect(answered).toEqual(entries.map(({ id }) => [id, true, true]));
});
