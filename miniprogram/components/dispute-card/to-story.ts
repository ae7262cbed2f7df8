/** On to 事情进展 of a dispute, once something was done on a page of its own. */
import { storyPage } from './dispute-card.view';

const STORY = 'features/dispute/story/story';

/** Back to where it is open already, so that nobody goes back through it twice; else in place of this page. */
export function goToStory(id: string): void {
  const pages = getCurrentPages();
  const place = pages.findIndex(({ route, options }) => route === STORY && options.id === id);
  if (place >= 0) void wx.navigateBack({ delta: pages.length - 1 - place });
  else void wx.redirectTo({ url: storyPage(id) });
}
