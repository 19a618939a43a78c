import type { FactName, Facts } from '../../../src/domain/facts.js';

/** What has been said of one device so far, kept apart from the assistant by rules of its own. */
export interface Page {
  /** Which of the person's devices it is. */
  readonly own: number;
  facts: Facts;
  /** What the person said not to know, and has not said since. */
  readonly unknown: Set<FactName>;
  /** What was said wrongly and is not put right yet. */
  readonly wrong: Set<FactName>;
  /** Said before the person stopped the dialog, and not gone on with. */
  closed: boolean;
}

/** A person's own record of the conversation: the devices in the order in which they came up, and which one is spoken of. */
export class Notebook {
  pages: Page[] = [];
  current: Page | null = null;

  open(own: number, facts: Facts): Page {
    const page: Page = { own, facts, unknown: new Set(), wrong: new Set(), closed: false };
    this.pages.push(page);
    this.current = page;
    return page;
  }

  /** The page of a device of the person's that is still spoken of. */
  pageOf = (own: number): Page | undefined => this.pages.findLast((p) => p.own === own && !p.closed);

  /** What is said last holds; with another contract goes what was said of the one before. */
  note(page: Page, said: Facts): void {
    const { plan } = page.facts;
    const another = said.plan !== undefined && plan !== undefined && said.plan !== plan;
    const named = plan === 'other' && said.plan !== 'none';
    page.facts = { ...(another && !named ? withoutContract(page.facts) : page.facts), ...said };
    for (const fact of Object.keys(said) as FactName[]) page.unknown.delete(fact);
  }

  forgetContract(page: Page): void {
    page.facts = withoutContract(page.facts);
    for (const fact of ['plan', 'contractStart', 'contractEnd'] as const) page.wrong.delete(fact);
    page.unknown.delete('plan');
  }

  stop(): void {
    for (const page of this.pages) page.closed = true;
    this.current = null;
  }

  startOver(): void {
    this.pages = [];
    this.current = null;
  }
}

function withoutContract({ plan: _p, contractStart: _s, contractEnd: _e, ...rest }: Facts): Facts {
  return rest;
}
