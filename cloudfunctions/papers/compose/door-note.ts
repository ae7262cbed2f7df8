/** 上门告知: left at a door for whoever lives behind it. Anybody may read it, so it says no name and nothing of the matter. */
import { styled, type Paper } from '../paper';

/** `post` is who asks, `phone` where somebody answers. */
export function composeDoorNote(post: string, phone: string | undefined, code: Uint8Array): Paper {
  return {
    title: '请和我们联系',
    isUnpaged: true,
    blocks: [
      styled('large', '您好，我们来过，您不在。'),
      styled('centre', `${post}有一件事想请您一起商量，`),
      styled('centre', '请用微信扫下面的码，或者打个电话。'),
      { is: 'picture', png: code, millimetres: 62 },
      ...(phone === undefined ? [] : [styled('large', `电话：${phone}`)]),
      styled('centre', '打开以后，请说出工作人员留给您的那个词。'),
      styled('centre', '愿不愿意谈，由您自己决定；不收任何费用。'),
      styled('centre', '我们不会让您转账，也不会向您要验证码。'),
      styled('plain', ''),
      styled('right', post),
    ],
  };
}
