/** Preact, the words and the frame; not what only some pages or later parts of them use, however many those are. */
const everyPage =
  /\/node_modules\/preact\/|\/src\/(start|i18n\/\w+\.|navigation\/(paths?|linkToken)\.|later\/|api\/useOnline|ui\/(Banner|Button|Icon\/(Icon|StatusIcons)|LanguageSwitch|Mark|NarrowShell|PageHeading|Shell|Skeleton)\b)/u;

/** What every page that asks the service has, and is never needed in parts. */
const calls = /\/src\/(api\/(api|client|failure)|errors\/describeFailure)\./u;

/** What both sides have once somebody is signed in: in one file it is smaller than in ten. */
const bothSides =
  /\/src\/(api\/(blobs|poll)|drafts\/|session\/(Signed|IdleWatch)|talk\/|viewer\/(useViewer|viewable)|ui\/(Badge|Composer|Dialog|EmptyState|FileTile|Icon\/TalkIcons|List|MessageBubble|SearchField|ShellNav|Toast)\b)/u;

const strings = /\/i18n\/areas\/(?<area>\w+)\/(?<language>\w+)\.ts$/u;

/** How the scripts of a build are cut. */
export const chunks = {
  // What every page needs is one file: fewer requests, and the next page of a visit finds it in the cache.
  codeSplitting: {
    groups: [
      { name: 'every-page', test: everyPage, minShareCount: 3 },
      { name: 'calls', test: calls, minShareCount: 2, includeDependenciesRecursively: false },
      { name: 'both-sides', test: bothSides, minShareCount: 2, includeDependenciesRecursively: false },
    ],
  },
  // The strings are named after what they are: base.fr-1a2b3c4d.js.
  chunkFileNames: ({ facadeModuleId }: { readonly facadeModuleId?: string | null }) => {
    const found = strings.exec(facadeModuleId ?? '')?.groups;
    return found ? `assets/${found['area']}.${found['language']}-[hash].js` : 'assets/[name]-[hash].js';
  },
};
