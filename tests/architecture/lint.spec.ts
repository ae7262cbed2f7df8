/** Our own lint rules: what each refuses, and that what stands beside it is let through. */
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { cloudRules, domainRules, phoneOutsidePlatformRules, phoneRules } from '../../local/lint/rules.cjs';

type Rules = typeof phoneRules;

function refusals(rules: Rules, code: string): string[] {
  const config = { languageOptions: { parser: parser as Linter.Parser }, rules: { 'no-restricted-syntax': ['error', ...rules] as Linter.RuleEntry } };
  return new Linter().verify(code, config).map(({ message }) => message);
}

test.each<[string, Rules, string]>([
  ['the window', phoneRules, 'window.alert(1)'],
  ['the document', phoneRules, 'const title = document.title'],
  ['a JSON file on the phone', phoneRules, "import list from './list.json'"],
  ['part of a package', phoneRules, "import utc from 'dayjs/plugin/utc'"],
  ['the phone’s own time zone', phoneRules, 'new Date(0).getHours()'],
  ['a regex flag that DevTools does not know', phoneRules, 'const letters = /a/v'],
  ['the cloud in a page', phoneOutsidePlatformRules, 'wx.cloud.callFunction({})'],
  ['the store in a page', phoneOutsidePlatformRules, "wx.setStorageSync('a', 1)"],
  ['the camera in a page', phoneOutsidePlatformRules, 'wx.chooseMedia({})'],
  ['a subscription in a page', phoneOutsidePlatformRules, 'wx.requestSubscribeMessage({})'],
  ['a way around by destructuring', phoneOutsidePlatformRules, 'const { cloud } = wx'],
  ['a clock in domain', domainRules, 'export const at = () => new Date()'],
  ['another clock in domain', domainRules, 'export const at = () => Date.now()'],
  ['chance in domain', domainRules, 'export const id = () => Math.random()'],
  ['WeChat in domain', domainRules, 'export const show = () => wx.showToast({})'],
  ['a clock in an action', cloudRules, 'export const at = () => Date.now()'],
])('refuses %s', (_what, rules, code) => {
  expect(refusals(rules, code)).toHaveLength(1);
});

test.each<[string, Rules, string]>([
  ['a field of that name', phoneRules, 'const file = { document: 1 }; export const kind = file.document'],
  ['a date made of a number', domainRules, 'export const at = (now: number) => new Date(now).getUTCHours()'],
  ['a toast in a page', phoneOutsidePlatformRules, "void wx.showToast({ title: '已提交' })"],
])('lets %s through', (_what, rules, code) => {
  expect(refusals(rules, code)).toEqual([]);
});
