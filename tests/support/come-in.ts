/** How the other side of a journey comes in: an officer makes a card with a word, and a persona opens it on a phone. */
import { type Hand, press, write } from './hands';

/** The persona types the word, reads the rights, and would like to talk. */
export async function comeIn(on: Hand, disputeId: string, persona: string, word: string): Promise<void> {
  const card = await on('officer', `features/dispute/invite/invite?id=${disputeId}`, async (phone) => {
    await write(phone, '口令', word);
    await press(phone, '生成邀请');
    await press(phone, '转给对方');
    const address = await phone.getByRole('dialog', { name: '转发给朋友' }).getByRole('link').getAttribute('href');
    return /#\/(.*)$/.exec(address ?? '')?.[1] ?? '';
  });
  await on(persona, card, async (phone) => {
    await write(phone, '口令', word);
    await press(phone, '打开');
    await phone.getByRole('checkbox', { name: '上面的我看过了' }).click();
    await press(phone, '我愿意谈');
    await phone.getByText('双方都愿意谈，安排调解').waitFor();
  });
}
