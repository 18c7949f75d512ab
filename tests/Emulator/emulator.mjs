// Runs the emulator for as long as whoever started it lives: the parent keeps our standard input open and never writes to it;
// when the parent ends, however it ends, the pipe closes and so does everything that the emulator started. Arguments are its own.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const cli = createRequire(import.meta.url).resolve('@azure/static-web-apps-cli/package.json');
const emulator = spawn(process.execPath, [join(dirname(cli), 'dist', 'cli', 'bin.js'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  // A group of its own, so that its children end with it.
  detached: true,
  // It would ask the registry for a newer version.
  env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
});

function end() {
  try {
    process.kill(-emulator.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

process.stdin.resume();
process.stdin.once('end', end);
process.stdin.once('error', end);
process.once('SIGTERM', end);
process.once('SIGINT', end);
emulator.once('exit', (code) => process.exit(code ?? 0));
