import type { FleetFunctions } from '../channels/fleet/routes.js';
import { csvSink } from '../fleet/output/csv-sink.js';
import { htmlSink } from '../fleet/output/html/html-sink.js';
import { runFleet } from '../fleet/run-fleet.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** How lists of devices are decided, by the knowledge in use at the moment. */
export const fleetFunctions = (knowledge: () => Knowledge): FleetFunctions => ({
  decide: (file, { format, title, ...options }, write) => {
    const known = knowledge();
    const sink = format === 'csv' ? csvSink(write) : htmlSink(write, { ...options, title, rules: known.rules });
    return runFleet(file, known, options, sink);
  },
});
