import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** As much of Electron as the shell uses, with everything that it was told kept to be looked at. No binary is needed. */
export class Port extends EventEmitter {
  other: Port | undefined;
  postMessage(data: unknown) {
    this.other?.emit('message', { data });
  }
  start() {}
}

class Channel {
  port1 = new Port();
  port2 = new Port();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

class Contents extends EventEmitter {
  mainFrame = { url: 'tijarat://app/' };
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  send = vi.fn();
  postMessage = vi.fn();
  reload = vi.fn();
  isDestroyed = () => false;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
}

class Window extends EventEmitter {
  webContents = new Contents();
  closed = false;
  loadURL = vi.fn(async () => {});
  show = vi.fn();
  focus = vi.fn();
  restore = vi.fn();
  isMinimized = () => false;
  setTitle = vi.fn();
  setDocumentEdited = vi.fn();
  setRepresentedFilename = vi.fn();
  options: { webPreferences: Record<string, unknown> };
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    fake.windows.push(this);
    fake.app.emit('web-contents-created', {}, this.webContents);
  }
  close() {
    if (this.closed) return;
    const event = cancellable();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    this.closed = true;
    this.emit('closed');
    if (fake.windows.every((window) => window.closed)) fake.app.emit('window-all-closed');
  }
}

class App extends EventEmitter {
  isPackaged = false;
  commandLine = { appendSwitch: vi.fn() };
  enableSandbox = vi.fn();
  quits = 0;
  ended = false;
  first = true;
  requestSingleInstanceLock = () => this.first;
  whenReady = async () => {};
  getPath = (name: string) => `/paths/${name}`;
  quit() {
    this.quits += 1;
    this.emit('before-quit');
    for (const window of fake.windows) {
      window.close();
      if (!window.closed) return;
    }
    this.ended = true;
    this.emit('will-quit');
  }
}

class Utility extends EventEmitter {
  postMessage = vi.fn();
  kill = vi.fn();
  args: unknown[];
  constructor(args: unknown[]) {
    super();
    this.args = args;
  }
}

type Listener = (event: unknown, value?: unknown) => unknown;

export const fake = {
  app: new App(),
  windows: [] as Window[],
  utilities: [] as Utility[],
  heard: new Map<string, Listener>(),
  answered: new Map<string, Listener>(),
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  page: undefined as ((request: Request) => Response) | undefined,
  onRequest: undefined as
    | ((details: { url: string }, answer: (said: { cancel: boolean }) => void) => void)
    | undefined,
  permission: undefined as
    | ((contents: unknown, name: string, answer: (given: boolean) => void) => void)
    | undefined,
  menu: vi.fn(),
  openDialog: vi.fn(),
  saveDialog: vi.fn(),
  showInFolder: vi.fn(),
  clipboard: vi.fn(),
};

export function resetFake(): void {
  fake.app = new App();
  fake.windows = [];
  fake.utilities = [];
  fake.heard.clear();
  fake.answered.clear();
  fake.schemes = [];
  vi.clearAllMocks();
}

export function cancellable() {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

/** What the page's preload sends, from the frame of the program's own window. */
export function fromPage(name: string, value?: unknown): unknown {
  const contents = fake.windows[0]?.webContents;
  const event = { sender: contents, senderFrame: contents?.mainFrame };
  return (fake.heard.get(name) ?? fake.answered.get(name))?.(event, value);
}

/** The module that `vi.mock('electron')` gives. */
export function electronModule() {
  return {
    get app() {
      return fake.app;
    },
    BrowserWindow: Window,
    MessageChannelMain: Channel,
    utilityProcess: {
      fork: (...args: unknown[]) => {
        const utility = new Utility(args);
        fake.utilities.push(utility);
        return utility;
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: typeof fake.schemes) => {
        fake.schemes = schemes;
      },
      handle: (_scheme: string, handler: (request: Request) => Response) => {
        fake.page = handler;
      },
    },
    session: {
      defaultSession: {
        webRequest: {
          onBeforeRequest: (listener: typeof fake.onRequest) => {
            fake.onRequest = listener;
          },
        },
        setPermissionRequestHandler: (handler: typeof fake.permission) => {
          fake.permission = handler;
        },
        setPermissionCheckHandler() {},
        setDevicePermissionHandler() {},
        setSpellCheckerEnabled() {},
        on() {},
      },
    },
    ipcMain: {
      on: (name: string, listener: Listener) => fake.heard.set(name, listener),
      handle: (name: string, listener: Listener) => fake.answered.set(name, listener),
    },
    Menu: { setApplicationMenu: fake.menu, buildFromTemplate: (template: unknown) => template },
    dialog: { showOpenDialog: fake.openDialog, showSaveDialog: fake.saveDialog },
    shell: { showItemInFolder: fake.showInFolder },
    clipboard: { write: fake.clipboard },
    ClipboardItem: class {
      items: unknown;
      constructor(items: unknown) {
        this.items = items;
      }
    },
    nativeTheme: { shouldUseDarkColors: false },
  };
}
