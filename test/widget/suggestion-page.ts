import { suggestionsFor } from './fake-suggestions.js';
import { supportPage } from './support-page.js';

/** For a test file: the support page before a server that has suggestions, and what tests of them do and look at. */
export function suggestionPage() {
  const site = supportPage();
  beforeEach(() => {
    site.server.suggest = suggestionsFor;
  });
  const { field } = site;
  const list = () => site.page.getByRole('listbox', { name: 'What you may mean' });
  return {
    site,
    list,
    options: () => list().getByRole('option'),
    press: async (...keys: string[]) => {
      for (const key of keys) await site.page.keyboard.press(key);
    },
    value: () => field().inputValue(),
    hasFocus: () => field().evaluate((node) => node.matches(':focus')),
    /** Types as a person does, until there are suggestions. */
    type: async (text: string) => {
      await field().pressSequentially(text);
      await list().waitFor();
    },
  };
}
