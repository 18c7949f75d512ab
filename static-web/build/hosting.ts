import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Connect, Plugin } from 'vite';

/** What these pages use of staticwebapp.config.json: https://learn.microsoft.com/azure/static-web-apps/configuration */
export interface HostingRules {
  readonly routes: readonly HostingRoute[];
  readonly globalHeaders: Readonly<Record<string, string>>;
}

export interface HostingRoute {
  readonly route: string;
  readonly rewrite?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const policyHeader = 'Content-Security-Policy';

/** Where a browser may send and fetch files, and show PDFs in a frame, when the build is not told the one storage account: any account, and an emulator on this machine. */
const anyStorage = 'https://*.blob.core.windows.net http://127.0.0.1:*';

export function readHostingRules(root: string): HostingRules {
  return JSON.parse(readFileSync(resolve(root, 'staticwebapp.config.json'), 'utf8')) as HostingRules;
}

/** The first rule that matches decides, as the service does it: an exact path, or a prefix that ends in an asterisk. */
export function findRoute(rules: HostingRules, path: string): HostingRoute | undefined {
  return rules.routes.find(({ route }) => (route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route));
}

/** The hosting file of a build; `storageOrigin`, such as https://example.blob.core.windows.net, narrows the policy to that one account. */
export function hostingFile(source: string, storageOrigin: string | undefined): string {
  if (storageOrigin === undefined || storageOrigin === '') {
    return source;
  }
  const origin = new URL(storageOrigin).origin;
  if (!source.includes(anyStorage)) {
    throw new Error(`The content policy in staticwebapp.config.json no longer lists "${anyStorage}".`);
  }
  return source.replaceAll(anyStorage, origin);
}

/** The headers for one path. While developing, Vite adds styles by script and reloads through a socket, which the real policy forbids. */
function headersFor(rules: HostingRules, path: string, developing: boolean): Record<string, string> {
  const headers = { ...rules.globalHeaders, ...findRoute(rules, path)?.headers };
  if (developing) {
    headers[policyHeader] = (headers[policyHeader] ?? '')
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:")
      .replace("; require-trusted-types-for 'script'; trusted-types 'none'", '');
    headers['Cache-Control'] = 'no-store';
  }
  return headers;
}

function serveByRules(root: string, developing: boolean): Connect.NextHandleFunction {
  return (request, response, next) => {
    const rules = readHostingRules(root);
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    for (const [name, value] of Object.entries(headersFor(rules, path, developing))) {
      response.setHeader(name, value);
    }
    const rewrite = path === '/' ? '/index.html' : findRoute(rules, path)?.rewrite;
    if (rewrite !== undefined) {
      request.url = rewrite;
    }
    next();
  };
}

/** What is nowhere gets the page that says so, as `responseOverrides` asks. */
function notFound(root: string): Connect.NextHandleFunction {
  return (_request, response) => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.end(readFileSync(resolve(root, 'dist/404.html')));
  };
}

/** Serves the pages with the routes and headers of staticwebapp.config.json, and puts that file into the build. */
export function hosting(root: string): Plugin {
  return {
    name: 'hosting',
    configureServer: ({ middlewares }) => {
      middlewares.use(serveByRules(root, true));
    },
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use(serveByRules(root, false));
      return () => middlewares.use(notFound(root));
    },
    generateBundle() {
      const source = readFileSync(resolve(root, 'staticwebapp.config.json'), 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: 'staticwebapp.config.json',
        source: hostingFile(source, process.env['STORAGE_ORIGIN']),
      });
    },
  };
}
