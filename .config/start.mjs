import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, made } from './prepare.mjs';

await install();
await build();
// A small young generation: the server makes little garbage; with one of twice the size it holds 7 MB more when it is ready.
const server = spawn(process.execPath, ['--max-semi-space-size=4', join(made, 'build/index.js')], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
