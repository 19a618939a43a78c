import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Caller } from './authentication.js';

/** The SDK's adapter for a caller that is already known, with nothing written to any response. */
export class BotFrameworkAdapter extends CloudAdapter {
  /** Runs a turn. The answer is for invokes, and for callers that expect replies in it; undefined: none is wanted. */
  turn(
    caller: Caller,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }
}
