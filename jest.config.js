import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  // A hung test ends; a slow machine is no failure.
  testTimeout: 60_000,
  // A PostgreSQL is started by the first test that needs one.
  globalSetup: '<rootDir>/tests/support/startOfRun.ts',
  globalTeardown: '<rootDir>/tests/support/endOfRun.ts',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  // Modules of a test file stay in memory after it: a process that has had its share of files makes room for a fresh one. That takes two.
  maxWorkers: Math.max(2, availableParallelism()),
  workerIdleMemoryLimit: 1.5 * 2 ** 30,
  transform: { '\\.ts$': '<rootDir>/tests/support/stripTypes.cjs' },
};
