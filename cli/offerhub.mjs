#!/usr/bin/env node
// The command line `offerhub`: any Node from 20 on starts it, the pinned one runs it.
process.argv.splice(2, 0, "offerhub");
await import("./launch.mjs");
