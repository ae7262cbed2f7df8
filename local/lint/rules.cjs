/** Our own rules, as selectors of ESLint's no-restricted-syntax. Each message says what to do instead. */

const rule = (selector, message) => ({ selector, message });
const member = (object, names) => `MemberExpression[object.name='${object}'][property.name=/^(?:${names})$/]`;

/** WeChat's engine is not a browser, and DevTools' compiler knows less than ours (PLATFORM §2). */
const phoneRules = [
  rule('Identifier[name=/^(?:window|document|localStorage|globalThis|process|Buffer)$/]:not(MemberExpression > .property):not(Property > .key):not(PropertyDefinition > .key):not(TSPropertySignature > .key)', 'WeChat has no such global: use wx, or pass it in.'),
  rule('ImportDeclaration[source.value=/\\.json$/]', 'No JSON is required on the phone: write a .ts table.'),
  rule('ImportDeclaration[source.value=/^(?:dayjs|lodash)/]', 'DevTools packs only a package’s entry: use a vendor file (local/build/vendor.ts).'),
  rule('VariableDeclaration[kind=/using/]', 'DevTools’ compiler rejects `using`.'),
  rule('AccessorProperty', 'DevTools’ compiler rejects `accessor`.'),
  rule('PropertyDefinition[declare=true]', 'DevTools’ compiler rejects `declare` fields.'),
  rule('Literal[regex.flags=/v/]', 'DevTools’ compiler rejects the regex flag v.'),
  rule('CallExpression[callee.property.name=/^(?:getHours|getMinutes|getDate|getDay|getMonth|getFullYear|toLocaleString|toLocaleDateString|toLocaleTimeString)$/]', 'A phone’s own time zone may be any: use the clock of domain/time (UTC+8).'),
];

/** platform/ is the only door to what a test or another host must replace. */
const phoneOutsidePlatformRules = [
  rule(member('wx', 'cloud'), 'Call the cloud through platform/call.ts.'),
  rule(member('wx', '\\w*Storage(?:Sync)?|getStorageInfo(?:Sync)?'), 'Keep things through miniprogram/platform.'),
  rule(
    member('wx', 'choose(?:Media|Image|Video|MessageFile)|preview(?:Media|Image)|compress(?:Image|Video)|saveImageToPhotosAlbum|getImageInfo|getRecorderManager|getFileSystemManager|uploadFile|downloadFile|saveFile'),
    'Photos and files go through platform/media.ts.',
  ),
  rule(member('wx', 'requestSubscribe\\w*'), 'Messages are asked for through platform/subscribe.ts.'),
  rule(member('wx', 'request|connectSocket|login'), 'The cloud functions are the only door: platform/call.ts.'),
  rule("VariableDeclarator[init.name='wx']", 'Write wx.name in full: the checks read it.'),
];

/** domain/ has no clock and no chance: time and ids are arguments. */
const domainRules = [
  rule("NewExpression[callee.name='Date'][arguments.length=0]", 'Time is an argument.'),
  rule("CallExpression[callee.name='Date']", 'Time is an argument.'),
  rule(member('Date', 'now'), 'Time is an argument.'),
  rule(member('performance', 'now'), 'Time is an argument.'),
  rule(member('Math', 'random'), 'Chance is an argument.'),
  rule('Identifier[name=/^(?:wx|crypto|setTimeout|setInterval|fetch|console)$/]:not(MemberExpression > .property):not(Property > .key):not(TSPropertySignature > .key)', 'domain/ is pure: it runs on both sides.'),
];

/** A feature's actions take the time from the caller's context, which tests and the local cloud move. */
const cloudRules = [
  rule("NewExpression[callee.name='Date'][arguments.length=0]", 'Take `now` from the context.'),
  rule(member('Date', 'now'), 'Take `now` from the context.'),
  rule(member('Math', 'random'), 'Ids and chance come from _kit.'),
];

module.exports = { phoneRules, phoneOutsidePlatformRules, domainRules, cloudRules };
