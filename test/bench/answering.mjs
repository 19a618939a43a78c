// Measures the matcher on public question sets beside well-known libraries: `npm run bench:answering -- --data FOLDER`.
import { join } from 'node:path';
import { made } from '../../.config/prepare.mjs';
import { bundle } from './bundle.mjs';

const { main } = await bundle('answering');
process.exitCode = await main(process.argv.slice(2), join(made, 'bench'));
