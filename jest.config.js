export default {
  testEnvironment: 'node',
  // A hung test ends; a slow machine is no failure.
  testTimeout: 60_000,
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/support/stripTypes.cjs' },
};
