// Runs Azurite for as long as whoever started it lives: the parent keeps our standard input open and never writes to it;
// when the parent ends, however it ends, the pipe closes and so do we. Arguments are Azurite's own.
import { createRequire } from 'node:module';

process.stdin.resume();
// Watched, not waited for: stopped by a signal, Azurite ends although the pipe is still open.
process.stdin.unref?.();
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.once('error', () => process.kill(process.pid, 'SIGTERM'));

createRequire(import.meta.url)('azurite/dist/src/azurite.js');
