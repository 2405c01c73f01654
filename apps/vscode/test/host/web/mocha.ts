import "mocha/mocha.js";

if (!("WorkerGlobalScope" in globalThis)) throw new Error("These tests are for the browser's extension host.");

export default Mocha;
