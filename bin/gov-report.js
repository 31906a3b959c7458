#!/usr/bin/env node
import './engine.js';

import('../dist/bin/main.js').then((cli) => cli.main(), (error) => {
  process.stderr.write(`gov-report: the program cannot be loaded (${error.message.split('\n')[0]}): install it again, or build it with \`npm run build\`\n`);
  process.exitCode = 2;
});
