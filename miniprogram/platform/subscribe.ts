/** WeChat's subscribe messages: one yes is one message, and it can only be asked for in a tap. */

/** What people can be told of outside the app. */
export type Topic = 'progress' | 'session' | 'followUp';

/** The template ids of the post's own account; empty until it has one, and then nobody is asked. */
const templates: Readonly<Record<Topic, string>> = { progress: '', session: '', followUp: '' };

/** Asks whether the person wants to be told. Call it in a tap; whatever the answer, go on. */
export async function askToTell(...topics: Topic[]): Promise<void> {
  const tmplIds = topics.map((topic) => templates[topic]).filter((id) => id !== '');
  if (tmplIds.length === 0) return;
  try {
    await wx.requestSubscribeMessage({ tmplIds });
  } catch {
    // switched off in WeChat's settings: the inbox in 我的 has everything anyway
  }
}
