// Lets jest load TypeScript as production does: Node's own type stripping, no second compiler.
const { stripTypeScriptTypes } = require('node:module');
module.exports = { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
