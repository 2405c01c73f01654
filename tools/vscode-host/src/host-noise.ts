/** The beginnings of what this VS Code prints on every test run, whichever extension is tested. */
const noise = [
  /^Resolv(?:ing|ed) connection token \(/,
  /^Creating a socket \(renderer-/,
  /^\[(?:reconnection-grace-time|AccountPolicyGate|AgentHost:\w+|ChatModelSelection|DefaultAccount|chat-stt)\]/,
  /^\[Service Worker\] registration/,
  /^(?:Ignoring fetching|Updating) additional builtin extensions/,
  /^Creation of workbench contribution '/,
  /^Timed out waiting for authentication provider 'github'/,
  /^Error: Could not locate the bindings file/,
  /^Cannot find module '\.\/build\/Release\//,
  /^Canceled: Canceled/,
];

/** Whether a line from the window is of no interest to someone who reads the results of tests. */
export function isNoise(line: string): boolean {
  return noise.some((pattern) => pattern.test(line));
}
