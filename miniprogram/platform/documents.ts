/** Papers on the phone: fetched by their short-lived address and opened, with a menu to pass on or print. */
import { within } from './call';
import { SpokenError } from './sentences';

/** Seconds for one paper over a weak mobile network. */
const patience = 60;

/** Opens a .docx under its own name. Throws a `SpokenError`. */
export async function openDocument({ url, name }: { readonly url: string; readonly name: string }): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}.docx`;
  await dropEarlier();
  await within(patience, download(url, filePath)).catch((error: unknown) => {
    console.warn('download', error);
    throw new SpokenError('文书没有取下来，再点一次。');
  });
  await wx.openDocument({ filePath, fileType: 'docx', showMenu: true }).catch((error: unknown) => {
    console.warn('openDocument', error);
    throw new SpokenError('文书取下来了，这部手机打不开，请换一部或在电脑微信里看。');
  });
}

function download(url: string, filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({ url, filePath, success: ({ statusCode }) => (statusCode === 200 ? resolve() : reject(new Error(`status ${statusCode}`))), fail: reject });
  });
}

/** Other people's papers do not pile up on a phone: the last one goes when the next one comes. */
async function dropEarlier(): Promise<void> {
  const folder = wx.env.USER_DATA_PATH;
  const files = wx.getFileSystemManager();
  const names = await new Promise<string[]>((resolve) => {
    files.readdir({ dirPath: folder, success: ({ files: found }) => resolve(found), fail: () => resolve([]) });
  });
  for (const name of names.filter((each) => each.endsWith('.docx'))) files.unlink({ filePath: `${folder}/${name}`, fail: () => undefined });
}
