// A function for the tests of the local cloud: it does what it is told.
const cloudbase = require('@cloudbase/node-sdk');

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
const database = app.database();

const doings = {
  who: () => ({
    openid: app.auth().getUserInfo().openId,
    trigger: process.env.TRIGGER_SRC ?? null,
    pid: process.pid,
    offset: Number(process.env.JIAAN_CLOCK_OFFSET_MS),
    hasVaultKey: Buffer.from(process.env.JIAAN_VAULT_KEY ?? '', 'base64').length === 32,
    home: process.env.HOME ?? null,
  }),
  async whoAfterAWhile() {
    const before = app.auth().getUserInfo().openId;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { before, after: app.auth().getUserInfo().openId };
  },
  async find({ collection, where }) {
    const { data } = await database.collection(collection).where(where).get();
    return data.length;
  },
  async message({ to }) {
    const { result } = await app.callWxOpenApi({
      apiName: 'subscribeMessage.send',
      requestData: { touser: to, template_id: 't', data: {} },
    });
    return result;
  },
  async check({ content }) {
    const { result } = await app.callWxOpenApi({ apiName: 'security.msgSecCheck', requestData: { content, version: 2, scene: 1 } });
    return result;
  },
  async code({ scene, page }) {
    const { result } = await app.callWxOpenApi({ apiName: '/wxacode.getUnlimited', requestData: { scene, page } });
    return result;
  },
  callAnother: async () => (await app.callFunction({ name: 'probe', data: { do: 'who' } })).result,
  fail: () => Promise.reject(new Error('on purpose')),
  crash: () => process.exit(7),
  hang: () => new Promise(() => undefined),
  say({ text }) {
    console.log(text);
    return null;
  },
};

exports.main = async (event) => {
  if (event.Type === 'Timer' || process.env.TRIGGER_SRC === 'timer') {
    await database.collection('things').add({ firedBy: event.TriggerName, openid: app.auth().getUserInfo().openId });
    return null;
  }
  return doings[event.do](event);
};
