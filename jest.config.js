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
  transform: { '\\.ts$': '<rootDir>/tests/support/stripTypes.cjs' },
};
