// What the product is measured against: the least that an extension can do for the same thing.
const path = require("node:path");
const { performance } = require("node:perf_hooks");
const vscode = require("vscode");

/** Activates the product as VS Code does, and shows in the status bar how long its `activate` took, in milliseconds. */
async function timeActivation(product) {
  const file = require.resolve(path.join(product.extensionPath, product.packageJSON.main));
  const code = require(file);
  let activate = Number.NaN;
  // VS Code requires the same file, and Node gives it what lies here.
  require.cache[file].exports = {
    ...code,
    activate: (context) => {
      const start = performance.now();
      const result = code.activate(context);
      activate = performance.now() - start;
      return result;
    },
  };
  await product.activate();
  const start = performance.now();
  const bare = vscode.commands.registerCommand("control.nothing", () => {});
  const control = performance.now() - start;
  bare.dispose();
  const shown = vscode.window.createStatusBarItem("times");
  shown.text = JSON.stringify({ activate, control });
  shown.show();
}

const bareEditor = {
  resolveCustomTextEditor: (_, { webview }) => {
    webview.html = "<p id=bare>Bare</p>";
  },
};

/** As bare as a page can be whose content comes from a script that does not stand within it. */
const scriptedEditor = (folder) => ({
  resolveCustomTextEditor: (_, { webview }) => {
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, "line.js"));
    webview.html = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${webview.cspSource}"><body><script src="${script}"></script>`;
  },
});

/** A file system with one file in it. */
const never = () => {
  throw vscode.FileSystemError.NoPermissions();
};
const files = {
  onDidChangeFile: () => new vscode.Disposable(() => {}),
  watch: () => new vscode.Disposable(() => {}),
  stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 2 }),
  readFile: () => new TextEncoder().encode("{}"),
  readDirectory: never,
  createDirectory: never,
  writeFile: never,
  delete: never,
  rename: never,
};

const bare = vscode.Uri.parse("control:/bare");
let contact;
const open = (uri, viewType) => vscode.commands.executeCommand("vscode.openWith", uri, viewType);

/** Closes all editors, and keeps in mind which contact was in front. */
async function closeAll() {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === "raze.form") contact = input.uri;
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Reads both documents, which VS Code then keeps for three minutes. */
const read = () => Promise.all([bare, contact].map((uri) => vscode.workspace.openTextDocument(uri)));

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider("control", files, { isReadonly: true }),
    vscode.window.registerCustomEditorProvider("control.bare", bareEditor),
    vscode.window.registerCustomEditorProvider("control.scripted", scriptedEditor(context.extensionUri)),
    vscode.commands.registerCommand("control.pick", () =>
      vscode.window.showQuickPick(["one"], { placeHolder: "Control" }),
    ),
    vscode.commands.registerCommand("control.openBare", () => open(bare, "control.bare")),
    vscode.commands.registerCommand("control.openScripted", () => open(bare, "control.scripted")),
    vscode.commands.registerCommand("control.openContact", () => open(contact, "raze.form")),
    vscode.commands.registerCommand("control.closeAll", closeAll),
    vscode.commands.registerCommand("control.read", read),
  );
  await timeActivation(vscode.extensions.getExtension("raze-contacts.raze-contacts"));
};
