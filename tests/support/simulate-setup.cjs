/** miniprogram-simulate knows components alone: a page is registered as a component with the same methods. */
const KEPT = new Set(['data', 'behaviors', 'options']);

global.Page = (page) => {
  const entries = Object.entries(page).filter(([key]) => !KEPT.has(key));
  const methods = Object.fromEntries(entries.filter(([, value]) => typeof value === 'function'));
  const fields = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function'));
  global.Component({
    data: page.data,
    behaviors: page.behaviors,
    options: page.options,
    methods,
    lifetimes: {
      created() {
        Object.assign(this, fields);
      },
    },
  });
};
global.App = () => {};
global.getApp = () => ({ globalData: {} });
global.getCurrentPages = () => [];
