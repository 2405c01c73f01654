import "./words/language.ts"; // before all that speaks: some sentences are said as soon as their module is there
import * as vscode from "vscode";
import { Accounts } from "./accounts/accounts.ts";
import { QuotaStatus } from "./accounts/quotaStatus.ts";
import { SandboxServer } from "./accounts/sandboxServer.ts";
import { AgentDrafts } from "./agents/agentDrafts.ts";
import { DraftUpdateTool } from "./agents/draftUpdateTool.ts";
import { GetContactTool } from "./agents/getContactTool.ts";
import { attemptLine } from "./attemptLog.ts";
import { copyAs } from "./commands/copyAs.ts";
import { editContact } from "./commands/editContact.ts";
import { openContactLink } from "./commands/openContactLink.ts";
import { openWalkthrough } from "./commands/openWalkthrough.ts";
import { renameAccount } from "./commands/renameAccount.ts";
import { resetSandbox } from "./commands/resetSandbox.ts";
import { signInAndUse } from "./commands/signInAndUse.ts";
import { signOut } from "./commands/signOut.ts";
import { switchAccount } from "./commands/switchAccount.ts";
import { trySandbox } from "./commands/trySandbox.ts";
import { undoLastSave } from "./commands/undoLastSave.ts";
import { updateField } from "./commands/updateField.ts";
import { diskFailures } from "./contacts/base/diskFailures.ts";
import { DraftBases } from "./contacts/base/draftBases.ts";
import { KeptBases, windowFolder } from "./contacts/base/keptBases.ts";
import { tellUndone } from "./contacts/changes/tellUndone.ts";
import { contactActions } from "./contacts/contactActions.ts";
import { ContactComparison } from "./contacts/contactComparison.ts";
import { ContactDiagnostics } from "./contacts/contactDiagnostics.ts";
import { ContactFileSystem } from "./contacts/contactFileSystem.ts";
import { ContactReader } from "./contacts/contactReader.ts";
import { provideContactJsonSchema } from "./contacts/document/contactJsonSchema.ts";
import { contactOfTab, contactScheme, formViewType, parseContactUri } from "./contacts/document/contactUri.ts";
import { RecentContacts } from "./contacts/findContact/recentContacts.ts";
import { followSelection } from "./contacts/findContact/selectedContacts.ts";
import { followDocuments } from "./contacts/followDocuments.ts";
import { Notices } from "./contacts/notices/notices.ts";
import { ContactSaver } from "./contacts/save/contactSaver.ts";
import { DraftSaves } from "./contacts/save/draftSaves.ts";
import { LastSaves } from "./contacts/save/lastSaves.ts";
import { SaveReasons } from "./contacts/save/saveReasons.ts";
import { FormEditor } from "./form/formEditor.ts";
import { tellFailures } from "./tellFailures.ts";

/** Wires the rooms together. Nothing is read, called or started here: that waits until somebody asks. */
export function activate(context: vscode.ExtensionContext): ForTests | undefined {
  const log = vscode.window.createOutputChannel("Raze Contacts", { log: true });
  const attempt = tellFailures(log);
  const sandbox = new SandboxServer(context);
  const quota = new QuotaStatus();
  const accounts = new Accounts(
    context,
    sandbox,
    (attempt) => log.info(attemptLine(attempt)),
    (account, left) => quota.note(account, left),
  );
  const recents = new RecentContacts(context.globalState, accounts);
  const bases = new KeptBases(() => windowFolder(context), diskFailures(log));
  const notices = new Notices();
  const draftBases = new DraftBases(bases, notices, log);
  const reasons = new SaveReasons();
  const agentDrafts = new AgentDrafts(context.workspaceState);
  const lastSaves = new LastSaves();
  const reader = new ContactReader(accounts);
  const saver = new ContactSaver({ accounts, bases, draftBases, notices, reasons, agentDrafts, lastSaves });
  const fileSystem = new ContactFileSystem(reader, saver, draftBases);
  const comparison = new ContactComparison(accounts, reader);
  const saves = new DraftSaves({ saver, notices, reasons }, (action, contact) => actions[action](contact));
  const actions = contactActions({ accounts, reader, bases, draftBases, reasons, comparison, saves, notices });
  const opening = { accounts, reader, fileSystem, recents };
  const tools = {
    raze_get_contact: new GetContactTool({ accounts, reader }),
    raze_draft_contact_update: new DraftUpdateTool(opening, agentDrafts),
  };

  const command = (name: string, run: (...given: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`raze.${name}`, (...given: unknown[]) => attempt(() => run(...given)));
  /** Of the contact that is given or in the active editor: tried again, it is of that contact still. */
  const contactCommand = (name: string, run: (contact: vscode.Uri | undefined, ...given: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`raze.${name}`, (first: unknown, ...given: unknown[]) => {
      const contact = contactOf(first);
      return attempt(() => run(contact, ...given));
    });

  context.subscriptions.push(
    log,
    quota,
    reasons,
    vscode.workspace.registerFileSystemProvider(contactScheme, fileSystem, { isCaseSensitive: true }),
    comparison,
    vscode.window.registerCustomEditorProvider(
      formViewType,
      new FormEditor(context.extensionUri, { accounts, bases, notices, reasons, log, actions, attempt }),
      // Kept when hidden: what is typed and not yet valid stands nowhere else.
      { supportsMultipleEditorsPerDocument: true, webviewOptions: { retainContextWhenHidden: true } },
    ),
    draftBases,
    followDocuments({ fileSystem, saver, bases, draftBases, notices, agentDrafts, log }),
    tellUndone(),
    new ContactDiagnostics(bases),
    provideContactJsonSchema(),
    ...Object.entries(tools).map(([name, tool]) => vscode.lm.registerTool(name, tool)),
    followSelection(),
    vscode.window.registerUriHandler({ handleUri: (uri) => attempt(() => openContactLink(opening, uri)) }),
    command("editContact", () => editContact(opening).then(attempt)),
    command("updateField", (given) =>
      updateField({ ...opening, bases, saves }, given instanceof vscode.Uri ? parseContactUri(given) : undefined),
    ),
    contactCommand("undoLastSave", (contact) => undoLastSave({ ...opening, saves, lastSaves }, contact)),
    contactCommand("copyAs", (contact, form) => contact && copyAs({ accounts, bases }, contact, form)),
    command("signIn", () => signInAndUse(accounts)),
    command("switchAccount", () => switchAccount(accounts)),
    command("renameAccount", () => renameAccount(accounts)),
    command("signOut", () => signOut({ accounts, bases, recents, lastSaves, quota })),
    command("trySandbox", () =>
      trySandbox(accounts)
        .then(() => editContact(opening))
        .then(attempt),
    ),
    command("resetSandbox", () => resetSandbox(sandbox, actions.reload)),
    command("openWalkthrough", () => openWalkthrough(context.extension.id)),
    contactCommand("saveContact", (contact) => contact && actions.save(contact)),
    contactCommand("reloadContact", (contact) => contact && actions.reload(contact)),
    contactCommand("reviewChanges", (contact) => contact && actions.compare(contact)),
  );
  // Tests inside VS Code cannot type into a password box, nor press a button that confirms.
  return context.extensionMode === vscode.ExtensionMode.Test ? { accounts, recents, tools } : undefined;
}

/** What tests inside VS Code are given. */
export type ForTests = {
  readonly accounts: Accounts;
  readonly recents: RecentContacts;
  readonly tools: Readonly<Record<string, Required<vscode.LanguageModelTool<unknown>>>>;
};

/** The contact that a command was given, or that is in the active editor. */
const contactOf = (given: unknown): vscode.Uri | undefined =>
  given instanceof vscode.Uri ? given : contactOfTab(vscode.window.tabGroups.activeTabGroup.activeTab);
