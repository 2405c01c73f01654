/** What this VS Code prints on every test run, whichever extension is tested. */
const noise = [
  /^\[?(?:ChatModelSelection|AgentHost|AccountPolicyGate|RemoteAgentHost|reconnection-grace-time)/,
  /connection token|Creating a socket|Ignoring fetching|builtin extensions cache|Creation of workbench contribution/,
  /service ?worker|native-watchdog|bindings file|No signed-in session|authentication provider|lifecycle/i,
  /\[(?:DefaultAccount|chat-stt|AgentHost)/,
];

/** Whether a line from the window is of no interest to someone who reads the results of tests. */
export function isNoise(line: string): boolean {
  return noise.some((pattern) => pattern.test(line));
}
